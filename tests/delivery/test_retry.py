"""Backoff between attempts."""

from bot.delivery.rate_limits import backoff_s


def test_backoff_doubles_up_to_an_hour_and_respects_retry_after() -> None:
    assert [backoff_s(n, retry_after_s=0) for n in (0, 1, 2, 50)] == [2, 4, 8, 3_600]
    assert backoff_s(0, retry_after_s=40_000) == 40_000
