"""Importing entries: which are new, which are rejected, and when they were published."""

from datetime import timedelta

from bot.app.clock import utc_now
from bot.corpus.article import Certainty
from bot.feeds.model import DEFAULT_INTERVAL, FeedState
from bot.feeds.policy import PollOutcome
from tests.feeds.conftest import OpenApp
from tests.feeds.documents import BRIDGE, FERRY, OWLS, rss
from tests.feeds.polling import only_feed, poll, poll_one, search, subscribe
from tests.site import Site, SiteResponse


async def test_articles_of_a_feed_are_searchable_with_publisher_date_and_url(
    live_app: OpenApp, site: Site
) -> None:
    site.pages["/feed"] = SiteResponse(rss(BRIDGE, FERRY))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        report = await poll_one(app)
        assert (report.outcome, report.articles.added) == (PollOutcome.READ, 2)
        (article,) = await search(app, "ferry Tarnholm")
        assert article.publisher == "The Lindmar Ledger"
        assert article.url == "https://ledger.example/1"
        assert f"{article.published_at:%Y-%m-%d %H:%M} {article.published}" == "2026-11-02 10:01 stated"
        feed = await only_feed(app)
        assert (feed.config.title, feed.primed, feed.failures) == ("The Lindmar Ledger", True, 0)
        assert feed.next_poll_at > utc_now() + DEFAULT_INTERVAL * 0.8


async def test_only_new_and_changed_entries_are_imported(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(rss(BRIDGE, FERRY))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        await poll(app)
        site.pages["/feed"] = SiteResponse(rss(BRIDGE, (FERRY[0], FERRY[1] + " It sails at noon."), OWLS))
        report = await poll_one(app, after=timedelta(days=1))
        assert (report.articles.added, report.articles.changed, report.articles.read) == (1, 1, 2)
        assert "noon" in (await search(app, "ferry"))[0].text


async def test_an_entry_without_text_does_not_stop_the_others(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(rss(("", ""), BRIDGE, ("…", "???")))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        report = await poll_one(app)
        assert (report.articles.added, len(report.articles.rejected)) == (1, 2)
        # rejected entries are not read again
        assert (await poll_one(app, after=timedelta(days=1))).articles.read == 0


async def test_rejected_entries_are_listed_while_they_are_in_the_feed(live_app: OpenApp, site: Site) -> None:
    async with live_app() as app:
        (feed,) = await subscribe(app, site.url("/feed"))
        log, empty = app.services.reload.log, ("", "<br/>")

        async def rejected() -> list[tuple[str, str]]:
            return [(rejection.source, rejection.reason.key) for rejection in await log.rejects()]

        site.pages["/feed"] = SiteResponse(rss(BRIDGE, empty))
        await poll_one(app)
        expected = [("https://ledger.example/1", "why-no-words")]
        assert await rejected() == expected
        site.pages["/feed"] = SiteResponse(rss(BRIDGE, empty, FERRY))
        assert (await poll_one(app, after=2 * DEFAULT_INTERVAL)).articles.added == 1
        assert await rejected() == expected
        site.pages["/feed"] = SiteResponse(rss(BRIDGE, OWLS, FERRY))
        await poll_one(app, after=4 * DEFAULT_INTERVAL)
        assert await rejected() == []
        site.pages["/feed"] = SiteResponse(rss(empty))
        await poll_one(app, after=6 * DEFAULT_INTERVAL)
        assert len(await rejected()) == 1
        await app.services.feeds.set_state(feed.id, FeedState.REMOVED, by=None)
        assert await rejected() == []


async def test_a_missing_or_future_date_becomes_the_time_the_entry_first_appeared(
    live_app: OpenApp, site: Site
) -> None:
    dated = rss(BRIDGE, FERRY).replace("2026 10:00", "2099 10:00")
    site.pages["/feed"] = SiteResponse(dated.replace("<pubDate>Mon, 02 Nov 2026 10:01:00 GMT</pubDate>", ""))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        before = utc_now()
        await poll(app)
        for words in ("bridge", "ferry"):
            (article,) = await search(app, words)
            assert article.published is Certainty.INFERRED
            assert article.published_at is not None
            assert before <= article.published_at <= utc_now()
        first = (await search(app, "ferry"))[0].published_at
        changed = site.pages["/feed"].body.replace("storm", "gale")  # type: ignore[union-attr]
        site.pages["/feed"] = SiteResponse(changed)
        await poll(app, after=timedelta(days=1))
        (article,) = await search(app, "ferry")
        assert ("gale" in article.text, article.published_at) == (True, first)
