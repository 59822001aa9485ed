"""Feeds of an app, polled."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.alerts.alert import AlertDraft
from bot.app.wiring import App, utc_now
from bot.corpus.article import Article
from bot.feeds.model import Feed, FeedConfig
from bot.feeds.poller import PollReport
from bot.questions.model import Question

CHAT = 5
HTML = "text/html; charset=utf-8"


async def subscribe(app: App, *urls: str) -> list[Feed]:
    return await app.services.feeds.add([FeedConfig(url) for url in urls], by=None)


async def poll(app: App, *, after: timedelta = timedelta(0)) -> list[PollReport]:
    """Poll what is due, or will be due after some time."""
    poller = replace(app.poller, clock=lambda: utc_now() + after)
    return [report async for report in poller.due()]


async def one(app: App, *, after: timedelta = timedelta(0)) -> PollReport:
    (report,) = await poll(app, after=after)
    return report


async def the_feed(app: App) -> Feed:
    (feed,) = await app.services.feeds.all()
    return feed


async def found(app: App, words: str) -> list[Article]:
    answer = await app.services.questions.ask(Question(words, utc_now()))
    return [entry.article for entry in answer.entries]


async def watch_for(app: App, words: str) -> None:
    """Save an alert that is older than all articles here."""
    at = datetime(2026, 11, 1, tzinfo=UTC)
    await app.services.alerts.save(AlertDraft(CHAT, None, 7, words, at))


async def promised(app: App) -> int:
    """How many messages are due to be sent."""
    await app.services.delivery.outbox.expand(utc_now=utc_now(), limit=100)
    return sum((await app.services.delivery.outbox.counts(CHAT)).values())
