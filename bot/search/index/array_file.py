"""A file of named arrays, memory-mapped when read: one line of JSON, then the arrays, each aligned."""

import json
import mmap
import os
import weakref
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from bot.errors import IndexFilesError

Array = npt.NDArray[Any]
Shapes = Mapping[str, tuple[np.dtype[Any], int]]
"""Type and length by array name."""

CAN_READ = hasattr(os, "pread")
"""Whether `ArrayReader` works here: Windows has no `pread`."""
_ALIGNMENT = 64
_APPENDED = 4_000
"""Bytes that a header may grow by when arrays and facts are added."""


def copy_array(values: "array[int]") -> Array:
    """Return a copy of integers that another thread may be appending to.

    `np.array` would hold a buffer on them while it copies, and appending fails while a buffer is held.
    """
    return np.frombuffer(values.tobytes(), values.typecode)


class ArrayFile:
    """A file of arrays under construction; complete and on disk when `close` returns.

    Args:
        facts: Anything else to store, in JSON types.
    """

    def __init__(self, path: Path, shapes: Shapes, facts: Mapping[str, Any]) -> None:
        layout: dict[str, tuple[str, int, int]] = {}
        size = 0
        for name, (dtype, length) in shapes.items():
            layout[name] = dtype.str, length, size
            size += _aligned(dtype.itemsize * length)
        self._facts, self._layout, self._size = dict(facts), layout, size
        self._start = _aligned(len(self._header()) + _APPENDED)
        self._file: BinaryIO = path.open("wb")
        self._file.truncate(self._start + size)

    def put(self, name: str, index: int, values: Array) -> None:
        """Write values into an array, from `index` on."""
        dtype, _, offset = self._layout[name]
        self._file.seek(self._start + offset + index * np.dtype(dtype).itemsize)
        self._file.write(np.ascontiguousarray(values, dtype).data)

    def append(self, name: str, values: Array) -> None:
        """Add a whole array whose length wasn't known before."""
        self._layout[name] = values.dtype.str, len(values), self._size
        self._size += _aligned(values.nbytes)
        self.put(name, 0, values)

    def add_fact(self, name: str, value: Any) -> None:
        """Add a fact that wasn't known before."""
        self._facts[name] = value

    def close(self) -> None:
        """Flush everything to disk."""
        self._file.truncate(self._start + self._size)
        self._file.seek(0)
        self._file.write(self._header().ljust(self._start - 1) + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def _header(self) -> bytes:
        fields = {"facts": self._facts, "arrays": self._layout, "size": self._size}
        return json.dumps(fields, ensure_ascii=False).encode()


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def write_arrays(path: Path, arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> None:
    """Write whole arrays; they are on disk when this returns."""
    file = ArrayFile(path, {name: (values.dtype, len(values)) for name, values in arrays.items()}, facts)
    for name, values in arrays.items():
        file.put(name, 0, values)
    file.close()


class ArrayReader:
    """Reads ranges of a file's arrays; they don't become part of this process's memory as mapped pages do.

    The file stays open until nothing refers to the reader, even if it is removed.

    Args:
        handle: An open file, which the reader closes.
        begin: Where the arrays begin.
        layout: Type, length and offset of each array.
        mapping: The same file, mapped.
    """

    def __init__(
        self, handle: int, begin: int, layout: Mapping[str, tuple[str, int, int]], mapping: mmap.mmap
    ) -> None:
        self._handle, self._begin, self._layout, self._mapping = handle, begin, layout, mapping
        weakref.finalize(self, os.close, handle)

    def give_back(self) -> None:
        """Make no page of the mapped arrays resident; they can be read as before."""
        self._mapping.madvise(mmap.MADV_DONTNEED)

    def read(self, name: str, begins: Array, ends: Array) -> Array:
        """Return ranges of an array, concatenated.

        Raises:
            IndexFilesError: The file has been truncated.
        """
        dtype, _, offset = self._layout[name]
        size = np.dtype(dtype).itemsize
        sizes, offsets = (ends - begins) * size, begins * size + (self._begin + offset)
        handle = self._handle
        pieces = [os.pread(handle, *piece) for piece in zip(sizes.tolist(), offsets.tolist(), strict=True)]
        content = b"".join(pieces)
        if len(content) != int(sizes.sum()):
            raise IndexFilesError("A file of the index has been truncated")
        return np.frombuffer(content, dtype)

    def read_bytes(self, name: str, first: int, end: int) -> bytes:
        """Return a range of the bytes of an array.

        Raises:
            IndexFilesError: The file has been truncated.
        """
        content = os.pread(self._handle, end - first, self._begin + self._layout[name][2] + first)
        if len(content) != end - first:
            raise IndexFilesError("A file of the index has been truncated")
        return content


def read_arrays(path: Path) -> tuple[dict[str, Array], dict[str, Any]]:
    """Return a file's arrays, mapped and read-only, and its facts.

    Raises:
        IndexFilesError: The file is missing, truncated or in another format.
    """
    arrays, facts, _ = open_arrays(path)
    return arrays, facts


def open_arrays(path: Path) -> tuple[dict[str, Array], dict[str, Any], ArrayReader | None]:
    """Return the same as `read_arrays`, and what reads ranges of the file, if that works here.

    The file is opened only once: another process may remove it, or put another file in its place.

    Raises:
        IndexFilesError: The file is missing, truncated or in another format.
    """
    try:
        with path.open("rb") as file:
            header_line = file.readline()
            header = json.loads(header_line)
            mapping = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            content = np.frombuffer(mapping, np.uint8)
            begin, layout, facts = len(header_line), header["arrays"], header["facts"]
            if len(content) != begin + header["size"]:
                raise IndexFilesError(f"{path.name} is truncated")
            arrays = {
                name: content[begin + offset :][: np.dtype(dtype).itemsize * length].view(dtype)
                for name, (dtype, length, offset) in layout.items()
            }
            reader = ArrayReader(os.dup(file.fileno()), begin, layout, mapping) if CAN_READ else None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexFilesError(f"{path.name} can't be read: {error}") from error
    return arrays, facts, reader


def sync_directory(folder: Path) -> None:
    """Flush a folder's directory entries to disk."""
    if os.name == "nt":  # Windows can't open folders, and writes their entries by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
