"""Feeds polled end to end: real HTTP, a real store; what a server may answer, and what becomes of it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import AlertDraft
from bot.app.wiring import House, now
from bot.corpus.article import Article, Certainty
from bot.corpus.fetch import HttpFetcher
from bot.errors import wording
from bot.feeds.decide import Verdict
from bot.feeds.feed import INTERVAL, Feed, FeedState, Subscription
from bot.feeds.poll import PollReport
from bot.summaries.answer import Question
from tests.feeds.conftest import OpenHouse
from tests.feeds.written import BRIDGE, FERRY, OWLS, page, rss
from tests.site import Answer, Request, Site, only, open_site

CHAT = 5
HTML = "text/html; charset=utf-8"


async def subscribe(house: House, *urls: str) -> list[Feed]:
    return await house.services.feeds.add([Subscription(url) for url in urls], by=None)


async def poll(house: House, *, after: timedelta = timedelta(0)) -> list[PollReport]:
    """Poll what is due, or will be due after some time."""
    poller = replace(house.poller, clock=lambda: now() + after)
    return [report async for report in poller.due()]


async def one(house: House, *, after: timedelta = timedelta(0)) -> PollReport:
    (report,) = await poll(house, after=after)
    return report


async def the_feed(house: House) -> Feed:
    (feed,) = await house.services.feeds.book.all()
    return feed


async def found(house: House, words: str) -> list[Article]:
    answer = await house.services.questions.ask(Question(words, now()))
    return [entry.article for entry in answer.entries]


async def watch_for(house: House, words: str) -> None:
    """Save an alert that is older than all articles here."""
    at = datetime(2026, 11, 1, tzinfo=UTC)
    await house.services.subscriptions.save(AlertDraft(CHAT, None, 7, words, at))


async def promised(house: House) -> int:
    """How many messages are due to be sent."""
    await house.services.outbox.expand(now=now(), limit=100)
    return sum((await house.services.outbox.counts(CHAT)).values())


async def test_a_feeds_articles_are_found_with_publisher_date_and_address(
    live_house: OpenHouse, site: Site
) -> None:
    site.pages["/feed"] = Answer(rss(BRIDGE, FERRY))
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        report = await one(house)
        assert (report.verdict, report.articles.added) == (Verdict.READ, 2)
        (article,) = await found(house, "ferry Tarnholm")
        assert article.publisher == "The Lindmar Ledger"
        assert article.url == "https://ledger.example/1"
        assert f"{article.published_at:%Y-%m-%d %H:%M} {article.published}" == "2026-11-02 10:01 stated"
        feed = await the_feed(house)
        assert (feed.asked.title, feed.primed, feed.failures) == ("The Lindmar Ledger", True, 0)
        assert feed.next_poll_at > now() + INTERVAL * 0.8


async def test_what_has_not_changed_is_asked_for_conditionally_and_costs_nothing(
    live_house: OpenHouse, site: Site
) -> None:
    def feed(request: Request) -> Answer:
        if request.headers.get("if-none-match") == '"v1"':
            return Answer(status=304)
        return Answer(rss(BRIDGE), headers={"ETag": '"v1"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT"})

    site.pages["/feed"] = feed
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        await poll(house)
        assert await poll(house) == []  # not due
        for days in (1, 2):  # a 304 may come without the headers; they are not forgotten
            report = await one(house, after=timedelta(days=days))
            assert report.verdict is Verdict.SAME
        assert site.asked[-1].headers["if-modified-since"] == "Mon, 02 Nov 2026 10:00:00 GMT"
        assert (await the_feed(house)).last_success_at > now() + timedelta(days=1)  # type: ignore[operator]


async def test_a_feed_that_sends_everything_again_adds_only_what_is_new_or_changed(
    live_house: OpenHouse, site: Site
) -> None:
    site.pages["/feed"] = Answer(rss(BRIDGE, FERRY))
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        await poll(house)
        site.pages["/feed"] = Answer(rss(BRIDGE, (FERRY[0], FERRY[1] + " It sails at noon."), OWLS))
        report = await one(house, after=timedelta(days=1))
        assert (report.articles.added, report.articles.changed, report.articles.read) == (1, 1, 2)
        assert "noon" in (await found(house, "ferry"))[0].text


@pytest.mark.parametrize("status", [301, 308])
async def test_an_address_that_moved_for_good_is_remembered(
    live_house: OpenHouse, site: Site, status: int
) -> None:
    site.pages["/old"] = Answer(status=status, headers={"Location": "/new"})
    site.pages["/new"] = Answer(rss(BRIDGE))
    async with live_house() as house:
        await subscribe(house, site.url("/old"))
        await poll(house)
        assert (await the_feed(house)).url == site.url("/new")
        await poll(house, after=timedelta(days=1))
        assert len(site.asked_for("/old")) == 1


async def test_an_address_that_moved_to_no_feed_or_to_another_feed_of_ours_is_not_taken_over(
    live_house: OpenHouse, site: Site
) -> None:
    site.pages["/login"] = Answer("<html><body>Please log in</body></html>", type=HTML)
    site.pages["/a"] = Answer(status=301, headers={"Location": "/login"})
    site.pages["/b"] = Answer(status=301, headers={"Location": "/c"})
    site.pages["/c"] = Answer(rss(BRIDGE))
    async with live_house() as house:
        await subscribe(house, *map(site.url, ("/a", "/b", "/c")))
        reports = {report.feed.id: report for report in await poll(house)}
        feeds = await house.services.feeds.book.all()
        assert [feed.url for feed in feeds] == list(map(site.url, ("/a", "/b", "/c")))
        assert reports[feeds[0].id].feed.problem == wording("why-no-feed")


async def test_a_feed_that_is_gone_is_switched_off_and_told_of(live_house: OpenHouse, site: Site) -> None:
    site.pages["/feed"] = Answer(status=410)
    told: list[Feed] = []

    async def gone(feed: Feed) -> None:
        told.append(feed)

    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        poller = replace(house.poller, gone=gone)
        assert [report.verdict async for report in poller.due()] == [Verdict.GONE]
        assert [feed.url for feed in told] == [site.url("/feed")]
        feed = await the_feed(house)
        assert (feed.state, feed.problem) == (FeedState.GONE, wording("why-gone"))
        assert await poll(house, after=timedelta(days=365)) == []


async def test_a_server_that_asks_for_patience_gets_it(live_house: OpenHouse, site: Site) -> None:
    site.pages["/feed"] = Answer(status=429, headers={"Retry-After": "90000"})
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        assert (await one(house)).verdict is Verdict.LATER
        feed = await the_feed(house)
        assert feed.next_poll_at > now() + timedelta(hours=24)
        assert (feed.failures, feed.problem) == (1, wording("why-status", status="429"))
        site.pages["/feed"] = Answer(rss(BRIDGE))
        assert (await one(house, after=timedelta(days=2))).verdict is Verdict.READ
        assert (await the_feed(house)).failures == 0


async def test_bad_feeds_stop_neither_each_other_nor_the_good_ones(live_house: OpenHouse, site: Site) -> None:
    async def dripping(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\n<rss>")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    site.pages |= {
        "/slow": dripping,
        "/bomb": Answer(b"\x00" * 9_000_000).packed(),
        "/page": Answer("<html><body>No feed</body></html>", type=HTML),
        "/doctype": Answer('<!DOCTYPE r [<!ENTITY a "b">]>' + rss(OWLS)),
        "/error": Answer(status=500),
        "/broken": Answer(rss(FERRY)[:-60]),
        "/good": Answer(rss(BRIDGE)),
    }
    paths = ("/slow", "/bomb", "/page", "/doctype", "/error", "/missing", "/broken", "/good")
    async with live_house(whole_s=0.5) as house:
        await subscribe(house, *map(site.url, paths))
        await poll(house)
        feeds = {feed.url.rpartition("/")[2]: feed for feed in await house.services.feeds.book.all()}
        assert {name for name, feed in feeds.items() if not feed.failures} == {"broken", "good"}
        assert feeds["slow"].problem == wording("why-slow", seconds="0.5")
        assert feeds["bomb"].problem == wording("why-large", megabytes="4")
        assert feeds["doctype"].problem == wording("why-doctype")
        assert feeds["error"].problem == wording("why-status", status="500")
        assert feeds["missing"].problem == wording("why-status", status="404")
        assert [article.title for article in await found(house, "bridge ferry")] != []
        assert await found(house, "owls") == []


async def test_an_entry_without_words_stops_no_other(live_house: OpenHouse, site: Site) -> None:
    site.pages["/feed"] = Answer(rss(("", ""), BRIDGE, ("…", "???")))
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        report = await one(house)
        assert (report.articles.added, len(report.articles.rejected)) == (1, 2)
        # and is not looked at again
        assert (await one(house, after=timedelta(days=1))).articles.read == 0


async def test_entries_that_can_not_be_taken_in_are_among_the_rejects_while_the_feed_shows_them(
    live_house: OpenHouse, site: Site
) -> None:
    async with live_house() as house:
        (feed,) = await subscribe(house, site.url("/feed"))
        book, empty = house.services.reloads.book, ("", "<br/>")

        async def rejected() -> list[tuple[str, str]]:
            return [(each.source, each.reason.key) for each in await book.rejects()]

        site.pages["/feed"] = Answer(rss(BRIDGE, empty))
        await one(house)
        told = [("https://ledger.example/1", "why-no-words")]
        assert await rejected() == told
        site.pages["/feed"] = Answer(rss(BRIDGE, empty, FERRY))
        assert (await one(house, after=2 * INTERVAL)).articles.added == 1
        assert await rejected() == told
        site.pages["/feed"] = Answer(rss(BRIDGE, OWLS, FERRY))
        await one(house, after=4 * INTERVAL)
        assert await rejected() == []
        site.pages["/feed"] = Answer(rss(empty))
        await one(house, after=6 * INTERVAL)
        assert len(await rejected()) == 1
        await house.services.feeds.set_state(feed.id, FeedState.REMOVED, by=None)
        assert await rejected() == []


async def test_the_first_poll_is_silent_for_alerts_and_the_next_is_not(
    live_house: OpenHouse, site: Site
) -> None:
    site.pages["/feed"] = Answer(rss(FERRY))
    async with live_house() as house:
        await watch_for(house, "ferry")
        await subscribe(house, site.url("/feed"))
        await poll(house)
        assert len(await found(house, "ferry")) == 1
        assert await promised(house) == 0
        news = ("Second ferry bought", "The town of Lindmar bought a second ferry from a yard in the south.")
        site.pages["/feed"] = Answer(rss(FERRY, BRIDGE, news))
        await poll(house, after=timedelta(days=1))
        assert await promised(house) == 1


async def test_a_feed_resumed_after_a_pause_is_silent_once_more(live_house: OpenHouse, site: Site) -> None:
    site.pages["/feed"] = Answer(rss(BRIDGE))
    async with live_house() as house:
        await watch_for(house, "ferry")
        (feed,) = await subscribe(house, site.url("/feed"))
        await poll(house)
        desk = house.services.feeds
        await desk.set_state(feed.id, FeedState.PAUSED, by=1)
        site.pages["/feed"] = Answer(rss(BRIDGE, FERRY))
        assert await poll(house, after=timedelta(days=9)) == []
        await desk.set_state(feed.id, FeedState.ON, by=1)
        assert (await one(house)).articles.added == 1
        assert await promised(house) == 0
        actions = [entry.action for entry in await house.services.audit.newest(9)]
        assert actions == ["feeds resume", "feeds pause", "feeds add"]


async def test_what_is_done_about_a_feed_while_it_is_polled_stands(live_house: OpenHouse, site: Site) -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def waiting(writer: asyncio.StreamWriter) -> None:
        asked.set()
        await go_on.wait()
        writer.write(b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\n" + rss(BRIDGE).encode())
        await writer.drain()

    site.pages["/feed"] = waiting
    async with live_house() as house:
        (feed,) = await subscribe(house, site.url("/feed"))
        polling = asyncio.create_task(poll(house))
        await asked.wait()
        await house.services.feeds.set_state(feed.id, FeedState.PAUSED, by=1)
        go_on.set()
        await polling
        assert (await the_feed(house)).state is FeedState.PAUSED


async def test_a_teaser_is_read_whole_from_its_page_where_robots_txt_lets_us(
    live_house: OpenHouse, site: Site
) -> None:
    more = "The keeper of the mill said that the owls had come back after eleven winters of silence there."
    site.pages |= {
        "/feed": Answer(rss(BRIDGE, FERRY, OWLS, base=site.url(""))),
        "/robots.txt": Answer("User-agent: *\nDisallow: /0", type="text/plain"),
        "/0": Answer(page("Bridge", more), type=HTML),
        "/2": Answer(page("Owls", more), type=HTML),
    }
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        await poll(house)
        (owls,) = await found(house, "keeper winters")
        assert owls.title == OWLS[0]  # the feed's own headline and date stay
        assert f"{owls.published_at:%Y-%m-%d %H:%M}" == "2026-11-02 10:02"
        assert site.asked_for("/0") == []
        assert (await found(house, "ferry"))[0].text == FERRY[1]  # its page is not there: the teaser stays
        await poll(house, after=timedelta(days=1))
        assert len(site.asked_for("/2")) == 1


async def test_pages_are_not_read_where_that_is_not_wanted(live_house: OpenHouse, site: Site) -> None:
    site.pages["/feed"] = Answer(rss(BRIDGE, base=site.url("")))
    async with live_house(full_text=False) as house:
        await subscribe(house, site.url("/feed"))
        await poll(house)
    async with live_house() as house:
        site.pages["/other"] = Answer(rss(FERRY, base=site.url("")))
        await house.services.feeds.add([Subscription(site.url("/other"), full_text=False)], by=None)
        await poll(house)
    assert {request.path for request in site.asked} == {"/feed", "/other"}


async def test_a_page_that_can_not_be_had_is_tried_again_a_few_times(
    live_house: OpenHouse, site: Site
) -> None:
    site.pages |= {
        "/feed": Answer(rss(BRIDGE, base=site.url("")), headers={"ETag": '"v1"'}),
        "/0": Answer(status=503),
    }
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        for days in range(5):
            await poll(house, after=timedelta(days=days))
        assert len(site.asked_for("/0")) == 3
        assert len(await found(house, "bridge")) == 1
        # The whole feed was asked for as long as the page was missing, and conditionally after.
        assert ["if-none-match" in each.headers for each in site.asked_for("/feed")] == [False] * 3 + [
            True
        ] * 2


async def test_pages_are_read_for_a_while_and_the_rest_at_the_next_poll(
    live_house: OpenHouse, site: Site
) -> None:
    entries = [(f"Report {n} of the harbour", f"Harbour report number {n}.") for n in range(12)]
    site.pages["/feed"] = Answer(rss(*entries, base=site.url("")))
    for n in range(12):
        site.pages[f"/{n}"] = Answer(page("Report", f"Ship {n} came in, " * 12), type=HTML)
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        moment = [now()]

        class Slow:
            async def get(self, url: str, **more: object) -> object:
                moment[0] += timedelta(minutes=1)
                return await house.poller.fetcher.get(url, **more)  # type: ignore[arg-type]

            async def allowed(self, url: str) -> bool:
                return True

        poller = replace(house.poller, fetcher=Slow(), clock=lambda: moment[0])  # type: ignore[arg-type]
        assert [report.articles.added async for report in poller.due()] == [12]
        assert 0 < sum(bool(site.asked_for(f"/{n}")) for n in range(12)) < 12
        moment[0] += timedelta(days=1)
        assert [report.articles.changed async for report in poller.due()] == [5]
        assert all(len(site.asked_for(f"/{n}")) == 1 for n in range(12))


async def test_dates_in_the_future_or_absent_are_when_the_feed_first_showed_the_article(
    live_house: OpenHouse, site: Site
) -> None:
    dated = rss(BRIDGE, FERRY).replace("2026 10:00", "2099 10:00")
    site.pages["/feed"] = Answer(dated.replace("<pubDate>Mon, 02 Nov 2026 10:01:00 GMT</pubDate>", ""))
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        before = now()
        await poll(house)
        for words in ("bridge", "ferry"):
            (article,) = await found(house, words)
            assert article.published is Certainty.INFERRED
            assert article.published_at is not None
            assert before <= article.published_at <= now()
        first = (await found(house, "ferry"))[0].published_at
        changed = site.pages["/feed"].body.replace("storm", "gale")  # type: ignore[union-attr]
        site.pages["/feed"] = Answer(changed)
        await poll(house, after=timedelta(days=1))
        (article,) = await found(house, "ferry")
        assert ("gale" in article.text, article.published_at) == (True, first)


async def test_without_a_network_feeds_are_not_blamed_and_one_line_says_so(
    live_house: OpenHouse, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_site() as closed:
        nobody = [f"http://127.0.0.{n}:{closed.port}/feed" for n in range(2, 10)]
    async with live_house() as house, HttpFetcher.open(rule=only(site, closed), gap_s=0.0) as web:
        await subscribe(house, *nobody)
        poller = replace(house.poller, fetcher=web)
        assert len([report async for report in poller.due()]) == 8
        feeds = await house.services.feeds.book.all()
        assert sum(bool(feed.failures) for feed in feeds) <= 2  # those that came before it was clear
        assert sum(feed.next_poll_at < now() + timedelta(minutes=2) for feed in feeds) >= 6
        site.pages["/feed"] = Answer(rss(BRIDGE))
        await subscribe(house, site.url("/feed"))
        assert (await one(house)).verdict is Verdict.READ
        assert not poller.network.missing
    assert capsys.readouterr().out.count("no_network") == 1


async def test_a_poll_cut_off_in_the_middle_goes_on_silently_and_loses_nothing(
    live_house: OpenHouse, site: Site
) -> None:
    entries = [
        (f"Report {n} of the harbour", f"Harbour report number {n} speaks of ship {n}.") for n in range(20)
    ]
    reached = asyncio.Event()

    async def hanging(writer: asyncio.StreamWriter) -> None:
        reached.set()
        await asyncio.sleep(60)

    site.pages["/feed"] = Answer(rss(*entries, base=site.url("")))
    site.pages["/12"] = hanging  # the page of an entry of the second part
    async with live_house() as house:
        await watch_for(house, "harbour")
        await subscribe(house, site.url("/feed"))
        polling = asyncio.create_task(poll(house))
        await reached.wait()
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        assert (await house.services.questions.stock.facts()).articles == 8
    site.pages["/12"] = Answer(status=404)
    async with live_house() as house:
        assert await poll(house) == []  # another process may still be at it
        report = await one(house, after=timedelta(minutes=16))
        assert (report.articles.added, report.articles.read) == (12, 12)
        assert (await house.services.questions.stock.facts()).articles == 20
        assert await promised(house) == 0


async def test_run_polls_what_is_due_until_it_is_stopped(live_house: OpenHouse, site: Site) -> None:
    asked = asyncio.Event()

    def feed(request: Request) -> Answer:
        asked.set()
        return Answer(rss(BRIDGE))

    site.pages["/feed"] = feed
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        stop = asyncio.Event()
        running = asyncio.create_task(house.poller.run(stop))
        await asyncio.wait_for(asked.wait(), timeout=10)
        stop.set()
        await asyncio.wait_for(running, timeout=10)


async def test_an_error_of_ours_at_one_feed_leaves_the_others_alone(
    live_house: OpenHouse, site: Site
) -> None:
    site.pages["/feed"] = Answer(rss(BRIDGE))

    class Breaking:
        async def get(self, url: str, **more: object) -> object:
            if "bad" in url:
                raise ZeroDivisionError
            return await inner.get(url)

        async def allowed(self, url: str) -> bool:
            return False

    async with live_house() as house:
        inner = house.poller.fetcher
        await subscribe(house, site.url("/bad"), site.url("/feed"))
        poller = replace(house.poller, fetcher=Breaking())  # type: ignore[arg-type]
        reports = {report.feed.url: report.verdict async for report in poller.due()}
        assert reports == {site.url("/bad"): Verdict.FAILED, site.url("/feed"): Verdict.READ}
