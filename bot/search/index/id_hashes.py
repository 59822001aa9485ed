"""Hashes of article ids, by which a segment finds its articles."""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]


def hash_ids(ids: Sequence[str]) -> Hashes:
    """Return 32 bits of each id's hash, shape (n,)."""
    digests = b"".join(blake2b(article_id.encode(), digest_size=4).digest() for article_id in ids)
    return np.frombuffer(digests, "<u4").astype(np.uint32)
