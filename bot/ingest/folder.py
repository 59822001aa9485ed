"""The files of a corpus folder: their sizes and hashes, and a reader that reports its progress."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from bot import __version__
from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle, ReadResult, UnchangedRecord
from bot.corpus.readers import files_in, read_file

_CHUNK = 1 << 20


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


@dataclass(slots=True)
class FolderReader:
    """Reads files one after the other and tracks its progress.

    Args:
        folder: Root of every `source`.
        known: Stored articles of each file, by the digest of their records, which are not parsed again.
        done: Bytes read so far, approximately: within a file, the bytes of its texts.
        counts: Articles and rejects in each file that was read to its end.
    """

    folder: Path
    files: Sequence[FileState]
    known: Mapping[str, Mapping[str, ArticleId]] = field(default_factory=dict)
    done: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Bytes in all files."""
        return sum(file.size for file in self.files)

    def __iter__(self) -> Iterator[ReadResult]:
        """Yield the articles and rejects of all files, in order."""
        before = 0
        for file in self.files:
            count = inside = 0
            for read in read_file(file.path, root=self.folder, known=self.known.get(file.source, {})):
                count += 1
                inside += _approximate_bytes(read)
                self.done = before + min(inside, file.size)
                yield read
            self.counts[file.source] = count
            before += file.size
            self.done = before


def _approximate_bytes(read: ReadResult) -> int:
    if isinstance(read, RawArticle):
        return len(read.text.encode(errors="replace"))
    return read.size if isinstance(read, UnchangedRecord) else 0


def changed_files(files: Sequence[FileState], hashes: Mapping[str, str]) -> list[FileState]:
    """Return the files that can't be read, or whose hash differs from the one given for their source."""
    return [file for file in files if not file.file_hash or hashes.get(file.source) != file.file_hash]
