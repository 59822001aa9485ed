"""Frees the slots of removed and revised articles, once most slots are theirs."""

from pathlib import Path

import numpy as np

from bot.stories.clusterer import StoryClusterer
from bot.stories.part_writer import write_part
from bot.stories.vector_part import SavedVectors, VectorPart
from bot.stories.vectors import VectorIndex

MIN_DEAD = 5_000
"""Fewer slots without an article are not worth writing all vectors again."""


def is_sparse(clusterer: StoryClusterer) -> bool:
    """Return whether most slots of a clusterer have no article, and there are many of these."""
    dead = len(clusterer.vectors.store) - len(clusterer)
    return dead > max(len(clusterer), MIN_DEAD)


def compacted(clusterer: StoryClusterer, file: Path) -> tuple[StoryClusterer, VectorPart]:
    """Return a clusterer with the same articles and stories whose slots count up from 0 without gaps.

    Slots keep their order, so it assigns as the old one does, which stays as it is. Not for a clusterer with
    recalled articles, which is never saved.

    Args:
        file: The new file of all vectors.

    Raises:
        OSError: The file can't be written.
        IndexFilesError: It can't be read again.
    """
    vectors, store = clusterer.vectors, clusterer.vectors.store
    live = np.fromiter(clusterer.held.slots(), np.int32)
    removed = np.ones(len(store), np.uint8)
    removed[live] = 0
    write_part(
        file, store.saved.parts, store.added(), first=0, removed=bytearray(removed.tobytes()), compact=True
    )
    part, arrays = VectorPart.read(file), vectors.arrays()
    kept = {"removed": removed[live], "language_of": arrays["language_of"][live]}
    index = VectorIndex.of(SavedVectors([part]), arrays | kept, vectors.languages)
    return StoryClusterer.of(index, clusterer.held.compacted()), part
