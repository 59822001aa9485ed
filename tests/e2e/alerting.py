"""News, alerts on it, and the messages that come of both."""

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


async def told(phone: Phone, word: str) -> Json:
    """The bot's newest message that says a word, once it is there."""
    return await phone.state.until(lambda: saying(phone, word))


def saying(phone: Phone, word: str) -> Json | None:
    return find(phone, lambda message: word in message.get("text", message.get("caption", "")))


def find(phone: Phone, fits: Callable[[Json], bool]) -> Json | None:
    said = (m for m in reversed(phone.chat.messages.values()) if m["from"]["is_bot"])
    return next(filter(fits, said), None)


async def settled(app: App, messages: int = 1) -> None:
    """Return once the bot has taken down that so many messages were told; people press later than that."""
    while (await app.services.delivery.outbox.counts()).get(OutboxState.SENT, 0) < messages:
        pass


async def save(phone: Phone, words: str) -> Json:
    return await phone.press(await phone.say(f"/subscribe {words}"), "Save")


async def opened(phone: Phone, number: int = 1) -> Json:
    return await phone.press(await phone.say("/subscriptions"), str(number))


async def reply(phone: Phone, asked: Json, text: str) -> Json:
    said = phone.users.send(phone.person, phone.chat, text, reply_to=asked["message_id"])
    return await phone.answer_to(said)
