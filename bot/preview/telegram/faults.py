"""Faults on demand: what Telegram and the network between do to a bot."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What goes wrong with a request."""

    FLOOD = "flood"
    ERROR = "error"
    CUT_BEFORE = "cut before"
    CUT_AFTER = "cut after"
    DELAY = "delay"
    GARBLED = "garbled"


@dataclass(slots=True)
class Fault:
    """One fault, waiting for requests it fits.

    Args:
        kind: FLOOD answers 429; ERROR answers `code` in `words`; CUT_BEFORE drops the connection without
            working on the request, CUT_AFTER having done it; DELAY answers `seconds` late; GARBLED answers
            `body`, whatever it is.
        method: Of the Bot API; None for any.
        chat_id: None for any.
        times: How many requests it still meets.
        seconds: `retry_after`, or the delay.
    """

    kind: Kind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    seconds: float = 1
    code: int = 500
    words: str = "Internal Server Error"
    body: bytes = b""


class Faults:
    """The faults that wait, first come first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let a fault wait for its requests."""
        self._waiting.append(fault)

    def meet(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault that this request runs into, if any, and count it."""
        for fault in self._waiting:
            if fault.method in (None, method) and fault.chat_id in (None, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
