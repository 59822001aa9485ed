"""Requests to Telegram, measured; updates are parsed here, so that a bad one is skipped, not logged."""

import asyncio
import json
from contextlib import suppress
from time import perf_counter
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.metrics import Metrics
from handlers.routes import ALLOWED_UPDATES
from handlers.telegram.update_processor import chat_of, kind_of

log = structlog.get_logger()
RETRY_DELAY_S = 0.1


class MeasuredRequest(HTTPXRequest):
    """HTTP requests of python-telegram-bot that record method, outcome and duration.

    Args:
        options: Arguments of `HTTPXRequest`.
    """

    def __init__(self, metrics: Metrics, **options: Any) -> None:
        super().__init__(**options)
        self.metrics = metrics

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Send a request and record it; the URL contains the token, so it is not kept."""
        method = url.rpartition("/")[2].partition("?")[0] if "/file/bot" not in url else "file"
        started, outcome = perf_counter(), "lost"
        try:
            status, body = await super().do_request(url, *args, **kwargs)
            outcome = "ok" if status < 300 else str(status)
        finally:
            self.metrics.record_request(method, outcome, perf_counter() - started)
        return status, body


class PollingRequest(MeasuredRequest):
    """Requests that fetch updates.

    A failed request is retried at once: python-telegram-bot would wait a second, and everyone who asks with
    it. An update that can't be parsed is reduced to its number: the library would fetch it again and again
    without pause, and log its whole text.
    """

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Send a request; retry once when there was no answer or Telegram had an error."""
        with suppress(NetworkError):
            status, body = await super().do_request(url, *args, **kwargs)
            if status < 500:
                return status, body
        await asyncio.sleep(RETRY_DELAY_S)
        return await super().do_request(url, *args, **kwargs)

    def parse_json_payload(self, payload: bytes) -> dict[str, Any]:  # type: ignore[override]  # not static
        """Return an answer, in which an update that can't be parsed has only its number, which confirms it.

        Raises:
            TelegramError: This isn't an answer of Telegram; the library retries later.
        """
        try:
            answer: dict[str, Any] = json.loads(payload.decode(errors="replace"))
            if answer.get("ok") is not False:
                answer["result"] = [self._parseable(update) for update in answer["result"]]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise TelegramError("Invalid server response") from None
        return answer

    def _parseable(self, raw: Any) -> dict[str, Any]:
        return raw if parse_update(raw, None, self.metrics) else {"update_id": raw["update_id"]}


def parse_update(raw: Any, bot: Bot | None, metrics: Metrics) -> Update | None:
    """Return a Telegram update; log and count one that can't be parsed, and return None.

    Args:
        raw: The update's decoded JSON.
        bot: The bot that the update's shortcuts use.

    Raises:
        ValueError: This isn't an update: it has no number.
    """
    if not (isinstance(raw, dict) and isinstance(raw.get("update_id"), int)):
        raise ValueError("no update")
    try:
        return _checked(Update.de_json(raw, bot))
    except Exception as error:  # the library doesn't document what its parser raises
        kind = next((name for name in ALLOWED_UPDATES if name in raw), "other")
        log.error("update_unparsed", update=raw["update_id"], kind=kind, error=type(error).__name__)
        metrics.record_unparsed()
        return None


def _checked(update: Update) -> Update:
    """Raise for an update that no handler can process: the library checks no types and no missing chat."""
    if (message := update.effective_message) and message.chat is None:
        raise TypeError("a message without a chat")
    chat_of(update), kind_of(update)
    return update
