"""Converts articles to rows and back."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance, RemovedLine, Span, Statement
from bot.corpus.urls import url_key
from bot.storage.schema.types import encoded

Json = dict[str, Any]


def article_values(article: Article) -> Json:
    """Return the columns of `article_rows` that hold the article itself, JSON encoded."""
    statements = _statements_values(article.statements)
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "address": url_key(article.url) if article.url else None,
        "title": article.title,
        "text": article.text,
        "language": article.language,
        "author": article.author,
        "dateline": article.dateline,
        "publisher": article.publisher,
        "published_at": article.published_at,
        "published": article.published.value,
        "sample": article.sample,
        "provenance": encoded(_provenance_values(article.provenance)),
        "sentences": encoded([offset for span in article.sentences for offset in (span.start, span.end)]),
        "statements": None if statements is None else encoded(statements),
        "removed": encoded([[line.text, line.reason] for line in article.removed]),
        "extra": encoded(article.extra),
    }


def article_of(row: Row[Any]) -> Article:
    """Return the article in a row of `articles`."""
    offsets: Sequence[int] = row.sentences
    return Article(
        id=ArticleId(row.id),
        title=row.title,
        text=row.text,
        language=row.language,
        url=row.url,
        author=row.author,
        dateline=row.dateline,
        published_at=row.published_at,
        published=Certainty(row.published),
        provenance=_provenance_of(row.provenance),
        sentences=tuple(map(Span, offsets[::2], offsets[1::2])),
        statements=None if row.statements is None else tuple(map(_statement_of, row.statements)),
        removed=tuple(RemovedLine(text, reason) for text, reason in row.removed),
        sample=row.sample,
        source=row.source,
        extra=row.extra,
    )


def _statements_values(statements: Sequence[Statement] | None) -> list[Any] | None:
    if statements is None:
        return None
    return [[s.sentence, s.speaker, s.key, *_offsets(s.written), *_offsets(s.verb)] for s in statements]


def _offsets(span: Span | None) -> list[int]:
    return [span.start, span.end] if span else []


def _statement_of(values: list[Any]) -> Statement:
    sentence, speaker, key, start, end, *verb = values
    return Statement(sentence, speaker, key, Span(start, end), Span(*verb) if verb else None)


def _provenance_values(provenance: Provenance) -> Json:
    publisher = provenance.publisher
    return {
        "publisher": _hop_values(publisher) if publisher else None,
        "original": [_hop_values(hop) for hop in provenance.original],
        "cited": [_hop_values(hop) for hop in provenance.cited],
    }


def _provenance_of(values: Json) -> Provenance:
    publisher = values["publisher"]
    return Provenance(
        publisher=_hop_of(publisher) if publisher else None,
        original=tuple(_hop_of(hop) for hop in values["original"]),
        cited=tuple(_hop_of(hop) for hop in values["cited"]),
    )


def _hop_values(hop: Hop) -> list[Any]:
    return [hop.name, hop.certainty.value, hop.quote, [hop.span.start, hop.span.end] if hop.span else None]


def _hop_of(values: list[Any]) -> Hop:
    name, certainty, quote, span = values
    return Hop(name, Certainty(certainty), quote, Span(*span) if span else None)
