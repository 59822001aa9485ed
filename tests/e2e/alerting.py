"""Steps that tests of alerts share: publish, save, find a message, reply."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bot.app.wiring import App
from bot.corpus.raw import RawArticle
from bot.delivery.outbox import OutboxState
from tests.e2e.person import Json, Phone

STORM = "A hailstorm broke greenhouse roofs near Tavira on Monday. Growers said the tomatoes were lost."


async def publish(app: App, text: str = STORM, *, title: str = "Hail over Tavira", **fields: Any) -> None:
    moment = datetime.now(UTC).isoformat()
    raw = RawArticle(source=title, text=text, title=title, published=moment, **fields)
    report = await app.pipeline.ingest([raw])
    assert report.added == 1


async def bot_message(phone: Phone, words: str) -> Json:
    """Return the bot's newest message that contains some words, once there is one."""
    return await phone.state.until(lambda: find_message(phone, words))


def find_message(phone: Phone, words: str) -> Json | None:
    return newest(phone, lambda message: words in message.get("text", message.get("caption", "")))


def newest(phone: Phone, matches: Callable[[Json], bool]) -> Json | None:
    said = (m for m in reversed(phone.chat.messages.values()) if m["from"]["is_bot"])
    return next(filter(matches, said), None)


async def recorded_as_sent(app: App, messages: int = 1) -> None:
    """Wait until the outbox records `messages` as sent; people press a button later than that."""
    while (await app.services.delivery.outbox.counts()).get(OutboxState.SENT, 0) < messages:  # noqa: ASYNC110
        await asyncio.sleep(0.01)  # the outbox has no event to wait for


async def save(phone: Phone, words: str) -> Json:
    return await phone.press(await phone.say(f"/subscribe {words}"), "Save")


async def open_alert(phone: Phone, number: int = 1) -> Json:
    return await phone.press(await phone.say("/subscriptions"), str(number))


async def reply(phone: Phone, asked: Json, text: str) -> Json:
    said = phone.users.send(phone.person, phone.chat, text, reply_to=asked["message_id"])
    return await phone.answer_to(said)
