"""Contract of the conversation store, for the database and its fake; and prompts."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.chats.ports import KEEP_FOR, ConversationStore
from bot.chats.prompt import Prompt, PromptKind
from bot.chats.view import View, ViewId, ViewKind
from bot.corpus.article import ArticleId
from bot.errors import ViewExpired
from bot.search.ports import Order
from bot.storage.chats.prompts import SqlPromptStore
from bot.storage.chats.views import SqlConversationStore
from bot.storage.database import Database
from bot.storage.migrate import migrate

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
FULL = View(
    kind=ViewKind.CONTEXT,
    question='"harbour" OR مرفأ',
    order=Order.NEWEST,
    period_h=24,
    page=3,
    shown=(ArticleId("a"), ArticleId("b")),
    article=ArticleId("a"),
    sentence=2,
    parent=ViewId("x1"),
    previous="port strike",
)


@pytest.mark.parametrize("view", [View(ViewKind.ANSWER), FULL])
async def test_view_round_trips(conversation: ConversationStore, view: View) -> None:
    view_id = await conversation.save_view(view, chat_id=1, now=NOW)
    assert await conversation.load_view(view_id, chat_id=1, now=NOW) == view


async def test_view_ids_fit_into_callback_data(conversation: ConversationStore) -> None:
    ids = [await conversation.save_view(FULL, chat_id=1, now=NOW) for _ in range(20)]
    assert len(set(ids)) == 20
    assert all(re.fullmatch("[A-Za-z0-9]{1,16}", view_id) for view_id in ids)


async def test_view_of_another_chat_is_expired(conversation: ConversationStore) -> None:
    view_id = await conversation.save_view(FULL, chat_id=1, now=NOW)
    with pytest.raises(ViewExpired):
        await conversation.load_view(view_id, chat_id=2, now=NOW)


async def test_view_expires_after_thirty_days(conversation: ConversationStore) -> None:
    view_id = await conversation.save_view(FULL, chat_id=1, now=NOW)
    assert await conversation.load_view(view_id, chat_id=1, now=NOW + KEEP_FOR) == FULL
    with pytest.raises(ViewExpired):
        await conversation.load_view(view_id, chat_id=1, now=NOW + KEEP_FOR + timedelta(seconds=1))


async def test_unknown_view_is_expired(conversation: ConversationStore) -> None:
    with pytest.raises(ViewExpired):
        await conversation.load_view(ViewId("nothing"), chat_id=1, now=NOW)


async def test_latest_answer_to_question_is_remembered(conversation: ConversationStore) -> None:
    await conversation.remember_answer(chat_id=1, question_id=5, answer_id=6, now=NOW)
    await conversation.remember_answer(chat_id=1, question_id=5, answer_id=9, now=NOW)
    assert await conversation.answer_to(chat_id=1, question_id=5) == 9
    assert await conversation.answer_to(chat_id=2, question_id=5) is None


async def test_supergroup_keeps_views_and_answers_of_group(conversation: ConversationStore) -> None:
    view_id = await conversation.save_view(FULL, chat_id=-5, now=NOW)
    await conversation.remember_answer(chat_id=-5, question_id=1, answer_id=2, now=NOW)
    await conversation.remember_answer(chat_id=-5, question_id=3, answer_id=4, now=NOW)
    await conversation.remember_answer(chat_id=-1005, question_id=3, answer_id=8, now=NOW)
    await conversation.move_chat(old_id=-5, new_id=-1005)
    assert await conversation.load_view(view_id, chat_id=-1005, now=NOW) == FULL
    answers = [await conversation.answer_to(chat_id=-1005, question_id=question_id) for question_id in (1, 3)]
    assert answers == [2, 8]
    assert await conversation.answer_to(chat_id=-5, question_id=1) is None


async def test_moving_chat_to_itself_changes_nothing(conversation: ConversationStore) -> None:
    await conversation.remember_answer(chat_id=1, question_id=1, answer_id=2, now=NOW)
    await conversation.move_chat(old_id=1, new_id=1)
    assert await conversation.answer_to(chat_id=1, question_id=1) == 2


async def test_forgetting_deletes_only_older_rows(conversation: ConversationStore) -> None:
    old = await conversation.save_view(FULL, chat_id=1, now=NOW - timedelta(days=2))
    new = await conversation.save_view(FULL, chat_id=1, now=NOW)
    await conversation.remember_answer(chat_id=1, question_id=1, answer_id=2, now=NOW - timedelta(days=2))
    assert await conversation.forget_before(NOW - timedelta(days=1)) == 2
    assert await conversation.load_view(new, chat_id=1, now=NOW) == FULL
    with pytest.raises(ViewExpired):
        await conversation.load_view(old, chat_id=1, now=NOW)


async def test_view_survives_restart(url: str) -> None:
    await migrate(url)
    async with Database.open(url) as before:
        view_id = await SqlConversationStore(before).save_view(FULL, chat_id=1, now=NOW)
    await migrate(url)
    async with Database.open(url) as after:
        assert await SqlConversationStore(after).load_view(view_id, chat_id=1, now=NOW) == FULL


async def test_prompts_are_saved_deleted_and_forgotten(database: Database) -> None:
    prompts = SqlPromptStore(database)
    zone, old = Prompt(PromptKind.ZONE), Prompt(PromptKind.UNDO, "{}")
    await prompts.save(old, chat_id=1, message_id=1, now=NOW - timedelta(days=2))
    for number in (2, 3):
        await prompts.save(zone, chat_id=1, message_id=number, now=NOW)
    await prompts.delete(chat_id=1, message_id=3)
    assert await prompts.forget_before(NOW - timedelta(days=1)) == 1
    assert [await prompts.get(chat_id=1, message_id=n) for n in (1, 2, 3)] == [None, zone, None]


async def test_recent_views_of_a_chat_come_newest_first(conversation: ConversationStore) -> None:
    first, second = View(ViewKind.ANSWER, "harbour"), View(ViewKind.TOP, "strike", page=2, pages=2)
    for seconds, view in enumerate((first, second)):
        await conversation.save_view(view, chat_id=1, now=NOW + timedelta(seconds=seconds))
    later = NOW + timedelta(seconds=1)
    assert await conversation.recent_views(chat_id=1, since=NOW) == [second, first]
    assert await conversation.recent_views(chat_id=1, since=later) == [second]
    assert await conversation.recent_views(chat_id=1, since=NOW, before=later) == [first]
    assert await conversation.recent_views(chat_id=2, since=NOW) == []
