"""A folder of articles as it is now: its files, what they weigh, and which of them were read before."""

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
        file_hash: Hash of its bytes and of the program's version; "" when it can't be read.
    """

    path: Path
    source: str
    size: int
    file_hash: str


def look_at(folder: Path, same: Mapping[str, str] = MappingProxyType({})) -> list[FileState]:
    """Return the articles' files under `folder`, in order of their paths, every byte of them hashed.

    Args:
        same: Hashes by `source` of files that are known to be as they were: these are not opened.
    """
    files = [(path, path.relative_to(folder).as_posix()) for path in files_in(folder)]
    return [
        FileState(path, source, 0, same[source]) if source in same else _state(path, source)
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
    """Reads files one after the other, and knows how far it is.

    Args:
        folder: What `source` is relative to.
        done: Bytes read, about: of a file half read, those of its texts.
        read: Articles of each file read whole; rejects count too.
        known: Articles stored from each file, by the digest of their records, which need not be parsed.
    """

    folder: Path
    files: Sequence[FileState]
    known: Mapping[str, Mapping[str, ArticleId]] = field(default_factory=dict)
    done: int = 0
    read: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Bytes there are."""
        return sum(each.size for each in self.files)

    def __iter__(self) -> Iterator[ReadResult]:
        """Yield the articles and rejects of all files, in their order."""
        before = 0
        for file in self.files:
            count = inside = 0
            for each in read_file(file.path, root=self.folder, known=self.known.get(file.source, {})):
                count += 1
                inside += _bytes(each)
                self.done = before + min(inside, file.size)
                yield each
            self.read[file.source] = count
            before += file.size
            self.done = before


def _bytes(read: ReadResult) -> int:
    """How many bytes of its file something is, about."""
    if isinstance(read, RawArticle):
        return len(read.text.encode(errors="replace"))
    return read.size if isinstance(read, UnchangedRecord) else 0


def unread(files: Sequence[FileState], known: Mapping[str, str]) -> list[FileState]:
    """Return the files that are not as they were when they were last read."""
    return [each for each in files if not each.file_hash or known.get(each.source) != each.file_hash]
