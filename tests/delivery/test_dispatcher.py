"""Every message is sent once, or given up with a reason."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.alerts.alert import AlertDraft
from bot.delivery.dispatcher import EDIT_AFTER, LEASE, Dispatcher
from bot.delivery.outbox import COALESCE_FROM, OutboxState
from bot.delivery.propagation import PROPAGATE_AFTER, StoryUpdates
from bot.delivery.rate_limits import GIVE_UP_AFTER, RateLimiter
from bot.errors import ChatMigrated, ChatUnavailable, MessageRejected, StoreError, TryLater, localizable
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.database import Database
from bot.storage.delivery.outbox import SqlOutbox
from tests.databases import KINDS, opened_database
from tests.fakes.sender import Clock, ScriptedSender
from tests.profiles import PATIENCE_S
from tests.storage.sql_alerts import SqlAlerts


class Delivery:
    """A dispatcher on a real database, with a scripted sender and a clock that only sleeping advances."""

    def __init__(self, database: Database, outbox: SqlOutbox | None = None) -> None:
        self.clock = Clock()
        self.store = SqlAlerts(database)
        self.sender = ScriptedSender(self.clock)
        self.dispatcher = Dispatcher(
            outbox or self.store.outbox,
            self.store.chats,
            self.sender,
            RateLimiter(),
            self.clock,
            story_updates=StoryUpdates(
                self.store.story_updates, SqlStoryStore(database), SqlArticleStore(database)
            ),
            sleep=self.clock.sleep,
        )

    async def match(self, chats: Iterable[int], *stories: str) -> None:
        drafts = [AlertDraft(chat, None, 7, "ferry", self.clock.now) for chat in chats]
        ids = [(await self.store.alerts.add(draft)).id for draft in drafts]
        for story in stories:
            await self.store.commit_article(f"about {story}", list(ids), story=story, at=self.clock.now)

    async def run(self, rounds: int = 50) -> None:
        for _ in range(rounds):
            if not await self.dispatcher.run_once():
                await self.clock.sleep(1)

    async def states(self) -> dict[OutboxState, int]:
        return await self.store.outbox.counts()


@pytest.fixture(params=KINDS)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    async with opened_database(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture
def delivery(database: Database) -> Delivery:
    return Delivery(database)


async def test_every_message_arrives_once_and_in_order(delivery: Delivery) -> None:
    await delivery.match([1, 2], "s1", "s2", "s3")
    await delivery.run()
    sent = delivery.sender.stories()
    assert sorted(sent) == sorted((chat, story) for chat in (1, 2) for story in ("s1", "s2", "s3"))
    assert [story for chat, story in sent if chat == 1] == ["s1", "s2", "s3"]
    assert await delivery.states() == {OutboxState.SENT: 6}
    assert delivery.dispatcher.delivered.sent == 6


async def test_chat_gets_at_most_one_message_per_second(delivery: Delivery) -> None:
    await delivery.match([1], "s1", "s2", "s3")
    await delivery.run()
    moments = [at for at, _ in delivery.sender.accepted]
    assert all(later - earlier >= timedelta(seconds=1) for earlier, later in pairwise(moments))


async def test_group_at_its_minute_limit_is_held_without_delaying_others(delivery: Delivery) -> None:
    for part in range(9):
        await delivery.match([-1], *(f"s{part}{n}" for n in range(COALESCE_FROM - 2)))
        await delivery.run(rounds=COALESCE_FROM - 2)
    assert len(delivery.sender.accepted) == 20
    await delivery.match([2], "s99")
    await delivery.run(rounds=2)
    assert delivery.sender.chats()[-1] == 2
    await delivery.run(rounds=120)
    assert await delivery.states() == {OutboxState.SENT: 28}
    moments = [at for at, notification in delivery.sender.accepted if notification.chat_id == -1]
    assert all(moments[n + 20] - moments[n] >= timedelta(seconds=60) for n in range(len(moments) - 20))


async def test_many_stories_for_one_chat_arrive_as_digests(delivery: Delivery) -> None:
    await delivery.match([1], *(f"s{n}" for n in range(30)))
    await delivery.run()
    assert Counter(delivery.sender.stories()) == Counter({(1, f"s{n}"): 1 for n in range(30)})
    assert len(delivery.sender.accepted) < 10


async def test_message_is_edited_when_its_story_grows(delivery: Delivery) -> None:
    await delivery.match([1], "s1")
    await delivery.run(rounds=3)
    await delivery.store.commit_article("more on s1", [], story="s1", at=delivery.clock.now)
    await delivery.run(rounds=3)
    assert len(delivery.sender.accepted) == 1
    for pause in (PROPAGATE_AFTER, EDIT_AFTER):
        await delivery.clock.sleep(pause.total_seconds())
        await delivery.run(rounds=3)
    assert [notification.edits for _, notification in delivery.sender.accepted] == [None, 1]
    assert delivery.dispatcher.delivered.edited == 1


async def test_blocked_chat_is_suspended_alone_until_resumed(delivery: Delivery) -> None:
    await delivery.match([1, 2], "s1", "s2")
    delivery.sender.script[1] = [ChatUnavailable(localizable("why-blocked"))]
    await delivery.run()
    assert set(delivery.sender.chats()) == {2}
    assert await delivery.store.outbox.counts(1) == {OutboxState.SUSPENDED: 2}
    await delivery.store.chats.resume(1, at=delivery.clock())
    await delivery.run()
    assert await delivery.states() == {OutboxState.SENT: 4}


async def test_migrated_group_gets_its_messages_under_the_new_id(delivery: Delivery) -> None:
    await delivery.match([-1], "s1")
    delivery.sender.script[-1] = [
        ChatMigrated(localizable("why-telegram", words="upgraded"), new_chat_id=-1001)
    ]
    await delivery.run()
    assert delivery.sender.chats() == [-1001]


async def test_rejected_message_is_given_up_and_the_next_is_sent(
    delivery: Delivery,
) -> None:
    await delivery.match([1], "s1", "s2")
    delivery.sender.script[1] = [MessageRejected(localizable("why-telegram", words="message is too long"))]
    await delivery.run()
    assert await delivery.states() == {OutboxState.GIVEN_UP: 1, OutboxState.SENT: 1}


async def test_rate_limited_chat_delays_no_other(delivery: Delivery) -> None:
    await delivery.match([1, 2], "s1", "s2")
    started = delivery.clock.now
    delivery.sender.script[1] = [
        TryLater(localizable("why-telegram", words="Too Many Requests"), after_s=43_838)
    ]
    await delivery.run()
    assert delivery.sender.chats() == [2, 2]
    assert delivery.clock.now - started < timedelta(minutes=5)
    await delivery.clock.sleep(43_838)
    await delivery.run()
    assert delivery.sender.chats() == [2, 2, 1, 1]


async def test_lost_connection_is_retried_and_counted(delivery: Delivery) -> None:
    await delivery.match([1], "s1")
    delivery.sender.script[1] = [
        TryLater(localizable("why-telegram", words="connection reset"), after_s=0, maybe_sent=True)
    ]
    await delivery.run()
    assert await delivery.states() == {OutboxState.SENT: 1}
    assert (delivery.dispatcher.delivered.postponed, delivery.dispatcher.delivered.twice) == (1, 1)


async def test_unexpected_error_stops_no_message(delivery: Delivery) -> None:
    await delivery.match([1, 2], "s1")
    delivery.sender.script[1] = [ZeroDivisionError("a bug")]
    await delivery.run()
    assert sorted(delivery.sender.chats()) == [1, 2]


async def test_message_that_fails_for_days_is_given_up(delivery: Delivery) -> None:
    await delivery.match([1], "s1")
    delivery.sender.script[1] = [
        TryLater(localizable("why-telegram", words="Internal Server Error"), after_s=0) for _ in range(500)
    ]
    for _ in range(GIVE_UP_AFTER // timedelta(hours=1)):
        await delivery.run(rounds=1)
        await delivery.clock.sleep(3_600)
    assert await delivery.states() == {OutboxState.POSTPONED: 1}
    await delivery.clock.sleep(3_600)
    await delivery.run(rounds=2)
    assert await delivery.states() == {OutboxState.GIVEN_UP: 1}


async def test_week_old_digest_is_not_given_up_at_its_first_failure(
    delivery: Delivery,
) -> None:
    await delivery.match([1], "s1")
    await delivery.clock.sleep(7 * 86_400)
    delivery.sender.script[1] = [TryLater(localizable("why-telegram", words="Too Many Requests"), after_s=5)]
    await delivery.run()
    assert await delivery.states() == {OutboxState.SENT: 1}


async def test_messages_claimed_by_a_dead_process_are_sent_when_the_lease_ends(delivery: Delivery) -> None:
    await delivery.match([1], "s1")
    outbox = await delivery.store.expand(delivery.clock.now)
    await outbox.claim(now=delivery.clock(), lease=LEASE, limit=10, interval=timedelta())
    assert await delivery.dispatcher.run_once() == 0
    await delivery.clock.sleep(LEASE.total_seconds())
    assert await delivery.dispatcher.run_once() == 1
    assert delivery.dispatcher.delivered.twice == 1


async def test_many_chats_use_the_whole_global_limit_and_no_more(delivery: Delivery) -> None:
    await delivery.match(range(1, 301), "s1")
    started = delivery.clock.now
    while len(delivery.sender.accepted) < 300:
        if not await delivery.dispatcher.run_once():
            await delivery.clock.sleep(0.1)
    moments = [(at - started).total_seconds() for at, _ in delivery.sender.accepted]
    assert all(moments[n + 30] - moments[n] >= 1 for n in range(270))
    assert moments[-1] < 300 / 30 / 0.95


class FlakyOutbox(SqlOutbox):
    """A store that fails three times."""

    failures = 3

    async def expand(self, **how: object) -> int:
        if self.failures:
            self.failures -= 1
            raise StoreError("disk full")
        return await super().expand(**how)  # type: ignore[arg-type]


async def test_dispatcher_survives_temporary_store_errors(database: Database) -> None:
    outbox = FlakyOutbox(database)
    delivery = Delivery(database, outbox)
    await delivery.match([1, 2], "s1", "s2")
    stop = asyncio.Event()
    running = asyncio.create_task(delivery.dispatcher.run(stop))
    async with asyncio.timeout(PATIENCE_S):
        await delivery.sender.wait_for(4)
    stop.set()
    await running
    assert outbox.failures == 0
    assert sorted(delivery.sender.chats()) == [1, 1, 2, 2]
