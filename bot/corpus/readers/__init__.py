"""Files -> raw articles, one module per format; each may be gzipped."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import IO, cast

from bot.corpus.article import ArticleId
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
}
GZIP_SUFFIX = ".gz"
_NOTHING: Mapping[str, ArticleId] = MappingProxyType({})


def is_readable(path: Path) -> bool:
    """Whether `path` is named like a file of articles: known suffix, not hidden, not a README."""
    hidden = path.name.startswith(".")
    return (
        not hidden and path.name.partition(".")[0].lower() != "readme" and format_suffix(path.name) in READERS
    )


def format_suffix(name: str) -> str:
    """Return the suffix that tells a file's format, `.gz` left out, in small letters."""
    return Path(name.lower().removesuffix(GZIP_SUFFIX)).suffix


def read_file(
    path: Path, *, root: Path | None = None, known: Mapping[str, ArticleId] = _NOTHING
) -> Iterator[ReadResult]:
    """Yield the articles of one file as they are read, rejections among them as values.

    Args:
        path: A file; one whose suffix is not known is rejected.
        root: Folder the article's `source` is relative to; the file's own folder when None.
        known: Articles stored from this file, by the digest of their records: where records have one, these
            are not parsed.
    """
    source = path.relative_to(root).as_posix() if root else path.name
    try:
        with path.open("rb") as file:
            yield from read_stream(file, source, known=known)
    except OSError as error:
        yield RejectedInput(localizable("why-unreadable", words=error.strerror or str(error)), source=source)


def read_stream(
    file: IO[bytes], source: str, *, name: str | None = None, known: Mapping[str, ArticleId] = _NOTHING
) -> Iterator[ReadResult]:
    """Yield the articles of an open file.

    Args:
        name: Whose suffix tells the format; `source` when None.
        known: As for `read_file`.
    """
    name = (name or source).lower()
    reader = READERS.get(format_suffix(name))
    if reader is None:
        why = localizable(
            "why-format", suffix=format_suffix(name), known=", ".join(READERS), packed=GZIP_SUFFIX
        )
        yield RejectedInput(why, source=source)
        return
    if reader is read_json_lines:
        reader = partial(read_json_lines, known=known)
    if not name.endswith(GZIP_SUFFIX):
        yield from reader(file, source)
        return
    try:
        with gzip.open(file) as unpacked:
            # The readers' own caps hold for what is unpacked.
            yield from reader(cast(IO[bytes], unpacked), source)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield RejectedInput(localizable("why-gzip", words=str(error)), source=source)


def read_folder(folder: Path) -> Iterator[ReadResult]:
    """Yield the articles of all readable files under `folder`, in order of their paths.

    Hidden files and folders, READMEs and files of other kinds are passed over in silence.
    """
    for path in files_in(folder):
        yield from read_file(path, root=folder)


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the readable files under `folder`, in order of their paths."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and is_readable(path) and not any(part.startswith(".") for part in parts):
            yield path
