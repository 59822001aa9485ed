"""/suggest and /suggestions: users name feeds, operators decide with one press."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from unittest.mock import AsyncMock

import pytest
from telegram import Bot

from bot.app.wiring import App
from bot.errors import StoreError
from bot.feeds.model import FeedState
from bot.feeds.probe import FeedProbe
from bot.feeds.service import FeedService
from bot.feeds.suggestions import (
    MAX_PER_PERSON,
    PROBES_AT_ONCE,
    PROBES_PER_MINUTE,
    Suggestion,
    SuggestionId,
)
from bot.preview.server import PreviewServer
from handlers.suggestions.review import announce_suggestions
from tests.e2e.conftest import StartBot
from tests.e2e.person import Json, Phone, buttons, labels
from tests.e2e.test_feeds import NOT_ALLOWED, site
from tests.site import Site, open_fetcher

__all__ = ["site"]


@pytest.fixture
def eve(ada: Phone) -> Phone:
    """An operator, who has used the bot."""
    person = ada.state.add_person("Eve")
    person.started = True
    return Phone(ada.state, person, ada.state.chats[person.id])


@pytest.fixture
async def app(start_bot: StartBot, site: Site, eve: Phone) -> AsyncIterator[App]:
    async with open_fetcher(site) as web, start_bot(fetcher=web, admin_ids={eve.person.id}) as opened:
        yield opened


async def answer_on(phone: Phone, words: str) -> str:
    """Suggest an address; return the bot's answer once the address was tested."""
    message = await phone.say(f"/suggest {words}".strip())
    shown = phone.chat.messages[message["message_id"]]
    await phone.state.until(lambda: not shown["text"].startswith("Checking"))
    return str(shown["text"])


async def note_to(phone: Phone) -> Json:
    """Return the last message that tells an operator of a suggestion."""

    def newest() -> Json | None:
        notes = [m for m in phone.chat.messages.values() if m["text"].startswith("Suggested feed")]
        return notes[-1] if notes else None

    return await phone.state.until(newest)


async def test_suggested_feed_is_added_with_one_press_and_its_suggester_told(
    app: App, ada: Phone, eve: Phone, site: Site
) -> None:
    assert "The Lindmar Ledger works" in await answer_on(ada, site.url("/feed"))
    assert await app.services.feeds.all() == []
    note = await note_to(eve)
    assert all(
        words in note["text"] for words in ("The Lindmar Ledger", site.url("/feed"), str(ada.person.id))
    )
    assert labels(note) == ["✓ Add this feed", "✗ Decline"]
    assert [button["style"] for button in buttons(note)] == ["success", "danger"]
    done = await eve.press(note, "✓ Add this feed")
    assert done["text"].startswith("✓ Added: The Lindmar Ledger")
    (feed,) = await app.services.feeds.all()
    assert (feed.url, feed.state) == (site.url("/feed"), FeedState.ON)
    assert "was added: The Lindmar Ledger" in list(ada.chat.messages.values())[-1]["text"]
    (noted,) = await app.services.reload.audit.newest(9)
    assert (noted.admin_id, noted.action) == (eve.person.id, "feeds add")
    assert "already added" in await answer_on(ada, site.url("/feed"))


async def test_declined_feed_is_not_added_and_not_suggested_again(
    app: App, ada: Phone, eve: Phone, site: Site
) -> None:
    await answer_on(ada, site.url("/feed"))
    done = await eve.press(await note_to(eve), "✗ Decline")
    assert done["text"].startswith("✗ Declined: The Lindmar Ledger")
    assert "decided against" in list(ada.chat.messages.values())[-1]["text"]
    assert await app.services.feeds.all() == []
    assert "suggested already" in await answer_on(ada, site.url("/feed"))
    assert (await eve.press(done, "‹ Back"))["text"] == "No suggestions."


async def test_list_has_the_open_suggestions_and_decides_them(
    app: App, ada: Phone, eve: Phone, site: Site
) -> None:
    for number in range(7):
        draft = Suggestion(
            SuggestionId(0), number, f"https://{number}.example/feed", f"Paper {number}", app.services.clock()
        )
        await app.stores.suggestions.put(draft, per_person=9, most=9, since=draft.at - timedelta(days=1))
    listed = await eve.say("/suggestions")
    assert "Suggested feeds: 7" in listed["text"]
    second = await eve.press(listed, "▶")
    assert labels(second) == ["✓ 6", "✓ 7", "✗ 6", "✗ 7", "◀"]
    assert "Declined: Paper 6" in (await eve.press(second, "✗ 7"))["text"]
    assert len(await app.services.suggestions.open()) == 6


async def test_second_operator_sees_what_the_first_decided(
    app: App, ada: Phone, eve: Phone, site: Site
) -> None:
    await answer_on(ada, site.url("/feed"))
    note = await note_to(eve)
    listed = await eve.say("/suggestions")
    await eve.press(note, "✗ Decline")
    assert (await eve.press(listed, "✓ 1"))["text"].startswith("✗ Declined")
    assert await app.services.feeds.all() == []


async def test_only_operators_see_and_decide(app: App, ada: Phone, eve: Phone, site: Site) -> None:
    await answer_on(ada, site.url("/feed"))
    note = await note_to(eve)
    assert (await ada.say("/suggestions"))["text"] == NOT_ALLOWED
    own = await ada.say("/about")
    for data in (*(button["callback_data"] for button in buttons(note)), "P.1.l", "P.99.y"):
        said = await ada.state.answered(ada.users.press(ada.person, ada.chat, own["message_id"], data))
        assert (said["text"], said["show_alert"]) == (NOT_ALLOWED, True)
    assert len(await app.services.suggestions.open()) == 1
    assert await app.services.feeds.all() == []


async def test_what_is_no_feed_is_explained_and_not_queued(
    app: App, ada: Phone, eve: Phone, site: Site
) -> None:
    assert "/suggest https://" in (await ada.say("/suggest"))["text"]
    page = await answer_on(ada, site.url("/"))
    assert "not a feed" in page
    assert f"/suggest {site.url('/feed')}" in page
    assert "the address isn’t public" in await answer_on(ada, "http://10.0.0.1/feed")
    assert await app.services.suggestions.open() == []


async def test_tests_and_suggestions_of_a_person_are_limited(
    app: App, ada: Phone, eve: Phone, site: Site
) -> None:
    for number in range(MAX_PER_PERSON):
        url = f"https://{number}.example/feed"
        draft = Suggestion(SuggestionId(0), ada.person.id, url, "Paper", app.services.clock())
        await app.stores.suggestions.put(draft, per_person=9, most=9, since=draft.at)
    answers = [await answer_on(ada, site.url("/feed")) for _ in range(PROBES_PER_MINUTE + 1)]
    assert all(f"limit of {MAX_PER_PERSON}" in answer for answer in answers[:-1])
    assert "Please wait" in answers[-1]


async def test_suggestions_are_for_private_chats_of_bots_with_operators(
    start_bot: StartBot, app: App, ada: Phone, site: Site
) -> None:
    group = ada.at(ada.state.add_group("Choir", ada.person))
    assert "private chat" in (await group.say(f"/suggest {site.url('/feed')}"))["text"]


async def test_without_operators_nothing_is_queued(bot: App, ada: Phone) -> None:
    assert "no operators" in (await ada.say("/suggest https://paper.example/feed"))["text"]


async def test_forgotten_person_leaves_no_suggestion(app: App, ada: Phone, eve: Phone, site: Site) -> None:
    await answer_on(ada, site.url("/feed"))
    note = await note_to(eve)
    await ada.press(await ada.say("/forget_me"), "Delete everything about me")
    assert await app.services.suggestions.open() == []
    assert (await eve.press(note, "✓ Add this feed"))["text"] == "That suggestion no longer exists."
    assert await app.services.feeds.all() == []


async def test_operators_are_told_of_each_suggestion_once(
    app: App, ada: Phone, eve: Phone, site: Site, telegram: PreviewServer
) -> None:
    await answer_on(ada, site.url("/feed"))
    await note_to(eve)
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as api:
        await announce_suggestions(api, app.services)
    notes = [m for m in eve.chat.messages.values() if m["text"].startswith("Suggested feed")]
    assert len(notes) == 1


async def test_press_that_arrives_twice_adds_and_tells_once(
    app: App, ada: Phone, eve: Phone, site: Site
) -> None:
    await answer_on(ada, site.url("/feed"))
    await eve.press_twice(await note_to(eve), "✓ Add this feed")
    await ada.say("/about")
    assert [feed.url for feed in await app.services.feeds.all()] == [site.url("/feed")]
    assert sum("was added" in text for text in ada.chat.texts()) == 1


async def test_approval_that_was_cut_off_is_completed(
    app: App, ada: Phone, eve: Phone, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    await answer_on(ada, site.url("/feed"))
    (suggestion,) = await app.services.suggestions.open()
    desk = app.services.suggestions
    for store, step in ((app.stores.feeds, "add"), (app.stores.suggestions, "decide")):
        with monkeypatch.context() as broken:
            broken.setattr(store, step, AsyncMock(side_effect=StoreError("full")))
            with pytest.raises(StoreError):
                await desk.approve(suggestion.id, by=eve.person.id)
        assert len(await desk.open()) == 1
    assert await desk.approve(suggestion.id, by=eve.person.id)
    assert [feed.url for feed in await app.services.feeds.all()] == [site.url("/feed")]
    assert not await desk.approve(suggestion.id, by=eve.person.id)


async def test_suggestions_that_a_failure_left_are_announced_the_next_time(
    app: App, ada: Phone, eve: Phone, telegram: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        url = f"https://{number}.example/feed"
        draft = Suggestion(SuggestionId(0), ada.person.id, url, f"Paper {number}", app.services.clock())
        await app.stores.suggestions.put(draft, per_person=9, most=9, since=draft.at)
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as api:
        with monkeypatch.context() as broken:
            broken.setattr(app.stores.chat_settings, "of", AsyncMock(side_effect=StoreError("full")))
            with pytest.raises(StoreError):
                await announce_suggestions(api, app.services)
        await announce_suggestions(api, app.services)
    assert "Paper 1" in (await note_to(eve))["text"]


async def test_few_addresses_are_tested_at_once(
    app: App, ada: Phone, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, most, probe = 0, 0, FeedService.probe

    async def counted(feeds: FeedService, url: str) -> FeedProbe:
        nonlocal going, most
        going += 1
        most = max(most, going)
        await asyncio.sleep(0.05)
        found = await probe(feeds, url)
        going -= 1
        return found

    monkeypatch.setattr(FeedService, "probe", counted)
    desk = app.services.suggestions
    many = (desk.suggest(site.url("/"), person_id=n) for n in range(PROBES_AT_ONCE * 3))
    await asyncio.gather(*many)
    assert most == PROBES_AT_ONCE
