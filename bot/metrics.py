"""Metrics of this process, for `/metrics`, `/health` and operators.

Dashboards rely on names and labels; docs/operators/monitoring.md lists each.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

FAST_BUCKETS_S = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds of histogram buckets for work that usually takes milliseconds."""
SLOW_BUCKETS_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0)
"""Upper bounds of histogram buckets for requests over the network."""
RECENT_COUNT = 2_000
"""Durations that percentiles are computed from."""


class Latency:
    """Durations of one kind of work: all in a histogram, the recent ones for percentiles."""

    def __init__(self, histogram: Histogram) -> None:
        self._histogram = histogram
        self._recent: deque[float] = deque(maxlen=RECENT_COUNT)

    def observe(self, seconds: float) -> None:
        """Record a duration, >= 0."""
        self._histogram.observe(seconds)
        self._recent.append(seconds)

    @property
    def count(self) -> int:
        """How many durations percentiles are computed from."""
        return len(self._recent)

    def percentile(self, share: float) -> float | None:
        """Return the duration that a share (0 to 1) of the recent ones does not exceed; None without any."""
        ordered = sorted(self._recent)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else None


class Metrics:
    """Counters and durations of one process; gauges are set when they are read."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # these timestamps double the page
        self.registry = CollectorRegistry()
        self.started_at = time.time()
        self.telegram_answered_at = 0.0
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self._info = self.gauge("newsbot_info", "1, with the version.", "version", "receiving")
        self._questions = self._counter("newsbot_questions", "Questions, by outcome.", "outcome")
        self.question_time = Latency(
            self._histogram("newsbot_question_seconds", "Time to answer a question.", FAST_BUCKETS_S)
        )
        self._updates = self._histogram(
            "newsbot_update_seconds",
            "Time from the arrival of an update to the end of its handler.",
            FAST_BUCKETS_S,
            "kind",
        )
        self._telegram = self._counter(
            "newsbot_telegram_requests", "Requests to Telegram, by method and outcome.", "method", "outcome"
        )
        self._telegram_seconds = self._histogram(
            "newsbot_telegram_request_seconds",
            "Time of requests to Telegram, except getUpdates.",
            SLOW_BUCKETS_S,
        )
        self._failures = self._counter("newsbot_failures", "Updates that failed because of a bug.")
        self._unparsed = self._counter(
            "newsbot_updates_unparsed", "Updates skipped because they can't be parsed."
        )
        self._api = self._counter(
            "newsbot_api_requests", "Requests over HTTP, by route and status.", "route", "status"
        )
        self._api_seconds = self._histogram(
            "newsbot_api_seconds", "Time to answer a request over HTTP.", FAST_BUCKETS_S, "route"
        )
        self._polls = self._counter("newsbot_feed_polls", "Polls of feeds, by outcome.", "outcome")
        self._write_wait = self._histogram(
            "newsbot_write_wait_seconds", "Time a write transaction waited for its turn.", FAST_BUCKETS_S
        )
        self._loop_lag = self._histogram(
            "newsbot_loop_lag_seconds", "Delay of timers on the event loop.", FAST_BUCKETS_S
        )

    def record_question(self, outcome: str, seconds: float) -> None:
        """Record a question; `outcome` is answered, nothing, refused (not understood) or failed."""
        self._questions.labels(outcome).inc()
        self.question_time.observe(seconds)

    def record_update(self, kind: str, seconds: float) -> None:
        """Record a handled update; `kind` is question, command, press, inline or other."""
        self._updates.labels(kind).observe(seconds)

    def record_request(self, method: str, outcome: str, seconds: float) -> None:
        """Record a request to Telegram; `outcome` is ok, an error code, or lost (no answer)."""
        self._telegram.labels(method, outcome).inc()
        if outcome == "ok":
            self.telegram_answered_at = time.time()
        if method != "getUpdates":
            self._telegram_seconds.observe(seconds)

    def telegram_silent_s(self) -> float:
        """Return seconds since Telegram last answered, or since the start."""
        return time.time() - (self.telegram_answered_at or self.started_at)

    def record_failure(self) -> None:
        """Record an update that failed because of a bug."""
        self._failures.inc()

    def record_unparsed(self) -> None:
        """Record an update skipped because it can't be parsed."""
        self._unparsed.inc()

    def record_api(self, route: str, status: int, seconds: float) -> None:
        """Record an answered request over HTTP."""
        self._api.labels(route, str(status)).inc()
        self._api_seconds.labels(route).observe(seconds)

    def record_poll(self, outcome: str) -> None:
        """Record a poll of a feed."""
        self._polls.labels(outcome).inc()

    def record_write_wait(self, seconds: float) -> None:
        """Record how long a write transaction waited for its turn."""
        self._write_wait.observe(seconds)

    def record_loop_lag(self, seconds: float) -> None:
        """Record how late a timer of the event loop fired."""
        self._loop_lag.observe(seconds)

    def add_counter(
        self, name: str, description: str, label: str, read: Callable[[], Mapping[str, int]]
    ) -> None:
        """Expose counts that are kept elsewhere, by the value of a label."""
        self.registry.register(_ExternalCounter(name, description, label, read))

    def gauge(self, name: str, description: str, *labels: str) -> Gauge:
        """Return a new gauge, to be set by the caller."""
        return Gauge(name, description, labels, registry=self.registry)

    def set_info(self, version: str, receiving: str) -> None:
        """Set the version, and how updates are received."""
        self._info.clear()
        self._info.labels(version, receiving).set(1)

    def memory_bytes(self) -> int:
        """Return the resident memory of this process, 0 where it is unknown."""
        return int(self.registry.get_sample_value("process_resident_memory_bytes") or 0)

    def text(self) -> bytes:
        """Return all metrics in the Prometheus text format."""
        return generate_latest(self.registry)

    def _counter(self, name: str, description: str, *labels: str) -> Counter:
        return Counter(name, description, labels, registry=self.registry)

    def _histogram(self, name: str, description: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(name, description, labels, buckets=buckets, registry=self.registry)


class _ExternalCounter(Collector):
    def __init__(
        self, name: str, description: str, label: str, read: Callable[[], Mapping[str, int]]
    ) -> None:
        self._name, self._description, self._label, self._read = name, description, label, read

    def collect(self) -> Iterable[Metric]:
        family = CounterMetricFamily(self._name, self._description, labels=[self._label])
        for label, count in self._read().items():
            family.add_metric([label], count)
        yield family
