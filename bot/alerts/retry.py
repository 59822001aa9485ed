"""When a message that could not be sent is tried again, and when no more. Pure: the clock is an argument."""

from datetime import datetime, timedelta

from bot.alerts.outbox import OutboxMessage

FIRST_RETRY_S = 2.0
LONGEST_RETRY_S = 3_600.0
GIVE_UP_AFTER = timedelta(days=3)
"""A message that could not be sent for so long is no news; it is given up, with the last reason."""
MOST_ATTEMPTS = 20
"""And not before so many attempts, over ten hours: what waited a week for its digest has only begun."""


def is_hopeless(message: OutboxMessage, *, now: datetime) -> bool:
    """Whether a message that was put off once more is to be given up."""
    return message.attempts >= MOST_ATTEMPTS and now - message.created_at > GIVE_UP_AFTER


def retry_after_s(attempts: int, *, asked_s: float) -> float:
    """Return how long to wait before trying again: what was asked for, and at least 2, 4, 8 ... 3,600 s.

    Args:
        attempts: How often it was put off before, >= 0.
        asked_s: Telegram's `retry_after`, 0 when it named none.
    """
    return max(asked_s, min(LONGEST_RETRY_S, FIRST_RETRY_S * 2.0 ** min(attempts, 20)))
