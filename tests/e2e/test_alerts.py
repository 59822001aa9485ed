"""An alert from /subscribe to its message, and what its buttons do."""

from collections.abc import Callable
from datetime import UTC, datetime

from bot.app.wiring import House
from bot.corpus.raw import RawArticle
from tests.e2e.person import Json, Phone, labels, marked

STORM = "A hailstorm broke greenhouse roofs near Tavira on Monday. Growers said the tomatoes were lost."


async def publish(house: House, text: str = STORM, *, title: str = "Hail over Tavira") -> None:
    raw = RawArticle(source=title, text=text, title=title, published=datetime.now(UTC).isoformat())
    report = await house.articles.ingest([raw])
    assert report.added == 1


async def told(ada: Phone, word: str) -> Json:
    """The bot's message that says a word, once it is there."""
    return await ada.world.until(lambda: _saying(ada, lambda text: word in text))


def _saying(ada: Phone, fits: Callable[[str], bool]) -> Json | None:
    said = (m for m in ada.chat.messages.values() if m["from"]["is_bot"])
    return next((m for m in said if fits(m.get("text", ""))), None)


async def test_an_alert_is_looked_at_saved_and_told_of_a_new_article(bot: House, ada: Phone) -> None:
    preview = await ada.say("/subscribe hailstorm greenhouse")
    assert marked(preview, "code") == ["hailstorm greenhouse"]
    assert labels(preview) == ["Save", "Cancel"]
    saved = await ada.press(preview, "Save")
    assert "Alert saved" in saved["text"]
    await publish(bot)
    alert = await told(ada, "Hail over Tavira")
    assert "“hailstorm”, “greenhouse”" in alert["text"]
    assert marked(alert, "blockquote")
    assert labels(alert) == ["Pause", "Mute 24 h", "Delete"]


async def test_an_answer_offers_an_alert_on_its_question(bot: House, ada: Phone) -> None:
    answer = await ada.say("Port Veyra flood")
    ada.tap(answer, "Alert me")
    preview = await told(ada, "New alert")
    assert marked(preview, "code") == ["Port Veyra flood"]


async def test_a_paused_alert_is_silent_and_a_resumed_one_speaks_again(bot: House, ada: Phone) -> None:
    saved = await ada.press(await ada.say("/subscribe hailstorm"), "Save")
    paused = await ada.press(saved, "Pause")
    await publish(bot)
    resumed = await ada.press(paused, "Resume")
    assert labels(resumed) == ["Pause", "Mute 24 h", "Delete"]
    await publish(bot, "Another hailstorm reached the coast of Silves.", title="Silves")
    await told(ada, "Silves")
    assert _saying(ada, lambda text: "Hail over Tavira" in text) is None


async def test_alerts_are_listed_and_deleted_by_number(bot: House, ada: Phone) -> None:
    for words in ("hailstorm", "tomatoes"):
        await ada.press(await ada.say(f"/subscribe {words}"), "Save")
    listed = await ada.say("/subscriptions")
    assert marked(listed, "code") == ["hailstorm", "tomatoes"]
    assert "Deleted: tomatoes" in (await ada.say("/unsubscribe 2"))["text"]
    assert marked(await ada.say("/subscriptions"), "code") == ["hailstorm"]
