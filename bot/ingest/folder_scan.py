"""The files of a corpus folder as they are now, and as they were when they were read."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bot import __version__
from bot.corpus.files import files_in

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that was read to its end.

    Args:
        file_hash: Hash of its bytes and of the program's version.
        articles: Articles and rejects in it.
        shared: Whether it shares a text or an id with another file, so that its result depends on it.
    """

    file_hash: str
    articles: int
    shared: bool


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it is now.

    Args:
        source: Path relative to the folder, with `/`.
        size: In bytes; 0 for a file that was not opened.
        file_hash: Hash of its bytes and of the program's version; "" when it can't be read.
    """

    path: Path
    source: str
    size: int
    file_hash: str


def scan_folder(folder: Path, known: Mapping[str, str] = MappingProxyType({})) -> list[FileState]:
    """Return the article files under `folder`, ordered by path.

    Args:
        known: Hashes by `source` of files known to be unchanged: these are not opened.
    """
    files = [(path, path.relative_to(folder).as_posix()) for path in files_in(folder)]
    return [
        FileState(path, source, 0, known[source]) if source in known else _state(path, source)
        for path, source in files
    ]


def _state(path: Path, source: str) -> FileState:
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    size = 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except OSError:
        return FileState(path, source, 0, "")
    return FileState(path, source, size, digest.hexdigest())


def changed_files(files: Sequence[FileState], hashes: Mapping[str, str]) -> list[FileState]:
    """Return the files that can't be read, or whose hash differs from the one given for their source."""
    return [file for file in files if not file.file_hash or hashes.get(file.source) != file.file_hash]


def is_same(files: Sequence[FileState], hashes: Mapping[str, str]) -> bool:
    """Return whether no file was added, changed or deleted since the hashes were stored."""
    return len(files) == len(hashes) and not changed_files(files, hashes)
