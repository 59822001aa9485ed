"""Requests to Telegram, measured; updates are parsed here: a bad one is skipped, and its text not logged."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from http import HTTPStatus
from time import perf_counter
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.app.runtime.poll_health import PollHealth
from bot.corpus.web.tls import tls_context
from bot.errors import StoreError
from bot.metrics import Metrics
from handlers.routes import ALLOWED_UPDATES
from handlers.telegram.update_processor import chat_of, kind_of

log = structlog.get_logger()
RETRY_DELAY_S = 0.1
_NO_UPDATES = b'{"ok": true, "result": []}'


class MeasuredRequest(HTTPXRequest):
    """HTTP requests of python-telegram-bot that record method, outcome and duration.

    Args:
        options: Arguments of `HTTPXRequest`.
    """

    def __init__(self, metrics: Metrics, **options: Any) -> None:
        super().__init__(httpx_kwargs={"verify": tls_context()}, **options)
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


Receive = Callable[[Sequence[Any]], Awaitable[None]]


class PollingRequest(MeasuredRequest):
    """Requests that fetch updates, and hand them over before the library confirms them.

    The library learns no more than the number of the last update, which its next request confirms. It would
    wait a second after a failed request, and everyone who asks with it, so that one is repeated at once. It
    would end polling for good at a 401 or 404, which Telegram returns for minutes now and then.

    Args:
        health: Records how the requests went.
        receive: Stores updates.
    """

    def __init__(self, metrics: Metrics, health: PollHealth, receive: Receive, **options: Any) -> None:
        super().__init__(metrics, **options)
        self._health = health
        self._receive = receive

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Send a request, store its updates, and return the number of the last one.

        Raises:
            TelegramError: There are no updates, or they aren't stored; the library tries again later.
        """
        try:
            status, body = await self._repeated(url, *args, **kwargs)
        except NetworkError:
            if not self._health.stopping:
                raise
            return HTTPStatus.OK, _NO_UPDATES
        if status == HTTPStatus.OK:
            body = await self._stored(body)
            self._health.worked()
        elif self._health.stopping:  # the library would log a stack trace
            return HTTPStatus.OK, _NO_UPDATES
        elif status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            self._health.refused(f"{status} {HTTPStatus(status).phrase}")
            raise TelegramError(f"refused: {status}")
        elif status == HTTPStatus.CONFLICT:
            self._health.conflicted()
        return status, body

    async def _repeated(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Send a request; repeat it once when there was no answer or Telegram had an error."""
        with suppress(NetworkError):
            status, body = await super().do_request(url, *args, **kwargs)
            if status < HTTPStatus.INTERNAL_SERVER_ERROR:
                return status, body
        await asyncio.sleep(RETRY_DELAY_S)
        return await super().do_request(url, *args, **kwargs)

    async def _stored(self, body: bytes) -> bytes:
        try:
            updates = json.loads(body.decode(errors="replace"))["result"]
            await self._receive(updates)
            confirmed = [{"update_id": updates[-1]["update_id"]}] if updates else []
        except StoreError as error:
            log.error("updates_not_stored", error=str(error))
            raise TelegramError("updates not stored") from error
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise TelegramError("Invalid server response") from None
        return json.dumps({"ok": True, "result": confirmed}).encode()


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
