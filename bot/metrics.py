"""What this process does and how long it takes: one recorder, for `/metrics`, `/health` and admins.

Names and labels are a promise to dashboards; docs/operators/monitoring.md has a row for each.
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

QUICK_S = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper edges of what usually takes milliseconds."""
SLOW_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0)
"""Upper edges of what goes over the network."""
KEPT = 2_000
"""Last durations that percentiles are told of."""


class Latency:
    """Durations of one kind of work, since the start and of late.

    Args:
        histogram: Where they go since the start.
    """

    def __init__(self, histogram: Histogram) -> None:
        self._histogram = histogram
        self._last: deque[float] = deque(maxlen=KEPT)

    def observe(self, seconds: float) -> None:
        """Note a duration, >= 0."""
        self._histogram.observe(seconds)
        self._last.append(seconds)

    @property
    def count(self) -> int:
        """How many durations percentiles are told of."""
        return len(self._last)

    def percentile(self, share: float) -> float | None:
        """Return the seconds that a share (0 to 1) of the last `KEPT` stayed within; None without any."""
        ordered = sorted(self._last)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else None


class Metrics:
    """Counters and durations of one process; gauges are set when somebody looks."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # a moment beside each doubles the page
        self.registry = CollectorRegistry()
        self.started_at = time.time()
        self.telegram_answered_at = 0.0
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self._info = self.gauge("newsbot_info", "1, with the version.", "version", "receiving")
        self._questions = self._counter("newsbot_questions", "Questions, by what came of them.", "outcome")
        self.question_time = Latency(
            self._histogram("newsbot_question_seconds", "From a question's words to its answer.", QUICK_S)
        )
        self._updates = self._histogram(
            "newsbot_update_seconds", "From an update's arrival to the end of its work.", QUICK_S, "kind"
        )
        self._telegram = self._counter(
            "newsbot_telegram_requests", "Requests to Telegram, by method and answer.", "method", "outcome"
        )
        self._telegram_seconds = self._histogram(
            "newsbot_telegram_request_seconds", "Requests to Telegram but getUpdates.", SLOW_S
        )
        self._failures = self._counter("newsbot_failures", "Updates that failed by a fault of ours.")
        self._unparsed = self._counter("newsbot_updates_unparsed", "Updates passed over, not understood.")
        self._polls = self._counter("newsbot_feed_polls", "Polls of feeds, by what came of them.", "outcome")
        self._write_wait = self._histogram(
            "newsbot_write_wait_seconds", "Waiting for the one write transaction.", QUICK_S
        )
        self._loop_lag = self._histogram(
            "newsbot_loop_lag_seconds", "How late the event loop comes to what is due.", QUICK_S
        )

    def question(self, outcome: str, seconds: float) -> None:
        """Note a question: answered, nothing, refused (not understood) or failed."""
        self._questions.labels(outcome).inc()
        self.question_time.observe(seconds)

    def update(self, kind: str, seconds: float) -> None:
        """Note an update worked on: question, command, press, inline or other."""
        self._updates.labels(kind).observe(seconds)

    def telegram(self, method: str, outcome: str, seconds: float) -> None:
        """Note a request to Telegram; `outcome` is ok, an error code, or lost (no answer)."""
        self._telegram.labels(method, outcome).inc()
        if outcome == "ok":
            self.telegram_answered_at = time.time()
        if method != "getUpdates":
            self._telegram_seconds.observe(seconds)

    def telegram_silent_s(self) -> float:
        """Return for how long Telegram has not answered."""
        return time.time() - (self.telegram_answered_at or self.started_at)

    def failure(self) -> None:
        """Note an update that failed by a fault of ours."""
        self._failures.inc()

    def unparsed(self) -> None:
        """Note an update passed over, as it can't be parsed."""
        self._unparsed.inc()

    def feed_polled(self, outcome: str) -> None:
        """Note a poll of a feed."""
        self._polls.labels(outcome).inc()

    def waited_to_write(self, seconds: float) -> None:
        """Note how long a write transaction waited for its turn."""
        self._write_wait.observe(seconds)

    def loop_lag(self, seconds: float) -> None:
        """Note how late the event loop was."""
        self._loop_lag.observe(seconds)

    def tally(self, name: str, about: str, label: str, read: Callable[[], Mapping[str, int]]) -> None:
        """Show counts that are kept elsewhere."""
        self.registry.register(_Tally(name, about, label, read))

    def gauge(self, name: str, about: str, *labels: str) -> Gauge:
        """Return a new gauge; whoever shows the figures sets it."""
        return Gauge(name, about, labels, registry=self.registry)

    def describe(self, version: str, receiving: str) -> None:
        """Say which version runs, and how updates come in."""
        self._info.clear()
        self._info.labels(version, receiving).set(1)

    def memory_bytes(self) -> int:
        """Return the resident memory of this process, 0 where the system does not say."""
        return int(self.registry.get_sample_value("process_resident_memory_bytes") or 0)

    def text(self) -> bytes:
        """Return everything in Prometheus' text format."""
        return generate_latest(self.registry)

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(name, about, labels, registry=self.registry)

    def _histogram(self, name: str, about: str, edges: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(name, about, labels, buckets=edges, registry=self.registry)


class _Tally(Collector):
    def __init__(self, name: str, about: str, label: str, read: Callable[[], Mapping[str, int]]) -> None:
        self._name, self._about, self._label, self._read = name, about, label, read

    def collect(self) -> Iterable[Metric]:
        family = CounterMetricFamily(self._name, self._about, labels=[self._label])
        for key, value in self._read().items():
            family.add_metric([key], value)
        yield family
