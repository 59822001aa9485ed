"""The clusterer in a file, so that a start need not analyse the whole corpus again."""

import json
import os
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
from bot.stories.vectors import TermVector, VectorIndex

FORMAT = 2
"""Goes up when the file, or the terms that texts are analysed into, change."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
CHUNK_SIZE = 2_000
"""Values put together in one call, which holds all threads up: some milliseconds."""
_UNDATED = np.iinfo(np.int64).min


def save(clusterer: StoryClusterer, file: Path, *, number: int, mark: str) -> None:
    """Keep a clusterer in a file, which is replaced whole.

    Args:
        number: The last change it took in.
        mark: Says which store it is a copy of.

    Raises:
        OSError: The disk refused.
    """
    rows = list(clusterer.rows())
    vectors = [vector for _, vector, _, _ in rows]
    arrays: dict[str, Array] = {
        "lengths": np.fromiter((len(each.terms) for each in vectors), np.int32, len(vectors)),
        "terms": _joined([each.terms for each in vectors], np.int32),
        "weights": _joined([each.weights for each in vectors], np.float32),
        "published": np.fromiter((_micros(at) for _, _, _, at in rows), np.int64, len(rows)),
        "ids": _text([article_id for article_id, _, _, _ in rows]),
        "stories": _text([story_id for _, _, story_id, _ in rows]),
        "retired": _text(clusterer.retired()),
        "words": _text(clusterer.words()),
        "share": np.array([clusterer.share], np.float64),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")  # another process may be writing, too
    write_arrays(fresh, arrays, {"format": FORMAT, "mark": mark, "number": number})
    fresh.replace(file)
    sync_directory(file.parent)


def load(file: Path, *, mark: str) -> tuple[StoryClusterer, int] | None:
    """Return a kept clusterer and the last change it took in; None when there is none that fits."""
    with suppress(IndexFilesError, OSError):
        arrays, facts = read_arrays(file)
        if (facts["format"], facts["mark"]) == (FORMAT, mark):
            return _clusterer(arrays), int(facts["number"])
    return None


def _clusterer(arrays: dict[str, Array]) -> StoryClusterer:
    ends = np.cumsum(arrays["lengths"], dtype=np.int64)
    starts = ends - arrays["lengths"]
    terms, weights = arrays["terms"], arrays["weights"]
    vectors = [
        TermVector(terms[start:end], weights[start:end])
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]
    index = VectorIndex.of(_list(arrays["words"]), vectors, _postings(arrays))
    ids, stories = _list(arrays["ids"]), _list(arrays["stories"])
    moments = (_moment(micros) for micros in arrays["published"].tolist())
    members = zip(map(ArticleId, ids), map(StoryId, stories), moments, strict=True)
    retired = map(StoryId, _list(arrays["retired"]))
    return StoryClusterer.of(index, list(members), retired, share=float(arrays["share"][0]))


def _postings(arrays: dict[str, Array]) -> list[bytearray]:
    """The slots of each term, ascending."""
    words = len(_list(arrays["words"]))
    slots = np.repeat(np.arange(len(arrays["lengths"]), dtype=np.int32), arrays["lengths"])
    order = np.argsort(arrays["terms"], kind="stable")
    slots = slots[order]
    ends = np.cumsum(np.bincount(arrays["terms"], minlength=words)).tolist()
    return [bytearray(slots[start:end].tobytes()) for start, end in zip([0, *ends], ends, strict=False)]


def _joined(parts: list[Array], dtype: Any) -> Array:
    groups = [np.concatenate(some).astype(dtype) for some in _groups(parts)]
    return np.concatenate(groups) if groups else np.zeros(0, dtype)


def _text(values: list[Any]) -> Array:
    groups = [json.dumps(some)[1:-1] for some in _groups(values)]
    return np.frombuffer(f"[{', '.join(groups)}]".encode(), np.uint8)


def _groups(values: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(values), CHUNK_SIZE):
        yield values[start : start + CHUNK_SIZE]


def _list(values: Array) -> list[str]:
    found: list[str] = json.loads(values.tobytes())
    return found


def _micros(at: datetime | None) -> int:
    return _UNDATED if at is None else (at - _EPOCH) // _MICROSECOND


def _moment(micros: int) -> datetime | None:
    return None if micros == _UNDATED else _EPOCH + micros * _MICROSECOND
