"""Scores equal rank_bm25's after anything an index goes through."""

import os
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from rank_bm25 import BM25Plus

from bot.search.bm25 import PostingsBM25
from bot.search.index import live_docs as living
from bot.search.index import maintenance as upkeep
from bot.search.index.files import IndexDirectory
from bot.search.index.maintenance import IndexMaintenance
from bot.search.index.merger import worth_merging
from bot.search.index.snapshot import Snapshot
from bot.search.index.writer import Writer
from bot.search.local_index import NewsIndex
from bot.search.ports import IndexChange
from bot.search.ranking import top_k as top
from tests.search.changing import LANGUAGES, NAMES, WORDS, article, assert_exact, change, told

USUAL = 60
LIVES = int(os.environ.get("TEST_LIVES", USUAL))
SIZES = settings(
    max_examples=LIVES,
    derandomize=LIVES == USUAL,  # what must happen in the lives then does, every time; longer runs are random
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments of a few articles take every path that large ones take."""
    monkeypatch.setattr(upkeep, "ON_DISK", 4)
    monkeypatch.setattr(living, "PIECE", 9)
    monkeypatch.setattr(top, "_FEW", 0)
    monkeypatch.setattr(top, "_WORTH_LOOKING_UP", 8)


class Life(RuleBasedStateMachine):
    """An index that takes in changes, merges, is kept, reopened and read, in any order."""

    happened: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        self.place = TemporaryDirectory()
        self.log: list[IndexChange] = []
        self.held: list[tuple[Snapshot, int]] = []
        self._open()

    def _open(self) -> None:
        self.shelf = IndexDirectory(Path(self.place.name))
        self.writer = Writer(self.shelf.load())
        self.upkeep = IndexMaintenance(self.writer, threading.Lock(), self.shelf, pause=lambda: None)

    def _count(self, what: str, times: int = 1) -> None:
        self.happened[what] = self.happened.get(what, 0) + times

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
    def take_in(self, batch: list[tuple[int, list[str] | None, str]]) -> None:
        changes = []
        for name, words, language in batch:
            new = None if words is None else article(name, words, language)
            number = len(self.log) + len(changes) + 1
            changes.append(IndexChange(number, article(name, []).id, new))
        self.log += changes
        self.writer.apply(changes)
        dead = sum(int((~view.living).sum()) for view in self.writer.snapshot.views)
        self._count("tombstones", dead)

    @rule()
    def merge(self) -> None:
        before = self.upkeep.merges
        self.upkeep.merge()
        self._count("merges", self.upkeep.merges - before)
        self._count("merged on disk", sum(bool(view.file) for view in self.writer.snapshot.views))
        views = self.writer.snapshot.views
        assert worth_merging([(int(v.living.sum()), len(v.segment)) for v in views]) == (0, 0)

    @rule()
    def keep(self) -> None:
        self.upkeep.save()
        assert self.upkeep.kept == len(self.log)

    @rule()
    def reopen(self) -> None:
        kept = self.upkeep.kept
        self.shelf.close()
        self._open()
        assert self.writer.snapshot.number == kept
        self._count("reopened with articles", bool(self.writer.snapshot.articles))
        assert_exact(self.writer.snapshot, told(self.log[:kept]))
        self.writer.apply(self.log[kept:])

    @precondition(lambda self: len(self.held) < 3)
    @rule()
    def begin_to_read(self) -> None:
        self.held.append((self.writer.snapshot, len(self.log)))

    @precondition(lambda self: self.held)
    @rule()
    def go_on_reading(self) -> None:
        snapshot, number = self.held.pop()
        self._count("read while later changes came", number < len(self.log))
        assert_exact(snapshot, told(self.log[:number]))

    @rule()
    def ask(self) -> None:
        assert_exact(self.writer.snapshot, told(self.log))

    def teardown(self) -> None:
        assert_exact(self.writer.snapshot, told(self.log))
        self.shelf.close()
        self.place.cleanup()


@pytest.mark.usefixtures("small")
def test_scores_equal_upstreams_after_any_adds_changes_removals_merges_and_reloads() -> None:
    Life.happened = {}
    run_state_machine_as_test(Life, settings=SIZES)
    assert all(
        Life.happened.get(each, 0) > 0
        for each in (
            *("tombstones", "merges", "merged on disk"),
            *("reopened with articles", "read while later changes came"),
        )
    ), Life.happened


async def test_readers_beside_a_writer_and_merges_always_see_one_moment(small: None, tmp_path: Path) -> None:
    log = [change(number) for number in range(1, 301)]
    index = NewsIndex.open(tmp_path)
    seen: set[int] = set()
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                snapshot = index.snapshot
                assert_exact(snapshot, told(log[: snapshot.number]))
                seen.add(snapshot.number)
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
    assert_exact(index.snapshot, told(log))
    await index.close()
    assert len(seen) > 3


WAYS = {
    "all scored": {"_FEW": 10**9},
    "sums of all articles": {"_FEW": 0, "_SCAN": 10**9},
    "winners looked up": {"_FEW": 0, "_SCAN": 10**9, "_WORTH_LOOKING_UP": 0},
    "sums of articles held": {"_FEW": 0, "_SCAN": 0},
    "wide sums": {"_FEW": 0, "_NARROW": 0},
}
"""What decides on one of the ways to find the best, each taken with any size."""


@settings(max_examples=40, deadline=None)
@given(
    way=st.sampled_from(sorted(WAYS)),
    seed=st.integers(0, 2**32 - 1),
    articles=st.integers(1, 1_500),
    words=st.integers(1, 60),
    vocabulary=st.integers(3, 400),
)
def test_the_best_of_many_articles_are_upstreams_best_whichever_way_they_are_found(
    way: str, seed: int, articles: int, words: int, vocabulary: int
) -> None:
    draw = np.random.default_rng(seed)
    lengths = draw.integers(0, words + 1, articles)
    ranks = np.minimum(draw.pareto(0.8, int(lengths.sum())).astype(int), vocabulary)
    texts = [[f"t{n}" for n in part] for part in np.split(ranks, np.cumsum(lengths)[:-1])]
    if not any(texts):
        return
    oracle, ours = BM25Plus(texts), PostingsBM25(texts)
    for size in (1, 2, 5, 9):
        question = [f"t{n}" for n in draw.integers(0, vocabulary + 2, size)]
        expected = oracle.get_scores(question)
        np.testing.assert_allclose(ours.get_scores(question), expected, rtol=0, atol=1e-6)
        with pytest.MonkeyPatch.context() as patch:
            for name, value in WAYS[way].items():
                patch.setattr(top, name, value)
            found = ours.top(question, 10)
        holding = [i for i, text in enumerate(texts) if set(text) & set(question)]
        best = sorted((expected[i] for i in holding), reverse=True)[:10]
        np.testing.assert_allclose([score for _, score in found], best, rtol=0, atol=1e-6)
        np.testing.assert_allclose([score for _, score in found], expected[[i for i, _ in found]], atol=1e-6)
