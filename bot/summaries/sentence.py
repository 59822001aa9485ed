"""A sentence quoted from an article: verbatim, or it can't be made."""

import re
from dataclasses import dataclass
from functools import cache

from bot.corpus.article import Article, ArticleId, Span
from bot.languages.phrases import any_of
from bot.summaries.credits import Credit


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """One sentence of an article, word for word. Made by `quote_sentence` only.

    Args:
        index: Its place in `Article.sentences`.
        score: Why it was chosen; comparable within one summary.
    """

    article_id: ArticleId
    text: str
    span: Span
    index: int
    credit: Credit
    score: float = 0.0


def quote_sentence(article: Article, index: int, credit: Credit, *, score: float = 0.0) -> QuotedSentence:
    """Return sentence `index` of an article.

    Raises:
        ValueError: Its span does not lie inside the article's text.
    """
    span = article.sentences[index]
    if not 0 <= span.start < span.end <= len(article.text):
        raise ValueError(f"sentence {index} of {article.id} lies outside its text")
    return QuotedSentence(article.id, article.quote(span), span, index, credit, score)


_LEAD = re.compile(r"[\s\"'“”‘’«»(\[—–-]*")
_END = re.compile(r"[.!?…؟。][\"'”’»)\]]*$")
FEWEST_WORDS = 5


def depends_on_previous(sentence: str, language: str) -> bool:
    """Return whether a sentence begins with a word that needs the one before ("He", "However")."""
    match = _opening(language).match(_LEAD.sub("", sentence, count=1))
    return match is not None


def is_complete(sentence: str) -> bool:
    """Return whether a sentence looks like one: some words, and an end; captions and headings do not."""
    return len(sentence.split()) >= FEWEST_WORDS and _END.search(sentence) is not None


@cache
def _opening(language: str) -> re.Pattern[str]:
    return re.compile(rf"{any_of('sentences.dependent_openings', language)}(?!\w)", re.IGNORECASE)
