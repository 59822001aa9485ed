"""Requests to Telegram, measured: how long each took, and what was answered."""

import asyncio
import json
from contextlib import suppress
from time import perf_counter
from typing import Any

from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.app.unparsed import parsed
from bot.measures import Measures

AGAIN_AFTER_S = 0.1


class MeasuredRequest(HTTPXRequest):
    """PTB's requests over HTTP; `how` are the arguments of `HTTPXRequest`."""

    def __init__(self, measures: Measures, **how: Any) -> None:
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
