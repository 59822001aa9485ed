"""A sentence quoted from an article: always verbatim."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from bot.corpus.article import Article, ArticleId, Span
from bot.languages.phrases import any_of
from bot.summaries.credits import Credit

MIN_WORDS = 5
_LEAD = re.compile(r"[\s\"'“”‘’«»(\[—–-]*")
_END = re.compile(r"[.!?…؟。][\"'”’»)\]]*$")
_QUOTATION_MARK = re.compile('["“”„«»]')


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """One sentence of an article, word for word. Only `quote_sentence` creates it.

    Args:
        index: Its index in `Article.sentences`.
        score: Why it was chosen; comparable within one summary.
        published_at: When its article was published, aware UTC; None if unknown.
    """

    article_id: ArticleId
    text: str
    span: Span
    index: int
    credit: Credit
    score: float = 0.0
    published_at: datetime | None = None


def quote_sentence(article: Article, index: int, credit: Credit, *, score: float = 0.0) -> QuotedSentence:
    """Return sentence `index` of an article, without the mark of a quotation that goes on around it.

    Raises:
        ValueError: Its span does not lie inside the article's text.
    """
    span = article.sentences[index]
    if not 0 <= span.start < span.end <= len(article.text):
        raise ValueError(f"sentence {index} of {article.id} lies outside its text")
    span = _without_lone_mark(article, span)
    text = article.quote(span)
    return QuotedSentence(article.id, text, span, index, credit, score, article.published_at)


def _without_lone_mark(article: Article, span: Span) -> Span:
    text = article.quote(span)
    if marks_match(text):
        return span
    if _QUOTATION_MARK.match(text[0]):
        return Span(span.start + 1, span.end)
    return Span(span.start, span.end - 1) if _QUOTATION_MARK.match(text[-1]) else span


def marks_match(sentence: str) -> bool:
    """Return whether every quotation that begins in a sentence ends in it, and the other way round."""
    return len(_QUOTATION_MARK.findall(sentence)) % 2 == 0


def depends_on_previous(sentence: str, language: str) -> bool:
    """Return whether a sentence begins with a word that refers to the one before ("He", "However")."""
    return _dependent_opening(language).match(_LEAD.sub("", sentence, count=1)) is not None


@cache
def _dependent_opening(language: str) -> re.Pattern[str]:
    return re.compile(rf"{any_of('sentences.dependent_openings', language)}(?!\w)", re.IGNORECASE)


def is_complete(sentence: str) -> bool:
    """Return whether a sentence can stand alone, unlike captions, headings and ends of quotations."""
    return (
        len(sentence.split()) >= MIN_WORDS
        and _END.search(sentence) is not None
        and (marks_match(sentence) or marks_match(_QUOTATION_MARK.sub("", sentence[:1]) + sentence[1:]))
    )
