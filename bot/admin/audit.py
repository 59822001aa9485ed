"""What admins did: every action of theirs, kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One action of an admin.

    Args:
        at: When it was asked for, aware UTC.
        admin_id: Telegram id; None for whoever has the terminal.
        action: The command and what it did ("reload", "reload undo", "feeds add").
        detail: What it was done to, or what came of it; no secrets, no questions.
    """

    at: datetime
    admin_id: int | None
    action: str
    detail: str = ""


class AuditLog(Protocol):
    """Where actions are kept."""

    async def note(self, entry: AuditEntry) -> None:
        """Keep an action."""
        ...

    async def newest(self, limit: int) -> Sequence[AuditEntry]:
        """Return the last actions, newest first."""
        ...
