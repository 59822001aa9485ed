"""A file of named arrays, memory-mapped when read: one line of JSON, then the arrays, each aligned."""

import json
import os
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

_ALIGNMENT = 64


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
        fields = {"facts": dict(facts), "arrays": layout, "size": size}
        header = json.dumps(fields, ensure_ascii=False).encode()
        self._layout = layout
        self._start = _aligned(len(header) + 1)
        self._file: BinaryIO = path.open("wb")
        self._file.write(header.ljust(self._start - 1) + b"\n")
        self._file.truncate(self._start + size)

    def put(self, name: str, index: int, values: Array) -> None:
        """Write values into an array, from `index` on."""
        dtype, _, offset = self._layout[name]
        self._file.seek(self._start + offset + index * np.dtype(dtype).itemsize)
        self._file.write(np.ascontiguousarray(values, dtype).data)

    def close(self) -> None:
        """Flush everything to disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def write_arrays(path: Path, arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> None:
    """Write whole arrays; they are on disk when this returns."""
    file = ArrayFile(path, {name: (values.dtype, len(values)) for name, values in arrays.items()}, facts)
    for name, values in arrays.items():
        file.put(name, 0, values)
    file.close()


def read_arrays(path: Path) -> tuple[dict[str, Array], dict[str, Any]]:
    """Return a file's arrays, mapped and read-only, and its facts.

    Raises:
        IndexFilesError: The file is missing, truncated or in another format.
    """
    try:
        with path.open("rb") as file:
            header_line = file.readline()
        header = json.loads(header_line)
        content = np.memmap(path, np.uint8, mode="r", offset=0).view(np.ndarray)
        if len(content) != len(header_line) + header["size"]:
            raise IndexFilesError(f"{path.name} is truncated")
        arrays = {
            name: content[len(header_line) + offset :][: np.dtype(dtype).itemsize * length].view(dtype)
            for name, (dtype, length, offset) in header["arrays"].items()
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexFilesError(f"{path.name} can't be read: {error}") from error
    return arrays, header["facts"]


def sync_directory(folder: Path) -> None:
    """Flush a folder's directory entries to disk."""
    if os.name == "nt":  # Windows can't open folders, and writes their entries by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
