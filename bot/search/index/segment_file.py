"""Segment files: a segment's arrays, ascending ones as the packed steps between their values."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from bot.errors import IndexFilesError
from bot.search.index.array_file import Array, ArrayFile, Shapes, open_arrays
from bot.search.index.patched_numbers import PatchedNumbers
from bot.search.index.segment import ARRAYS, FACTS, FILE_NAMES, Segment

_ASCENDING = {
    "terms": np.int32,
    **dict.fromkeys(
        ("posting_offsets", "token_offsets", "sentence_offsets", "statement_offsets", "id_offsets"), np.int64
    ),
}
"""Ascending arrays, with their types in memory. Files store the steps in few bits each."""
_STEPS = "steps"
"""Fact of a file: `_Steps` of each ascending array."""
_Steps = tuple[list[int], int, int, int]
"""First value, or none of an empty array; then count, width and least of the steps."""


class SegmentFile:
    """A segment file under construction; complete and on disk when `close` returns.

    Args:
        facts: The segment's single values.
    """

    def __init__(self, path: Path, shapes: Shapes, facts: Mapping[str, Any]) -> None:
        renamed = {FILE_NAMES[name]: shape for name, shape in shapes.items() if name not in _ASCENDING}
        self._file = ArrayFile(path, renamed, facts)
        self._facts: dict[str, _Steps] = {}

    def put(self, name: str, index: int, values: Array) -> None:
        """Write values into an array of the segment, from `index` on; an ascending array as a whole."""
        if name in _ASCENDING:
            self._put_steps(FILE_NAMES[name], values)
        else:
            self._file.put(FILE_NAMES[name], index, values)

    def append(self, name: str, values: Array) -> None:
        """Write a whole array of the segment that the shapes leave out."""
        self._file.append(FILE_NAMES[name], values)

    def _put_steps(self, name: str, values: Array) -> None:
        steps = PatchedNumbers.of(np.diff(values))
        self._facts[name] = [*values[:1].tolist()], steps.count, steps.width, steps.least
        self._file.append(name, steps.packed)
        self._file.append(_places(name), steps.places)
        self._file.append(_excess(name), steps.excess)

    def close(self) -> None:
        """Flush everything to disk."""
        self._file.add_fact(_STEPS, self._facts)
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
    steps = facts.pop(_STEPS, {})
    try:
        values: dict[str, Any] = {
            name: _ascending(arrays, steps, FILE_NAMES[name], _ASCENDING[name])
            if name in _ASCENDING
            else arrays[FILE_NAMES[name]]
            for name in ARRAYS
        }
        segment = Segment(**values, **facts, reader=reader)
        _check_offsets(segment)
        return segment
    except (LookupError, TypeError, ValueError) as error:
        raise IndexFilesError(f"{path.name} isn't a segment: {error}") from error


def _ascending(arrays: Mapping[str, Array], facts: Mapping[str, _Steps], name: str, dtype: type) -> Array:
    first, *counts = facts[name]
    steps = PatchedNumbers(arrays[name], arrays[_places(name)], arrays[_excess(name)], *counts).all()
    return np.cumsum(np.concatenate([np.array(first, np.int64), steps]), dtype=dtype)


def _check_offsets(segment: Segment) -> None:
    """Raise ValueError for offsets that lead out of the array they belong to."""
    for offsets, size in (
        (segment.posting_offsets, len(segment.docs)),
        (segment.token_offsets, len(segment.low_tokens)),
        (segment.statement_offsets, len(segment.statement_sentences)),
        (segment.id_offsets, len(segment.id_bytes)),
    ):
        if offsets[0] != 0 or offsets[-1] != size or np.diff(offsets).min(initial=0) < 0:
            raise ValueError("offsets lead out of their array")


def _places(name: str) -> str:
    return f"{name}_at"


def _excess(name: str) -> str:
    return f"{name}_far"
