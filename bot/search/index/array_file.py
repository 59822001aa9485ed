"""Named arrays in one file, memory-mapped when read: one line of JSON, then the arrays, each aligned."""

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

_ALIGNED = 64


def taken(values: "array[int]") -> Array:
    """Return a copy of whole numbers that another thread may be adding to.

    `np.array` would hold on to them meanwhile, and what holds on makes adding fail.
    """
    return np.frombuffer(values.tobytes(), values.typecode)


class ArrayFile:
    """A file of arrays being written, piece by piece; whole and on disk when `close` returns.

    Args:
        shapes: Type and length of each array.
        facts: What else to keep, in JSON's types.
    """

    def __init__(self, path: Path, shapes: Shapes, facts: Mapping[str, Any]) -> None:
        places: dict[str, tuple[str, int, int]] = {}
        size = 0
        for name, (dtype, length) in shapes.items():
            places[name] = dtype.str, length, size
            size += -(-dtype.itemsize * length // _ALIGNED) * _ALIGNED
        header = json.dumps(
            {"facts": dict(facts), "arrays": places, "size": size}, ensure_ascii=False
        ).encode()
        self._places = places
        self._begin = -(-(len(header) + 1) // _ALIGNED) * _ALIGNED
        self._file: BinaryIO = path.open("wb")
        self._file.write(header.ljust(self._begin - 1) + b"\n")
        self._file.truncate(self._begin + size)

    def put(self, name: str, at: int, values: Array) -> None:
        """Write values into an array from place `at` on."""
        dtype, _, offset = self._places[name]
        self._file.seek(self._begin + offset + at * np.dtype(dtype).itemsize)
        self._file.write(np.ascontiguousarray(values, dtype).data)

    def close(self) -> None:
        """Have everything on disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


def write_arrays(path: Path, arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> None:
    """Write whole arrays; they are on disk when this returns."""
    file = ArrayFile(path, {name: (each.dtype, len(each)) for name, each in arrays.items()}, facts)
    for name, each in arrays.items():
        file.put(name, 0, each)
    file.close()


def read_arrays(path: Path) -> tuple[dict[str, Array], dict[str, Any]]:
    """Return a file's arrays, mapped and read-only, and its facts.

    Raises:
        IndexFilesError: The file is missing, cut off, or something else.
    """
    try:
        with path.open("rb") as file:
            first = file.readline()
        header = json.loads(first)
        whole = np.memmap(path, np.uint8, mode="r", offset=0).view(np.ndarray)
        if len(whole) != len(first) + header["size"]:
            raise IndexFilesError(f"{path.name} is cut off")
        arrays = {
            name: whole[len(first) + offset :][: np.dtype(dtype).itemsize * length].view(dtype)
            for name, (dtype, length, offset) in header["arrays"].items()
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexFilesError(f"{path.name} can't be read: {error}") from error
    return arrays, header["facts"]


def sync_folder(folder: Path) -> None:
    """Have a folder's names on disk."""
    if os.name == "nt":  # Windows opens no folders; it writes their names by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
