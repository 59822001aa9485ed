"""Faults on demand: what Telegram or the network may do to a bot's requests."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What goes wrong with a request."""

    FLOOD = "flood"
    ERROR = "error"
    CUT_BEFORE = "cut before"
    CUT_AFTER = "cut after"
    DELAY = "delay"
    DELAY_AFTER = "delay after"
    GARBLED = "garbled"


@dataclass(slots=True)
class Fault:
    """A fault that waits for matching requests.

    Args:
        kind: FLOOD returns 429; ERROR returns `code` with `words`; CUT_BEFORE drops the connection without
            executing the request, CUT_AFTER after executing it; DELAY executes the request `seconds` late;
            DELAY_AFTER executes it at once and responds late; GARBLED responds with `body`, whatever it is.
        method: Bot API method in lower case; None for any.
        chat_id: None for any.
        times: Requests still to hit.
        seconds: `retry_after`, or the delay.
        released: What DELAY waits for instead of `seconds`.
    """

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    seconds: float = 1
    code: int = 500
    words: str = "Internal Server Error"
    body: bytes = b""
    released: asyncio.Event | None = None


class Faults:
    """The pending faults, oldest first."""

    def __init__(self) -> None:
        self._pending: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Queue a fault."""
        self._pending.append(fault)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault that hits this request, if any, and count the hit."""
        for fault in self._pending:
            if fault.method in (None, method) and fault.chat_id in (None, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self._pending.remove(fault)
                return fault
        return None
