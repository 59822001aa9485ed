"""Reads files into raw articles; one module per format. Every format may be gzipped."""

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import IO, cast

from bot.corpus.article import ArticleId
from bot.corpus.faults import Fault
from bot.corpus.files import GZIP_SUFFIX, format_suffix
from bot.corpus.raw import ReadResult
from bot.corpus.readers.html import read_html
from bot.corpus.readers.jsonl import read_json, read_json_lines
from bot.corpus.readers.text import read_text
from bot.corpus.readers.xml import read_xml
from bot.errors import RejectedInput, localizable

Reader = Callable[[IO[bytes], str], Iterable[ReadResult]]
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".xml": read_xml,
    ".rss": read_xml,
    ".atom": read_xml,
    ".rdf": read_xml,
}
_SNIFFED = 4_000
_BLANK = b"\xef\xbb\xbf \t\r\n"
_FEED = re.compile(
    rb"(?:<\?xml[^>]*>|<!--(?:(?!-->).)*-->|\s)*<(?:\w+:)?(?:rss|feed|RDF)\b", re.IGNORECASE | re.DOTALL
)
_NONE_KNOWN: Mapping[str, ArticleId] = MappingProxyType({})


def read_file(
    path: Path, *, root: Path | None = None, known: Mapping[str, ArticleId] = _NONE_KNOWN
) -> Iterator[ReadResult]:
    """Yield the articles of a file as they are read; rejections are values among them.

    Args:
        path: A file; one with an unknown suffix is rejected.
        root: Folder that the articles' `source` is relative to; the file's own folder when None.
        known: Stored articles from this file, by digest of their record; JSON lines with a known digest are
            not parsed.
    """
    source = path.relative_to(root).as_posix() if root else path.name
    try:
        with path.open("rb") as file:
            yield from read_stream(file, source, known=known)
    except OSError as error:
        yield RejectedInput(localizable("why-unreadable", words=error.strerror or str(error)), source=source)
    except Exception as error:  # the readers of formats with several articles reject one of them
        yield Fault.of(error, source=source).rejected()


def _by_content(file: IO[bytes]) -> Reader | None:
    """Return the reader of a feed that was saved under another name, None for other content."""
    if not isinstance(file, io.BufferedReader):
        return None
    start = file.peek(_SNIFFED)[:_SNIFFED].lstrip(_BLANK)
    if _FEED.match(start):
        return read_xml
    return read_json if start.startswith(b"{") and b"jsonfeed.org" in start else None


def read_stream(
    file: IO[bytes], source: str, *, name: str | None = None, known: Mapping[str, ArticleId] = _NONE_KNOWN
) -> Iterator[ReadResult]:
    """Yield the articles of an open file.

    Args:
        name: File name whose suffix determines the format; `source` when None.
        known: As for `read_file`.
    """
    name = (name or source).lower()
    reader = READERS.get(format_suffix(name))
    if reader in (None, read_text, read_html) and not name.endswith(GZIP_SUFFIX):
        reader = _by_content(file) or reader
    if reader is None:
        suffix, formats = format_suffix(name), ", ".join(READERS)
        reason = localizable("why-format", suffix=suffix, known=formats, packed=GZIP_SUFFIX)
        yield RejectedInput(reason, source=source)
        return
    if reader is read_json_lines:
        reader = partial(read_json_lines, known=known)
    if not name.endswith(GZIP_SUFFIX):
        yield from reader(file, source)
        return
    try:
        with gzip.open(file) as decompressed:
            # The readers' size limits apply to the decompressed data.
            yield from reader(cast(IO[bytes], decompressed), source)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield RejectedInput(localizable("why-gzip", words=str(error)), source=source)
