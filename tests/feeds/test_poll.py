"""A feed polled end to end, over real HTTP into a real store."""

from dataclasses import replace
from datetime import timedelta

from bot.app.wiring import House, now
from bot.feeds.decide import Verdict
from bot.feeds.feed import Feed, Subscription
from bot.feeds.poll import PollReport
from bot.summaries.answer import Question
from tests.feeds.conftest import OpenHouse
from tests.feeds.written import BRIDGE, FERRY, rss
from tests.site import Answer, Site


async def subscribe(house: House, *urls: str) -> list[Feed]:
    return await house.services.feeds.add([Subscription(url) for url in urls], by=None)


async def poll(house: House, *, later: timedelta = timedelta(0)) -> list[PollReport]:
    """Poll what is due, or will be due after some time."""
    poller = replace(house.poller, clock=lambda: now() + later)
    return [report async for report in poller.due()]


async def titles(house: House, words: str) -> list[str]:
    answer = await house.services.questions.ask(Question(words, now()))
    return [entry.article.title for entry in answer.entries]


async def test_a_feeds_articles_are_found_with_publisher_date_and_address(
    live_house: OpenHouse, site: Site
) -> None:
    site.pages["/feed"] = Answer(rss(BRIDGE, FERRY))
    async with live_house() as house:
        await subscribe(house, site.url("/feed"))
        (report,) = await poll(house)
        assert (report.verdict, report.articles.added) == (Verdict.READ, 2)
        answer = await house.services.questions.ask(Question("ferry Tarnholm", now()))
        (entry,) = answer.entries
        assert entry.article.publisher == "The Lindmar Ledger"
        assert entry.article.url == "https://ledger.example/1"
        assert f"{entry.article.published_at:%Y-%m-%d %H:%M}" == "2026-11-02 10:01"
        (feed,) = await house.services.feeds.book.all()
        assert (feed.asked.title, feed.primed, feed.failures) == ("The Lindmar Ledger", True, 0)
        assert feed.next_poll_at > now() + timedelta(minutes=15)
