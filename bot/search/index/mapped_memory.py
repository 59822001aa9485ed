"""Bounds what the mapped files of an index add to this process's memory.

Reading one posting list maps 16 pages around it, so that after some hundred questions all of an index is
resident. Pages given back stay in the system's cache: reading them again takes a microsecond, not the disk.
"""

import itertools
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from bot.search.index.segment import Segment

MAX_MAPPED = 400_000_000
"""Resident bytes of mapped files, libraries included, from which pages are given back."""
LEAST_GAIN = 100_000_000
"""Resident bytes since pages were last given back from which that pays: others map files, too."""
_EVERY = 64
"""Searches after which the bytes are looked up: it takes 20 microseconds."""
_STATM = Path("/proc/self/statm")


def mapped_bytes() -> int:
    """Return the resident bytes of this process's mapped files; 0 where the system doesn't tell."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[2]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


class MappedMemory:
    """Gives pages back once there are too many.

    Args:
        resident: Returns the bytes that count.
    """

    def __init__(self, resident: Callable[[], int] = mapped_bytes) -> None:
        self._resident = resident
        self._searches = itertools.count(1)
        self._kept = 0

    def after_search(self, segments: Iterable[Segment]) -> None:
        """Give back the pages of all segments if too many are resident; searches may be running."""
        if next(self._searches) % _EVERY == 0 and self._resident() > max(MAX_MAPPED, self._kept + LEAST_GAIN):
            for segment in segments:
                if segment.reader:
                    segment.reader.give_back()
            self._kept = self._resident()
