"""When the inbox counts as stuck."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.chats.inbox import CLAIMED_WITHIN, HANDLED_WITHIN, InboxState, shares_message_ids

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("unclaimed", "claimed", "stuck"),
    [
        (None, None, False),
        (CLAIMED_WITHIN, HANDLED_WITHIN, False),
        (CLAIMED_WITHIN + SECOND, None, True),
        (None, HANDLED_WITHIN + SECOND, True),
    ],
)
def test_inbox_is_stuck_when_an_update_waits_for_too_long(
    unclaimed: timedelta | None, claimed: timedelta | None, stuck: bool
) -> None:
    arrivals = [None if age is None else NOW - age for age in (unclaimed, claimed)]
    assert (InboxState(1, *arrivals).stuck_since(now=NOW) is not None) == stuck


def test_time_before_the_start_of_the_process_does_not_count() -> None:
    state = InboxState(1, NOW - timedelta(days=1))
    assert state.stuck_since(now=NOW) == NOW - timedelta(days=1)
    assert state.stuck_since(now=NOW, running_since=NOW - SECOND) is None


@pytest.mark.parametrize(("chat", "shares"), [(7, True), (-4_000, True), (-1_000_000_004_000, False)])
def test_private_chats_and_basic_groups_share_message_ids(chat: int, shares: bool) -> None:
    assert shares_message_ids(chat) is shares
