"""Files -> raw articles, one module per format."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bot.corpus.raw import RawArticle
from bot.corpus.readers.jsonl import read_array, read_lines
from bot.corpus.readers.text import read_text
from bot.errors import RejectedInput

Reader = Callable[[Path, str], Iterator[RawArticle | RejectedInput]]
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".json": read_array,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
}


def is_readable(path: Path) -> bool:
    """Whether `path` is named like a file of articles: known suffix, not hidden, not a README."""
    hidden = path.name.startswith(".")
    return not hidden and path.stem.lower() != "readme" and path.suffix.lower() in READERS


def read_file(path: Path, *, root: Path | None = None) -> Iterator[RawArticle | RejectedInput]:
    """Yield the articles of one file as they are read, rejections among them as values.

    Args:
        path: A file; one whose suffix is not known is rejected.
        root: Folder the article's `source` is relative to; the file's own folder when None.
    """
    source = path.relative_to(root).as_posix() if root else path.name
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        yield RejectedInput(f"unknown format {path.suffix!r}; known: {', '.join(READERS)}", source=source)
        return
    try:
        yield from reader(path, source)
    except OSError as error:
        yield RejectedInput(f"can't be read: {error.strerror or error}", source=source)


def read_folder(folder: Path) -> Iterator[RawArticle | RejectedInput]:
    """Yield the articles of all readable files under `folder`, in order of their paths.

    Hidden files and folders, READMEs and files of other kinds are passed over in silence.
    """
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and is_readable(path) and not any(part.startswith(".") for part in parts):
            yield from read_file(path, root=folder)
