"""From a card to the same event in another language and back, in several languages of the reader."""

import json
from datetime import UTC, datetime

import pytest

from bot.app.wiring import App
from bot.corpus.raw import RawArticle
from handlers.texts import texts_for
from tests.e2e.person import Phone, labels
from tests.stories.test_sisters import SAMPLES

EVENT = "flood-valencia"


async def publish(app: App, event: str) -> None:
    """Publish the samples of an event now, in all its languages."""
    rows = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    moment = datetime.now(UTC).isoformat()
    raw = [
        RawArticle(
            source=row["id"], id=row["id"], title=row["title"], text=row["text"], language=row["language"],
            published=moment, publisher=f"Radio {row['language']}",
        )
        for row in rows
        if row["event"] == event
    ]  # fmt: skip
    assert (await app.pipeline.ingest(raw)).added == len(raw)


async def test_card_opens_the_event_in_another_language_and_returns(bot: App, ada: Phone) -> None:
    await publish(bot, EVENT)
    card = await ada.press(await ada.say("Valencia floods residents Lloret"), "1")
    assert "Also in Spanish (1), Russian (1)" in card["text"]
    listed = await ada.press(card, "🌐 Other languages")
    assert "inundaciones" in listed["text"]
    assert "Валенсии" in listed["text"]
    assert labels(listed) == ["1", "2", "‹ Back"]
    story = await ada.press(listed, "1")
    assert "inundaciones" in story["text"]
    listed = await ada.press(story, "‹ Back")
    card = await ada.press(listed, "‹ Back")
    assert "Also in Spanish (1), Russian (1)" in card["text"]


async def test_only_sister_opens_at_once(bot: App, ada: Phone) -> None:
    await publish(bot, "quake-manila")
    card = await ada.press(await ada.say("Manila quake Balagtas"), "1")
    story = await ada.press(card, "🌐 German (1)")
    assert "Erdbeben" in story["text"]
    assert "Also in English (1)" in story["text"]
    assert "Also in German (1)" in (await ada.press(story, "‹ Back"))["text"]


@pytest.mark.parametrize("code", ["ar", "de", "fa", "ru"])
async def test_languages_are_named_in_the_readers_language(bot: App, ada: Phone, code: str) -> None:
    await publish(bot, EVENT)
    await ada.say(f"/lang {code}")
    card = await ada.press(await ada.say("Valencia floods residents Lloret"), "1")
    texts = texts_for(code)
    assert texts.name_of("es") in card["text"]
    assert texts("button-sisters") in labels(card)
