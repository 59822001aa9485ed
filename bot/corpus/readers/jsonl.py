"""JSON files: records with named fields, one array (`.json`) or one record a line (`.jsonl`)."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import IO, Annotated

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot import __version__
from bot.corpus.article import ArticleId
from bot.corpus.plain_text import BOMS, clean, decode, one_line
from bot.corpus.raw import RawArticle, ReadResult, UnchangedRecord
from bot.corpus.readers.common import validation_reason
from bot.corpus.readers.feed_document import feed_articles
from bot.corpus.readers.json_feed import read_json_feed
from bot.errors import Localizable, RejectedInput, localizable

MAX_FILE_BYTES = 64_000_000
MAX_LINE_BYTES = 8_000_000


def _name(value: object) -> object:
    """A name, {"name": ...} as JSON-LD writes it, or a list of either -> one line of text."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(str(name) for name in map(_name, value) if name) or None
    return one_line(value) if isinstance(value, str) else value


def _written(value: object) -> object:
    """Numbers are fine where text is expected: ids, epoch seconds."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _one_line(value: object) -> object:
    value = _written(value)
    return one_line(value) if isinstance(value, str) else value


TEXT_NAMES = frozenset({"text", "body", "content", "articleBody", "maintext", "full_text", "article"})
"""Names of the field that holds an article's text."""
Name = Annotated[str | None, BeforeValidator(_name)]
Line = Annotated[str | None, BeforeValidator(_one_line)]


class Record(BaseModel):
    """One article as JSON has it. Fields not named here are kept aside, never lost."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    text: str = Field(
        validation_alias=AliasChoices(
            "text", "body", "content", "articleBody", "maintext", "full_text", "article"
        )
    )
    title: Line = Field(default=None, validation_alias=AliasChoices("title", "headline", "name"))
    id: Line = Field(default=None, validation_alias=AliasChoices("id", "_id", "guid", "uuid"))
    url: Line = Field(default=None, validation_alias=AliasChoices("url", "link", "uri", "canonical_url"))
    publisher: Name = Field(
        default=None, validation_alias=AliasChoices("publisher", "outlet", "site", "site_name", "publication")
    )
    author: Name = Field(
        default=None, validation_alias=AliasChoices("author", "authors", "byline", "creator")
    )
    published: Line = Field(
        default=None,
        validation_alias=AliasChoices(
            "published",
            "published_at",
            "date",
            "datePublished",
            "pubDate",
            "date_published",
            "publication_date",
        ),
    )
    language: Line = Field(default=None, validation_alias=AliasChoices("language", "lang", "inLanguage"))
    sample: bool = False

    def raw(self, source: str, digest: str = "") -> RawArticle:
        """Return the record as a raw article read from `source`."""
        text = clean(self.text).strip()
        return RawArticle(
            text=text,
            source=source,
            # Not the line's number: a record put in above must not make new articles of all below.
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
    """Yield one article or rejection a line; memory stays flat whatever the file's size.

    Args:
        known: Articles stored from this file, by the digest of their lines: such lines are not parsed.
    """
    for number, line in enumerate(_lines(file), 1):
        if line is None:
            yield RejectedInput(localizable("why-line-long", most=MAX_LINE_BYTES), source=source, line=number)
        elif bare := line.strip():
            digest = _digest(bare)
            parse = partial(_parse, line, digest, source=source, number=number)
            stored = known.get(digest)
            yield UnchangedRecord(stored, source, len(line), parse) if stored else parse()


def read_json(file: IO[bytes], source: str) -> Iterator[RawArticle | RejectedInput]:
    """Yield the articles of a JSON array, a lone object, an object's "articles" array, or a JSON Feed."""
    data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        yield RejectedInput(localizable("why-json-large"), source=source)
        return
    try:
        content = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        yield RejectedInput(_no_json(error), source=source, line=getattr(error, "lineno", None))
        return
    if isinstance(content, dict) and "jsonfeed.org" in str(content.get("version")):
        feed = read_json_feed(data, source)
        yield from [feed] if isinstance(feed, RejectedInput) else feed_articles(feed, source)
        return
    if isinstance(content, dict):
        content = content["articles"] if isinstance(content.get("articles"), list) else [content]
    for number, record in enumerate(content if isinstance(content, list) else [content], 1):
        yield record_article(record, source, number)


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    """Yield lines, None for one that is too long (skipped without holding it)."""
    wide = file.peek(4)[:2] in {mark for mark, name in BOMS if name == "utf-16"}  # type: ignore[attr-defined]
    if wide:
        yield from _wide_lines(file)
        return
    while line := file.readline(MAX_LINE_BYTES):
        too_long = not line.endswith(b"\n") and len(line) == MAX_LINE_BYTES
        while too_long and (rest := file.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None if too_long else line


def _wide_lines(file: IO[bytes]) -> Iterator[bytes | None]:
    data = file.read(MAX_FILE_BYTES + 1)
    yield from (line.encode(errors="replace") for line in decode(data[:MAX_FILE_BYTES]).splitlines())
    if len(data) > MAX_FILE_BYTES:
        yield None


def _digest(line: bytes) -> str:
    """The hash of a line, another one with every version of the program, which may read it otherwise."""
    return hashlib.blake2b(line, digest_size=16, key=__version__.encode()).hexdigest()


def _parse(line: bytes, digest: str, *, source: str, number: int) -> RawArticle | RejectedInput:
    try:
        return record_article(json.loads(decode(line)), source, number, digest)
    except (ValueError, RecursionError) as error:
        return RejectedInput(_no_json(error), source=source, line=number)


def record_article(record: object, source: str, number: int, digest: str = "") -> RawArticle | RejectedInput:
    """Return the article a record with named fields holds, or why it holds none.

    Args:
        number: Line or place in the file, from 1.
        digest: Hash of the record's bytes, when it has its own.
    """
    try:
        raw = Record.model_validate(record).raw(source, digest)
    except ValidationError as error:
        return RejectedInput(validation_reason(error), source=source, line=number)
    if not any(character.isalpha() for character in raw.text):
        return RejectedInput(localizable("why-no-words"), source=source, line=number)
    return raw


def _no_json(error: Exception) -> Localizable:
    words = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
    return localizable("why-json", words=words)
