"""The outbox in a real SQLite file: promised with the article, told once, lost never."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import Alert, AlertDraft, AlertId
from bot.alerts.outbox import COALESCE_FROM, DIGEST_STORIES, MatchBatch, OutboxState
from bot.alerts.schedule import Mode
from bot.alerts.settings import ChatSettings
from bot.commit import Batch, Revision
from bot.corpus.article import Article, ArticleId
from bot.errors import wording
from bot.storage.commit import SqlArticleCommit
from bot.storage.database import Database
from bot.stories.story import StoryId
from tests.storage.sql_alerts import POSTPONED, SENT, WAITING, SqlAlerts, claimed, told

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
LEASE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def house(database: Database) -> SqlAlerts:
    return SqlAlerts(database)


async def saved(house: SqlAlerts, *chats: int, text: str = "harbour", mode: Mode = Mode.NOW) -> list[Alert]:
    drafts = [AlertDraft(chat, None, 7, text, AT, mode=mode) for chat in chats]
    return [await house.alerts.add(draft) for draft in drafts]


async def test_a_promise_becomes_one_message_for_each_alert(house: SqlAlerts) -> None:
    alerts = await saved(house, 1, 2, 3)
    await house.promise("a", [each.id for each in alerts], at=AT)
    parcels = await claimed(await house.expand(AT), LATER)
    messages = [message for parcel in parcels for message in parcel.messages]
    assert [(each.chat_id, each.alert_id, each.article_id, each.story_id) for each in messages] == [
        (each.chat_id, each.id, "a", "story of a") for each in alerts
    ]
    assert {(each.created_at, each.due_at, each.state, each.title) for each in messages} == {
        (AT, AT, WAITING, "a")
    }
    assert [parcel.alerts for parcel in parcels] == [(each,) for each in alerts]


async def test_a_promise_is_kept_in_chunks_and_none_is_written_twice(house: SqlAlerts) -> None:
    alerts = await saved(house, *range(1, 8))
    await house.promise("a", [each.id for each in alerts], at=AT)
    assert [await house.outbox.expand(now=AT, limit=3) for _ in range(4)] == [3, 3, 1, 0]
    assert await house.outbox.counts() == {WAITING: 7}


async def test_alerts_deleted_before_or_after_the_commit_get_nothing(house: SqlAlerts) -> None:
    before, after, kept = await saved(house, 1, 2, 3)
    await house.alerts.delete(before.id)
    await house.promise("a", [before.id, after.id, kept.id], at=AT)
    await house.alerts.delete(after.id)
    parcels = await claimed(await house.expand(AT), LATER)
    assert [each.alert_id for parcel in parcels for each in parcel.messages] == [kept.id]


async def test_a_story_is_told_to_a_chat_once(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    outbox = await house.expand(AT)
    (parcel,) = await claimed(outbox, LATER)
    await outbox.sent(parcel, telegram_id=50, at=LATER)
    await house.promise("b", [alert.id], story="s", at=LATER)
    await house.expand(LATER)
    assert await outbox.counts() == {SENT: 1}


async def test_a_story_that_went_into_another_is_not_told_again_under_its_new_name(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    outbox = await house.expand(AT)
    (parcel,) = await claimed(outbox, LATER)
    await outbox.sent(parcel, telegram_id=50, at=LATER)
    await house.commits.commit(
        Batch(
            LATER,
            (Revision(Article(id=ArticleId("b"), title="b", text="B."), "b", story_id=StoryId("t")),),
            redirects={StoryId("s"): StoryId("t")},
            matches=(MatchBatch(ArticleId("b"), StoryId("t"), (alert.id,), LATER),),
        )
    )
    await house.expand(LATER)
    assert await outbox.counts() == {SENT: 1}


async def edited(house: SqlAlerts, at: datetime) -> list[int | None]:
    """Telegram's ids of the messages that are edited now, all of them due."""
    edits: list[int | None] = []
    while parcels := await claimed(house.outbox, at):
        for each in parcels:
            edits.append(each.edits)
            await house.outbox.sent(each, telegram_id=each.edits or 0, at=at)
    return edits


async def told_and_withdrawn(house: SqlAlerts) -> Alert:
    """A story of one article, told and then withdrawn; its outlet's rival has the same news after that."""
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    (parcel,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(parcel, telegram_id=50, at=LATER)
    await house.commits.commit(Batch(LATER, removed=(ArticleId("a"),)))
    await house.spread(LATER)
    assert await edited(house, LATER) == [50]
    await house.promise("b", [alert.id], story="t", at=LATER)
    return alert


@pytest.mark.parametrize("under_way", [False, True])
async def test_a_told_article_that_comes_back_into_a_story_yet_to_be_told_tells_it(
    house: SqlAlerts, *, under_way: bool
) -> None:
    alert = await told_and_withdrawn(house)
    parcels = await claimed(await house.expand(LATER), LATER) if under_way else []
    await house.promise("a", [alert.id], story="t", at=LATER + SECOND)
    await house.expand(LATER + SECOND)
    for parcel in parcels:
        await house.outbox.sent(parcel, telegram_id=51, at=LATER + SECOND)
    await house.spread(LATER + LEASE)
    assert await house.outbox.counts() == {SENT: 1 + under_way}
    assert 50 in await edited(house, LATER + LEASE)


async def test_a_told_article_is_mended_wherever_its_story_was_told_meanwhile(house: SqlAlerts) -> None:
    alert = await told_and_withdrawn(house)
    (parcel,) = await claimed(await house.expand(LATER), LATER)
    await house.outbox.sent(parcel, telegram_id=51, at=LATER)
    for said in ("it is back", "it is gone again"):
        if said == "it is back":
            await house.promise("a", [alert.id], story="t", at=LATER + SECOND)
        else:
            await house.commits.commit(Batch(LATER + SECOND, removed=(ArticleId("a"),)))
        await house.expand(LATER + SECOND)
        await house.spread(LATER + SECOND)
        assert sorted(await edited(house, LATER + LEASE), key=str) == [50, 51], said


async def test_two_alerts_of_a_chat_tell_a_story_in_one_message(house: SqlAlerts) -> None:
    one, two = (*await saved(house, 1), *await saved(house, 1, text="ferry"))
    await house.promise("a", [one.id, two.id], story="s", at=AT)
    (parcel,) = await claimed(await house.expand(AT), LATER)
    assert ([each.alert_id for each in parcel.messages], len(parcel.stories)) == ([one.id, two.id], 1)
    await house.outbox.sent(parcel, telegram_id=50, at=LATER)
    assert await house.outbox.counts() == {SENT: 2}


async def test_a_story_told_for_one_alert_is_edited_for_another_that_was_there_then(
    house: SqlAlerts,
) -> None:
    one, two = (*await saved(house, 1), *await saved(house, 1, text="ferry"))
    await house.promise("a", [one.id], story="s", at=AT)
    (parcel,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(parcel, telegram_id=50, at=LATER)
    await house.promise("b", [two.id], story="s", at=LATER)
    (edit,) = await claimed(await house.expand(LATER), LATER)
    assert (edit.edits, {each.alert_id for each in edit.messages}) == (50, {one.id, two.id})


async def test_a_story_told_before_an_alert_was_saved_is_told_anew_for_it(house: SqlAlerts) -> None:
    (one,) = await saved(house, 1)
    await house.promise("a", [one.id], story="s", at=AT)
    (parcel,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(parcel, telegram_id=50, at=LATER)
    two = await house.alerts.add(AlertDraft(1, None, 7, "ferry", LATER + SECOND))
    await house.promise("b", [two.id], story="s", at=LATER + SECOND)
    (fresh,) = await claimed(await house.expand(LATER + SECOND), LATER + LEASE)
    assert (fresh.edits, [each.alert_id for each in fresh.messages]) == (None, [two.id])


async def test_a_leased_chat_is_nobody_elses_until_the_lease_ends(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], at=AT)
    outbox = await house.expand(AT)
    (parcel,) = await claimed(outbox, LATER)
    assert await claimed(outbox, LATER) == []
    await house.promise("b", [alert.id], at=LATER)
    await house.expand(LATER)
    assert await claimed(outbox, LATER + LEASE - SECOND) == []
    (again,) = await claimed(outbox, LATER + LEASE)
    assert again.messages == tuple(replace(each, maybe_sent=True) for each in parcel.messages)


async def test_two_claimers_never_get_the_same_message(url: str, house: SqlAlerts) -> None:
    alerts = await saved(house, *range(1, 41))
    await house.promise("a", [each.id for each in alerts], at=AT)
    await house.expand(AT)
    async with Database.open(url) as other:
        outboxes = [house.outbox, SqlAlerts(other).outbox] * 4
        claims = await asyncio.gather(*(claimed(each, LATER, limit=7) for each in outboxes))
    got = [message.id for part in claims for parcel in part for message in parcel.messages]
    assert len(got) == len(set(got)) == 40


async def test_a_chat_gets_one_message_at_a_time_longest_due_first(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("late", [alert.id], at=AT + 2 * SECOND)
    await house.expand(AT + 2 * SECOND)
    await house.promise("early", [alert.id], at=AT + SECOND)
    outbox = await house.expand(AT + SECOND)
    (first,) = await claimed(outbox, LATER)
    assert (told([first]), await claimed(outbox, LATER)) == ([["early"]], [])
    await outbox.sent(first, telegram_id=1, at=LATER)
    assert told(await claimed(outbox, LATER)) == [["late"]]


async def test_the_longest_due_come_first_among_chats(house: SqlAlerts) -> None:
    one, two = await saved(house, 1, 2)
    await house.promise("late", [one.id], at=AT + 2 * SECOND)
    await house.expand(AT + 2 * SECOND)
    await house.promise("early", [two.id], at=AT + SECOND)
    outbox = await house.expand(AT + SECOND)
    found = [told(await claimed(outbox, LATER, limit=1)) for _ in range(3)]
    assert found == [[["early"]], [["late"]], []]


async def test_many_stories_for_one_chat_go_in_digests(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    count = COALESCE_FROM + DIGEST_STORIES
    for number in range(count):
        await house.promise(f"a{number}", [alert.id], at=AT)
    outbox = await house.expand(AT)
    sizes = []
    while parcels := await claimed(outbox, LATER):
        sizes.append(len(parcels[0].stories))
        await outbox.sent(parcels[0], telegram_id=len(sizes), at=LATER)
    assert sizes == [DIGEST_STORIES, *[1] * COALESCE_FROM]
    assert await outbox.counts() == {SENT: count}


async def test_a_daily_alert_waits_for_its_digest_and_goes_with_the_others(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1, mode=Mode.DAILY)
    await house.settings.put(ChatSettings(1, zone="Europe/Istanbul", digest_at=18 * 60))
    for name in ("a", "b"):
        await house.promise(name, [alert.id], at=AT)
    outbox = await house.expand(AT)
    six_in_the_evening = datetime(2026, 11, 1, 15, tzinfo=UTC)
    assert await claimed(outbox, six_in_the_evening - SECOND) == []
    assert told(await claimed(outbox, six_in_the_evening)) == [["a", "b"]]


async def test_a_muted_publisher_and_an_unwanted_language_are_not_promised(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.settings.put(ChatSettings(1, muted=("Mill Gazette",), languages=("en",)))
    for name, publisher, language in (("a", "mill gazette", "en"), ("b", "X", "tr"), ("c", "X", "en")):
        article = Article(id=ArticleId(name), title=name, text=f"{name}.")
        match = MatchBatch(article.id, StoryId(name), (alert.id,), AT, name, publisher, language)
        await house.commits.commit(
            Batch(AT, (Revision(article, name, story_id=StoryId(name)),), matches=(match,))
        )
    assert told(await claimed(await house.expand(AT), LATER)) == [["c"]]


async def test_nothing_is_claimed_before_it_is_due(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], at=AT)
    outbox = await house.expand(AT)
    assert await claimed(outbox, AT - SECOND) == []
    (parcel,) = await claimed(outbox, AT)
    await outbox.postpone(parcel, due_at=LATER, reason=wording("why-said", words="flood"), maybe_sent=True)
    assert await claimed(outbox, LATER - SECOND) == []
    (again,) = await claimed(outbox, LATER)
    (message,) = parcel.messages
    later = replace(
        message,
        due_at=LATER,
        attempts=1,
        maybe_sent=True,
        reason=wording("why-said", words="flood"),
        state=OutboxState.POSTPONED,
    )
    assert again.messages == (later,)


@pytest.mark.parametrize("final", ["sent", "given up"])
async def test_what_is_settled_stays_settled(house: SqlAlerts, final: str) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], at=AT)
    outbox = await house.expand(AT)
    (parcel,) = await claimed(outbox, LATER)
    if final == "sent":
        await outbox.sent(parcel, telegram_id=9, at=LATER)
        await outbox.give_up(parcel, reason=wording("why-said", words="too late"), at=LATER)
    else:
        await outbox.give_up(parcel, reason=wording("why-said", words="gone"), at=LATER)
        await outbox.sent(parcel, telegram_id=9, at=LATER)
    await outbox.postpone(parcel, due_at=LATER, reason=wording("why-turn"), maybe_sent=False)
    assert await outbox.counts(1) == {OutboxState(final): 1}
    assert await claimed(outbox, LATER + timedelta(days=1)) == []


async def test_a_paused_or_muted_alert_waits_and_goes_on(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], at=AT)
    outbox = await house.expand(AT)
    await house.alerts.update(replace(alert, paused=True))
    assert await claimed(outbox, LATER) == []
    await house.alerts.update(replace(alert, muted_until=LATER + LEASE))
    assert await claimed(outbox, LATER) == []
    assert told(await claimed(outbox, LATER + LEASE)) == [["a"]]


async def test_deleting_an_alert_takes_back_what_is_not_sent(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    for name in ("a", "b"):
        await house.promise(name, [alert.id], at=AT)
    outbox = await house.expand(AT)
    (parcel,) = await claimed(outbox, LATER)
    await outbox.sent(parcel, telegram_id=1, at=LATER)
    await house.alerts.delete(alert.id)
    assert await outbox.counts() == {SENT: 1}


async def test_a_chat_held_back_delays_nobody_else(house: SqlAlerts) -> None:
    one, two = await saved(house, 1, 2)
    await house.promise("a", [one.id, two.id], at=AT)
    outbox = await house.expand(AT)
    await house.chats.hold(1, until=LATER + LEASE, reason=wording("why-said", words="retry after"))
    assert [each.chat_id for each in await claimed(outbox, LATER)] == [2]
    assert [each.chat_id for each in await claimed(outbox, LATER + LEASE)] == [1, 2]


async def test_holding_a_chat_ends_its_lease_and_nothing_counts_as_sent(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], at=AT)
    outbox = await house.expand(AT)
    claim = await claimed(outbox, LATER)
    await house.chats.hold(1, until=LATER, reason=wording("why-said", words="retry after"))
    again = await claimed(outbox, LATER)
    assert [each.messages for each in again] == [each.messages for each in claim]


async def test_a_suspended_chat_keeps_its_messages_for_later(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], at=AT)
    outbox = await house.expand(AT)
    await house.chats.suspend(1, at=AT, reason=wording("why-said", words="blocked"))
    await house.promise("b", [alert.id], at=AT + SECOND)
    await house.expand(AT + SECOND)
    assert (await claimed(outbox, LATER), await outbox.counts(1)) == ([], {OutboxState.SUSPENDED: 2})
    await house.chats.resume(1)
    assert told(await claimed(outbox, LATER)) == [["a"]]
    assert await outbox.counts(1) == {WAITING: 2}


async def test_a_chat_suspended_for_long_goes_with_all_that_was_kept_for_it(house: SqlAlerts) -> None:
    one, two = await saved(house, 1, 2)
    await house.promise("a", [one.id, two.id], at=AT)
    await house.expand(AT)
    await house.settings.put(ChatSettings(1, zone="Asia/Baku"))
    await house.chats.suspend(1, at=AT, reason=wording("why-said", words="blocked"))
    assert await house.chats.drop_suspended(AT) == 0
    last = (await house.alerts.changes(after=0, limit=10))[-1].number
    assert await house.chats.drop_suspended(AT + SECOND) == 1
    assert (await house.alerts.of_chat(1), await house.settings.of(1)) == ([], ChatSettings(1))
    assert await house.outbox.counts() == {WAITING: 1}
    assert [each.alert_id for each in await house.alerts.changes(after=last, limit=10)] == [one.id]
    assert await house.alerts.of_chat(2) == [two]


async def test_what_waits_for_a_digest_follows_the_settings_of_its_chat(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1, mode=Mode.DAILY)
    await house.promise("a", [alert.id], at=AT)
    outbox = await house.expand(AT)
    await house.settings.put(ChatSettings(1, zone="Europe/Istanbul", digest_at=18 * 60))
    six_in_the_evening = datetime(2026, 11, 1, 15, tzinfo=UTC)
    assert await claimed(outbox, six_in_the_evening - SECOND) == []
    await house.settings.put(ChatSettings(1, digest_at=9 * 60))
    nine_in_the_morning = datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert await claimed(outbox, nine_in_the_morning - SECOND) == []
    assert told(await claimed(outbox, nine_in_the_morning)) == [["a"]]


async def test_a_group_that_became_a_supergroup_takes_all_along(house: SqlAlerts) -> None:
    (alert,) = await saved(house, -5)
    await house.settings.put(ChatSettings(-5, zone="Asia/Baku"))
    await house.promise("a", [alert.id], at=AT)
    outbox = await house.expand(AT)
    await claimed(outbox, LATER)
    last = (await house.alerts.changes(after=0, limit=10))[-1].number
    await house.chats.migrate(-5, -1005)
    assert [each.chat_id for each in await claimed(outbox, LATER)] == [-1005]
    moved = await house.alerts.of_chat(-1005)
    assert (await house.alerts.of_chat(-5), [each.id for each in moved]) == ([], [alert.id])
    assert [each.alert_id for each in await house.alerts.changes(after=last, limit=10)] == [alert.id]
    assert (await house.settings.of(-1005)).zone == "Asia/Baku"


async def test_turns_are_given_out_evenly_over_all_claimers(url: str, house: SqlAlerts) -> None:
    alerts = await saved(house, *range(1, 41))
    await house.promise("a", [each.id for each in alerts], at=AT)
    await house.expand(AT)
    pace = timedelta(milliseconds=100)
    turns = []
    async with Database.open(url) as other:
        for outbox in (house.outbox, SqlAlerts(other).outbox, house.outbox):
            parcels = await outbox.claim(now=LATER, lease=LEASE, limit=6, pace=pace)
            turns += [parcel.turn_at for parcel in parcels]
    assert turns == [LATER + n * pace for n in range(11)], "and no more than a second ahead"
    (following, *_) = await house.outbox.claim(now=LATER + SECOND, lease=LEASE, limit=6, pace=pace)
    assert following.turn_at == LATER + 11 * pace


async def test_a_told_story_is_edited_once_for_all_that_happened_to_it(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    (parcel,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(parcel, telegram_id=50, at=LATER)
    await house.spread(LATER)
    assert await claimed(house.outbox, LATER) == [], "the article that was told is no news"
    for name in ("b", "c"):
        await house.promise(name, [], story="s", at=LATER)
    await house.spread(LATER)
    (edit,) = await claimed(house.outbox, LATER)
    assert (edit.edits, told([edit])) == (50, [["a"]])
    await house.outbox.sent(edit, telegram_id=50, at=LATER)
    assert await claimed(house.outbox, LATER + LEASE) == []


async def test_a_story_that_changes_while_it_is_edited_is_edited_again(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    (parcel,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(parcel, telegram_id=50, at=LATER)
    await house.promise("b", [], story="s", at=LATER)
    await house.spread(LATER)
    (edit,) = await claimed(house.outbox, LATER)
    await house.promise("c", [], story="s", at=LATER)
    await house.spread(LATER)
    await house.outbox.sent(edit, telegram_id=50, at=LATER)
    assert [each.edits for each in await claimed(house.outbox, LATER)] == [50]


async def test_a_corrected_article_is_marked_and_a_removed_one_noticed(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    (parcel,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(parcel, telegram_id=50, at=LATER)
    await house.promise("a", [], story="s", at=LATER, changed=f"a at {AT}")
    await house.spread(LATER)
    (edit,) = await claimed(house.outbox, LATER)
    assert [each.corrected for each in edit.messages] == [True]
    await house.outbox.postpone(
        edit, due_at=LATER + SECOND, reason=wording("why-said", words="flood"), maybe_sent=False
    )
    assert await claimed(house.outbox, LATER) == []
    await house.commits.commit(Batch(LATER, removed=(ArticleId("a"),)))
    await house.spread(LATER)
    assert [each.edits for each in await claimed(house.outbox, LATER + SECOND)] == [50]


async def test_breaking_news_waits_for_no_digest_where_that_is_wanted(house: SqlAlerts) -> None:
    alerts = await saved(house, 1, 2, mode=Mode.DAILY)
    await house.settings.put(ChatSettings(1, breaking=True))
    await house.promise("a", [each.id for each in alerts], at=AT)
    await house.expand(AT)
    assert await claimed(house.outbox, LATER) == []
    await house.spread(LATER, hurry=True)
    (parcel,) = await claimed(house.outbox, LATER)
    assert (parcel.chat_id, parcel.messages[0].digest) == (1, False)


async def test_what_is_asked_of_a_chat_that_is_unknown_does_nothing(house: SqlAlerts) -> None:
    await house.chats.resume(5)
    await house.alerts.delete(AlertId(5))
    assert await house.outbox.counts() == {}
    assert POSTPONED not in await house.outbox.counts(5)


async def test_an_article_is_not_stored_without_its_promise(database: Database, house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    article = Article(id=ArticleId("a"), title="a", text="A.")
    unstorable = MatchBatch(article.id, StoryId("s"), (alert.id,), AT.replace(tzinfo=None))
    commit = SqlArticleCommit(database)
    with pytest.raises(Exception, match="time zone"):
        await commit.commit(Batch(AT, (Revision(article, "a"),), matches=(unstorable,)))
    assert await commit.known([article.id], []) == await commit.known([], [])
