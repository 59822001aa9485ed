"""Buttons that lead to public feeds and story pages, if there are any."""

from typing import Any
from urllib.parse import unquote

from tests.e2e.conftest import StartBot
from tests.e2e.person import Json, Phone

PUBLIC = {"api": "127.0.0.1:0", "api_public_url": "https://news.example"}


def link(message: Json, label: str) -> str | None:
    """Return where a button of a message leads; None if the message has no such button."""
    rows: list[list[dict[str, Any]]] = message["reply_markup"]["inline_keyboard"]
    return next((str(button["url"]) for row in rows for button in row if button["text"] == label), None)


async def test_answer_can_be_followed_as_a_feed(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(**PUBLIC):
        answer = await ada.say("Port Veyra flood")
        assert link(answer, "As a feed") is None
        filters = await ada.press(answer, "Filter")
        address = link(filters, "As a feed")
    assert unquote(str(address)) == "https://news.example/feed.atom?q=Port Veyra flood"


async def test_story_has_a_page_to_share(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(**PUBLIC) as app:
        card = await ada.press(await ada.say("Port Veyra flood"), "1")
        address = str(link(await ada.press(card, "Other outlets"), "Story page"))
        name = address.removeprefix("https://news.example/s/")
        assert (await app.services.stories.overview(name)).story.id == name


async def test_nothing_leads_to_pages_that_are_not_public(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot():
        answer = await ada.say("Port Veyra flood")
        assert link(await ada.press(answer, "Filter"), "As a feed") is None
        card = await ada.press(await ada.say("Port Veyra flood"), "1")
        assert link(await ada.press(card, "Other outlets"), "Story page") is None
