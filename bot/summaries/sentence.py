"""A sentence quoted from an article: always verbatim."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from bot.corpus.article import Article, ArticleId, Span
from bot.languages.phrases import any_of
from bot.summaries.credits import Credit

MIN_WORDS = 5
_LONGEST_FURNITURE = 180
"""Characters; in a longer sentence, the article follows its stamp."""
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
    if _has_lone_first_mark(text):
        inner = text[1:].lstrip()
    elif _has_lone_last_mark(text):
        inner = text[:-1].rstrip()
    else:
        return span
    first = span.start + text.index(inner)
    return Span(first, first + len(inner)) if inner else span


def _has_lone_first_mark(sentence: str) -> bool:
    """Whether a sentence opens a quotation that goes on behind it: an odd mark, and no other closes it."""
    places = [mark.start() for mark in _QUOTATION_MARK.finditer(sentence)]
    if len(places) % 2 == 0 or places[0] != 0:
        return False
    return len(places) == 1 or sentence[places[1] - 1].isspace()


def _has_lone_last_mark(sentence: str) -> bool:
    """Whether a sentence closes a quotation that began before it."""
    places = [mark.start() for mark in _QUOTATION_MARK.finditer(sentence)]
    if len(places) % 2 == 0 or places[-1] != len(sentence) - 1 or sentence[-2:-1].isdigit():
        return False
    return len(places) == 1 or not sentence[places[-2] - 1].isspace()


def marks_match(sentence: str) -> bool:
    """Return whether every quotation that begins in a sentence ends in it, and the other way round."""
    return len(_QUOTATION_MARK.findall(sentence)) % 2 == 0


def depends_on_previous(sentence: str, language: str) -> bool:
    """Return whether a sentence begins with a word that refers to the one before ("He", "However")."""
    return _dependent_opening(language).match(_LEAD.sub("", sentence, count=1)) is not None


@cache
def _dependent_opening(language: str) -> re.Pattern[str]:
    return re.compile(rf"{any_of('sentences.dependent_openings', language)}(?!\w)", re.IGNORECASE)


def is_furniture(sentence: str, language: str) -> bool:
    """Return whether a sentence belongs to the page: a stamp, a caption, who else contributed."""
    if len(sentence) > _LONGEST_FURNITURE:
        return False
    return _furniture(language).match(_LEAD.sub("", sentence, count=1)) is not None


@cache
def _furniture(language: str) -> re.Pattern[str]:
    return re.compile(any_of("boilerplate.furniture", language), re.IGNORECASE)


def is_complete(sentence: str) -> bool:
    """Return whether a sentence can stand alone, unlike captions, headings and ends of quotations."""
    return (
        len(sentence.split()) >= MIN_WORDS
        and _END.search(sentence) is not None
        and (marks_match(sentence) or _has_lone_first_mark(sentence))
    )
