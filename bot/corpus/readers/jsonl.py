"""Reads JSON files of records with named fields: an array (`.json`) or one record per line (`.jsonl`)."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import IO, Annotated

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot import __version__
from bot.corpus.article import ArticleId
from bot.corpus.decoding import BOMS, decode
from bot.corpus.faults import unless_faulty
from bot.corpus.plain_text import clean, one_line
from bot.corpus.raw import RawArticle, ReadResult, UnchangedRecord
from bot.corpus.readers.common import has_letters, validation_reason
from bot.corpus.readers.feed_document import feed_articles
from bot.corpus.readers.json_feed import read_json_feed
from bot.errors import Localizable, RejectedInput, localizable

MAX_FILE_BYTES = 64_000_000
MAX_LINE_BYTES = 8_000_000


def _name(value: object) -> object:
    """Return a name, {"name": ...} as in JSON-LD, or a list of either as one line of text."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(str(name) for name in map(_name, value) if name) or None
    return one_line(value) if isinstance(value, str) else value


def _line(value: object) -> object:
    """Return a text or number as one line of text: ids and epoch seconds may be numbers."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return one_line(value) if isinstance(value, str) else value


TEXT_NAMES = ("text", "body", "content", "articleBody", "maintext", "full_text", "article")
"""Names of the field that holds an article's text."""
_PUBLISHER_NAMES = ("publisher", "outlet", "site", "site_name", "publication")
_AUTHOR_NAMES = ("author", "authors", "byline", "creator")
_PUBLISHED_NAMES = (
    *("published", "published_at", "date", "datePublished", "pubDate", "date_published"),
    "publication_date",
)
_Name = Annotated[str | None, BeforeValidator(_name)]
_Line = Annotated[str | None, BeforeValidator(_line)]


class _Record(BaseModel):
    """One article in JSON. Other fields end up in `RawArticle.extra`."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    text: str = Field(validation_alias=AliasChoices(*TEXT_NAMES))
    title: _Line = Field(default=None, validation_alias=AliasChoices("title", "headline", "name"))
    id: _Line = Field(default=None, validation_alias=AliasChoices("id", "_id", "guid", "uuid"))
    url: _Line = Field(default=None, validation_alias=AliasChoices("url", "link", "uri", "canonical_url"))
    publisher: _Name = Field(default=None, validation_alias=AliasChoices(*_PUBLISHER_NAMES))
    author: _Name = Field(default=None, validation_alias=AliasChoices(*_AUTHOR_NAMES))
    published: _Line = Field(default=None, validation_alias=AliasChoices(*_PUBLISHED_NAMES))
    language: _Line = Field(default=None, validation_alias=AliasChoices("language", "lang", "inLanguage"))
    sample: bool = False

    def raw(self, source: str, digest: str) -> RawArticle:
        """Return the record as a raw article read from `source`."""
        text = clean(self.text).strip()
        text = text if has_letters(text) else self.title or ""  # a score, an emoji
        return RawArticle(
            text=text,
            source=source,
            # Not the line number: inserting a record would make every record below it a new article.
            key=f"{source}#{self.title or text[:80]}",
            title=self.title,
            id=self.id,
            url=self.url,
            publisher=self.publisher,
            author=self.author,
            published=self.published,
            language=self.language,
            sample=self.sample,
            extra=dict(self.model_extra or {}),
            digest=digest,
        )


def read_json_lines(
    file: IO[bytes], source: str, *, known: Mapping[str, ArticleId] = MappingProxyType({})
) -> Iterator[ReadResult]:
    """Yield one result per line, in memory that does not grow with the file.

    Args:
        known: Stored articles from this file, by digest of their line; these lines are not parsed.
    """
    for number, line in enumerate(_lines(file), 1):
        if line is None:
            yield RejectedInput(localizable("why-line-long", most=MAX_LINE_BYTES), source=source, line=number)
        elif stripped := line.strip():
            digest = _digest(stripped)
            parse = partial(_parse_line, line, digest, source=source, number=number)
            stored = known.get(digest)
            yield UnchangedRecord(stored, source, len(line), parse) if stored else parse()


def read_json(file: IO[bytes], source: str) -> Iterator[RawArticle | RejectedInput]:
    """Yield the articles of a JSON array, a single object, an object's "articles" array, or a JSON Feed."""
    data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        yield RejectedInput(localizable("why-json-large"), source=source)
        return
    try:
        content = json.loads(decode(data), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        yield RejectedInput(_json_reason(error), source=source, line=getattr(error, "lineno", None))
        return
    if isinstance(content, dict) and "jsonfeed.org" in str(content.get("version")):
        feed = read_json_feed(data, source)
        yield from [feed] if isinstance(feed, RejectedInput) else feed_articles(feed, source)
        return
    if isinstance(content, dict):
        content = content["articles"] if isinstance(content.get("articles"), list) else [content]
    for number, record in enumerate(content if isinstance(content, list) else [content], 1):
        yield record_article(record, source, number)


def record_article(record: object, source: str, number: int, digest: str = "") -> RawArticle | RejectedInput:
    """Return the article in a record with named fields, or why there is none.

    Args:
        number: Line or position in the file, from 1.
        digest: Hash of the record's bytes, "" without one.
    """
    return unless_faulty(lambda: _read_record(record, source, number, digest), source=source, line=number)


def _read_record(record: object, source: str, number: int, digest: str) -> RawArticle | RejectedInput:
    try:
        raw = _Record.model_validate(record).raw(source, digest)
    except ValidationError as error:
        return RejectedInput(validation_reason(error), source=source, line=number)
    if not has_letters(raw.text):
        return RejectedInput(localizable("why-no-words"), source=source, line=number)
    return raw


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    """Yield lines, None for a line that is too long; it is skipped without loading it."""
    utf16_boms = {bom for bom, encoding in BOMS if encoding == "utf-16"}
    if file.peek(4)[:2] in utf16_boms:  # type: ignore[attr-defined]
        yield from _utf16_lines(file)
        return
    while line := file.readline(MAX_LINE_BYTES):
        too_long = not line.endswith(b"\n") and len(line) == MAX_LINE_BYTES
        while too_long and (rest := file.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None if too_long else line


def _utf16_lines(file: IO[bytes]) -> Iterator[bytes | None]:
    data = file.read(MAX_FILE_BYTES + 1)
    yield from (line.encode(errors="replace") for line in decode(data[:MAX_FILE_BYTES]).splitlines())
    if len(data) > MAX_FILE_BYTES:
        yield None


def _digest(line: bytes) -> str:
    """Return a hash of a line and the program's version, as another version may read it differently."""
    return hashlib.blake2b(line, digest_size=16, key=__version__.encode()).hexdigest()


def _parse_line(line: bytes, digest: str, *, source: str, number: int) -> RawArticle | RejectedInput:
    try:
        record = json.loads(decode(line), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        return RejectedInput(_json_reason(error), source=source, line=number)
    return record_article(record, source, number, digest)


def _no_number(_: str) -> None:
    """Return None for NaN and infinities, which Python reads and PostgreSQL refuses."""


def _json_reason(error: Exception) -> Localizable:
    words = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
    return localizable("why-json", words=words)
