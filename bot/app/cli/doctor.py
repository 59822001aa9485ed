"""`newsbot doctor`: checks everything the bot needs, and says what to do about problems."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.app.cli.consistency import find_inconsistencies
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.corpus.ports import CorpusFacts
from bot.errors import NewsbotError
from bot.feeds.model import Feed, FeedState
from bot.feeds.probe import FeedProbe
from handlers.telegram.localize import in_english

MIN_FREE_MB = 200
PROBES = 8
"""Feeds that are read at the same time."""
SHOWN_FEEDS = 5
_REBUILD = "Run newsbot engine rebuild, while newsbot runs and imports, and check again."
_CHECK_DATABASE = "Check NEWSBOT_DATABASE_URL and NEWSBOT_DATA."


class Severity(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


_COLOURS = {Severity.OK: "green", Severity.NOTE: "yellow", Severity.WRONG: "red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of a check.

    Args:
        subject: What was checked.
        text: What the check found.
        advice: What to do about it.
    """

    severity: Severity
    subject: str
    text: str
    advice: str = ""


async def run_checks(settings: Settings, *, deep: bool = False) -> int:
    """Print the findings of all checks.

    Args:
        deep: Whether to compare database, index and stories, too.

    Returns:
        Exit code: 1 when something is wrong, else 0.
    """
    console, wrong = Console(soft_wrap=True), False
    async for finding in findings(settings, deep=deep):
        label = f"[{_COLOURS[finding.severity]}]{finding.severity:>5}[/]"
        console.print(f"{label}  {finding.subject}: {escape(finding.text)}", highlight=False)
        if finding.advice:
            console.print(f"       → {escape(finding.advice)}", highlight=False)
        wrong = wrong or finding.severity is Severity.WRONG
    return 1 if wrong else 0


async def findings(settings: Settings, *, deep: bool = False) -> AsyncIterator[Finding]:
    """Yield the finding of each check."""
    checks: list[Callable[[Settings], Awaitable[Finding | None]]]
    checks = [_data_folder, _corpus_folder, _database, _inbox, _feeds, _telegram, _updates]
    for check in (*checks, _consistency) if deep else checks:
        if finding := await check(settings):
            yield finding


async def _data_folder(settings: Settings) -> Finding:
    subject, folder = "data folder", _existing(settings.data)
    if not os.access(folder, os.W_OK):
        advice = f"Make {settings.data} writable for this user, or set NEWSBOT_DATA to another folder."
        return Finding(Severity.WRONG, subject, f"{folder} is not writable", advice)
    free_mb = shutil.disk_usage(folder).free // 2**20
    if free_mb < MIN_FREE_MB:
        advice = "Free some space, or set NEWSBOT_DATA to another disk."
        return Finding(Severity.WRONG, subject, f"only {free_mb} MB free", advice)
    return Finding(Severity.OK, subject, f"{settings.data}, {free_mb:,} MB free")


async def _corpus_folder(settings: Settings) -> Finding:
    subject, folder = "corpus folder", settings.corpus
    if not folder.exists():
        advice = "Set NEWSBOT_CORPUS to a folder of articles, or run newsbot in its own folder."
        return Finding(Severity.WRONG, subject, f"{folder} does not exist", advice)
    if not os.access(folder, os.R_OK):
        return Finding(Severity.WRONG, subject, f"{folder} is not readable", "Change its permissions.")
    return Finding(Severity.OK, subject, str(folder))


async def _database(settings: Settings) -> Finding:
    try:
        async with open_app(settings, read_corpus=False) as app:
            facts = await app.services.questions.corpus_facts()
    except NewsbotError as error:
        return Finding(Severity.WRONG, "database", str(error), _CHECK_DATABASE)
    return _about_articles(facts)


def _about_articles(facts: CorpusFacts) -> Finding:
    if not facts.articles:
        advice = "newsbot run reads the corpus folder when it starts."
        return Finding(Severity.NOTE, "database", "no articles yet", advice)
    text = f"{facts.articles:,} articles, {facts.samples:,} of them samples"
    if facts.samples == facts.articles:
        return Finding(Severity.NOTE, "database", text, "Add your own articles: newsbot ingest PATH")
    return Finding(Severity.OK, "database", text)


async def _inbox(settings: Settings) -> Finding | None:
    """Whether updates wait for too long; None where none does or `_database` has reported the problem."""
    try:
        async with open_app(settings, read_corpus=False) as app:
            state, now = await app.services.inbox.state(), app.services.clock()
    except NewsbotError:
        return None
    if (since := state.stuck_since(now=now)) is None:
        return None
    text = f"{state.waiting:,} updates are not handled, the oldest since {since:%Y-%m-%d %H:%M} UTC"
    advice = "newsbot run handles them. If it runs, look for inbox_not_read in its log, and restart it."
    return Finding(Severity.WRONG, "inbox", text, advice)


async def _feeds(settings: Settings) -> Finding | None:
    """Which feeds can't be reached now; None where there are none or `_database` has reported the problem."""
    try:
        async with open_app(settings, read_corpus=False) as app:
            service = app.services.feeds
            feeds = [feed for feed in await service.all() if feed.state is FeedState.ON]
            if not feeds or not settings.feeds:
                return None
            free_probes = asyncio.Semaphore(PROBES)

            async def probe(feed: Feed) -> FeedProbe:
                async with free_probes:
                    return await service.probe(feed.url)

            probes = await asyncio.gather(*map(probe, feeds))
    except NewsbotError:
        return None
    return _about_feeds(feeds, probes)


def _about_feeds(feeds: Sequence[Feed], probes: Sequence[FeedProbe]) -> Finding:
    failing = [
        f"{feed.name} ({in_english(probe.problem)})"
        for feed, probe in zip(feeds, probes, strict=True)
        if probe.problem
    ]
    if not failing:
        return Finding(Severity.OK, "feeds", f"{len(feeds):,}, all can be read")
    listed = "; ".join(failing[:SHOWN_FEEDS]) + (" …" if len(failing) > SHOWN_FEEDS else "")
    text = f"{len(failing):,} of {len(feeds):,} can't be read: {listed}"
    severity = Severity.WRONG if len(failing) == len(feeds) else Severity.NOTE
    advice = "Check the network and the addresses; newsbot feeds remove URL removes a feed."
    return Finding(severity, "feeds", text, advice)


async def _consistency(settings: Settings) -> Finding:
    subject = "consistency"
    try:
        articles, problems = await find_inconsistencies(settings)
    except NewsbotError as error:
        return Finding(Severity.WRONG, subject, str(error), _CHECK_DATABASE)
    if problems:
        advice = (
            _REBUILD
            if settings.engine_url
            else (
                f"Stop the bot, delete {settings.data / 'index'} (it is rebuilt), and check again. "
                "If that doesn't help, restore a backup of the database."
            )
        )
        return Finding(Severity.WRONG, subject, "; ".join(problems), advice)
    parts = "database, cluster (articles and alerts)" if settings.engine_url else "database, index"
    return Finding(Severity.OK, subject, f"{parts}, stories and matches agree on {articles:,} articles")


async def _telegram(settings: Settings) -> Finding:
    subject = "Telegram"
    if settings.telegram_token is None:
        advice = (
            "Get a token from @BotFather and set NEWSBOT_TELEGRAM_TOKEN. Without one, use newsbot preview."
        )
        return Finding(Severity.NOTE, subject, "no token", advice)
    token = settings.telegram_token.get_secret_value()
    try:
        async with Bot(token, base_url=f"{settings.telegram_url}/bot") as bot:
            return Finding(Severity.OK, subject, f"@{bot.username} at {settings.telegram_url}")
    except InvalidToken:
        advice = "Get a token from @BotFather and set NEWSBOT_TELEGRAM_TOKEN."
        return Finding(Severity.WRONG, subject, "the token is not accepted", advice)
    except TelegramError as error:
        text = f"can't reach {settings.telegram_url} ({type(error).__name__})"
        return Finding(
            Severity.WRONG, subject, text, "Check the network, the firewall and NEWSBOT_TELEGRAM_URL."
        )


async def _updates(settings: Settings) -> Finding | None:
    """How updates are received; None where `_telegram` has reported the problem."""
    if settings.telegram_token is None:
        return None
    token = settings.telegram_token.get_secret_value()
    try:
        async with Bot(token, base_url=f"{settings.telegram_url}/bot") as bot:
            return _about_webhook(settings.webhook_url, await bot.get_webhook_info())
    except TelegramError:
        return None


def _about_webhook(wanted: str | None, actual: WebhookInfo) -> Finding:
    subject, waiting = "updates", f"{actual.pending_update_count:,} waiting"
    if wanted is None:
        if actual.url:
            text = f"Telegram pushes them to {actual.url}"
            return Finding(Severity.NOTE, subject, text, "newsbot run removes this webhook and polls.")
        return Finding(Severity.OK, subject, f"by polling, {waiting}")
    if actual.url != wanted:
        return Finding(Severity.NOTE, subject, "the webhook is not set yet", "newsbot run sets it.")
    if actual.last_error_message and actual.pending_update_count:
        text = f"Telegram can't push to {wanted}: {actual.last_error_message}; {waiting}"
        return Finding(Severity.WRONG, subject, text, "Check the proxy; see docs/operators/webhook.md.")
    return Finding(Severity.OK, subject, f"Telegram pushes them to {wanted}, {waiting}")


def _existing(folder: Path) -> Path:
    """The folder itself, or its nearest parent that exists."""
    folder = folder.resolve()
    while not folder.exists():
        folder = folder.parent
    return folder
