"""/feeds and its buttons, for admins and others, with feeds on a loopback site."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from telegram import Bot

from bot.app.wiring import App
from bot.feeds.model import Feed, FeedConfig, FeedState
from bot.preview.server import PreviewServer
from handlers.admin.feeds import address_in, announce_gone_feed
from tests.e2e.conftest import StartBot
from tests.e2e.person import Json, Phone, buttons, labels
from tests.feeds.documents import BRIDGE, FERRY, rss
from tests.site import Site, SiteResponse, open_fetcher

NOT_ALLOWED = "Only the bot’s operators can do that."
PAGE = (
    '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Hi</body></html>'
)


@pytest.fixture
def site(site: Site) -> Site:
    feed = SiteResponse(rss(BRIDGE, FERRY, base=site.url("")))
    site.pages |= {"/feed": feed, "/": SiteResponse(PAGE, type="text/html")}
    return site


@pytest.fixture
async def app(start_bot: StartBot, site: Site, ada: Phone) -> AsyncIterator[App]:
    async with open_fetcher(site) as web, start_bot(fetcher=web, admin_ids={ada.person.id}) as opened:
        yield opened


async def fetched(phone: Phone, said: Json) -> Json:
    """Return the message about a URL, once the URL was fetched."""
    message = phone.chat.messages[said["message_id"]]
    await phone.state.until(lambda: not message["text"].startswith("Checking"))
    return message


async def feeds_of(app: App) -> list[Feed]:
    return await app.services.feeds.all()


async def test_feed_is_tested_added_paused_resumed_and_removed(app: App, ada: Phone, site: Site) -> None:
    empty = await ada.say("/feeds")
    assert ("No feeds yet" in empty["text"], labels(empty)) == (True, ["Add a feed"])
    trial = await fetched(ada, await ada.say(f"/feeds {site.url('/feed')}"))
    assert "The Lindmar Ledger. Entries: 2, teasers only: 2." in trial["text"]
    assert BRIDGE[0] in trial["text"]
    assert await feeds_of(app) == []
    added = await ada.press(trial, "Add a feed")
    assert "Added" in added["text"]
    assert [report.articles.added async for report in app.poller.due()] == [2]
    listed = await ada.press(added, "‹ Back")
    assert "News feeds: 1" in listed["text"]
    assert "1. ✓ The Lindmar Ledger\nlast fetched" in listed["text"]
    assert "2.0 articles a day" in listed["text"]
    feed = await ada.press(listed, "1")
    assert site.url("/feed") in feed["text"]
    assert "paused" in (await ada.press(feed, "Pause"))["text"]
    assert (await feeds_of(app))[0].state is FeedState.PAUSED
    assert "paused" not in (await ada.press(feed, "Resume"))["text"]
    asked = await ada.press(feed, "Remove")
    assert (asked["text"], labels(asked)) == (
        "Remove The Lindmar Ledger? Its articles stay searchable.",
        ["Remove", "Cancel"],
    )
    assert "No feeds yet" in (await ada.press(asked, "Remove"))["text"]
    assert "bridge over the Oss" in (await ada.say("bridge Oss"))["text"]
    done = [entry.action for entry in await app.services.reload.audit.newest(9)]
    assert done == ["feeds remove", "feeds resume", "feeds pause", "feeds add"]
    assert {entry.admin_id for entry in await app.services.reload.audit.newest(9)} == {ada.person.id}


async def test_feed_is_added_by_its_address(app: App, ada: Phone, site: Site) -> None:
    added = await fetched(ada, await ada.say(f"/feeds add {site.url('/feed')}"))
    assert "Added" in added["text"]
    assert [feed.url for feed in await feeds_of(app)] == [site.url("/feed")]
    again = await fetched(ada, await ada.say(f"/feeds ADD <{site.url('/feed')}>"))
    assert "Added" not in again["text"]
    missing = await fetched(ada, await ada.say(f"/feeds add {site.url('/missing')}"))
    assert "404" in missing["text"]
    assert len(await feeds_of(app)) == 1


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("https://example.org/feed", ("https://example.org/feed", False)),
        ("add https://example.org/feed", ("https://example.org/feed", True)),
        ("Add <https://example.org/feed>", ("https://example.org/feed", True)),
        ("add example.org/feed,", ("https://example.org/feed", True)),
        ("feed:https://example.org/feed", ("https://example.org/feed", False)),
        ("feed://example.org/feed", ("https://example.org/feed", False)),
        ("add", ("", True)),
        ("", ("", False)),
    ],
)
def test_address_is_read_as_people_type_it(words: str, read: tuple[str, bool]) -> None:
    assert address_in(words.split()) == read


async def test_reply_with_a_page_url_lists_its_feeds(app: App, ada: Phone, site: Site) -> None:
    listed = await ada.say("/feeds")
    await ada.state.answered(ada.tap(listed, "Add a feed"))
    asked = await ada.answer_to(listed)
    report = await fetched(ada, await ada.say(site.url("/"), reply_to=asked["message_id"]))
    assert f"No feed at {site.url('/')}: not a feed" in report["text"]
    assert f"/feeds {site.url('/feed')}" in report["text"]
    assert labels(report) == ["‹ Back"]
    refused = await fetched(ada, await ada.say("/feeds http://10.0.0.1/feed"))
    assert "the address isn’t public" in refused["text"]
    nonsense = await fetched(ada, await ada.say("/feeds <b>x"))
    assert "No feed at <b>x" in nonsense["text"]


async def test_failing_feed_shows_its_error_and_the_list_is_paged(app: App, ada: Phone, site: Site) -> None:
    wanted = [FeedConfig(site.url(f"/missing{n}"), title=f"Feed <{n}>") for n in range(10)]
    await app.services.feeds.add(wanted, by=None)
    assert len([report async for report in app.poller.due()]) == 10
    listed = await ada.say("/feeds")
    assert "8. ⚠ Feed <7>\nnever fetched · 0.0 articles a day · 1 failure" in listed["text"]
    second = await ada.press(listed, "▶")
    assert "10. ⚠ Feed <9>" in second["text"]
    feed = await ada.press(second, "10")
    assert "the server answered 404" in feed["text"]
    site.pages["/missing9"] = SiteResponse(rss(BRIDGE))
    assert "Entries: 1" in (await fetched(ada, await ada.press(feed, "Test")))["text"]
    assert "already added" in (await ada.press(feed, "Add a feed"))["text"]


async def test_feed_commands_and_buttons_are_refused_to_others(app: App, ada: Phone, site: Site) -> None:
    (feed,) = await app.services.feeds.add([FeedConfig(site.url("/feed"))], by=None)
    bo = ada.state.add_person("Bo")
    group = ada.state.add_group("Newsroom", ada.person, bo)
    listed = await ada.at(group).say("/feeds")
    there = Phone(ada.state, bo, group)
    for words in ("/feeds", f"/feeds {site.url('/feed')}"):
        assert (await there.say(words))["text"] == NOT_ALLOWED
    # The buttons of the admin's message, and made-up ones.
    for data in [*(b["callback_data"] for b in buttons(listed)), *(f"F.{feed.id}.{v}" for v in "asoprtxy")]:
        answer = await ada.state.answered(ada.users.press(bo, group, listed["message_id"], data))
        assert (answer["text"], answer["show_alert"]) == (NOT_ALLOWED, True)
    await ada.state.answered(ada.at(group).tap(listed, "Add a feed"))
    asked = await ada.state.until(lambda: next(filter(_asks, group.messages.values()), None))
    assert (await there.say(site.url("/feed"), reply_to=asked["message_id"]))["text"] == NOT_ALLOWED
    assert [feed.state for feed in await feeds_of(app)] == [FeedState.ON]
    assert site.requests == []


async def test_button_of_a_removed_feed_reports_it(app: App, ada: Phone, site: Site) -> None:
    (feed,) = await app.services.feeds.add([FeedConfig(site.url("/feed"))], by=None)
    listed = await ada.say("/feeds")
    await app.services.feeds.set_state(feed.id, FeedState.REMOVED, by=None)
    assert "already been removed" in (await ada.press(listed, "1"))["text"]


async def test_admins_are_notified_of_a_feed_that_is_gone(
    app: App, ada: Phone, site: Site, telegram: PreviewServer
) -> None:
    site.pages["/feed"] = SiteResponse(status=410)
    await app.services.feeds.add([FeedConfig(site.url("/feed"), title="Ledger")], by=None)
    said = await ada.say("/start")
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as bot:

        async def gone(feed: Feed) -> None:
            await announce_gone_feed(feed, bot, app.services)

        assert [report async for report in replace(app.poller, on_gone=gone).due()]
    notices = [m["text"] for m in ada.chat.messages.values() if m["message_id"] > said["message_id"]]
    assert [text for text in notices if text.startswith("Ledger was switched off")]


def _asks(message: Json) -> bool:
    return message["text"].startswith("Reply with the address")
