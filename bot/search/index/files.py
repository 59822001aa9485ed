"""The index on disk: segment files, three files of words and sources that only grow, and one generation.

The file `generation` names what belongs together: segments, living articles, statistics, and how much of the
growing files counts. Everything it names is on disk before it takes the place of the one before by a rename,
so that whatever is killed at whatever moment leaves an index that opens.
"""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from bot.errors import IndexFilesError
from bot.file_lock import taken
from bot.search.index.array_file import read_arrays, sync_folder, write_arrays
from bot.search.index.segment import ARRAYS, Segment
from bot.search.index.snapshot import SegmentView, Snapshot, laid_out
from bot.search.index.source_table import SourceBook
from bot.search.index.term_dictionary import TermDictionary
from bot.search.query.matcher import Sources

FORMAT = 3
"""Goes up when the files, or the terms that texts are analysed into, change."""
GENERATION = "generation"


class IndexDirectory:
    """A folder with an index; one process at a time writes into it.

    Args:
        mark: Says which store the index is a copy of; an index of another one is not opened.
    """

    def __init__(self, folder: Path, mark: str = "") -> None:
        self.folder = folder
        self.mark = mark
        self._grown: dict[str, tuple[int, int]] = {}
        self._next = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = (folder / "lock").open("ab")
        self.owned = taken(self._lock)

    def load(self) -> Snapshot | None:
        """Return the index kept here, None when there is none that fits.

        Files of no generation are removed.
        """
        try:
            snapshot = self._loaded()
        except IndexFilesError:
            snapshot = None
        if snapshot is None:
            self._grown = {}
        self.sweep(snapshot.views if snapshot else ())
        return snapshot

    def save(self, snapshot: Snapshot) -> tuple[SegmentView, ...]:
        """Keep an index; return its views, every segment mapped from its file."""
        views = tuple(view if view.file else self.place(view) for view in snapshot.views)
        sources = (asdict(each) for each in snapshot.sources.sources[self._size("sources") :])
        self._grow("terms", snapshot.lexicon.terms[self._size("terms") : len(snapshot.df)])
        self._grow("surfaces", snapshot.lexicon.surfaces[self._size("surfaces") :])
        self._grow("sources", (json.dumps(each, ensure_ascii=False) for each in sources))
        self._switch(snapshot, views)
        self.sweep(views)
        return views

    def close(self) -> None:
        """Let others write here."""
        self._lock.close()

    def place(self, view: SegmentView) -> SegmentView:
        """Return a view on the same segment in a file of its own."""
        segment = view.segment
        name = self.new_name()
        arrays = {each: getattr(segment, each) for each in ARRAYS}
        write_arrays(self.folder / name, arrays, {"mean_length": segment.mean_length})
        return replace(view, segment=self.segment(name), file=name)

    def new_name(self) -> str:
        """Return the name of a segment file not yet there."""
        self._next += 1
        return f"segment-{self._next}"

    def segment(self, name: str) -> Segment:
        """Return a segment mapped from its file."""
        arrays, facts = read_arrays(self.folder / name)
        return Segment(**arrays, mean_length=float(facts["mean_length"]))

    def sweep(self, views: Sequence[SegmentView]) -> None:
        """Remove segment files that neither these views nor the generation name."""
        numbers = [int(path.name.partition("-")[2]) for path in self.folder.glob("segment-*")]
        self._next = max([self._next, *numbers])
        if self.owned:
            for path in self.folder.glob("segment-*"):
                if path.name not in {view.file for view in views}:
                    with suppress(OSError):  # Windows keeps a file that a reader still maps
                        path.unlink()

    def _loaded(self) -> Snapshot | None:
        if not (self.folder / GENERATION).exists():
            return None
        arrays, facts = read_arrays(self.folder / GENERATION)
        if facts["format"] != _format() or facts["mark"] != self.mark:
            return None
        self._grown = {name: (count, size) for name, (count, size) in facts["grown"].items()}
        views = [
            SegmentView(self.segment(name), arrays.get(f"alive-{name}"), -1, name)
            for name in facts["segments"]
        ]
        sources = [Sources(**_tuples(json.loads(line))) for line in self._grown_lines("sources")]
        return Snapshot(
            number=facts["number"],
            views=laid_out(views),
            df=arrays["df"],
            articles=facts["articles"],
            length=facts["length"],
            lexicon=TermDictionary(self._grown_lines("terms"), self._grown_lines("surfaces")),
            sources=SourceBook(sources),
            languages=tuple(facts["languages"]),
        )

    def _size(self, name: str) -> int:
        return self._grown.get(name, (0, 0))[0]

    def _grow(self, name: str, lines: Iterable[str]) -> None:
        """Put lines after those that count; what a killed process left behind them goes."""
        count, size = self._grown.get(name, (0, 0))
        new = list(lines)
        path = self.folder / f"{name}.txt"
        with path.open("r+b" if path.exists() else "w+b") as file:
            file.truncate(size)
            file.seek(size)
            file.write("".join(f"{line}\n" for line in new).encode())
            file.flush()
            os.fsync(file.fileno())
            self._grown[name] = count + len(new), file.tell()

    def _grown_lines(self, name: str) -> list[str]:
        count, size = self._grown[name]
        try:
            content = (self.folder / f"{name}.txt").read_bytes()[:size]
        except OSError as error:
            raise IndexFilesError(f"{name}.txt can't be read") from error
        lines = content.decode(errors="replace").split("\n")[:-1]
        if len(content) != size or len(lines) != count:
            raise IndexFilesError(f"{name}.txt is cut off")
        return lines

    def _switch(self, snapshot: Snapshot, views: Sequence[SegmentView]) -> None:
        arrays: dict[str, Any] = {"df": snapshot.df}
        arrays |= {f"alive-{view.file}": view.alive for view in views if view.alive is not None}
        facts = {
            "format": _format(),
            "mark": self.mark,
            "number": snapshot.number,
            "articles": snapshot.articles,
            "length": snapshot.length,
            "languages": snapshot.languages,
            "segments": [view.file for view in views],
            "grown": self._grown,
        }
        fresh = self.folder / f"{GENERATION}.new"
        write_arrays(fresh, arrays, facts)
        sync_folder(self.folder)
        fresh.replace(self.folder / GENERATION)
        sync_folder(self.folder)


def _format() -> list[Any]:
    return [FORMAT, sys.byteorder, np.dtype(np.intp).itemsize]


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
