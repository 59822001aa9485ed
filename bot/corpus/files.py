"""The files of a folder that may hold articles."""

from collections.abc import Iterator
from pathlib import Path

SUFFIXES = frozenset(
    (".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".rdf")
)
"""Of the formats that `bot.corpus.readers` reads."""
GZIP_SUFFIX = ".gz"


def format_suffix(name: str) -> str:
    """Return the suffix that determines a file's format: lower case, without `.gz`."""
    return Path(name.lower().removesuffix(GZIP_SUFFIX)).suffix


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the article files under `folder` in path order, without READMEs and hidden files and folders."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        readme = path.name.partition(".")[0].lower() == "readme"
        hidden = any(part.startswith(".") for part in parts)
        if path.is_file() and format_suffix(path.name) in SUFFIXES and not readme and not hidden:
            yield path
