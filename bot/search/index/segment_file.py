"""Segment files: a segment's arrays, ascending ones as the steps between their values."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from bot.search.index.array_file import Array, ArrayFile, Shapes, open_arrays
from bot.search.index.segment import ARRAYS, FACTS, FILE_NAMES, Segment, as_smallest_uint

_ASCENDING = {
    "terms": np.int32,
    **dict.fromkeys(
        ("posting_offsets", "token_offsets", "sentence_offsets", "statement_offsets", "id_offsets"), np.int64
    ),
}
"""Ascending arrays, with their types in memory. Files store the steps, which take a quarter to an eighth."""


class SegmentFile:
    """A segment file under construction; complete and on disk when `close` returns.

    Args:
        facts: The segment's single values.
    """

    def __init__(self, path: Path, shapes: Shapes, facts: Mapping[str, Any]) -> None:
        renamed = {FILE_NAMES[name]: shape for name, shape in shapes.items() if name not in _ASCENDING}
        self._file = ArrayFile(path, renamed, facts)

    def put(self, name: str, index: int, values: Array) -> None:
        """Write values into an array of the segment, from `index` on; an ascending array as a whole."""
        if name in _ASCENDING:
            self.append(name, as_smallest_uint(np.diff(values, prepend=0)))
        else:
            self._file.put(FILE_NAMES[name], index, values)

    def append(self, name: str, values: Array) -> None:
        """Write a whole array of the segment that the shapes leave out."""
        self._file.append(FILE_NAMES[name], values)

    def close(self) -> None:
        """Flush everything to disk."""
        self._file.close()


def write_segment(file: SegmentFile, segment: Segment) -> None:
    """Write a whole segment; it is on disk when this returns."""
    for name in ARRAYS:
        file.put(name, 0, getattr(segment, name))
    file.close()


def shapes_of(segment: Segment) -> dict[str, tuple[np.dtype[Any], int]]:
    """Return the type and length of every array."""
    arrays: dict[str, Array] = {name: getattr(segment, name) for name in ARRAYS}
    return {name: (values.dtype, len(values)) for name, values in arrays.items()}


def facts_of(segment: Segment) -> dict[str, Any]:
    """Return the single values."""
    return {name: getattr(segment, name) for name in FACTS}


def read_segment(path: Path) -> Segment:
    """Return a segment mapped from its file, apart from the ascending arrays.

    Raises:
        IndexFilesError: The file is missing, truncated or in another format.
    """
    arrays, facts, reader = open_arrays(path)
    values: dict[str, Any] = {name: arrays[FILE_NAMES[name]] for name in ARRAYS}
    for name, dtype in _ASCENDING.items():
        values[name] = np.cumsum(values[name], dtype=dtype)
    return Segment(**values, **facts, reader=reader)
