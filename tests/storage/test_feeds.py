"""The feed store."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.corpus.web.ports import Validators
from bot.errors import localizable
from bot.feeds.model import Feed, FeedConfig, FeedState, KnownEntry
from bot.feeds.ports import PollResult
from bot.storage.feeds import SqlFeedStore
from tests.databases import KINDS, opened_database

AT = datetime(2026, 11, 10, 12, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
A = FeedConfig("https://a.example/f", "A", "ar", timedelta(minutes=30), full_text=False)
B = FeedConfig("https://b.example/f")


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[SqlFeedStore]:
    async with opened_database(request.param, tmp_path) as database:
        yield SqlFeedStore(database)


async def claimed(store: SqlFeedStore, at: datetime = AT, limit: int = 9) -> list[Feed]:
    until = at + timedelta(minutes=15)
    return await store.claim(now=at, until=until, limit=limit, held={}, per_host=limit)


async def test_feeds_are_stored_once_per_url(store: SqlFeedStore) -> None:
    added = await store.add([A, B, A], at=AT, revive=True)
    assert [(feed.config, feed.state, feed.added_at, feed.primed) for feed in added] == [
        (A, FeedState.ON, AT, False),
        (B, FeedState.ON, AT, False),
    ]
    assert await store.add([B], at=LATER, revive=True) == []
    assert await store.all() == added


async def test_removed_feed_is_restored_only_with_revive(store: SqlFeedStore) -> None:
    (feed,) = await store.add([A], at=AT, revive=True)
    assert (await store.set_state(feed.id, FeedState.REMOVED, at=AT)) is not None
    assert await store.all() == []
    assert await store.add([A], at=AT, revive=False) == []
    assert await store.set_state(feed.id, FeedState.ON, at=AT) is None
    (back,) = await store.add([A], at=LATER, revive=True)
    assert (back.id, back.state, back.added_at) == (feed.id, FeedState.ON, LATER)


async def test_claimed_feed_is_free_again_when_lease_ends(store: SqlFeedStore) -> None:
    await store.add([A, B], at=AT, revive=True)
    (first,) = await claimed(store, limit=1)
    (second,) = await claimed(store)
    assert {first.url, second.url} == {A.url, B.url}
    assert await claimed(store, AT + timedelta(minutes=14)) == []
    assert len(await claimed(store, AT + timedelta(minutes=15))) == 2


async def test_claim_leaves_feeds_of_a_host_that_has_enough(store: SqlFeedStore) -> None:
    of_one_host = [FeedConfig(f"https://a.example/{n}") for n in range(4)]
    await store.add([*of_one_host, B], at=AT, revive=True)

    async def claimed_with(held: int) -> list[str]:
        feeds = await store.claim(now=AT, until=LATER, limit=9, held={"a.example": held}, per_host=3)
        return [feed.url for feed in feeds]

    assert await claimed_with(held=1) == [*(config.url for config in of_one_host[:2]), B.url]
    assert await claimed_with(held=3) == []
    assert await claimed_with(held=0) == [config.url for config in of_one_host[2:]]


@pytest.mark.parametrize("limit", [2, 9])
async def test_host_with_more_due_feeds_than_a_page_does_not_hide_others(
    store: SqlFeedStore, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr("bot.storage.due_feeds.PAGE", 3)
    of_one_host = [FeedConfig(f"https://a.example/{n}") for n in range(10)]
    await store.add(of_one_host[:5], at=AT - timedelta(hours=1), revive=True)
    await store.add(of_one_host[5:], at=AT, revive=True)
    await store.add([B, FeedConfig("https://c.example/f")], at=AT, revive=True)
    held = {"a.example": 1}
    feeds = await store.claim(now=AT, until=LATER, limit=limit, held=held, per_host=2)
    expected = ["https://a.example/0", B.url, "https://c.example/f"]
    assert [feed.url for feed in feeds] == expected[:limit]


async def test_poll_result_keeps_changes_made_during_poll(store: SqlFeedStore) -> None:
    await store.add([A], at=AT, revive=True)
    (before,) = await claimed(store)
    await store.set_state(before.id, FeedState.PAUSED, at=AT)
    after = replace(
        before,
        config=replace(A, url="https://new.example/f"),
        validators=Validators('"1"', "yesterday"),
        next_poll_at=LATER,
        failures=3,
        last_success_at=AT,
        problem=localizable("why-status", status="500"),
        primed=True,
    )
    await store.record_poll(PollResult(before, after))
    assert await store.all() == [replace(after, state=FeedState.PAUSED)]
    await store.record_poll(PollResult(after, replace(after, state=FeedState.GONE)))
    assert (await store.all())[0].state is FeedState.PAUSED
    on = await store.set_state(before.id, FeedState.ON, at=LATER)
    assert on is not None
    assert (on.next_poll_at, on.failures, on.problem, on.primed) == (LATER, 0, None, False)
    await store.record_poll(PollResult(after, replace(after, state=FeedState.GONE)))
    assert (await store.all())[0].state is FeedState.GONE


async def test_only_one_of_two_feeds_moves_to_same_url(store: SqlFeedStore) -> None:
    await store.add([A, B], at=AT, revive=True)
    for before in await claimed(store):
        await store.record_poll(
            PollResult(before, replace(before, config=replace(before.config, url="https://c.example/")))
        )
    assert sorted(feed.url for feed in await store.all()) == [B.url, "https://c.example/"]


async def test_entries_are_recorded_replaced_forgotten_and_counted(store: SqlFeedStore) -> None:
    (feed, other) = await store.add([A, B], at=AT - timedelta(days=30), revive=True)
    items = [KnownEntry(f"{n:032x}", "mark", AT - timedelta(days=n), tries=n % 3) for n in range(14)]
    await store.record_entries(feed.id, items)
    assert await store.known_entries(feed.id) == {item.key: item for item in items}
    assert await store.known_entries(other.id) == {}
    assert await store.entries_per_day(now=AT) == {feed.id: 1.0}
    changed = replace(items[0], content_hash="other")
    await store.record_entries(feed.id, [changed])
    await store.record_poll(PollResult(feed, feed, forgotten=[item.key for item in items[1:]]))
    assert await store.known_entries(feed.id) == {changed.key: changed}
    await store.record_entries(feed.id, [])


async def test_released_feed_is_due_as_before_unless_polled_meanwhile(store: SqlFeedStore) -> None:
    await store.add([A, B], at=AT, revive=True)
    first, second = await claimed(store)
    until = AT + timedelta(minutes=15)
    polled = replace(second, next_poll_at=AT + timedelta(hours=1))
    await store.record_poll(PollResult(second, polled))
    await store.release([(first, until), (second, until)])
    assert {feed.id: feed.next_poll_at for feed in await store.all()} == {
        first.id: AT,
        second.id: polled.next_poll_at,
    }
