"""Reads the files of a corpus folder, and reports its progress."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle, ReadResult, UnchangedRecord
from bot.corpus.readers import read_file
from bot.ingest.folder_scan import FileState


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
