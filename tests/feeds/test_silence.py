"""Only articles that appear after a feed's first poll trigger alerts."""

import asyncio
from datetime import timedelta

from bot.feeds.model import FeedState
from tests.feeds.conftest import OpenApp
from tests.feeds.documents import BRIDGE, FERRY, rss
from tests.feeds.polling import messages_due, poll, poll_one, save_alert, search, subscribe
from tests.site import Site, SiteResponse


async def test_the_first_poll_triggers_no_alerts_and_the_next_does(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(rss(FERRY))
    async with live_app() as app:
        await save_alert(app, "ferry")
        await subscribe(app, site.url("/feed"))
        await poll(app)
        assert len(await search(app, "ferry")) == 1
        assert await messages_due(app) == 0
        news = ("Second ferry bought", "The town of Lindmar bought a second ferry from a yard in the south.")
        site.pages["/feed"] = SiteResponse(rss(FERRY, BRIDGE, news))
        await poll(app, after=timedelta(days=1))
        assert await messages_due(app) == 1


async def test_the_first_poll_after_a_pause_triggers_no_alerts(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(rss(BRIDGE))
    async with live_app() as app:
        await save_alert(app, "ferry")
        (feed,) = await subscribe(app, site.url("/feed"))
        await poll(app)
        feeds = app.services.feeds
        await feeds.set_state(feed.id, FeedState.PAUSED, by=1)
        site.pages["/feed"] = SiteResponse(rss(BRIDGE, FERRY))
        assert await poll(app, after=timedelta(days=9)) == []
        await feeds.set_state(feed.id, FeedState.ON, by=1)
        assert (await poll_one(app)).articles.added == 1
        assert await messages_due(app) == 0
        actions = [entry.action for entry in await app.services.reload.audit.newest(9)]
        assert actions == ["feeds resume", "feeds pause", "feeds add"]


async def test_a_cancelled_first_poll_resumes_without_alerts_or_losses(live_app: OpenApp, site: Site) -> None:
    entries = [
        (f"Report {n} of the harbour", f"Harbour report number {n} speaks of ship {n}.") for n in range(20)
    ]
    reached = asyncio.Event()

    async def hanging(writer: asyncio.StreamWriter) -> None:
        reached.set()
        await asyncio.sleep(60)

    site.pages["/feed"] = SiteResponse(rss(*entries, base=site.url("")))
    site.pages["/12"] = hanging  # the page of an entry of the second part
    async with live_app(full_text=True) as app:
        await save_alert(app, "harbour")
        await subscribe(app, site.url("/feed"))
        polling = asyncio.create_task(poll(app))
        await reached.wait()
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        assert (await app.services.questions.corpus.facts()).articles == 8
    site.pages["/12"] = SiteResponse(status=404)
    async with live_app(full_text=True) as app:
        report = await poll_one(app)
        assert (report.articles.added, report.articles.read) == (12, 12)
        assert (await app.services.questions.corpus.facts()).articles == 20
        assert await messages_due(app) == 0
