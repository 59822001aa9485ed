"""What a reply to a message of ours means."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class PromptKind(StrEnum):
    """What was asked for, or what a message's button brings back."""

    DRAFT = "draft"
    REWORD = "reword"
    ZONE = "zone"
    QUIET = "quiet"
    DIGEST = "digest"
    IMPORT = "import"
    UNDO = "undo"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One message of ours that waits for something.

    Args:
        about: What it is about, as its kind needs it: an alert's number or JSON, a feed's address.
    """

    kind: PromptKind
    about: str = ""


class PromptStore(Protocol):
    """Prompts by the message that shows them."""

    async def ask(self, prompt: Prompt, *, chat_id: int, message_id: int, now: datetime) -> None:
        """Keep what a message waits for."""
        ...

    async def asked(self, *, chat_id: int, message_id: int) -> Prompt | None:
        """Return what a message waits for, None when it waits for nothing (any more)."""
        ...

    async def done(self, *, chat_id: int, message_id: int) -> None:
        """Forget what a message waited for."""
        ...

    async def forget_before(self, moment: datetime) -> int:
        """Delete what has waited since before `moment`; return how many went."""
        ...
