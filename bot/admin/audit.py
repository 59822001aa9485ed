"""The audit log: every action of an operator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One action of an operator.

    Args:
        at: When it was requested, aware UTC.
        admin_id: Telegram id; None in the terminal.
        action: The command and what it did ("reload", "reload undo", "feeds add").
        detail: Its object or its result; no secrets, no questions.
    """

    at: datetime
    admin_id: int | None
    action: str
    detail: str = ""


class AuditLog(Protocol):
    """Stores actions."""

    async def note(self, entry: AuditEntry) -> None:
        """Store an action."""
        ...

    async def newest(self, limit: int) -> Sequence[AuditEntry]:
        """Return the newest actions, newest first."""
        ...
