"""Background work on the index: merging segments of similar size, and saving to disk."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from bot.search.index.files import IndexDirectory
from bot.search.index.live_docs import LiveSegment
from bot.search.index.merger import Merger, choose_merge, merge_in_memory
from bot.search.index.snapshot import SegmentView
from bot.search.index.writer import Writer

MIN_ON_DISK = 1_000
"""Articles from which a merged segment is written to disk at once."""
_PAUSE_S = 0.0003


class IndexMaintenance:
    """Merges and saves what a writer wrote; for one thread at a time, next to the writer's.

    Args:
        writing: Held while the writer's snapshot is replaced.
        directory: Where the index is saved; None for memory only.
        pause: Called after every chunk of work, so that queries can run.
    """

    def __init__(
        self,
        writer: Writer,
        writing: threading.Lock,
        directory: IndexDirectory | None,
        *,
        pause: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._writing = writing
        self._directory = directory
        self._pause = pause
        self.saved = writer.snapshot.number

    def merge(self) -> None:
        """Merge until no merge is worthwhile; search results stay the same.

        Raises:
            OSError: Writing failed.
        """
        while views := self._chosen():
            merged = self._merge(views)
            with self._writing:
                self._writer.replace_merged(views, merged)

    def save(self) -> None:
        """Save the index if it has a directory and has changed.

        Raises:
            OSError: Writing failed.
        """
        snapshot = self._writer.snapshot
        if self._directory is None or snapshot.number == self.saved:
            return
        views = self._directory.save(snapshot)
        for old, new in zip(snapshot.views, views, strict=True):
            if old is not new:
                with self._writing:
                    self._writer.replace_saved(old, new)
        self.saved = snapshot.number

    def _chosen(self) -> Sequence[SegmentView]:
        views = self._writer.snapshot.views
        first, end = choose_merge([(int(view.live_mask.sum()), len(view.segment)) for view in views])
        return views[first:end]

    def _merge(self, views: Sequence[SegmentView]) -> SegmentView:
        merger = Merger([LiveSegment(view.segment, view.live_docs) for view in views])
        if self._directory is None or len(merger.lengths) < MIN_ON_DISK:
            return SegmentView(merge_in_memory(merger, self._pause), None, -1)
        name, file = self._directory.create_segment(merger.shapes(), merger.facts)
        merger.write(file, self._pause)
        file.close()
        return SegmentView(self._directory.open_segment(name), None, -1, name)


class QueryPriority:
    """Makes writing and merging wait while queries run."""

    def __init__(self) -> None:
        self._running = 0
        self._counting = threading.Lock()

    @contextmanager
    def query(self) -> Iterator[None]:
        """Count a query as running inside the block."""
        with self._counting:
            self._running += 1
        try:
            yield
        finally:
            with self._counting:
                self._running -= 1

    def give_way(self) -> None:
        """Pause briefly if any query is running."""
        if self._running:
            time.sleep(_PAUSE_S)
