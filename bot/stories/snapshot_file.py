"""Saves the clusterer to files, so that a start need not analyse the whole corpus again.

One file has what may change: articles, stories, terms. Vectors are in further files, which never change: a
save writes the new ones, and joins small files to larger ones.
"""

import os
import time
import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import structlog

from bot.errors import IndexFilesError
from bot.file_lock import try_lock
from bot.search.index.array_file import read_arrays, sync_directory, write_arrays
from bot.stories.clusterer import StoryClusterer
from bot.stories.compaction import compacted, is_sparse
from bot.stories.members import Members
from bot.stories.numbered_names import Array
from bot.stories.part_writer import count_parts_kept, write_part
from bot.stories.vector_part import SavedVectors, VectorPart
from bot.stories.vectors import VectorIndex

log = structlog.get_logger()
FORMAT = 6
"""Increase it when the file format changes, or the terms that the analyzer returns."""
_CAN_STAY_MAPPED = os.name != "nt"
"""Windows can't replace a file that is mapped."""
_ABANDONED_S = 24 * 60 * 60
"""Age at which a file of vectors is removed that the saved state doesn't name: another process may use it."""
_ATTEMPTS = 5
"""Readings of files that other processes replace meanwhile."""


def save(clusterer: StoryClusterer, file: Path, *, number: int, store_id: str) -> bool:
    """Save a clusterer, replacing the file atomically; its vectors and names are read from there afterwards.

    Nothing else may change the clusterer meanwhile.

    Args:
        number: The last change it includes.
        store_id: Identifies the article store.

    Returns:
        Whether it was saved: not while another process saves into the same file.

    Raises:
        OSError: The file can't be written.
        IndexFilesError: It can't be read again.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_name(f"{file.name}.lock").open("ab") as lock:
        if not try_lock(lock):
            return False
        _save(clusterer, file, {"format": FORMAT, "mark": store_id, "number": number})
    return True


def _save(clusterer: StoryClusterer, file: Path, facts: Mapping[str, Any]) -> None:
    """Save a clusterer; only while no other process does, which might remove a part that this one names."""
    before = clusterer.vectors.store.saved.parts
    # A mapped file must never be written again: another process may read it.
    temporary = file.with_name(f"{file.name}.{uuid.uuid4().hex}.new")
    new = file.with_name(f"{file.name}.{uuid.uuid4().hex}.vectors")
    try:
        parts, saved = _with_new_part(clusterer, new)
        named = {"languages": saved.vectors.languages, "parts": [part.file.name for part in parts]}
        write_arrays(temporary, saved.vectors.arrays() | saved.held.arrays(), {**facts, **named})
        arrays, _ = _read(temporary)
        temporary.replace(file)
    except BaseException:
        _remove([temporary, new])
        raise
    saved.keep_in(SavedVectors(parts), arrays)
    clusterer.take_over(saved)
    sync_directory(file.parent)
    kept = {part.file for part in parts}
    _remove([part.file for part in before if part.file not in kept])
    _remove(_abandoned(file, kept))


def load(file: Path, *, store_id: str) -> tuple[StoryClusterer, int] | None:
    """Return a saved clusterer and the last change it includes, None without valid files of this store."""
    reason = ""
    for _ in range(_ATTEMPTS):
        version = _version(file)
        if version is None:
            return None
        try:
            return _load(file, store_id)
        except IndexFilesError as error:
            reason = str(error)
        if _version(file) == version:
            break
    log.warning("saved_stories_ignored", reason=reason)
    return None


def _version(file: Path) -> tuple[int, int] | None:
    """Return what differs after another process has replaced a file; None for a missing one."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        log.warning("saved_stories_ignored", reason=str(error))
        return None
    return status.st_ino, status.st_mtime_ns


def _load(file: Path, store_id: str) -> tuple[StoryClusterer, int]:
    """Return a saved clusterer and the last change it includes.

    Raises:
        IndexFilesError: A file is damaged or missing, or belongs to another store or version.
    """
    try:
        arrays, facts = _read(file)
        if (facts["format"], facts["mark"]) != (FORMAT, store_id):
            raise IndexFilesError(f"{file.name} has another format, or is of another store")
        saved = SavedVectors([VectorPart.read(file.with_name(name)) for name in facts["parts"]])
        if not len(arrays["removed"]) == len(arrays["language_of"]) == len(saved):
            raise IndexFilesError(f"{file.name} has arrays of different lengths")
        index = VectorIndex.of(saved, arrays, facts["languages"])
        return StoryClusterer.of(index, Members(arrays)), int(facts["number"])
    except (OSError, LookupError, TypeError, ValueError) as error:
        raise IndexFilesError(f"{file.name} is damaged: {error!r}") from error


def _read(file: Path) -> tuple[dict[str, Array], dict[str, Any]]:
    """Return a file's arrays, mapped if they may be, and its facts.

    It is opened once: another process may replace it at any time.
    """
    arrays, facts = read_arrays(file)
    return arrays if _CAN_STAY_MAPPED else {name: values.copy() for name, values in arrays.items()}, facts


def _with_new_part(clusterer: StoryClusterer, new: Path) -> tuple[list[VectorPart], StoryClusterer]:
    """Write the vectors that are in no file; return all parts then, and the clusterer of their slots."""
    if is_sparse(clusterer):
        saved, part = compacted(clusterer, new)
        return [part], saved
    store = clusterer.vectors.store
    parts, added = list(store.saved.parts), store.added()
    # Another process may have removed files that this one has mapped. A half empty one is written again.
    removed = store.removed()
    stale = (at for at, part in enumerate(parts) if not part.file.exists() or _is_half_empty(part, removed))
    kept = min(next(stale, len(parts)), count_parts_kept([len(part) for part in parts], len(added)))
    if kept == len(parts) and not added:
        return parts, clusterer
    first = parts[kept].first if kept < len(parts) else len(store.saved)
    write_part(new, parts[kept:], added, first=first, removed=removed)
    return [*parts[:kept], VectorPart.read(new)], clusterer


def _is_half_empty(part: VectorPart, removed: bytearray) -> bool:
    slots = removed[part.first : part.first + len(part)]
    lengths = np.diff(part.ends, prepend=0)
    return int(lengths[np.frombuffer(slots, np.bool_)].sum()) * 2 > len(part.terms)


def _abandoned(file: Path, kept: Iterable[Path]) -> list[Path]:
    """Return old files that nothing names: their process was killed, or has left them."""
    oldest = time.time() - _ABANDONED_S
    others = (other for kind in ("vectors", "new") for other in file.parent.glob(f"{file.name}.*.{kind}"))
    return [other for other in set(others) - set(kept) if _changed_at(other) < oldest]


def _changed_at(file: Path) -> float:
    """Return when a file was last changed; now if another process has removed it meanwhile."""
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return time.time()


def _remove(files: Sequence[Path]) -> None:
    """Remove files that may no longer exist, or be in use on Windows."""
    for file in files:
        with suppress(OSError):
            file.unlink(missing_ok=True)
