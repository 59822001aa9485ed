"""Scores equal rank_bm25's after any sequence of changes, merges, saves and reloads."""

import os
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from bot.search.index import live_docs, maintenance, merger, writer
from bot.search.index.files import IndexDirectory
from bot.search.index.maintenance import IndexMaintenance
from bot.search.index.merger import choose_merge
from bot.search.index.snapshot import Snapshot
from bot.search.index.writer import Writer
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange
from bot.search.ranking import top_k
from tests.search.change_log import LANGUAGES, NAMES, WORDS, article, assert_exact, change, replay

USUAL = 60
LIVES = int(os.environ.get("TEST_LIVES", USUAL))
SIZES = settings(
    max_examples=LIVES,
    derandomize=LIVES == USUAL,  # the events required below then always happen; longer runs are random
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Send segments of a few articles down every path that large ones take."""
    monkeypatch.setattr(maintenance, "MIN_ON_DISK", 4)
    monkeypatch.setattr(live_docs, "CHUNK_SIZE", 9)
    monkeypatch.setattr(merger, "MAX_DOCS", 9)
    monkeypatch.setattr(writer, "MAX_DOCS", 3)
    monkeypatch.setattr(top_k, "_FEW", 0)
    monkeypatch.setattr(top_k, "_MANY", 8)


class IndexLife(RuleBasedStateMachine):
    """An index that applies changes, merges, is saved, reopened and read, in any order."""

    events: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.log: list[IndexChange] = []
        self.readers: list[tuple[Snapshot, int]] = []
        self._open()

    def _open(self) -> None:
        self.directory = IndexDirectory(Path(self.folder.name))
        self.writer = Writer(self.directory.load())
        self.maintenance = IndexMaintenance(self.writer, threading.Lock(), self.directory, pause=lambda: None)

    def _count(self, event: str, times: int = 1) -> None:
        self.events[event] = self.events.get(event, 0) + times

    @rule(
        batch=st.lists(
            st.tuples(
                st.integers(0, NAMES - 1),
                st.none() | st.lists(st.sampled_from(WORDS), max_size=30),
                st.sampled_from(LANGUAGES),
            ),
            min_size=1,
            max_size=6,
        )
    )
    def apply(self, batch: list[tuple[int, list[str] | None, str]]) -> None:
        changes = []
        for name, words, language in batch:
            new = None if words is None else article(name, words, language)
            number = len(self.log) + len(changes) + 1
            changes.append(IndexChange(number, article(name, []).id, new))
        self.log += changes
        self.writer.apply(changes)
        deleted = sum(int((~view.live_mask).sum()) for view in self.writer.snapshot.views)
        self._count("deleted articles", deleted)

    @rule()
    def merge(self) -> None:
        before = self.writer.snapshot
        self.maintenance.merge()
        views = self.writer.snapshot.views
        self._count("merges", self.writer.snapshot is not before)
        self._count("merged on disk", sum(bool(view.file) for view in views))
        assert choose_merge([(int(view.live_mask.sum()), len(view.segment)) for view in views]) == (0, 0)

    @rule()
    def save(self) -> None:
        self.maintenance.save()
        assert self.maintenance.saved == len(self.log)

    @rule()
    def reopen(self) -> None:
        saved = self.maintenance.saved
        self.directory.close()
        self._open()
        assert self.writer.snapshot.number == saved
        self._count("reopened with articles", bool(self.writer.snapshot.articles))
        assert_exact(self.writer.snapshot, replay(self.log[:saved]))
        self.writer.apply(self.log[saved:])

    @precondition(lambda self: len(self.readers) < 3)
    @rule()
    def begin_to_read(self) -> None:
        self.readers.append((self.writer.snapshot, len(self.log)))

    @precondition(lambda self: self.readers)
    @rule()
    def finish_reading(self) -> None:
        snapshot, number = self.readers.pop()
        self._count("read after later changes", number < len(self.log))
        assert_exact(snapshot, replay(self.log[:number]))

    @rule()
    def query(self) -> None:
        assert_exact(self.writer.snapshot, replay(self.log))

    def teardown(self) -> None:
        assert_exact(self.writer.snapshot, replay(self.log))
        self.directory.close()
        self.folder.cleanup()


@pytest.mark.usefixtures("small_limits")
def test_scores_equal_upstreams_after_any_changes_merges_and_reloads() -> None:
    IndexLife.events = {}
    run_state_machine_as_test(IndexLife, settings=SIZES)
    required = (
        *("deleted articles", "merges", "merged on disk"),
        *("reopened with articles", "read after later changes"),
    )
    assert all(IndexLife.events.get(event, 0) > 0 for event in required), IndexLife.events


async def test_concurrent_readers_always_see_a_consistent_snapshot(
    small_limits: None, tmp_path: Path
) -> None:
    log = [change(number) for number in range(1, 301)]
    index = LocalIndex.open(tmp_path)
    numbers: set[int] = set()
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                snapshot = index.snapshot
                assert_exact(snapshot, replay(log[: snapshot.number]))
                numbers.add(snapshot.number)
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for begin in range(0, len(log), 5):
        await index.apply(log[begin : begin + 5])
    await index.save()
    done.set()
    for reader in readers:
        reader.join()
    assert not failures, failures
    assert_exact(index.snapshot, replay(log))
    await index.close()
    assert len(numbers) > 3
