"""Feeds of a house, polled."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.alerts.alert import AlertDraft
from bot.app.wiring import App, now
from bot.corpus.article import Article
from bot.feeds.model import Feed, Subscription
from bot.feeds.poller import PollReport
from bot.questions.model import Question

CHAT = 5
HTML = "text/html; charset=utf-8"


async def subscribe(house: App, *urls: str) -> list[Feed]:
    return await house.services.feeds.add([Subscription(url) for url in urls], by=None)


async def poll(house: App, *, after: timedelta = timedelta(0)) -> list[PollReport]:
    """Poll what is due, or will be due after some time."""
    poller = replace(house.poller, clock=lambda: now() + after)
    return [report async for report in poller.due()]


async def one(house: App, *, after: timedelta = timedelta(0)) -> PollReport:
    (report,) = await poll(house, after=after)
    return report


async def the_feed(house: App) -> Feed:
    (feed,) = await house.services.feeds.book.all()
    return feed


async def found(house: App, words: str) -> list[Article]:
    answer = await house.services.questions.ask(Question(words, now()))
    return [entry.article for entry in answer.entries]


async def watch_for(house: App, words: str) -> None:
    """Save an alert that is older than all articles here."""
    at = datetime(2026, 11, 1, tzinfo=UTC)
    await house.services.subscriptions.save(AlertDraft(CHAT, None, 7, words, at))


async def promised(house: App) -> int:
    """How many messages are due to be sent."""
    await house.services.outbox.expand(now=now(), limit=100)
    return sum((await house.services.outbox.counts(CHAT)).values())
