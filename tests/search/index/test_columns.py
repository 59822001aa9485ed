"""Columns are continued without changing what earlier snapshots see."""

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index.columns import Column
from bot.search.index.writer import Writer
from bot.search.ports import IndexChange
from tests.search.change_log import article, assert_columns, assert_exact, change, replay

DAY = datetime(2026, 5, 1, tzinfo=UTC)


@given(parts=st.lists(st.lists(st.integers(0, 999), max_size=9), min_size=1, max_size=9))
def test_columns_keep_their_values_whatever_follows(parts: list[list[int]]) -> None:
    columns = [Column(np.array(parts[0], np.int32))]
    for part in parts[1:]:
        columns.append(columns[-1].followed_by(np.array(part, np.int32)))
    for number, column in enumerate(columns, 1):
        assert column.values.tolist() == [value for part in parts[:number] for value in part]


def test_two_columns_that_follow_the_same_one_differ() -> None:
    first = Column(np.zeros(0, np.int32)).followed_by(np.array([1, 2]))
    one, other = first.followed_by(np.array([3])), first.followed_by(np.array([4, 5]))
    assert [column.values.tolist() for column in (first, one, other)] == [[1, 2], [1, 2, 3], [1, 2, 4, 5]]


def test_next_column_shares_the_memory_of_the_last_one() -> None:
    second = Column(np.zeros(5_000, np.int64)).followed_by(np.arange(3))
    third = second.followed_by(np.arange(3))
    assert np.shares_memory(second.values, third.values)


def test_column_widens_its_type() -> None:
    narrow = Column(np.array([1], np.uint16)).followed_by(np.array([2], np.uint16))
    wide = narrow.followed_by(np.array([70_000], np.uint32))
    assert (wide.values.tolist(), narrow.values.tolist()) == ([1, 2, 70_000], [1, 2])


def dated(number: int, published_at: datetime | None) -> IndexChange:
    new = article(number, ["flood"] * 9, published_at=published_at)
    return IndexChange(number, new.id, new)


def test_days_follow_articles_older_than_all_before_and_without_dates() -> None:
    writer = Writer()
    moments = [
        None,
        DAY,
        None,
        DAY + timedelta(days=9),
        DAY - timedelta(days=800),
        datetime(1, 1, 1, tzinfo=UTC),
    ]
    for number, moment in enumerate(moments, 1):
        assert_columns(writer.snapshot)
        writer.apply([dated(number, moment)])
    assert_columns(writer.snapshot)


def test_preview_of_staged_articles_changes_no_snapshot() -> None:
    log = [change(number) for number in range(1, 13)]
    writer = Writer()
    writer.apply(log)
    assert_exact(writer.snapshot, replay(log))
    writer.stage([article(100, ["dam"] * 9), article(101, ["dam"] * 12)])
    preview = writer.preview_staged([])
    assert_columns(preview)
    wanted = preview.column("lengths").tolist()
    log.append(change(13))
    writer.apply(log[-1:])
    assert_exact(writer.snapshot, replay(log))
    assert preview.column("lengths").tolist() == wanted
