"""Which articles carry the words of a message, and in which sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.corpus.analysis.sentences import split_sentences
from bot.corpus.article import Article
from bot.questions.shingles import SAME_TEXT, Shingles, are_same, shingles
from bot.search.query.ast import And, Word
from bot.search.query.query import Query
from bot.summaries.credits import credit_sentences
from bot.summaries.sentence import QuotedSentence, quote_sentence

TRACE_FROM_WORDS = 8
"""A message of fewer words is a question: too short to say who said it first."""
QUOTED = 3
"""Matching sentences of one article that are shown."""
_LOOKED_UP = 3
"""Sentences of a message that are looked up one by one, the longest first."""
_MAX_WORDS = 24
_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article that carries words of a message.

    Args:
        sentences: Indexes of its matching sentences, ascending; none if only its title matches.
        share: Share of the message that it has, 0 to 1.
    """

    article: Article
    sentences: tuple[int, ...]
    share: float

    @property
    def has_most(self) -> bool:
        """Whether it has so much of the message that it has its words, not only a common sentence."""
        return self.share >= SAME_TEXT


def queries_of(message: str) -> list[Query]:
    """Return queries that find articles with the longest sentences of a message."""
    texts = sorted(_sentences(message), key=len, reverse=True)
    words = [list(dict.fromkeys(text.casefold().split()))[:_MAX_WORDS] for text in texts[:_LOOKED_UP]]
    return [Query(message, And(tuple(map(Word, each)))) for each in words if len(each) > 1]


def find_carriers(message: str, articles: Iterable[Article]) -> list[Carrier]:
    """Return the articles that carry a message, those with most of it first, the earliest of them first."""
    whole = shingles(message)
    parts = [whole, *map(shingles, _sentences(message))]
    carriers = (_carrier(article, whole, parts) for article in articles)
    return sorted((carrier for carrier in carriers if carrier), key=_place)


def quote_carried(article: Article, sentences: Sequence[int]) -> tuple[QuotedSentence, ...]:
    """Return the first few matching sentences of an article, verbatim and credited."""
    chosen = sentences[:QUOTED]
    credited = zip(chosen, credit_sentences(article, wanted=chosen), strict=True)
    return tuple(quote_sentence(article, index, credit) for index, credit in credited)


def _carrier(article: Article, whole: Shingles, parts: Sequence[Shingles]) -> Carrier | None:
    def matches(text: str) -> bool:
        found = shingles(text)
        return any(are_same(found, part) for part in parts)

    sentences = tuple(i for i, span in enumerate(article.sentences) if matches(article.quote(span)))
    if not sentences and not matches(article.title):
        return None
    share = len(whole & shingles(f"{article.title} {article.text}")) / max(len(whole), 1)
    return Carrier(article, sentences, share)


def _place(carrier: Carrier) -> tuple[bool, float, datetime]:
    """Return a sort key: articles with most of a message by time, then the others by their share."""
    share = 0.0 if carrier.has_most else -carrier.share
    return not carrier.has_most, share, carrier.article.published_at or _LATEST


def _sentences(message: str) -> list[str]:
    return [message[span.start : span.end] for span in split_sentences(message, "und")]
