"""`newsbot doctor`: looks at everything the bot needs, and says what to do."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.app.cli.consistency import disagreements
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.corpus.ports import CorpusFacts
from bot.errors import NewsbotError

LEAST_FREE_MB = 200


class CheckResult(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: what was looked at, what was found, what to do about it."""

    verdict: CheckResult
    what: str
    found: str
    advice: str = ""


async def examine(settings: Settings, *, deep: bool = False) -> int:
    """Print a finding for every check.

    Args:
        deep: Whether to compare store, index and stories article by article, too.

    Returns:
        Exit code: 0 when nothing is wrong, 1 otherwise.
    """
    console, colours = (
        Console(soft_wrap=True),
        {CheckResult.OK: "green", CheckResult.NOTE: "yellow", CheckResult.WRONG: "red"},
    )
    wrong = False
    async for finding in findings(settings, deep=deep):
        colour = colours[finding.verdict]
        console.print(
            f"[{colour}]{finding.verdict:>5}[/]  {finding.what}: {escape(finding.found)}", highlight=False
        )
        if finding.advice:
            console.print(f"       → {escape(finding.advice)}", highlight=False)
        wrong = wrong or finding.verdict is CheckResult.WRONG
    return 1 if wrong else 0


async def findings(settings: Settings, *, deep: bool = False) -> AsyncIterator[Finding]:
    """Yield the finding of each check, one after the other."""
    checks: list[Callable[[Settings], Awaitable[Finding | None]]]
    checks = [_folder, _corpus, _store, _telegram, _updates]
    for check in (*checks, _agreement) if deep else checks:
        if finding := await check(settings):
            yield finding


async def _folder(settings: Settings) -> Finding:
    folder = _existing(settings.data)
    if not os.access(folder, os.W_OK):
        advice = f"Give this user the right to write there, or set NEWSBOT_DATA; now: {settings.data}"
        return Finding(CheckResult.WRONG, "data folder", f"{folder} can't be written to", advice)
    free_mb = shutil.disk_usage(folder).free // 2**20
    if free_mb < LEAST_FREE_MB:
        return Finding(
            CheckResult.WRONG, "data folder", f"only {free_mb} MB free", "Make room, or set NEWSBOT_DATA."
        )
    return Finding(CheckResult.OK, "data folder", f"{settings.data}, {free_mb:,} MB free")


async def _corpus(settings: Settings) -> Finding:
    if not settings.corpus.exists():
        advice = "Set NEWSBOT_CORPUS to a folder of articles, or start newsbot in its own folder."
        return Finding(CheckResult.WRONG, "corpus folder", f"{settings.corpus} is not there", advice)
    if not os.access(settings.corpus, os.R_OK):
        return Finding(
            CheckResult.WRONG, "corpus folder", f"{settings.corpus} can't be read", "Mend its permissions."
        )
    return Finding(CheckResult.OK, "corpus folder", str(settings.corpus))


async def _store(settings: Settings) -> Finding:
    try:
        async with open_app(settings, read_corpus=False) as house:
            facts = await house.services.questions.corpus_facts()
    except NewsbotError as error:
        return Finding(
            CheckResult.WRONG, "database", str(error), "Mend NEWSBOT_DATABASE_URL or NEWSBOT_DATA."
        )
    return _about_articles(facts)


def _about_articles(facts: CorpusFacts) -> Finding:
    if not facts.articles:
        return Finding(
            CheckResult.NOTE, "database", "no articles yet", "newsbot run reads the corpus folder at start."
        )
    found = f"{facts.articles:,} articles, {facts.samples:,} of them samples"
    if facts.samples == facts.articles:
        return Finding(
            CheckResult.NOTE, "database", found, "Only samples: bring your own with newsbot ingest PATH."
        )
    return Finding(CheckResult.OK, "database", found)


async def _agreement(settings: Settings) -> Finding:
    what = "store, index, stories and promises"
    try:
        articles, wrong = await disagreements(settings)
    except NewsbotError as error:
        return Finding(CheckResult.WRONG, what, str(error), "Mend NEWSBOT_DATABASE_URL or NEWSBOT_DATA.")
    if wrong:
        advice = (
            f"Stop the bot, delete {settings.data / 'index'} (it is built anew) and look again; "
            "if it stays so, restore a backup of the database."
        )
        return Finding(CheckResult.WRONG, what, "; ".join(wrong), advice)
    return Finding(CheckResult.OK, what, f"agree on {articles:,} articles")


async def _telegram(settings: Settings) -> Finding:
    if settings.telegram_token is None:
        advice = (
            "Get a token from @BotFather and set NEWSBOT_TELEGRAM_TOKEN; until then there is the preview."
        )
        return Finding(CheckResult.NOTE, "Telegram", "no token", advice)
    token = settings.telegram_token.get_secret_value()
    try:
        async with Bot(token, base_url=f"{settings.telegram_url}/bot") as bot:
            return Finding(CheckResult.OK, "Telegram", f"@{bot.username} at {settings.telegram_url}")
    except InvalidToken:
        return Finding(CheckResult.WRONG, "Telegram", "the token is not accepted", "Get one from @BotFather.")
    except TelegramError as error:
        advice = "Check the network, a firewall, or NEWSBOT_TELEGRAM_URL."
        found = f"{settings.telegram_url} can't be reached ({type(error).__name__})"
        return Finding(CheckResult.WRONG, "Telegram", found, advice)


async def _updates(settings: Settings) -> Finding | None:
    """How updates come in; None where `_telegram` has said already that nothing does."""
    if settings.telegram_token is None:
        return None
    token = settings.telegram_token.get_secret_value()
    try:
        async with Bot(token, base_url=f"{settings.telegram_url}/bot") as bot:
            return _about_webhook(settings.webhook_url, await bot.get_webhook_info())
    except TelegramError:
        return None


def _about_webhook(wanted: str | None, there: WebhookInfo) -> Finding:
    what, waiting = "updates", f"{there.pending_update_count:,} waiting"
    if wanted is None:
        if there.url:
            return Finding(
                CheckResult.NOTE, what, f"pushed to {there.url}", "newsbot run takes that webhook away."
            )
        return Finding(CheckResult.OK, what, f"fetched, {waiting}")
    if there.url != wanted:
        return Finding(CheckResult.NOTE, what, "the webhook is not set yet", "newsbot run sets it.")
    if there.last_error_message and there.pending_update_count:
        found = f"Telegram can't push to {wanted}: {there.last_error_message}; {waiting}"
        return Finding(CheckResult.WRONG, what, found, "Look at the proxy; see docs/operators/webhook.md.")
    return Finding(CheckResult.OK, what, f"pushed to {wanted}, {waiting}")


def _existing(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    folder = folder.resolve()
    while not folder.exists():
        folder = folder.parent
    return folder
