"""Entries of feeds: which can be taken in, when they were published, what has changed."""

from datetime import timedelta

from bot.app.wiring import utc_now
from bot.corpus.article import Certainty
from bot.feeds.model import DEFAULT_INTERVAL, FeedState
from bot.feeds.policy import PollOutcome
from tests.feeds.conftest import OpenApp
from tests.feeds.polling import found, one, poll, subscribe, the_feed
from tests.feeds.written import BRIDGE, FERRY, OWLS, rss
from tests.site import Site, SiteResponse


async def test_a_feeds_articles_are_found_with_publisher_date_and_address(
    live_app: OpenApp, site: Site
) -> None:
    site.pages["/feed"] = SiteResponse(rss(BRIDGE, FERRY))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        report = await one(app)
        assert (report.outcome, report.articles.added) == (PollOutcome.READ, 2)
        (article,) = await found(app, "ferry Tarnholm")
        assert article.publisher == "The Lindmar Ledger"
        assert article.url == "https://ledger.example/1"
        assert f"{article.published_at:%Y-%m-%d %H:%M} {article.published}" == "2026-11-02 10:01 stated"
        feed = await the_feed(app)
        assert (feed.config.title, feed.primed, feed.failures) == ("The Lindmar Ledger", True, 0)
        assert feed.next_poll_at > utc_now() + DEFAULT_INTERVAL * 0.8


async def test_a_feed_that_sends_everything_again_adds_only_what_is_new_or_changed(
    live_app: OpenApp, site: Site
) -> None:
    site.pages["/feed"] = SiteResponse(rss(BRIDGE, FERRY))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        await poll(app)
        site.pages["/feed"] = SiteResponse(rss(BRIDGE, (FERRY[0], FERRY[1] + " It sails at noon."), OWLS))
        report = await one(app, after=timedelta(days=1))
        assert (report.articles.added, report.articles.changed, report.articles.read) == (1, 1, 2)
        assert "noon" in (await found(app, "ferry"))[0].text


async def test_an_entry_without_words_stops_no_other(live_app: OpenApp, site: Site) -> None:
    site.pages["/feed"] = SiteResponse(rss(("", ""), BRIDGE, ("…", "???")))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        report = await one(app)
        assert (report.articles.added, len(report.articles.rejected)) == (1, 2)
        # and is not looked at again
        assert (await one(app, after=timedelta(days=1))).articles.read == 0


async def test_entries_that_can_not_be_taken_in_are_among_the_rejects_while_the_feed_shows_them(
    live_app: OpenApp, site: Site
) -> None:
    async with live_app() as app:
        (feed,) = await subscribe(app, site.url("/feed"))
        book, empty = app.services.reload.log, ("", "<br/>")

        async def rejected() -> list[tuple[str, str]]:
            return [(each.source, each.reason.key) for each in await book.rejects()]

        site.pages["/feed"] = SiteResponse(rss(BRIDGE, empty))
        await one(app)
        told = [("https://ledger.example/1", "why-no-words")]
        assert await rejected() == told
        site.pages["/feed"] = SiteResponse(rss(BRIDGE, empty, FERRY))
        assert (await one(app, after=2 * DEFAULT_INTERVAL)).articles.added == 1
        assert await rejected() == told
        site.pages["/feed"] = SiteResponse(rss(BRIDGE, OWLS, FERRY))
        await one(app, after=4 * DEFAULT_INTERVAL)
        assert await rejected() == []
        site.pages["/feed"] = SiteResponse(rss(empty))
        await one(app, after=6 * DEFAULT_INTERVAL)
        assert len(await rejected()) == 1
        await app.services.feeds.set_state(feed.id, FeedState.REMOVED, by=None)
        assert await rejected() == []


async def test_dates_in_the_future_or_absent_are_when_the_feed_first_showed_the_article(
    live_app: OpenApp, site: Site
) -> None:
    dated = rss(BRIDGE, FERRY).replace("2026 10:00", "2099 10:00")
    site.pages["/feed"] = SiteResponse(dated.replace("<pubDate>Mon, 02 Nov 2026 10:01:00 GMT</pubDate>", ""))
    async with live_app() as app:
        await subscribe(app, site.url("/feed"))
        before = utc_now()
        await poll(app)
        for words in ("bridge", "ferry"):
            (article,) = await found(app, words)
            assert article.published is Certainty.INFERRED
            assert article.published_at is not None
            assert before <= article.published_at <= utc_now()
        first = (await found(app, "ferry"))[0].published_at
        changed = site.pages["/feed"].body.replace("storm", "gale")  # type: ignore[union-attr]
        site.pages["/feed"] = SiteResponse(changed)
        await poll(app, after=timedelta(days=1))
        (article,) = await found(app, "ferry")
        assert ("gale" in article.text, article.published_at) == (True, first)
