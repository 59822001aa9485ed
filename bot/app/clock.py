"""The clock of the running program."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return the current time, aware UTC."""
    return datetime.now(UTC)
