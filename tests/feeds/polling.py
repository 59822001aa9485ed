"""Helpers to poll the feeds of an app."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.alerts.alert import AlertDraft
from bot.app.clock import utc_now
from bot.app.wiring import App
from bot.corpus.article import Article
from bot.feeds.model import Feed, FeedConfig
from bot.feeds.poller import PollReport
from bot.questions.model import Question

CHAT = 5
HTML = "text/html; charset=utf-8"


async def subscribe(app: App, *urls: str) -> list[Feed]:
    return await app.services.feeds.add([FeedConfig(url) for url in urls], by=None)


async def poll(app: App, *, after: timedelta = timedelta(0)) -> list[PollReport]:
    """Poll the feeds that are due now, or `after` some time."""
    poller = replace(app.poller, clock=lambda: utc_now() + after)
    return [report async for report in poller.due()]


async def poll_one(app: App, *, after: timedelta = timedelta(0)) -> PollReport:
    (report,) = await poll(app, after=after)
    return report


async def only_feed(app: App) -> Feed:
    (feed,) = await app.services.feeds.all()
    return feed


async def search(app: App, words: str) -> list[Article]:
    answer = await app.services.questions.ask(Question(words, utc_now()))
    return [entry.article for entry in answer.entries]


async def save_alert(app: App, words: str) -> None:
    """Save an alert older than all articles here."""
    at = datetime(2026, 11, 1, tzinfo=UTC)
    await app.services.alerts.save(AlertDraft(CHAT, None, 7, words, at))


async def messages_due(app: App) -> int:
    """Return the number of messages due to be sent."""
    await app.services.delivery.outbox.expand(now=utc_now(), limit=100)
    return sum((await app.services.delivery.outbox.counts(CHAT)).values())
