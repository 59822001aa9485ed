"""An article's summary: its best sentences, in article order."""

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.ports import Passages
from bot.summaries.credits import credit_sentences
from bot.summaries.sentence import QuotedSentence, quote_sentence

LONGEST = 450
"""Characters from which a sentence is passed over where shorter ones exist."""


def summarize(
    article: Article, passages: Passages | None, *, words: int = 110, most: int = 5
) -> tuple[QuotedSentence, ...]:
    """Return up to `most` sentences of about `words` words, chosen for the question behind `passages`.

    Without a question the opening and the sentences with most weight are taken.
    """
    if not article.sentences:
        return ()
    scores = sentence_scores(article, passages)
    said_by = credit_sentences(article)
    chosen: list[int] = []
    budget = words
    for index in np.argsort(-scores, kind="stable").tolist():
        length = len(article.quote(article.sentences[index]).split())
        if len(chosen) < most and (length <= budget or not chosen):
            chosen.append(index)
            budget -= length
    return tuple(quote_sentence(article, i, said_by[i], score=float(scores[i])) for i in sorted(chosen))


def sentence_scores(article: Article, passages: Passages | None) -> npt.NDArray[np.float64]:
    """Return a score per sentence: BM25 for the question, and a bonus for an early place."""
    count = len(article.sentences)
    place = 1.0 / (1.0 + np.arange(count, dtype=np.float64))
    scores = place.copy()
    if passages is not None and passages.scores.any():
        scores = passages.scores / passages.scores.max() + 0.3 * place
    long = np.array([span.end - span.start > LONGEST for span in article.sentences])
    return np.where(long, scores - 2.0, scores)
