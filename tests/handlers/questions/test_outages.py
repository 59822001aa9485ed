"""The line about feeds that can't be reached names two and counts the rest."""

from bot.questions.outages import Outage
from handlers.questions.outages import outage_text
from handlers.telegram.html import visible
from handlers.texts import texts_for
from tests.factories import NOON


def test_two_feeds_are_named_and_the_rest_counted() -> None:
    outages = [
        Outage(name, f"https://{name}.example/feed", NOON) for name in ("lamp", "herald", "mill", "coast")
    ]
    text = visible(outage_text(outages, texts_for("en")))
    assert "reach lamp, herald … and 2 more since 2026-11-20 12:00 UTC" in text
