"""The inbox: updates are stored before Telegram hears that they arrived, and kept until they are handled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

REMEMBER_FOR = timedelta(days=2)
"""How long a handled update is recognized when it arrives again; Telegram repeats updates for one day."""


CLAIMED_WITHIN = timedelta(minutes=1)
"""An update that no process claims for longer waits in vain."""
HANDLED_WITHIN = timedelta(minutes=30)
"""An update in hand for longer is stuck; an answer waits at most half of it for Telegram's flood control."""
PRESS = '"callback_query":'
"""In the JSON of a press; people's words can't hold it, because quotation marks in them are escaped."""
SUPERGROUPS_UP_TO = -1_000_000_000_000
"""The ids of supergroups and channels; those of private chats and basic groups are greater."""


def shares_message_ids(chat_id: int) -> bool:
    """Return whether a chat's messages are numbered together with those of other chats.

    Telegram does so for all private chats and basic groups of a bot.
    """
    return chat_id > SUPERGROUPS_UP_TO


@dataclass(frozen=True, slots=True)
class ReceivedUpdate:
    """An update as it arrived.

    Args:
        id: Telegram's number of the update, unique for a week.
        chat_id: The chat whose updates are handled in order; the user where there is no chat, or 0.
        message_id: The message that the update is about; None without one.
        content: The update as JSON.
    """

    id: int
    chat_id: int
    message_id: int | None
    content: str


@dataclass(frozen=True, slots=True)
class ClaimedUpdate:
    """An update that this process handles.

    Args:
        attempts: How often it may have begun before and was cut off, >= 0.
        last_message_id: The last message that is known to be older than this update's answer.
        other_message_ids: Messages that are known to be something else than its answer.
    """

    id: int
    chat_id: int
    content: str
    attempts: int = 0
    last_message_id: int = 0
    other_message_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class InboxState:
    """How the inbox is doing.

    Args:
        waiting: Updates that are not handled yet.
        unclaimed_since: When the oldest update arrived that some process could handle; None without one.
        claimed_since: When the oldest update arrived that a process handles; None without one.
    """

    waiting: int = 0
    unclaimed_since: datetime | None = None
    claimed_since: datetime | None = None

    def stuck_since(self, *, now: datetime, running_since: datetime | None = None) -> datetime | None:
        """Return when the oldest update arrived that waits for too long; None if none does.

        Args:
            running_since: Only time from then on counts; None to count all.
        """
        limits = ((self.unclaimed_since, CLAIMED_WITHIN), (self.claimed_since, HANDLED_WITHIN))
        for arrived, limit in limits:
            if arrived and now - max(arrived, running_since or arrived) > limit:
                return arrived
        return None


class Inbox(Protocol):
    """Updates that were received and not handled yet.

    Several processes may share an inbox. One update of a chat at a time is claimed: one that may have begun,
    else the lowest number that waits. Updates can arrive in another order than that of their numbers.
    A claim ends with its process, because it is backed by a lock (`Lease`).
    """

    async def store(self, updates: Sequence[ReceivedUpdate], *, now: datetime) -> None:
        """Store updates, except those that are stored already."""
        ...

    async def claim(self, *, limit: int) -> list[ClaimedUpdate]:
        """Claim and return the next waiting update of chats of which none is claimed, oldest first."""
        ...

    async def is_unclaimed(self, update_id: int) -> bool:
        """Return whether an update waits and no process has claimed it."""
        ...

    async def waiting_presses(self) -> list[str]:
        """Return the content of presses that wait, claimed or not, in an order of no meaning."""
        ...

    async def begun(self, update_id: int) -> None:
        """Count an attempt at an update that may have begun before."""
        ...

    async def handled(
        self, update_id: int, *, answer_id: int | None, now: datetime, forget: bool = False
    ) -> None:
        """Mark an update as handled and delete its content.

        Args:
            answer_id: The last message that was sent in answer to it; None without one.
            forget: Whether its chat and messages are deleted too.
        """
        ...

    async def recover(self) -> int:
        """Free the updates claimed by processes that died; return how many."""
        ...

    async def leave(self) -> None:
        """Free the updates that this process claimed and didn't handle."""
        ...

    async def state(self) -> InboxState:
        """Return how the inbox is doing."""
        ...

    async def forget_before(self, moment: datetime) -> int:
        """Forget updates that were handled before a time; return how many."""
        ...
