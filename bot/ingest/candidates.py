"""From a reader's output to candidates for the store: located, identified, hashed, and analysed when new."""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from bot import __version__
from bot.corpus.analysis.build import article_id, build_article, fingerprint
from bot.corpus.article import Article, ArticleId, Certainty
from bot.corpus.faults import Fault, unless_faulty
from bot.corpus.raw import RawArticle, ReadResult, UnchangedRecord
from bot.errors import RejectedInput, localizable
from bot.ingest.dedupe import Candidate
from bot.summaries.statements import with_statements

MAX_BATCH_ARTICLES = 250
"""Articles in one transaction, at most: statements are built once for all, but others wait to write."""
MAX_BATCH_CHARS = 2_000_000
"""Characters of text that fill a batch, however few articles it holds."""
MAX_BATCH_RECORDS = 1_000
"""Records in one batch, at most, unchanged ones included."""
_HASHED_FIELDS = tuple(field.name for field in fields(RawArticle) if field.name != "digest")


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A raw article with its full source and its id.

    Args:
        content_hash: Hash of everything the reader returned, or of the record's bytes, and of the program's
            version: the same hash from the same source needs no analysis.
    """

    raw: RawArticle
    id: ArticleId
    content_hash: str


Located = RawRecord | UnchangedRecord | RejectedInput
"""A reader's result with its full source."""


def locate(raw: RawArticle, origin: str) -> RawRecord | RejectedInput:
    """Return a raw article as a record of `origin`.

    Args:
        origin: Prefix of the source, before a `/`, which keeps files of two folders apart; "" for addresses.
    """
    try:
        raw.source.encode()
    except UnicodeEncodeError:
        readable = raw.source.encode(errors="backslashreplace").decode()
        return RejectedInput(localizable("why-file-name"), source=readable)
    if origin:
        key = f"{origin}/{raw.key}" if raw.key else ""
        raw = replace(raw, source=_full_source(raw.source, origin), key=key)
    return RawRecord(raw, article_id(raw), raw.digest or _hash(raw))


def _full_source(source: str, origin: str) -> str:
    """Return the source below its origin; interned, because a run keeps one per article, of millions."""
    return sys.intern(f"{origin}/{source}")


def batched(reads: Iterable[ReadResult], origin: str) -> Iterator[list[Located]]:
    """Yield a reader's output in batches that fit one transaction."""
    batch: list[Located] = []
    articles = characters = 0
    for read in reads:
        record = _located(read, origin)
        batch.append(record)
        articles += not isinstance(record, UnchangedRecord)
        characters += len(record.raw.text) if isinstance(record, RawRecord) else 0
        if articles >= MAX_BATCH_ARTICLES or characters >= MAX_BATCH_CHARS or len(batch) >= MAX_BATCH_RECORDS:
            yield batch
            batch, articles, characters = [], 0, 0
    if batch:
        yield batch


def _located(read: ReadResult, origin: str) -> Located:
    if isinstance(read, UnchangedRecord) and origin:
        return replace(read, source=_full_source(read.source, origin))
    if not isinstance(read, RawArticle):
        return read
    return unless_faulty(lambda: locate(read, origin), source=read.source)


def analyse(records: Sequence[RawRecord], now: datetime) -> list[Candidate | Fault]:
    """Return the articles of `records`, or why there is none, in order; `now` is aware UTC."""
    return [_analysed(record, now) for record in records]


def _analysed(record: RawRecord, now: datetime) -> Candidate | Fault:
    try:
        return _candidate(record, with_statements(build_article(record.raw, now=now)))
    except Exception as error:
        return Fault.of(error, source=record.raw.source, article_id=record.id)


def _candidate(record: RawRecord, article: Article) -> Candidate:
    # A date in the future is replaced by the current time, so the next analysis would differ.
    repeatable = article.published is Certainty.STATED or article.published_at is None
    return Candidate(article, fingerprint(article), record.content_hash if repeatable else "")


def _hash(raw: RawArticle) -> str:
    content = json.dumps([__version__, *(getattr(raw, name) for name in _HASHED_FIELDS)], default=str)
    return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()
