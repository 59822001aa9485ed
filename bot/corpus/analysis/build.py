"""Raw article -> article: the whole analysis, without clock or network."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime, time

from bot.corpus.analysis.dates_around import dates_around
from bot.corpus.analysis.language import declared_language, identify_language
from bot.corpus.analysis.original_source import dated_credit
from bot.corpus.analysis.page import ParsedPage, parse_page
from bot.corpus.analysis.provenance import trace_provenance
from bot.corpus.analysis.publisher import publisher_at
from bot.corpus.analysis.sentences import split_sentences
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.corpus.dates import FUTURE_TOLERANCE
from bot.corpus.plain_text import clean
from bot.corpus.raw import RawArticle
from bot.corpus.urls import host_of
from bot.corpus.written_dates import WrittenDate, read_date

MAX_ID_CHARACTERS = 200
MARK = "feed_entry"
"""Key in `Article.extra` under which the mark of a feed's entry is stored."""


def build_article(raw: RawArticle, *, now: datetime) -> Article:
    """Return the analysed article.

    Args:
        raw: Text and fields from a reader; the text has at least one word.
        now: Aware UTC; publication dates after it are ignored.
    """
    page = parse_page(clean(raw.text), raw.title)
    text = "\n\n".join(page.body)
    language = declared_language(raw.language) or identify_language(text)
    sentences = split_sentences(text, language)
    published, certainty = _published(raw, page, now)
    publisher = raw.publisher or publisher_at(raw.url)
    page_credits = trace_provenance(page, text, sentences, language=language, publisher=publisher)
    return Article(
        id=article_id(raw),
        title=page.title,
        text=text,
        language=language,
        url=raw.url or None,
        author=raw.author or page_credits.author,
        dateline=page_credits.dateline,
        published_at=published.at if published else None,
        published=certainty,
        day_only=published is not None and published.day_only,
        provenance=_with_host_as_publisher(page_credits.provenance, raw.url),
        sentences=sentences,
        removed=page.removed,
        sample=raw.sample,
        source=raw.source,
        extra=raw.extra | ({MARK: raw.mark} if raw.mark else {}),
    )


def article_id(raw: RawArticle) -> ArticleId:
    """Return the permanent id: the input's own, else 16 hex digits derived from where it was read."""
    own_id = (raw.id or "").strip()
    if own_id and len(own_id) <= MAX_ID_CHARACTERS:
        return ArticleId(own_id)
    return derived_id(own_id or raw.url or raw.key or raw.source)


def derived_id(key: str) -> ArticleId:
    """Return the id of an article that has none of its own."""
    return ArticleId(hashlib.sha256(key.encode()).hexdigest()[:16])


def fingerprint(article: Article) -> str:
    """Return a hash of an article's content, which changes with every revision.

    Neither where the article was read nor what the analysis inferred is part of it.
    """
    stated = article.published is Certainty.STATED and article.published_at
    content = [
        article.title,
        article.text,
        article.url,
        article.publisher,
        article.author,
        stated.isoformat() if stated else None,
        article.language,
        article.sample,
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:32]


def _with_host_as_publisher(provenance: Provenance, url: str | None) -> Provenance:
    """Return a chain with the site as the publisher if the chain has none."""
    host = host_of(url)
    if provenance.publisher or not host:
        return provenance
    return replace(provenance, publisher=Hop(host, Certainty.STATED))


def _published(raw: RawArticle, page: ParsedPage, now: datetime) -> tuple[WrittenDate | None, Certainty]:
    """Return the date that is stated; else one that is inferred, None without any.

    Inferred are dates counted back from now, and for a date missing or in the future, when a feed had it.
    """
    stated = read_date(raw.published, now=now) if raw.published else _stated_on(page)
    if stated and stated.at <= now + FUTURE_TOLERANCE:
        return stated, Certainty.INFERRED if stated.relative else Certainty.STATED
    seen_at = (raw.seen_at or now) if stated else raw.seen_at
    return (WrittenDate(seen_at) if seen_at else None), Certainty.INFERRED


def _stated_on(page: ParsedPage) -> WrittenDate | None:
    """Return the first date around the article that is not that of a later version, else the first of all."""
    credit = dated_credit(page.body[0])
    dates = [*dates_around(page), *([(credit[2], False)] if credit else [])]
    at = next((date for date, updated in dates if not updated), dates[0][0] if dates else None)
    return WrittenDate(at, day_only=at.time() == time()) if at else None
