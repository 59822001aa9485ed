"""Values of all articles of a snapshot, in arrays that the next snapshot continues instead of copying."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.search.index.array_file import Array
from bot.search.index.builder import build_segment
from bot.search.index.segment import DAY_US, UNDATED, Longs, Segment
from bot.search.index.source_table import NameColumn, SourceTable

Segments = Sequence[tuple[Segment, int]]
"""Segments, each with the number of its first article among all."""

_SPARE_SHARE = 8
"""A full buffer is replaced by one that is larger by this part of its size."""
_LEAST_SPARE = 1_000
_EMPTY: Segments = [(build_segment(()), 0)]
_NO_EVE = np.iinfo(np.int64).max - 1
"""Instead of an eve when there is none: every dated article is before it."""
_OF_SOURCES = ("publishers", "analyzers")


@dataclass(slots=True)
class _Buffer:
    """Memory that columns share; the first `used` values never change."""

    values: Array
    used: int


class Column:
    """An array that can be continued, in memory that it shares with what continues it.

    Only one column continues another in place; further ones copy it.
    """

    __slots__ = ("_buffer", "values")

    def __init__(self, values: Array, buffer: _Buffer | None = None) -> None:
        self.values = values
        self._buffer = buffer or _Buffer(values, len(values))  # full: values of a file can't be written to

    def followed_by(self, more: Array) -> "Column":
        """Return a column of the same values and more ones; for one thread at a time."""
        if not len(more):
            return self
        size, buffer = len(self.values), self._buffer
        end, dtype = size + len(more), np.result_type(self.values, more)
        if size < buffer.used or end > len(buffer.values) or dtype != buffer.values.dtype:
            buffer = _Buffer(np.empty(end + end // _SPARE_SHARE + _LEAST_SPARE, dtype), end)
            buffer.values[:size] = self.values
        buffer.values[size:end] = more
        buffer.used = end
        return Column(buffer.values[:end], buffer)


class Columns:
    """The columns of a snapshot that have been needed, by name.

    A column has one value per article, by doc: the arrays of `Segment`; `publishers` and `analyzers`, numbers
    of names in a source table; `days`, days after `eve`, 0 for none. Those that begin with "statement" have
    one per statement.
    """

    def __init__(self) -> None:
        self._columns: dict[str, Column] = {}
        self._eve: int | None = None

    def get(self, name: str, segments: Segments, sources: SourceTable) -> npt.NDArray[Any]:
        """Return a column of some segments; it is kept."""
        column = self._columns.get(name)
        if column is None:
            parts = [self._part(name, segment, base, sources) for segment, base in segments or _EMPTY]
            column = self._columns[name] = Column(np.concatenate(parts) if len(parts) > 1 else parts[0])
        return column.values

    def eve(self, segments: Segments, sources: SourceTable) -> int:
        """Return a day before that of the first article, as days since 1970; 0 when none is dated."""
        if self._eve is None:
            self._eve = _first_day(self.get("published", segments, sources), default=1) - 1
        return self._eve

    def followed_by(self, segments: Segments, sources: SourceTable) -> "Columns":
        """Return the same columns with those of further segments; for one thread at a time."""
        longer = Columns()
        columns = self._columns.copy()
        longer._eve = self._eve
        if any(self._is_before_eve(segment) for segment, _ in segments):
            longer._eve = None
            columns.pop("days", None)
        for name, column in columns.items():
            parts = [self._part(name, segment, base, sources) for segment, base in segments]
            longer._columns[name] = column.followed_by(np.concatenate(parts)) if parts else column
        return longer

    def rebuilt(self, segments: Segments, sources: SourceTable) -> "Columns":
        """Return the same columns of other segments, so that no reader has to wait for them."""
        other = Columns()
        names = list(self._columns)
        if "days" in names:
            other.eve(segments, sources)
        for name in names:
            other.get(name, segments, sources)
        return other

    def _is_before_eve(self, segment: Segment) -> bool:
        eve = self._eve or _NO_EVE
        return _first_day(segment.published, default=eve + 1) <= eve

    def _part(self, name: str, segment: Segment, doc_base: int, sources: SourceTable) -> Array:
        """Return a column's values in one segment."""
        if name in _OF_SOURCES:
            names: NameColumn = getattr(sources, name)
            return names.numbers_of(segment.source_ids)
        if name == "days":
            days = _days(segment.published) - (self._eve or 0)
            return np.where(segment.published == UNDATED, 0, days).astype(np.int32)
        if name == "statement_docs":
            docs = np.arange(doc_base, doc_base + len(segment), dtype=np.int32)
            return np.repeat(docs, np.diff(segment.statement_offsets))
        values: Array = getattr(segment, name)
        return values


def _days(published: Longs) -> Longs:
    return published // DAY_US


def _first_day(published: Longs, *, default: int) -> int:
    dated = published[published != UNDATED]
    return int(_days(dated).min()) if len(dated) else default
