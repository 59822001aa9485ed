"""Reading the pages behind teasers."""

from dataclasses import replace
from datetime import timedelta

from bot.app.clock import utc_now
from bot.feeds.model import FeedConfig
from tests.feeds.conftest import OpenApp
from tests.feeds.documents import BRIDGE, FERRY, OWLS, page, rss
from tests.feeds.polling import HTML, poll, search, subscribe
from tests.site import Site, SiteResponse


async def test_a_teaser_gets_the_text_of_its_page_if_robots_txt_allows(live_app: OpenApp, site: Site) -> None:
    more = "The keeper of the mill said that the owls had come back after eleven winters of silence there."
    site.pages |= {
        "/feed": SiteResponse(rss(BRIDGE, FERRY, OWLS, base=site.url(""))),
        "/robots.txt": SiteResponse("User-agent: *\nDisallow: /0", type="text/plain"),
        "/0": SiteResponse(page("Bridge", more), type=HTML),
        "/2": SiteResponse(page("Owls", more), type=HTML),
    }
    async with live_app(full_text=True) as app:
        await subscribe(app, site.url("/feed"))
        await poll(app)
        (owls,) = await search(app, "keeper winters")
        assert owls.title == OWLS[0]  # the headline and date of the feed take precedence
        assert f"{owls.published_at:%Y-%m-%d %H:%M}" == "2026-11-02 10:02"
        assert site.requests_for("/0") == []
        assert (await search(app, "ferry"))[0].text == FERRY[1]  # its page is missing, so the teaser stays
        await poll(app, after=timedelta(days=1))
        assert len(site.requests_for("/2")) == 1


async def test_pages_are_not_read_when_switched_off(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(rss(BRIDGE, base=site.url("")))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        await poll(app)
    async with live_app(full_text=True) as app:
        site.pages["/other"] = SiteResponse(rss(FERRY, base=site.url("")))
        await app.services.feeds.add([FeedConfig(site.url("/other"), full_text=False)], by=None)
        await poll(app)
    assert {request.path for request in site.requests} == {"/feed", "/other"}


async def test_an_unavailable_page_is_tried_a_few_times(live_app: OpenApp, site: Site) -> None:
    site.pages |= {
        "/feed": SiteResponse(rss(BRIDGE, base=site.url("")), headers={"ETag": '"v1"'}),
        "/0": SiteResponse(status=503),
    }
    async with live_app(full_text=True) as app:
        await subscribe(app, site.url("/feed"))
        for days in range(5):
            await poll(app, after=timedelta(days=days))
        assert len(site.requests_for("/0")) == 3
        assert len(await search(app, "bridge")) == 1
        # Requests are conditional only once the page is given up.
        assert ["if-none-match" in request.headers for request in site.requests_for("/feed")] == [
            False
        ] * 3 + [True] * 2


async def test_pages_beyond_the_time_budget_are_read_in_the_next_poll(live_app: OpenApp, site: Site) -> None:
    entries = [(f"Report {n} of the harbour", f"Harbour report number {n}.") for n in range(12)]
    site.pages["/feed"] = SiteResponse(rss(*entries, base=site.url("")))
    for n in range(12):
        site.pages[f"/{n}"] = SiteResponse(page("Report", f"Ship {n} came in, " * 12), type=HTML)
    async with live_app(full_text=True) as app:
        await subscribe(app, site.url("/feed"))
        moment = [utc_now()]

        class Slow:
            async def wait_until_due(self, url: str) -> None:
                pass

            async def get(self, url: str, **more: object) -> object:
                moment[0] += timedelta(minutes=1)
                return await app.poller.fetcher.get(url, **more)  # type: ignore[arg-type]

            async def allowed(self, url: str) -> bool:
                return True

        poller = replace(app.poller, fetcher=Slow(), clock=lambda: moment[0])  # type: ignore[arg-type]
        assert [report.articles.added async for report in poller.due()] == [12]
        assert 0 < sum(bool(site.requests_for(f"/{n}")) for n in range(12)) < 12
        moment[0] += timedelta(days=1)
        assert [report.articles.changed async for report in poller.due()] == [5]
        assert all(len(site.requests_for(f"/{n}")) == 1 for n in range(12))
