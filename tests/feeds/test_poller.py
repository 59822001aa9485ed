"""Polling end to end, with real HTTP and a real store: every kind of response, and when it polls again."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app.clock import utc_now
from bot.corpus.web.fetcher import HttpFetcher
from bot.errors import SearchUnavailable, localizable
from bot.feeds.model import Feed, FeedState
from bot.feeds.policy import PollOutcome
from tests.feeds.conftest import OpenApp
from tests.feeds.documents import BRIDGE, FERRY, OWLS, rss
from tests.feeds.polling import HTML, only_feed, poll, poll_one, search, subscribe
from tests.profiles import PATIENCE_S
from tests.site import Site, SiteRequest, SiteResponse, only_sites, open_site


async def test_an_unchanged_feed_is_polled_conditionally(live_app: OpenApp, site: Site) -> None:
    def feed(request: SiteRequest) -> SiteResponse:
        if request.headers.get("if-none-match") == '"v1"':
            return SiteResponse(status=304)
        return SiteResponse(
            rss(BRIDGE), headers={"ETag": '"v1"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT"}
        )

    site.pages["/feed"] = feed
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        await poll(app)
        assert await poll(app) == []  # not due
        for days in (1, 2):  # a 304 may come without the headers; they are not forgotten
            report = await poll_one(app, after=timedelta(days=days))
            assert report.outcome is PollOutcome.SAME
        assert site.requests[-1].headers["if-modified-since"] == "Mon, 02 Nov 2026 10:00:00 GMT"
        assert (await only_feed(app)).last_success_at > utc_now() + timedelta(days=1)  # type: ignore[operator]


@pytest.mark.parametrize("status", [301, 308])
async def test_a_permanent_redirect_changes_the_url(live_app: OpenApp, site: Site, status: int) -> None:
    site.pages["/old"] = SiteResponse(status=status, headers={"Location": "/new"})
    site.pages["/new"] = SiteResponse(rss(BRIDGE))
    async with live_app() as app:
        await subscribe(app, site.url("/old"))
        await poll(app)
        assert (await only_feed(app)).url == site.url("/new")
        await poll(app, after=timedelta(days=1))
        assert len(site.requests_for("/old")) == 1


async def test_a_redirect_to_a_page_or_to_another_stored_feed_keeps_the_url(
    live_app: OpenApp, site: Site
) -> None:
    site.pages["/login"] = SiteResponse("<html><body>Please log in</body></html>", type=HTML)
    site.pages["/a"] = SiteResponse(status=301, headers={"Location": "/login"})
    site.pages["/b"] = SiteResponse(status=301, headers={"Location": "/c"})
    site.pages["/c"] = SiteResponse(rss(BRIDGE))
    async with live_app() as app:
        await subscribe(app, *map(site.url, ("/a", "/b", "/c")))
        reports = {report.feed.id: report for report in await poll(app)}
        feeds = await app.services.feeds.all()
        assert [feed.url for feed in feeds] == list(map(site.url, ("/a", "/b", "/c")))
        assert reports[feeds[0].id].feed.problem == localizable("why-no-feed")


async def test_status_410_switches_a_feed_off_and_calls_back(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(status=410)
    reported: list[Feed] = []

    async def on_gone(feed: Feed) -> None:
        reported.append(feed)

    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        poller = replace(app.poller, on_gone=on_gone)
        assert [report.outcome async for report in poller.due()] == [PollOutcome.GONE]
        assert [feed.url for feed in reported] == [site.url("/feed")]
        feed = await only_feed(app)
        assert (feed.state, feed.problem) == (FeedState.GONE, localizable("why-gone"))
        assert await poll(app, after=timedelta(days=365)) == []


async def test_retry_after_is_respected(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(status=429, headers={"Retry-After": "90000"})
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        assert (await poll_one(app)).outcome is PollOutcome.LATER
        feed = await only_feed(app)
        assert feed.next_poll_at > utc_now() + timedelta(hours=24)
        assert (feed.failures, feed.problem) == (1, localizable("why-status", status="429"))
        site.pages["/feed"] = SiteResponse(rss(BRIDGE))
        assert (await poll_one(app, after=timedelta(days=2))).outcome is PollOutcome.READ
        assert (await only_feed(app)).failures == 0


async def test_large_feed_is_read_as_far_as_it_fits(
    live_app: OpenApp, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = rss(BRIDGE, FERRY, OWLS)
    monkeypatch.setattr("bot.feeds.poller.MAX_FEED_BYTES", feed.index("barn owls"))
    site.pages["/feed"] = SiteResponse(feed)
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        report = await poll_one(app)
    assert report.articles.added == 2
    assert [reject.reason.key for reject in report.articles.rejected] == ["why-feed-cut"]


async def test_newest_entries_of_a_long_feed_are_read(
    live_app: OpenApp, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.corpus.readers.feed_document.MAX_ENTRIES", 2)
    site.pages["/feed"] = SiteResponse(rss(BRIDGE, FERRY, OWLS))  # the oldest first
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        report = await poll_one(app)
        assert await search(app, "owls")
        assert not await search(app, "bridge")
    assert report.articles.rejected[0].reason == localizable("why-feed-long", read="2", all="3")


async def test_broken_feeds_do_not_affect_other_feeds(live_app: OpenApp, site: Site) -> None:
    async def dripping(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\n<rss>")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    site.pages |= {
        "/slow": dripping,
        "/bomb": SiteResponse(b"\x00" * 40_000_000).gzipped(),
        "/page": SiteResponse("<html><body>No feed</body></html>", type=HTML),
        "/doctype": SiteResponse('<!DOCTYPE r [<!ENTITY a SYSTEM "file:///a">]>' + rss(OWLS)),
        "/error": SiteResponse(status=500),
        "/broken": SiteResponse(rss(FERRY)[:-60]),
        "/good": SiteResponse(rss(BRIDGE)),
    }
    paths = ("/slow", "/bomb", "/page", "/doctype", "/error", "/missing", "/broken", "/good")
    async with live_app(timeout_s=3) as app:
        await subscribe(app, *map(site.url, paths))
        await poll(app)
        feeds = {feed.url.rpartition("/")[2]: feed for feed in await app.services.feeds.all()}
        assert {name for name, feed in feeds.items() if not feed.failures} == {"broken", "good"}
        assert feeds["slow"].problem == localizable("why-slow", seconds="3")
        assert feeds["bomb"].problem == localizable("why-large", megabytes="16")
        assert feeds["doctype"].problem == localizable("why-doctype")
        assert feeds["error"].problem == localizable("why-status", status="500")
        assert feeds["missing"].problem == localizable("why-status", status="404")
        assert [article.title for article in await search(app, "bridge ferry")] != []
        assert await search(app, "owls") == []


async def test_a_feed_paused_during_its_poll_stays_paused(live_app: OpenApp, site: Site) -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def waiting(writer: asyncio.StreamWriter) -> None:
        asked.set()
        await go_on.wait()
        writer.write(b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\n" + rss(BRIDGE).encode())
        await writer.drain()

    site.pages["/feed"] = waiting
    async with live_app() as app:
        (feed,) = await subscribe(app, site.url("/feed"))
        polling = asyncio.create_task(poll(app))
        await asked.wait()
        await app.services.feeds.set_state(feed.id, FeedState.PAUSED, by=1)
        go_on.set()
        await polling
        assert (await only_feed(app)).state is FeedState.PAUSED


async def test_without_a_network_feeds_do_not_fail_and_one_warning_is_logged(
    live_app: OpenApp, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_site() as closed:
        nobody = [f"http://127.0.0.{n}:{closed.port}/feed" for n in range(2, 10)]
    async with live_app() as app, HttpFetcher.open(address_filter=only_sites(site, closed), gap_s=0.0) as web:
        await subscribe(app, *nobody)
        poller = replace(app.poller, fetcher=web)
        assert len([report async for report in poller.due()]) == 8
        feeds = await app.services.feeds.all()
        assert sum(bool(feed.failures) for feed in feeds) <= 2  # those that came before it was clear
        assert sum(feed.next_poll_at < utc_now() + timedelta(minutes=2) for feed in feeds) >= 6
        site.pages["/feed"] = SiteResponse(rss(BRIDGE))
        await subscribe(app, site.url("/feed"))
        assert (await poll_one(app)).outcome is PollOutcome.READ
        assert not poller.network.down
    assert capsys.readouterr().out.count("no_network") == 1


async def test_run_polls_until_stopped(live_app: OpenApp, site: Site) -> None:
    asked = asyncio.Event()

    def feed(request: SiteRequest) -> SiteResponse:
        asked.set()
        return SiteResponse(rss(BRIDGE))

    site.pages["/feed"] = feed
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        stop = asyncio.Event()
        running = asyncio.create_task(app.poller.run(stop))
        await asyncio.wait_for(asked.wait(), timeout=PATIENCE_S)
        stop.set()
        await asyncio.wait_for(running, timeout=PATIENCE_S)


async def test_a_bug_triggered_by_one_feed_does_not_affect_others(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(rss(BRIDGE))

    class Breaking:
        async def wait_until_due(self, url: str) -> None:
            pass

        async def get(self, url: str, **more: object) -> object:
            if "bad" in url:
                raise ZeroDivisionError
            return await inner.get(url)

        async def allowed(self, url: str) -> bool:
            return False

    async with live_app() as app:
        inner = app.poller.fetcher
        await subscribe(app, site.url("/bad"), site.url("/feed"))
        poller = replace(app.poller, fetcher=Breaking())  # type: ignore[arg-type]
        reports = {report.feed.url: report.outcome async for report in poller.due()}
        assert reports == {site.url("/bad"): PollOutcome.FAILED, site.url("/feed"): PollOutcome.READ}


async def test_feed_waits_without_a_failure_while_search_is_unavailable(
    live_app: OpenApp, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise SearchUnavailable("no answer")

    site.pages["/feed"] = SiteResponse(rss(BRIDGE))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        with monkeypatch.context() as patched:
            patched.setattr("bot.ingest.pipeline.IngestPipeline.ingest", fail)
            report = await poll_one(app)
        assert report.outcome is PollOutcome.FAILED
        assert (report.feed.failures, report.feed.problem) == (0, None)
        assert report.feed.next_poll_at < utc_now() + timedelta(minutes=2)
        report = await poll_one(app, after=timedelta(minutes=2))
        assert report.articles.added == 1
