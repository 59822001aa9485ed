"""Waiting times grow, and Telegram's word counts."""

from bot.delivery.rate_limits import backoff_s


def test_waiting_times_double_up_to_an_hour_and_never_undercut_telegram() -> None:
    assert [backoff_s(n, retry_after_s=0) for n in (0, 1, 2, 50)] == [2, 4, 8, 3_600]
    assert backoff_s(0, retry_after_s=40_000) == 40_000
