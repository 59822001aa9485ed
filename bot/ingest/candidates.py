"""From what a reader gave to what may be stored: placed, named, hashed, and analysed when it is new."""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from bot import __version__
from bot.corpus.analysis.build import article_id, build_article, fingerprint
from bot.corpus.article import Article, ArticleId, Certainty
from bot.corpus.raw import RawArticle, ReadResult, UnchangedRecord
from bot.errors import RejectedInput, localizable
from bot.ingest.dedupe import Candidate

MOST_ARTICLES = 100
"""Articles in one transaction, at most: some 20 ms of writing."""
MOST_CHARACTERS = 2_000_000
"""Characters of text from which a batch is full, however few articles it holds."""
MOST_AGAIN = 1_000
"""Records of a batch that are as they were, at most."""
_FIELDS = tuple(each.name for each in fields(RawArticle) if each.name != "digest")


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A raw article in its place.

    Args:
        hash: Of everything the reader gave, or of its record's bytes, and of the program's version: the same
            again from the same source needs no analysis.
    """

    raw: RawArticle
    id: ArticleId
    hash: str


def place(raw: RawArticle, origin: str) -> RawRecord | RejectedInput:
    """Return a raw article as read from `origin`.

    Args:
        origin: Put before `source` and `/`, so that files of two folders don't meet; "" for addresses.
    """
    try:
        raw.source.encode()
    except UnicodeEncodeError:
        readable = raw.source.encode(errors="backslashreplace").decode()
        return RejectedInput(localizable("why-file-name"), source=readable)
    if origin:
        key = f"{origin}/{raw.key}" if raw.key else ""
        # One string for all articles of a file, however many are remembered by it.
        raw = replace(raw, source=sys.intern(f"{origin}/{raw.source}"), key=key)
    return RawRecord(raw, article_id(raw), raw.digest or _hash(raw))


def in_batches(
    reads: Iterable[ReadResult], origin: str
) -> Iterator[list[RawRecord | UnchangedRecord | RejectedInput]]:
    """Yield what a reader gives in batches that fit one transaction."""
    batch: list[RawRecord | UnchangedRecord | RejectedInput] = []
    articles = characters = 0
    for read in reads:
        each = _placed(read, origin)
        batch.append(each)
        articles += not isinstance(each, UnchangedRecord)
        characters += len(each.raw.text) if isinstance(each, RawRecord) else 0
        if articles >= MOST_ARTICLES or characters >= MOST_CHARACTERS or len(batch) >= MOST_AGAIN:
            yield batch
            batch, articles, characters = [], 0, 0
    if batch:
        yield batch


def _placed(read: ReadResult, origin: str) -> RawRecord | UnchangedRecord | RejectedInput:
    if isinstance(read, UnchangedRecord) and origin:
        return replace(read, source=sys.intern(f"{origin}/{read.source}"))
    return place(read, origin) if isinstance(read, RawArticle) else read


def analyse(readings: Sequence[RawRecord], now: datetime) -> list[Candidate]:
    """Return the articles in `readings`, analysed at `now` (aware UTC), in their order."""
    return [_candidate(each, build_article(each.raw, now=now)) for each in readings]


def _candidate(reading: RawRecord, article: Article) -> Candidate:
    # A date in the future gave way to the present moment: another moment, another article.
    settled = article.published is Certainty.STATED or article.published_at is None
    return Candidate(article, fingerprint(article), reading.hash if settled else "")


def _hash(raw: RawArticle) -> str:
    content = json.dumps([__version__, *(getattr(raw, name) for name in _FIELDS)], default=str)
    return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()
