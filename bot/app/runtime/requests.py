"""Requests to Telegram, measured: how long each took, and what was answered."""

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

AGAIN_AFTER_S = 0.1


class MeasuredRequest(HTTPXRequest):
    """PTB's requests over HTTP; `how` are the arguments of `HTTPXRequest`."""

    def __init__(self, measures: Metrics, **how: Any) -> None:
        super().__init__(**how)
        self.measures = measures

    async def do_request(self, url: str, *rest: Any, **more: Any) -> tuple[int, bytes]:
        """Send it, and note method and answer; the address holds the token and goes nowhere."""
        method = url.rpartition("/")[2].partition("?")[0] if "/file/bot" not in url else "file"
        started, outcome = perf_counter(), "lost"
        try:
            status, body = await super().do_request(url, *rest, **more)
            outcome = "ok" if status < 300 else str(status)
        finally:
            self.measures.telegram(method, outcome, perf_counter() - started)
        return status, body


class PollingRequest(MeasuredRequest):
    """The requests that fetch updates: one that fails is made again at once.

    PTB waits for a second then, and everybody who asks something with it. What PTB can't parse is kept from
    it: it would fetch the same updates again and again, without a pause, and log all their words.
    """

    async def do_request(self, url: str, *rest: Any, **more: Any) -> tuple[int, bytes]:
        """Send it, a second time when no answer came or Telegram had a fault."""
        with suppress(NetworkError):
            status, body = await super().do_request(url, *rest, **more)
            if status < 500:
                return status, body
        await asyncio.sleep(AGAIN_AFTER_S)
        return await super().do_request(url, *rest, **more)

    def parse_json_payload(self, payload: bytes) -> dict[str, Any]:  # type: ignore[override]  # not static
        """Read an answer; of an update that can't be parsed only its number is left, so that it is confirmed.

        Raises:
            TelegramError: It is no answer of Telegram's; PTB asks again after a while.
        """
        try:
            answer: dict[str, Any] = json.loads(payload.decode(errors="replace"))
            if answer.get("ok") is not False:
                answer["result"] = [self._known(each) for each in answer["result"]]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise TelegramError("Invalid server response") from None
        return answer

    def _known(self, raw: Any) -> dict[str, Any]:
        return raw if parsed(raw, None, self.measures) else {"update_id": raw["update_id"]}


log = structlog.get_logger()


def parsed(raw: Any, bot: Bot | None, measures: Metrics) -> Update | None:
    """Return an update of Telegram's; None of one that can't be parsed, which the log names.

    Args:
        raw: What the JSON of an update holds.
        bot: Whom the update's shortcuts speak through.

    Raises:
        ValueError: It is no update: it has no number by which it could be passed over.
    """
    if not (isinstance(raw, dict) and isinstance(raw.get("update_id"), int)):
        raise ValueError("no update")
    try:
        return _checked(Update.de_json(raw, bot))
    except Exception as error:  # the library says nowhere what its parsing may raise
        kind = next((each for each in ALLOWED_UPDATES if each in raw), "other")
        log.error("update_unparsed", update=raw["update_id"], kind=kind, error=type(error).__name__)
        measures.unparsed()
        return None


def _checked(update: Update) -> Update:
    """Raise for what no handler could work on: python-telegram-bot checks no types, and misses no chat."""
    if (message := update.effective_message) and message.chat is None:
        raise TypeError("a message without a chat")
    chat_of(update), kind_of(update)
    return update
