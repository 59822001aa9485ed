"""The inbox: stored once, claimed by one process per chat, in order, free again when the process dies."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import structlog
from sqlalchemy import event, insert, select

from bot.chats.inbox import ClaimedUpdate, InboxState, ReceivedUpdate
from bot.storage.arrivals import MAX_WAITING_OF_CHAT
from bot.storage.database import Database
from bot.storage.inbox import SqlInbox
from bot.storage.schema.chats import answers
from bot.storage.schema.delivery import outbox
from bot.storage.schema.inbox import updates

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def received(number: int, chat_id: int = 7, content: str = "{}") -> ReceivedUpdate:
    return ReceivedUpdate(number, chat_id, 1_000 + number, content)


@pytest.fixture
async def inbox(database: Database) -> AsyncIterator[SqlInbox]:
    opened = SqlInbox(database)
    yield opened
    await opened.leave()


@pytest.fixture
async def second(url: str) -> AsyncIterator[SqlInbox]:
    """The inbox as another process sees it."""
    async with Database.open(url) as database:
        opened = SqlInbox(database)
        yield opened
        await opened.leave()


async def claimed(inbox: SqlInbox, limit: int = 100) -> list[int]:
    return [update.id for update in await inbox.claim(limit=limit)]


async def test_update_that_arrives_twice_is_claimed_once(inbox: SqlInbox) -> None:
    await inbox.store([received(1), received(2, chat_id=8)], now=NOW)
    await inbox.store([received(1)], now=NOW)
    assert await claimed(inbox) == [1, 2]
    await inbox.handled(1, answer_id=None, now=NOW)
    await inbox.store([received(1)], now=NOW)
    assert await claimed(inbox) == []


async def test_update_with_the_number_of_another_is_not_taken_for_it(inbox: SqlInbox) -> None:
    await inbox.store([received(1)], now=NOW)
    assert await claimed(inbox) == [1]
    await inbox.handled(1, answer_id=None, now=NOW)
    await inbox.store([received(1, content='{"a": 1}')], now=NOW + timedelta(hours=25))
    assert await claimed(inbox) == [1]


async def test_repeated_update_with_other_bytes_is_claimed_once(inbox: SqlInbox) -> None:
    await inbox.store([received(1)], now=NOW)
    await inbox.store([received(1, content='{"a": 1}')], now=NOW)
    assert [update.content for update in await inbox.claim(limit=9)] == ["{}"]
    await inbox.handled(1, answer_id=None, now=NOW)
    await inbox.store([received(1, content='{"b": 1}')], now=NOW + timedelta(hours=23))
    assert await claimed(inbox) == []


async def test_one_update_of_a_chat_at_a_time_is_claimed(inbox: SqlInbox, second: SqlInbox) -> None:
    await inbox.store([received(1), received(2, chat_id=8)], now=NOW)
    assert await claimed(inbox, limit=1) == [1]
    await inbox.store([received(3), received(4, chat_id=8)], now=NOW)
    assert await claimed(second) == [2]
    assert await claimed(inbox) == []
    await inbox.handled(1, answer_id=None, now=NOW)
    assert await claimed(second) == [3]
    await second.handled(2, answer_id=None, now=NOW)
    assert await claimed(inbox) == [4]


async def test_update_that_arrives_late_is_next_among_those_that_wait(inbox: SqlInbox) -> None:
    for number in (5, 9, 4, 7):
        await inbox.store([received(number)], now=NOW)
        claims = await claimed(inbox)
        assert claims == ([5] if number == 5 else [])
    order = []
    number = 5
    while number:
        order.append(number)
        await inbox.handled(number, answer_id=None, now=NOW)
        (number,) = await claimed(inbox) or [0]
    assert order == [5, 4, 7, 9]


async def test_update_that_may_have_begun_is_claimed_before_one_that_arrived_late(inbox: SqlInbox) -> None:
    await inbox.store([received(2)], now=NOW)
    assert await claimed(inbox) == [2]
    await inbox.store([received(1)], now=NOW)
    await inbox.leave()
    (first,) = await inbox.claim(limit=9)
    assert (first.id, first.attempts) == (2, 1)
    await inbox.handled(2, answer_id=1_003, now=NOW)
    (second,) = await inbox.claim(limit=9)
    assert (second.id, second.attempts) == (1, 0)


async def test_answer_to_a_later_update_is_not_taken_for_that_of_one_that_arrived_late(
    inbox: SqlInbox,
) -> None:
    late, on_time = (
        ReceivedUpdate(1, -1_000_000_000_005, 10, "{}"),
        ReceivedUpdate(2, -1_000_000_000_005, 11, "{}"),
    )
    await inbox.store([on_time], now=NOW)
    assert await claimed(inbox) == [2]
    await inbox.handled(2, answer_id=12, now=NOW)
    interrupted = (await cut_off(inbox, late))[1]
    assert (interrupted.last_message_id, interrupted.other_message_ids) == (10, {11, 12})


async def test_updates_of_a_living_process_are_not_recovered(inbox: SqlInbox, second: SqlInbox) -> None:
    await inbox.store([received(1)], now=NOW)
    assert await claimed(inbox) == [1]
    assert await second.recover() == 0
    assert await claimed(second) == []


async def test_updates_of_a_dead_process_are_recovered_with_what_is_known_of_the_chat(
    inbox: SqlInbox, url: str
) -> None:
    async with Database.open(url) as database:
        dying = SqlInbox(database)
        await dying.store([received(1), received(2), received(3, chat_id=8)], now=NOW)
        assert await claimed(dying) == [1, 3]
        await dying.handled(1, answer_id=1_004, now=NOW)
        assert await claimed(dying) == [2]
        assert dying._lease is not None
        await dying._lease.release()  # as the system does for a process that dies
    assert await inbox.recover() == 2
    (second, third) = await inbox.claim(limit=9)
    assert (second.id, second.attempts, second.last_message_id) == (2, 1, 1_004)
    assert (third.id, third.attempts) == (3, 1)


async def test_flooding_chat_does_not_fill_a_claim(inbox: SqlInbox) -> None:
    await inbox.store([received(number) for number in range(1, 60)], now=NOW)
    await inbox.store([received(60, chat_id=8)], now=NOW)
    assert await claimed(inbox) == [1, 60]


async def test_updates_beyond_the_limit_of_a_chat_are_dropped_and_counted(inbox: SqlInbox) -> None:
    over = MAX_WAITING_OF_CHAT + 5
    with structlog.testing.capture_logs() as lines:
        await inbox.store([received(number) for number in range(1, over)], now=NOW)
        await inbox.store([received(over), received(over + 1, chat_id=8)], now=NOW)
    assert [line["count"] for line in lines] == [4, 1]
    handled = []
    while numbers := await claimed(inbox):
        for number in numbers:
            await inbox.handled(number, answer_id=None, now=NOW)
        handled += numbers
    assert sorted(handled) == [*range(1, MAX_WAITING_OF_CHAT + 1), over + 1]


async def test_handled_updates_are_forgotten_and_waiting_ones_kept(inbox: SqlInbox) -> None:
    await inbox.store([received(1), received(2)], now=NOW)
    assert await claimed(inbox) == [1]
    await inbox.handled(1, answer_id=None, now=NOW)
    assert await inbox.forget_before(NOW + timedelta(days=9)) == 1
    await inbox.leave()
    assert await claimed(inbox) == [2]


async def test_handled_update_of_a_person_who_is_forgotten_names_no_chat(
    inbox: SqlInbox, database: Database
) -> None:
    await inbox.store([received(1), received(2)], now=NOW)
    await inbox.handled(1, answer_id=1_003, now=NOW, forget=True)
    await inbox.handled(2, answer_id=1_004, now=NOW)
    columns = (updates.c.chat_id, updates.c.message_id, updates.c.answer_id, updates.c.content)
    async with database.read() as connection:
        rows = (await connection.execute(select(*columns).order_by(updates.c.update_id))).all()
    assert [tuple(row) for row in rows] == [(0, None, None, ""), (7, 1_002, 1_004, "")]
    await inbox.store([received(1)], now=NOW)
    assert await claimed(inbox) == []


async def test_answers_before_an_interrupted_press_are_known(inbox: SqlInbox, database: Database) -> None:
    old = {"chat_id": 7, "question_id": 5, "answer_id": 40, "saved_at": NOW - timedelta(days=9)}
    async with database.write() as connection:
        await connection.execute(insert(answers), [old])
    await inbox.store([ReceivedUpdate(1, 7, 6, "{}")], now=NOW)
    assert await claimed(inbox) == [1]
    await inbox.leave()
    (press,) = await inbox.claim(limit=9)
    assert press.last_message_id == 40


async def test_claims_of_an_update_that_never_begins_count_as_one_attempt(inbox: SqlInbox) -> None:
    await inbox.store([received(1), received(2)], now=NOW)
    for _ in range(20):
        await inbox.claim(limit=9)
        await inbox.leave()
    (first,) = await inbox.claim(limit=9)
    assert (first.id, first.attempts) == (1, 1)
    await inbox.begun(1)
    await inbox.leave()
    (first,) = await inbox.claim(limit=9)
    assert first.attempts == 2


async def test_state_tells_what_waits_for_a_process_from_what_a_process_handles(inbox: SqlInbox) -> None:
    assert await inbox.state() == InboxState()
    await inbox.store([received(1), received(2)], now=NOW)
    await inbox.store([received(3, chat_id=8)], now=NOW + timedelta(seconds=1))
    assert await claimed(inbox, limit=1) == [1]
    assert await inbox.state() == InboxState(3, NOW + timedelta(seconds=1), NOW)
    assert [await inbox.is_unclaimed(number) for number in (1, 2, 3, 4)] == [False, True, True, False]
    await inbox.handled(1, answer_id=None, now=NOW)
    assert await inbox.state() == InboxState(2, NOW, None)


async def test_waiting_presses_are_known_and_words_are_not_taken_for_one(inbox: SqlInbox) -> None:
    press = '{"update_id":1,"callback_query":{"id":"1"}}'
    words = json.dumps({"update_id": 3, "text": 'I wrote "callback_query": {} and \\"callback_query":'})
    await inbox.store([received(1, content=press), received(2, content=press)], now=NOW)
    await inbox.store([received(3, content=words), received(4, content=press)], now=NOW)
    await inbox.handled(4, answer_id=None, now=NOW)
    assert await claimed(inbox) == [1]
    assert await inbox.waiting_presses() == [press, press]


async def test_claim_of_many_interrupted_updates_takes_few_queries(
    inbox: SqlInbox, database: Database
) -> None:
    await inbox.store([received(number, chat_id=number) for number in range(1, 401)], now=NOW)
    assert len(await inbox.claim(limit=999)) == 400
    await inbox.leave()
    queries = 0

    def count(*_: object) -> None:
        nonlocal queries
        queries += 1

    event.listen(database._engine.sync_engine, "before_cursor_execute", count)
    claims = await inbox.claim(limit=999)
    assert [claim.attempts for claim in claims] == [1] * 400
    assert queries < 40


async def cut_off(inbox: SqlInbox, *arrivals: ReceivedUpdate) -> dict[int, ClaimedUpdate]:
    """Store updates and claim them twice, as a process does whose predecessor died."""
    for update in arrivals:
        await inbox.store([update], now=NOW + timedelta(seconds=update.id))
    await inbox.claim(limit=99)
    await inbox.leave()
    return {update.id: update for update in await inbox.claim(limit=99)}


async def test_messages_of_other_private_chats_and_groups_bound_where_an_answer_can_be(
    inbox: SqlInbox,
) -> None:
    await inbox.store([ReceivedUpdate(1, 8, 70, "{}")], now=NOW)
    assert await claimed(inbox) == [1]
    await inbox.handled(1, answer_id=71, now=NOW + timedelta(seconds=1))
    press, group = ReceivedUpdate(2, 7, 40, "{}"), ReceivedUpdate(3, -5, 73, "{}")
    supergroup = ReceivedUpdate(4, -1_000_000_000_005, 9, "{}")
    updates = await cut_off(inbox, press, group, supergroup)
    assert updates[2].last_message_id == 71
    assert {73} == {number for number in updates[2].other_message_ids if number > 71}
    assert updates[3].last_message_id == 73
    assert (updates[4].last_message_id, updates[4].other_message_ids) == (9, frozenset())


async def test_notifications_to_others_are_not_taken_for_an_answer(
    inbox: SqlInbox, database: Database
) -> None:
    sent = [sent_notification(chat, 100 + chat, NOW - timedelta(seconds=100 - chat)) for chat in range(1, 99)]
    sent += [sent_notification(99, 500, NOW + timedelta(minutes=1))]
    async with database.write() as connection:
        await connection.execute(insert(outbox), sent)
    press = (await cut_off(inbox, ReceivedUpdate(1, 7, 107, "{}")))[1]
    assert press.last_message_id == 198
    assert 500 in press.other_message_ids


def sent_notification(chat_id: int, telegram_id: int, at: datetime) -> dict[str, object]:
    return {
        "chat_id": chat_id, "alert_id": 1, "story_id": "s", "article_id": "a", "created_at": at, "due_at": at,
        "attempts": 1, "state": "sent", "maybe_sent": False, "telegram_id": telegram_id, "reason": None,
        "settled_at": at,
    }  # fmt: skip
