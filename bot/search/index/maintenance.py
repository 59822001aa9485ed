"""Work in the background: merging segments that have grown alike, and keeping the index on disk."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from bot.search.index.array_file import ArrayFile
from bot.search.index.files import IndexDirectory
from bot.search.index.live_docs import LiveSegment
from bot.search.index.merger import Memory, Merger, pausing, worth_merging
from bot.search.index.segment import Segment
from bot.search.index.snapshot import SegmentView
from bot.search.index.writer import Writer

ON_DISK = 1_000
"""Articles from which a merged segment goes straight to disk."""


class IndexMaintenance:
    """Merges and keeps what a writer wrote; for one thread at a time, beside the writer's.

    Args:
        writing: Held while the writer's snapshot is replaced.
        shelf: Where the index is kept; None for memory only.
        pause: Called after every piece of work, so that others get their turn.
    """

    def __init__(
        self,
        writer: Writer,
        writing: threading.Lock,
        shelf: IndexDirectory | None,
        *,
        pause: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._writing = writing
        self._shelf = shelf
        self._pause = pause
        self.kept = writer.snapshot.number
        self.merges = 0

    def merge(self) -> None:
        """Merge until nothing is worth it; what readers find stays the same.

        Raises:
            OSError: The disk refused.
        """
        while views := self._chosen():
            new = self._merged(views)
            with self._writing:
                self._writer.put(views, new)
            self.merges += 1

    def save(self) -> None:
        """Keep the index, if it is kept and there is news.

        Raises:
            OSError: The disk refused.
        """
        snapshot = self._writer.snapshot
        if self._shelf is None or snapshot.number == self.kept:
            return
        views = self._shelf.save(snapshot)
        for old, new in zip(snapshot.views, views, strict=True):
            if old is not new:
                with self._writing:
                    self._writer.move(old, new)
        self.kept = snapshot.number

    def _chosen(self) -> Sequence[SegmentView]:
        views = self._writer.snapshot.views
        first, last = worth_merging([(int(view.living.sum()), len(view.segment)) for view in views])
        return views[first:last]

    def _merged(self, views: Sequence[SegmentView]) -> SegmentView:
        plan = Merger([LiveSegment(view.segment, view.alive) for view in views])
        if self._shelf is None or len(plan.lengths) < ON_DISK:
            memory = Memory(plan.shapes())
            pausing(plan.write(memory), self._pause)
            return SegmentView(Segment(**memory.arrays, mean_length=plan.mean_length), None, -1)
        name = self._shelf.new_name()
        file = ArrayFile(self._shelf.folder / name, plan.shapes(), {"mean_length": plan.mean_length})
        pausing(plan.write(file), self._pause)
        file.close()
        return SegmentView(self._shelf.segment(name), None, -1, name)


_TURN_S = 0.0003


class QueryPriority:
    """Lets writing and merging step back while questions are being answered."""

    def __init__(self) -> None:
        self._asking = 0
        self._counting = threading.Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Answer a question inside."""
        with self._counting:
            self._asking += 1
        try:
            yield
        finally:
            with self._counting:
                self._asking -= 1

    def give(self) -> None:
        """Let questions go first, if there are any."""
        if self._asking:
            time.sleep(_TURN_S)
