"""“Wrong source?” on the last page of a story's card, and /reports for admins."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.admin.reports import MAX_PER_DAY, Filing, ReportReason
from bot.app.wiring import App
from bot.preview.server import PreviewServer
from bot.questions.model import Question
from handlers.admin.reports import announce_reports
from tests.e2e.conftest import StartBot
from tests.e2e.person import Json, Phone

ASKED = "Moscow spy chiefs Kestrel"


@pytest.fixture
def eve(ada: Phone) -> Phone:
    """An admin."""
    person = ada.state.add_person("Eve")
    return Phone(ada.state, person, ada.state.chats[person.id])


@pytest.fixture
async def bot(start_bot: StartBot, eve: Phone) -> AsyncIterator[App]:
    async with start_bot(admin_ids=frozenset({eve.person.id})) as app:
        yield app


async def story_card(phone: Phone) -> Json:
    first = await phone.press(await phone.press(await phone.say(ASKED), "1"), "Other outlets")
    return await phone.press(first, "More ▸")


async def report(phone: Phone, card: Json, label: str) -> str:
    """Report a problem; return the bot's answer."""
    choices = await phone.press(card, "Wrong source?")
    said = await phone.state.answered(phone.tap(choices, label))
    await phone.state.until(lambda: "Who reported it" in phone.chat.messages[card["message_id"]]["text"])
    return str(said["text"])


async def test_reported_source_reaches_an_admin_who_resolves_it(bot: App, ada: Phone, eve: Phone) -> None:
    card = await story_card(ada)
    text = card["text"]
    assert "Thank you" in await report(ada, card, "The original source is wrong")
    assert ada.chat.messages[card["message_id"]]["text"] == text
    assert "already reported this story" in await report(ada, card, "The publisher is wrong")
    listed = await eve.say("/reports")
    assert "1 story" in listed["text"]
    assert "publisher wrong: 1" in listed["text"]
    assert "+3\xa0outlets,\xa02\xa0origins" in listed["text"]
    opened = await eve.press(listed, "1")
    assert "Reuters" in opened["text"]
    assert "the text they were read from" in opened["text"]
    assert str(ada.person.id) in opened["text"]
    done = await eve.press(opened, "✓ Done")
    assert done["text"] == "No open reports."
    (noted,) = await bot.services.reload.audit.newest(9)
    assert (noted.admin_id, noted.action) == (eve.person.id, "reports done")
    assert str(ada.person.id) not in noted.detail


async def test_only_admins_see_and_resolve_reports(bot: App, ada: Phone, eve: Phone) -> None:
    await report(ada, await story_card(ada), "These are different events")
    assert "Only the bot’s operators" in (await ada.say("/reports"))["text"]
    listed = await eve.say("/reports")
    data = listed["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    own = await ada.say("/about")
    said = await ada.state.answered(ada.users.press(ada.person, ada.chat, own["message_id"], data))
    assert "Only the bot’s operators" in said["text"]
    (story,) = await bot.services.reports.stories_reported()
    assert dict(story.reasons) == {ReportReason.EVENT: 1}
    assert await bot.services.reload.audit.newest(9) == []


WORDS = (
    "council flood strike bank harbour probe tidal ferry cup letters "
    "hospital winter river night fish museum budget town sea"
)


async def test_reports_are_limited_per_day_and_erased_with_forget_me(bot: App, ada: Phone) -> None:
    card, desk = await story_card(ada), bot.services.reports
    found = await bot.services.questions.index.nearest(
        WORDS,
        limit=60,
    )
    filings = [await desk.file(hit.article_id, ReportReason.EVENT, person_id=ada.person.id) for hit in found]
    assert sum(len(story.reports) for story in await desk.stories_reported()) == MAX_PER_DAY
    assert Filing.TOO_MANY in filings
    reported = {story.last.story_id for story in await desk.stories_reported()}
    (spies,) = {
        entry.story.id
        for entry in (await bot.services.questions.ask(Question(ASKED, bot.services.clock()))).entries
        if entry.story and len(entry.story.articles) == 4
    }
    said = await report(ada, card, "The publisher is wrong")
    assert ("already reported this story" if spies in reported else f"limit of {MAX_PER_DAY} reports") in said
    await ada.press(await ada.say("/forget_me"), "Delete everything about me")
    assert await desk.stories_reported() == []


async def test_admins_are_notified_of_new_reports_once_a_day(
    bot: App, ada: Phone, eve: Phone, telegram: PreviewServer
) -> None:
    await eve.say("/start")
    await report(ada, await story_card(ada), "The publisher is wrong")
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as api:
        await announce_reports(api, bot.services)
        await announce_reports(api, bot.services)
    notes = [message["text"] for message in eve.chat.messages.values()]
    assert [note for note in notes if note.startswith("New reports")] == [
        "New reports of wrong sources: 1. See /reports."
    ]
