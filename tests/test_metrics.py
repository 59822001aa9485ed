"""The recorder: counts, durations and percentiles, in the format Prometheus reads."""

from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import RECENT_COUNT, Metrics


def figures(measures: Metrics) -> dict[tuple[str, ...], float]:
    """Every sample by its name and the values of its labels."""
    families = text_string_to_metric_families(measures.text().decode())
    samples = (sample for family in families for sample in family.samples)
    return {(each.name, *each.labels.values()): each.value for each in samples}


def test_questions_are_counted_by_what_came_of_them() -> None:
    measures = Metrics()
    for outcome in ("answered", "answered", "nothing"):
        measures.record_question(outcome, 0.004)
    found = figures(measures)
    assert found["newsbot_questions_total", "answered"] == 2
    assert found["newsbot_questions_total", "nothing"] == 1
    assert found["newsbot_question_seconds_count",] == 3
    assert found["newsbot_question_seconds_bucket", "0.002"] == 0
    assert found["newsbot_question_seconds_bucket", "0.005"] == 3


def test_percentiles_are_of_the_last_questions() -> None:
    measures = Metrics()
    assert measures.question_time.percentile(0.5) is None
    for n in range(RECENT_COUNT):
        measures.record_question("answered", 100.0 + n)
    for n in range(RECENT_COUNT):
        measures.record_question("answered", n / 1000)
    assert [measures.question_time.percentile(share) for share in (0, 0.5, 0.99, 1)] == [0, 1.0, 1.98, 1.999]


def test_polling_telegram_counts_but_its_waiting_is_no_latency() -> None:
    measures = Metrics()
    measures.record_request("getUpdates", "ok", 10.0)
    measures.record_request("sendMessage", "429", 0.1)
    found = figures(measures)
    assert found["newsbot_telegram_requests_total", "getUpdates", "ok"] == 1
    assert found["newsbot_telegram_requests_total", "sendMessage", "429"] == 1
    assert found["newsbot_telegram_request_seconds_count",] == 1
    assert measures.telegram_answered_at >= measures.started_at


def test_updates_are_timed_by_their_kind() -> None:
    measures = Metrics()
    measures.record_update("press", 0.25)
    measures.record_update("question", 0.1)
    found = figures(measures)
    assert found["newsbot_update_seconds_bucket", "press", "0.2"] == 0
    assert found["newsbot_update_seconds_bucket", "press", "0.3"] == 1
    assert found["newsbot_update_seconds_count", "question"] == 1


def test_counts_kept_elsewhere_are_read_when_somebody_looks() -> None:
    measures, counts = Metrics(), {"sent": 1}
    measures.add_counter("newsbot_alert_messages", "About.", "outcome", lambda: counts)
    counts["sent"] = 5
    assert figures(measures)["newsbot_alert_messages_total", "sent"] == 5


def test_two_recorders_in_one_process_share_nothing() -> None:
    one, other = Metrics(), Metrics()
    one.failure()
    assert (figures(one)["newsbot_failures_total",], figures(other)["newsbot_failures_total",]) == (1, 0)
