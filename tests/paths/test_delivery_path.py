"""Every promise is kept once, or there is a reason why not."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.alerts.alert import AlertDraft
from bot.alerts.outbox import MatchBatch, OutboxState
from bot.alerts.pacing import Pacer
from bot.corpus.article import ArticleId
from bot.delivery_path import GIVE_UP_AFTER, LEASE, DeliveryPath, retry_after_s
from bot.errors import ChatMigrated, ChatUnavailable, MessageRejected, StoreError, TryLater
from bot.stories.story import StoryId
from tests.fakes.alerts import MemoryAlerts
from tests.fakes.sender import Clock, ScriptedSender


class House:
    """A delivery path on fakes."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.alerts = MemoryAlerts()
        self.sender = ScriptedSender(self.clock)
        self.path = DeliveryPath(
            self.alerts, self.alerts, self.sender, Pacer(), self.clock, sleep=self.clock.sleep
        )

    async def promise(self, chats: Iterable[int], *stories: str) -> None:
        drafts = [AlertDraft(chat, None, 7, "ferry", self.clock.now) for chat in chats]
        ids = tuple([(await self.alerts.add(draft)).id for draft in drafts])
        for story in stories:
            batch = MatchBatch(ArticleId(f"about {story}"), StoryId(story), ids, self.clock.now)
            await self.alerts.promise(batch)

    async def run(self, rounds: int = 50) -> None:
        for _ in range(rounds):
            if not await self.path.run_once():
                await self.clock.sleep(1)

    async def states(self) -> dict[OutboxState, int]:
        return await self.alerts.counts()


@pytest.fixture
def house() -> House:
    return House()


async def test_every_message_arrives_once_and_in_order(house: House) -> None:
    await house.promise([1, 2], "s1", "s2", "s3")
    await house.run()
    told = [(message.chat_id, message.story_id) for _, message in house.sender.taken]
    assert sorted(told) == sorted((chat, story) for chat in (1, 2) for story in ("s1", "s2", "s3"))
    assert [story for chat, story in told if chat == 1] == ["s1", "s2", "s3"]
    assert await house.states() == {OutboxState.SENT: 6}
    assert house.path.delivered.sent == 6


async def test_a_chat_gets_no_more_than_one_message_a_second(house: House) -> None:
    await house.promise([1], "s1", "s2", "s3")
    await house.run()
    moments = [at for at, _ in house.sender.taken]
    assert all(later - earlier >= timedelta(seconds=1) for earlier, later in pairwise(moments))


async def test_a_group_whose_minute_is_full_is_put_back_instead_of_waited_for(house: House) -> None:
    await house.promise([-1], *(f"s{n}" for n in range(25)))
    await house.run(rounds=21)
    assert len(house.sender.taken) == 20
    await house.promise([2], "s99")
    await house.run(rounds=2)
    assert house.sender.chats()[-1] == 2
    await house.run(rounds=120)
    assert await house.states() == {OutboxState.SENT: 26}


async def test_a_blocked_chat_is_suspended_with_all_its_messages_and_no_other(house: House) -> None:
    await house.promise([1, 2], "s1", "s2")
    house.sender.script[1] = [ChatUnavailable("bot was blocked by the user")]
    await house.run()
    assert set(house.sender.chats()) == {2}
    assert await house.alerts.counts(1) == {OutboxState.SUSPENDED: 2}
    await house.alerts.resume(1)
    await house.run()
    assert await house.states() == {OutboxState.SENT: 4}


async def test_a_migrated_group_gets_its_messages_under_the_new_id(house: House) -> None:
    await house.promise([-1], "s1")
    house.sender.script[-1] = [ChatMigrated("upgraded", new_chat_id=-1001)]
    await house.run()
    assert house.sender.chats() == [-1001]


async def test_a_message_telegram_will_never_take_is_given_up_and_the_next_one_goes(house: House) -> None:
    await house.promise([1], "s1", "s2")
    house.sender.script[1] = [MessageRejected("message is too long")]
    await house.run()
    assert await house.states() == {OutboxState.GIVEN_UP: 1, OutboxState.SENT: 1}
    (given_up,) = [m for m in house.alerts.messages.values() if m.state is OutboxState.GIVEN_UP]
    assert given_up.reason == "message is too long"


async def test_flood_control_of_one_chat_delays_no_other(house: House) -> None:
    await house.promise([1, 2], "s1", "s2")
    started = house.clock.now
    house.sender.script[1] = [TryLater("Too Many Requests", after_s=43_838)]
    await house.run()
    assert house.sender.chats() == [2, 2]
    assert house.clock.now - started < timedelta(minutes=5)
    await house.clock.sleep(43_838)
    await house.run()
    assert house.sender.chats() == [2, 2, 1, 1]


async def test_a_cut_connection_is_tried_again_and_counted(house: House) -> None:
    await house.promise([1], "s1")
    house.sender.script[1] = [TryLater("connection reset", after_s=0, maybe_sent=True)]
    await house.run()
    assert await house.states() == {OutboxState.SENT: 1}
    assert (house.path.delivered.postponed, house.path.delivered.twice) == (1, 1)


async def test_a_fault_of_ours_stops_neither_this_message_nor_the_others(house: House) -> None:
    await house.promise([1, 2], "s1")
    house.sender.script[1] = [ZeroDivisionError("a bug")]
    await house.run()
    assert sorted(house.sender.chats()) == [1, 2]


async def test_a_message_that_cannot_be_sent_for_days_is_given_up_with_the_reason(house: House) -> None:
    await house.promise([1], "s1")
    house.sender.script[1] = [TryLater("Internal Server Error", after_s=0) for _ in range(500)]
    await house.run()
    await house.clock.sleep(GIVE_UP_AFTER.total_seconds())
    await house.run(rounds=2)
    assert await house.states() == {OutboxState.GIVEN_UP: 1}


async def test_what_a_dead_process_had_claimed_is_sent_when_its_lease_ends(house: House) -> None:
    await house.promise([1], "s1")
    await house.alerts.expand(limit=10)
    await house.alerts.claim(now=house.clock(), lease=LEASE, limit=10)
    assert await house.path.run_once() == 0
    await house.clock.sleep(LEASE.total_seconds())
    assert await house.path.run_once() == 1


async def test_a_thousand_chats_use_the_whole_global_allowance_and_no_more(house: House) -> None:
    await house.promise(range(1, 301), "s1")
    started = house.clock.now
    await house.run(rounds=4)
    moments = [(at - started).total_seconds() for at, _ in house.sender.taken]
    assert len(moments) == 300
    assert all(moments[n + 30] - moments[n] >= 1 - 1e-6 for n in range(270))
    assert moments[-1] < 12


class FlakyAlerts(MemoryAlerts):
    """A store whose disk is full now and then."""

    refusals = 3

    async def expand(self, *, limit: int) -> int:
        if self.refusals:
            self.refusals -= 1
            raise StoreError("disk full")
        return await super().expand(limit=limit)


async def test_the_running_path_outlives_a_store_that_refuses_for_a_while(house: House) -> None:
    alerts = house.alerts = FlakyAlerts()
    path = DeliveryPath(alerts, alerts, house.sender, Pacer(), house.clock, sleep=house.clock.sleep)
    await house.promise([1, 2], "s1", "s2")
    stop = asyncio.Event()
    running = asyncio.create_task(path.run(stop))
    async with asyncio.timeout(10):
        await house.sender.took(4)
    stop.set()
    await running
    assert alerts.refusals == 0
    assert sorted(house.sender.chats()) == [1, 1, 2, 2]


def test_waiting_times_double_up_to_an_hour_and_never_undercut_telegram() -> None:
    assert [retry_after_s(n, asked_s=0) for n in (0, 1, 2, 50)] == [2, 4, 8, 3_600]
    assert retry_after_s(0, asked_s=40_000) == 40_000
