"""Counts, durations and percentiles, in the format of Prometheus."""

from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import RECENT_COUNT, Metrics


def figures(metrics: Metrics) -> dict[tuple[str, ...], float]:
    """Every sample, by its name and the values of its labels."""
    families = text_string_to_metric_families(metrics.text().decode())
    samples = (sample for family in families for sample in family.samples)
    return {(sample.name, *sample.labels.values()): sample.value for sample in samples}


def test_questions_are_counted_by_outcome() -> None:
    metrics = Metrics()
    for outcome in ("answered", "answered", "nothing"):
        metrics.record_question(outcome, 0.004)
    samples = figures(metrics)
    assert samples["newsbot_questions_total", "answered"] == 2
    assert samples["newsbot_questions_total", "nothing"] == 1
    assert samples["newsbot_question_seconds_count",] == 3
    assert samples["newsbot_question_seconds_bucket", "0.002"] == 0
    assert samples["newsbot_question_seconds_bucket", "0.005"] == 3


def test_percentiles_cover_recent_questions() -> None:
    metrics = Metrics()
    assert metrics.question_time.percentile(0.5) is None
    for n in range(RECENT_COUNT):
        metrics.record_question("answered", 100.0 + n)
    for n in range(RECENT_COUNT):
        metrics.record_question("answered", n / 1000)
    assert [metrics.question_time.percentile(share) for share in (0, 0.5, 0.99, 1)] == [0, 1.0, 1.98, 1.999]


def test_polling_is_counted_but_not_timed() -> None:
    metrics = Metrics()
    metrics.record_request("getUpdates", "ok", 10.0)
    metrics.record_request("sendMessage", "429", 0.1)
    samples = figures(metrics)
    assert samples["newsbot_telegram_requests_total", "getUpdates", "ok"] == 1
    assert samples["newsbot_telegram_requests_total", "sendMessage", "429"] == 1
    assert samples["newsbot_telegram_request_seconds_count",] == 1
    assert metrics.telegram_answered_at >= metrics.started_at


def test_updates_are_timed_by_kind() -> None:
    metrics = Metrics()
    metrics.record_update("press", 0.25)
    metrics.record_update("question", 0.1)
    samples = figures(metrics)
    assert samples["newsbot_update_seconds_bucket", "press", "0.2"] == 0
    assert samples["newsbot_update_seconds_bucket", "press", "0.3"] == 1
    assert samples["newsbot_update_seconds_count", "question"] == 1


def test_external_counts_are_read_on_demand() -> None:
    metrics, counts = Metrics(), {"sent": 1}
    metrics.add_counter("newsbot_alert_messages", "About.", "outcome", lambda: counts)
    counts["sent"] = 5
    assert figures(metrics)["newsbot_alert_messages_total", "sent"] == 5


def test_instances_share_nothing() -> None:
    first, second = Metrics(), Metrics()
    first.record_failure()
    assert figures(first)["newsbot_failures_total",] == 1
    assert figures(second)["newsbot_failures_total",] == 0
