"""Suggested feeds: one per address, limits per person and in all, decided once, claimed once."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.feeds.suggestions import Outcome, Suggestion, SuggestionId, SuggestionState
from bot.storage.database import Database
from bot.storage.suggestions import SqlSuggestionStore

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
APPROVED, DECLINED = SuggestionState.APPROVED, SuggestionState.DECLINED


@pytest.fixture
def store(database: Database) -> SqlSuggestionStore:
    return SqlSuggestionStore(database)


async def put(
    store: SqlSuggestionStore,
    person: int,
    name: str,
    *,
    at: datetime = AT,
    per_person: int = 2,
    most: int = 3,
) -> Outcome:
    draft = Suggestion(SuggestionId(0), person, f"https://{name}.example/feed", name, at)
    return await store.put(draft, per_person=per_person, most=most, since=at - DAY)


async def names(store: SqlSuggestionStore) -> list[str]:
    return [suggestion.title for suggestion in await store.open()]


async def test_address_is_queued_once_whoever_suggests_it(store: SqlSuggestionStore) -> None:
    assert [await put(store, person, "gull") for person in (1, 2)] == [Outcome.QUEUED, Outcome.WAITING]
    (suggestion,) = await store.open()
    assert (suggestion.person_id, suggestion.at, suggestion.state) == (1, AT, SuggestionState.OPEN)
    await store.decide(suggestion.id, DECLINED, at=AT)
    assert await put(store, 2, "gull") is Outcome.WAITING


async def test_person_has_room_again_once_suggestions_are_decided_and_a_day_old(
    store: SqlSuggestionStore,
) -> None:
    assert [await put(store, 1, name) for name in ("a", "b", "c")] == [Outcome.QUEUED] * 2 + [
        Outcome.TOO_MANY
    ]
    assert await put(store, 2, "c") is Outcome.QUEUED
    for suggestion in await store.open():
        await store.decide(suggestion.id, APPROVED, at=AT)
    assert await put(store, 1, "d", at=AT + DAY / 2) is Outcome.TOO_MANY
    assert await put(store, 1, "d", at=AT + 2 * DAY) is Outcome.QUEUED


async def test_undecided_suggestions_count_however_old_they_are(store: SqlSuggestionStore) -> None:
    for name in ("a", "b"):
        await put(store, 1, name)
    assert await put(store, 1, "c", at=AT + 9 * DAY) is Outcome.TOO_MANY


async def test_queue_has_an_end(store: SqlSuggestionStore) -> None:
    outcomes = [await put(store, person, str(person)) for person in range(4)]
    assert outcomes == [Outcome.QUEUED] * 3 + [Outcome.FULL]
    await store.decide((await store.open())[0].id, DECLINED, at=AT)
    assert await put(store, 9, "more") is Outcome.QUEUED
    assert await names(store) == ["1", "2", "more"]


async def test_suggestion_is_decided_once(store: SqlSuggestionStore) -> None:
    await put(store, 1, "gull")
    (suggestion,) = await store.open()
    decisions = [await store.decide(suggestion.id, state, at=AT) for state in (APPROVED, DECLINED)]
    assert decisions == [True, False]
    decided = await store.get(suggestion.id)
    assert decided is not None
    assert decided.state is APPROVED
    assert not await store.decide(SuggestionId(99), APPROVED, at=AT)
    assert await store.get(SuggestionId(99)) is None


async def test_each_suggestion_is_claimed_once_and_not_after_its_decision(store: SqlSuggestionStore) -> None:
    for name in ("a", "b"):
        await put(store, 1, name)
    await store.decide((await store.open())[0].id, DECLINED, at=AT)
    await put(store, 2, "c")
    claimed = [await store.claim_new() for _ in range(3)]
    assert [suggestion and suggestion.title for suggestion in claimed] == ["b", "c", None]


async def test_decided_suggestions_are_forgotten_and_open_ones_stay(store: SqlSuggestionStore) -> None:
    for name in ("a", "b"):
        await put(store, 1, name)
    first, second = await store.open()
    await store.decide(first.id, DECLINED, at=AT)
    await store.forget_decided(before=AT)
    assert await store.get(first.id)
    await store.forget_decided(before=AT + DAY)
    assert await store.get(first.id) is None
    assert await store.get(second.id)
    assert await put(store, 1, "a", at=AT + 9 * DAY) is Outcome.QUEUED
