"""The index on disk: segment files, four append-only text files, and the generation file.

The file `generation` names what belongs together: segments, live articles, statistics, and how much of each
append-only file counts. Everything it names is on disk before it replaces its predecessor by a rename, so a
process killed at any moment leaves an index that opens.
"""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from bot.errors import IndexFilesError
from bot.file_lock import try_lock
from bot.search.analyzer import ANALYSIS_VERSION
from bot.search.index.array_file import Shapes, read_arrays, sync_directory, write_arrays
from bot.search.index.segment import Segment
from bot.search.index.segment_file import SegmentFile, facts_of, read_segment, shapes_of, write_segment
from bot.search.index.snapshot import SegmentView, Snapshot, lay_out
from bot.search.index.source_table import SourceTable
from bot.search.index.speaker_table import SpeakerTable
from bot.search.index.term_dictionary import TermDictionary
from bot.search.query.matcher import SourceNames

FORMAT = 10
"""Increases when the files change."""
GENERATION = "generation"
TERMS, WORD_FORMS, SOURCES, SPEAKERS = "terms", "surfaces", "sources", "speakers"
"""Names of the append-only files, without `.txt`."""


class IndexDirectory:
    """A folder with an index; one process at a time writes into it.

    Args:
        store_id: Identifies the store that is indexed; an index of another store is not opened.
    """

    def __init__(self, folder: Path, store_id: str = "") -> None:
        self.folder = folder
        self.store_id = store_id
        self._appended: dict[str, tuple[int, int]] = {}
        self._last_number = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = (folder / "lock").open("ab")
        self.writable = try_lock(self._lock)

    def load(self) -> Snapshot | None:
        """Return the stored index; None when there is none, or none that can be used.

        Removes files that belong to no generation.
        """
        try:
            snapshot = self._load()
        except IndexFilesError:
            snapshot = None
        if snapshot is None:
            self._appended = {}
        self._remove_unused(snapshot.views if snapshot else ())
        return snapshot

    def save(self, snapshot: Snapshot) -> tuple[SegmentView, ...]:
        """Store an index; return its views, with every segment mapped from its file."""
        views = tuple(view if view.file else self._write_segment(view) for view in snapshot.views)
        dictionary = snapshot.dictionary
        sources = (asdict(source) for source in snapshot.sources.sources[self._count(SOURCES) :])
        self._append(TERMS, dictionary.terms[self._count(TERMS) : len(snapshot.df)])
        self._append(WORD_FORMS, dictionary.word_forms[self._count(WORD_FORMS) :])
        self._append(SOURCES, (json.dumps(source, ensure_ascii=False) for source in sources))
        self._append(SPEAKERS, snapshot.speakers.lines(self._count(SPEAKERS)))
        self._write_generation(snapshot, views)
        self._remove_unused(views)
        return views

    def size(self) -> int:
        """Return the bytes of all files."""
        total = 0
        for file in self.folder.iterdir():
            with suppress(FileNotFoundError):  # a merge has removed it
                total += file.stat().st_size
        return total

    def close(self) -> None:
        """Release the folder to other processes."""
        self._lock.close()

    def create_segment(self, shapes: Shapes, facts: Mapping[str, Any]) -> tuple[str, SegmentFile]:
        """Return the name of a new segment file, and the file open for writing.

        Args:
            facts: The segment's single values.
        """
        self._last_number += 1
        name = f"segment-{self._last_number}"
        return name, SegmentFile(self.folder / name, shapes, facts)

    def open_segment(self, name: str) -> Segment:
        """Return a segment mapped from its file."""
        return read_segment(self.folder / name)

    def _write_segment(self, view: SegmentView) -> SegmentView:
        """Return a view of the same segment, now in a file."""
        segment = view.segment
        name, file = self.create_segment(shapes_of(segment), facts_of(segment))
        write_segment(file, segment)
        return replace(view, segment=self.open_segment(name), file=name)

    def _remove_unused(self, views: Sequence[SegmentView]) -> None:
        """Remove segment files that no view names."""
        paths = list(self.folder.glob("segment-*"))
        self._last_number = max([self._last_number, *(int(path.name.partition("-")[2]) for path in paths)])
        used = {view.file for view in views}
        for path in paths if self.writable else ():
            if path.name not in used:
                with suppress(OSError):  # Windows keeps a file that a reader still maps
                    path.unlink()

    def _load(self) -> Snapshot | None:
        if not (self.folder / GENERATION).exists():
            return None
        arrays, facts = read_arrays(self.folder / GENERATION)
        if facts["format"] != _format() or facts["mark"] != self.store_id:
            return None
        self._appended = {name: (count, size) for name, (count, size) in facts["grown"].items()}
        views = [
            SegmentView(self.open_segment(name), arrays.get(f"alive-{name}"), -1, name)
            for name in facts["segments"]
        ]
        sources = [SourceNames(**_with_tuples(json.loads(line))) for line in self._lines(SOURCES)]
        return Snapshot(
            number=facts["number"],
            views=lay_out(views),
            df=arrays["df"],
            articles=facts["articles"],
            length=facts["length"],
            dictionary=TermDictionary(self._lines(TERMS), self._lines(WORD_FORMS)),
            sources=SourceTable(sources),
            speakers=SpeakerTable(self._lines(SPEAKERS)),
            languages=tuple(facts["languages"]),
        )

    def _count(self, name: str) -> int:
        return self._appended.get(name, (0, 0))[0]

    def _append(self, name: str, lines: Iterable[str]) -> None:
        """Append lines to those that count, over anything that a killed process left behind them."""
        count, size = self._appended.get(name, (0, 0))
        added = list(lines)
        path = self.folder / f"{name}.txt"
        with path.open("r+b" if path.exists() else "w+b") as file:
            file.truncate(size)
            file.seek(size)
            file.write("".join(f"{line}\n" for line in added).encode())
            file.flush()
            os.fsync(file.fileno())
            self._appended[name] = count + len(added), file.tell()

    def _lines(self, name: str) -> list[str]:
        """Return the lines of an append-only file that count."""
        count, size = self._appended[name]
        try:
            content = (self.folder / f"{name}.txt").read_bytes()[:size]
        except OSError as error:
            raise IndexFilesError(f"{name}.txt can't be read") from error
        lines = content.decode(errors="replace").split("\n")[:-1]
        if len(content) != size or len(lines) != count:
            raise IndexFilesError(f"{name}.txt is truncated")
        return lines

    def _write_generation(self, snapshot: Snapshot, views: Sequence[SegmentView]) -> None:
        arrays: dict[str, Any] = {"df": snapshot.df}
        arrays |= {f"alive-{view.file}": view.live_docs for view in views if view.live_docs is not None}
        facts = {
            "format": _format(),
            "mark": self.store_id,
            "number": snapshot.number,
            "articles": snapshot.articles,
            "length": snapshot.length,
            "languages": snapshot.languages,
            "segments": [view.file for view in views],
            "grown": self._appended,
        }
        new = self.folder / f"{GENERATION}.new"
        write_arrays(new, arrays, facts)
        sync_directory(self.folder)
        new.replace(self.folder / GENERATION)
        sync_directory(self.folder)


def _format() -> list[Any]:
    return [FORMAT, ANALYSIS_VERSION, sys.byteorder, np.dtype(np.intp).itemsize]


def _with_tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
