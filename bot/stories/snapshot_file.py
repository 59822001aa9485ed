"""Saves the clusterer to a file, so that a start need not analyse the whole corpus again."""

import json
import os
import uuid
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from bot.corpus.article import ArticleId
from bot.errors import IndexFilesError
from bot.search.index.array_file import Array, read_arrays, sync_directory, write_arrays
from bot.stories.clusterer import StoryClusterer
from bot.stories.story import StoryId
from bot.stories.term_vector import TermVector
from bot.stories.vectors import VectorIndex

FORMAT = 5
"""Increase it when the file format changes, or the terms that the analyzer returns."""
CHUNK_SIZE = 2_000
"""Values converted per call: a call blocks all threads, so it must last only milliseconds."""
_CAN_STAY_MAPPED = os.name != "nt"
"""Windows can't replace a file that is mapped."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_UNDATED = np.iinfo(np.int64).min


def save(clusterer: StoryClusterer, file: Path, *, number: int, store_id: str) -> None:
    """Save a clusterer, replacing the file atomically; its vectors are read from there afterwards.

    Nothing else may change the clusterer meanwhile.

    Args:
        number: The last change it includes.
        store_id: Identifies the article store.

    Raises:
        OSError: The file can't be written.
        IndexFilesError: It can't be read again.
    """
    rows, words = list(clusterer.rows()), clusterer.terms()
    vectors = [vector for _, vector, _, _, _ in rows]
    arrays: dict[str, Array] = {
        "lengths": np.fromiter((len(vector.terms) for vector in vectors), np.int32, len(vectors)),
        "terms": _concatenated([vector.terms for vector in vectors], np.int32),
        "codes": _concatenated([vector.codes for vector in vectors], np.uint8),
        "published": np.fromiter((_to_micros(at) for _, _, _, _, at in rows), np.int64, len(rows)),
        "ids": _to_array([article_id for article_id, _, _, _, _ in rows]),
        "languages": _to_array([language for _, _, language, _, _ in rows]),
        "stories": _to_array([story_id for _, _, _, story_id, _ in rows]),
        "retired": _to_array(clusterer.retired()),
        "words": _to_array(words),
        "frequencies": clusterer.frequencies(),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own: another process may save, too, and a mapped file must never be written again.
    temporary = file.with_name(f"{file.name}.{uuid.uuid4().hex}.new")
    try:
        write_arrays(temporary, arrays, {"format": FORMAT, "mark": store_id, "number": number})
        if _CAN_STAY_MAPPED:
            clusterer.keep_in(*_vectors(read_arrays(temporary)[0]))
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_directory(file.parent)


def load(file: Path, *, store_id: str) -> tuple[StoryClusterer, int] | None:
    """Return a saved clusterer and the last change it includes, None without a valid file of this store."""
    with suppress(IndexFilesError, OSError):
        arrays, facts = read_arrays(file)
        if (facts["format"], facts["mark"]) == (FORMAT, store_id):
            return _restored(arrays), int(facts["number"])
    return None


def _restored(arrays: dict[str, Array]) -> StoryClusterer:
    vectors, lengths = _vectors(arrays)
    words, languages = _to_list(arrays["words"]), _to_list(arrays["languages"])
    # Files of earlier versions lack the frequencies.
    frequencies = arrays.get("frequencies")
    if frequencies is not None and len(frequencies) != len(words):
        raise IndexFilesError(f"{len(frequencies)} frequencies of {len(words)} words")
    index = VectorIndex.of(words, vectors, lengths, languages, frequencies=frequencies)
    ids, stories = _to_list(arrays["ids"]), _to_list(arrays["stories"])
    published = (_to_datetime(micros) for micros in arrays["published"].tolist())
    members = zip(map(ArticleId, ids), map(StoryId, stories), published, strict=True)
    retired = map(StoryId, _to_list(arrays["retired"]))
    return StoryClusterer.of(index, list(members), retired)


def _vectors(arrays: dict[str, Array]) -> tuple[TermVector, Array]:
    """Return all vectors of a file one after another, mapped if they may be, and their lengths."""
    terms, codes = arrays["terms"], arrays["codes"]
    vectors = TermVector(terms, codes) if _CAN_STAY_MAPPED else TermVector(terms.copy(), codes.copy())
    return vectors, arrays["lengths"]


def _concatenated(parts: list[Array], dtype: Any) -> Array:
    chunks = [np.concatenate(chunk).astype(dtype) for chunk in _chunks(parts)]
    return np.concatenate(chunks) if chunks else np.zeros(0, dtype)


def _to_array(values: list[Any]) -> Array:
    """Return a JSON list as bytes."""
    chunks = [json.dumps(chunk)[1:-1] for chunk in _chunks(values)]
    return np.frombuffer(f"[{', '.join(chunks)}]".encode(), np.uint8)


def _to_list(array: Array) -> list[str]:
    values: list[str] = json.loads(array.tobytes())
    return values


def _chunks(values: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(values), CHUNK_SIZE):
        yield values[start : start + CHUNK_SIZE]


def _to_micros(at: datetime | None) -> int:
    return _UNDATED if at is None else (at - _EPOCH) // _MICROSECOND


def _to_datetime(micros: int) -> datetime | None:
    return None if micros == _UNDATED else _EPOCH + micros * _MICROSECOND
