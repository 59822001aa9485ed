"""Articles' sentences with their scores for a query, from the forward index."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from bot.corpus.article import ArticleId
from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Bools, Floats, Longs
from bot.search.index.snapshot import SegmentView
from bot.search.ports import Passages, Synonyms
from bot.search.query.query import Query
from bot.search.ranking.plan import (
    PlannedWord,
    QueryPlan,
    analyzers_of,
    plan_query,
    shared_idf,
    word_terms,
)
from bot.search.ranking.vectors import DocTokens, doc_tokens, idfs_of, sentence_scores

_Number = TypeVar("_Number", np.bool_, np.float64)


def passages_of(
    model: PostingsBM25, ids: Sequence[ArticleId], query: Query | None, synonyms: Synonyms
) -> list[Passages]:
    """Return the sentences of those articles that are in the index, in the order given."""
    snapshot, plan = model.snapshot, plan_query(model, query or Query(""))
    if synonyms and query:
        plan = replace(plan, words=_with_synonyms(model, plan, query, synonyms))
    places = {article_id: place for article_id in ids if (place := snapshot.find(article_id))}
    docs = np.array([view.doc_base + doc for view, doc in places.values()], np.int64)
    texts = _Texts.of(model, plan, docs)
    return [
        texts.passages(article_id, row, view, doc)
        for row, (article_id, (view, doc)) in enumerate(places.items())
    ]


@dataclass(frozen=True, slots=True)
class _Texts:
    """The sentences of several articles, numbered through all of them.

    Args:
        idf: (tokens,) of each token.
        scores: (sentences,) BM25 of each sentence.
        held: (sentences, words): which sentence contains which word or a synonym of it.
    """

    plan: QueryPlan
    tokens: DocTokens
    idf: Floats
    scores: Floats
    held: Bools

    @classmethod
    def of(cls, model: PostingsBM25, plan: QueryPlan, docs: Longs) -> "_Texts":
        tokens = doc_tokens(model.snapshot, docs)
        count = int(tokens.sentences.max(initial=0)) + 1
        scored = sentence_scores(model, tokens, plan.weights)
        scores, held = np.zeros(count), np.zeros((count, len(plan.words)), np.bool_)
        scores[scored.sentences] = scored.scores
        for column, word in enumerate(plan.words):
            held[tokens.sentences[np.isin(tokens.terms, word.terms)], column] = True
        return cls(plan, tokens, idfs_of(model, tokens.terms), scores, held)

    def passages(self, article_id: ArticleId, row: int, view: SegmentView, doc: int) -> Passages:
        """Return one article's sentences."""
        segment, tokens = view.segment, self.tokens
        begin, length = int(tokens.begins[row]), int(tokens.lengths[row])
        sentence_starts, _ = segment.sentence_starts(np.array([doc]))
        title = int(sentence_starts[0]) if len(sentence_starts) else length
        body = slice(begin + title, begin + length)
        number = int(tokens.titles[row])
        inside = slice(number + 1, number + 1 + len(sentence_starts))
        return Passages(
            article_id,
            tokens.terms[body],
            np.append(sentence_starts - title, length - title).astype(np.int32),
            idf=self.idf[body],
            scores=_padded(self.scores[inside], len(sentence_starts)),
            words=tuple(word.text for word in self.plan.words),
            weights=np.array([word.weight for word in self.plan.words]),
            in_sentence=_padded(self.held[inside], len(sentence_starts)),
            in_title=self.held[number] if title else np.zeros(len(self.plan.words), np.bool_),
        )


def _padded(rows: npt.NDArray[_Number], count: int) -> npt.NDArray[_Number]:
    """Return rows with zeros for the last sentences, which have no number if they have no terms."""
    missing = count - len(rows)
    return np.concatenate([rows, np.zeros((missing, *rows.shape[1:]), rows.dtype)]) if missing else rows


def _with_synonyms(
    model: PostingsBM25, plan: QueryPlan, query: Query, synonyms: Synonyms
) -> tuple[PlannedWord, ...]:
    """Return a query's words, each with the terms of its synonyms, at the weight of the word itself."""
    analyzers = analyzers_of(model.snapshot, query.language)
    own = {word.text: word for word in plan.words}
    words = []
    for text in query.words:
        terms = [word_terms(model.snapshot, other, analyzers) or () for other in synonyms.get(text, ())]
        others = tuple(sorted({term for known in terms for term in known}))
        if text in own:
            words.append(replace(own[text], terms=(*own[text].terms, *others)))
        elif others:
            words.append(PlannedWord(text, others, shared_idf(model, others)))
    return tuple(words)
