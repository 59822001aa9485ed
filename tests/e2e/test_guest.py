"""Guest mode: the bot is mentioned in chats that it is no member of."""

from sqlalchemy import func, select

from bot.app.wiring import App
from bot.preview.telegram.model import Chat
from bot.storage.schema.chats import answers, chat_settings, chats, views
from bot.storage.schema.inbox import updates
from handlers.telegram.deep_links import deep_link
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Json, Phone, buttons

CLAIM = (
    "The River Oss rose over its embankments at Port Veyra in the night to Tuesday, killing four people and "
    "forcing about 2,300 to leave their homes."
)


def elsewhere(ada: Phone) -> Phone:
    """Open a group that the bot is no member of."""
    return ada.at(ada.state.add_group("Choir", ada.person, supergroup=True, bot_status="left"))


def name(ada: Phone) -> str:
    return f"@{ada.state.bot['username']}"


def write(there: Phone, text: str) -> Json:
    """Let somebody else write, which the bot doesn't see."""
    bea = there.state.add_person("Bea")
    return there.state.post(there.chat, bea.json(), {"text": text, "entities": []})


async def test_mention_traces_the_message_it_replies_to(bot: App, ada: Phone) -> None:
    there = elsewhere(ada)
    claim = write(there, CLAIM)
    answer = await there.say(f"{name(ada)} is that true?", reply_to=claim["message_id"])
    assert "articles here have these words, earliest first" in answer["text"]
    assert FLOOD_SOURCE in answer["text"]
    assert "origin" in answer["text"]
    assert answer["guest_bot_caller_user"]["id"] == ada.person.id


async def test_link_under_a_guest_answer_opens_the_first_article(bot: App, ada: Phone) -> None:
    there = elsewhere(ada)
    answer = await there.say(name(ada), reply_to=write(there, CLAIM)["message_id"])
    (button,) = buttons(answer)
    payload = button["url"].removeprefix(f"https://t.me/{name(ada)[1:]}?start=")
    assert FLOOD_SOURCE in (await ada.answer_to(ada.users.follow_link(ada.person, payload)))["text"]


async def test_mention_without_a_text_above_answers_its_question(bot: App, ada: Phone) -> None:
    there = elsewhere(ada)
    answer = await there.say(f"{FLOOD} {name(ada)}")
    assert FLOOD_SOURCE in answer["text"]
    assert deep_link(FLOOD) in buttons(answer)[0]["url"]
    short = write(there, FLOOD)
    assert FLOOD_SOURCE in (await there.say(name(ada), reply_to=short["message_id"]))["text"]


async def test_bare_mention_and_faulty_question_say_how_to_ask(bot: App, ada: Phone) -> None:
    there = elsewhere(ada)
    assert "Reply to a message and mention me" in (await there.say(name(ada)))["text"]
    assert "field" in (await there.say(f"{name(ada)} colour:blue"))["text"]


async def test_nothing_about_the_chat_is_kept(bot: App, ada: Phone) -> None:
    there = elsewhere(ada)
    answer = await there.say(f"{name(ada)} {FLOOD}")
    assert all("callback_data" not in button for button in buttons(answer))
    await ada.say("/about")  # by then, the mention is handled
    async with bot.stores.inbox._database.read() as connection:
        for table in (views, answers, chats, chat_settings, updates):
            kept = select(func.count()).select_from(table).where(table.c.chat_id == there.chat.id)
            assert await connection.scalar(kept) == 0, table.name


async def test_answer_is_in_the_language_of_who_asks(bot: App, ada: Phone) -> None:
    await ada.say("/lang fr")
    assert "mentionnant" in (await elsewhere(ada).say(name(ada)))["text"]


async def test_other_mentions_and_messages_are_not_seen(bot: App, ada: Phone) -> None:
    there = elsewhere(ada)
    ada.users.send(ada.person, there.chat, "@somebody_else Port Veyra flood")
    ada.users.send(ada.person, there.chat, f"/ask {FLOOD}")
    assert await there.bot_messages() == []


async def test_strangers_of_a_private_bot_get_no_answer_in_public(start_bot: StartBot, ada: Phone) -> None:
    bea = ada.state.add_person("Bea")
    async with start_bot(allowed_ids=(bea.id,)):
        there = elsewhere(ada)
        ada.users.send(ada.person, there.chat, name(ada))
        answered = await there.at(there.chat).answer_to(
            ada.users.send(bea, there.chat, f"{FLOOD} {name(ada)}")
        )
        assert answered["guest_bot_caller_user"]["id"] == bea.id
        assert sum(message["from"]["is_bot"] for message in there.chat.messages.values()) == 1


async def test_who_asks_too_often_is_asked_to_wait_once(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(person_per_minute=1):
        there = elsewhere(ada)
        assert FLOOD_SOURCE in (await there.say(f"{FLOOD} {name(ada)}"))["text"]
        assert "Please wait" in (await there.say(f"{FLOOD} {name(ada)}"))["text"]
        ada.users.send(ada.person, there.chat, f"{FLOOD} {name(ada)}")
        bea = ada.state.add_person("Bea")
        await ada.at(ada.state.chats[bea.id]).answer_to(
            ada.users.send(bea, ada.state.chats[bea.id], "/about")
        )
        assert sum(message["from"]["is_bot"] for message in there.chat.messages.values()) == 2


async def test_mention_in_a_chat_of_two_people_is_answered(bot: App, ada: Phone) -> None:
    bea = ada.state.add_person("Bea")
    two = Chat(bea.id, "private", owner=bea, bot_status="left")
    ada.state.chats[bea.id] = two
    assert FLOOD_SOURCE in (await ada.at(two).say(f"{name(ada)} {FLOOD}"))["text"]
