"""deploy/grafana-dashboard.json shows existing metrics with documented labels, and its panels fit."""

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
DASHBOARD = json.loads((ROOT / "deploy/grafana-dashboard.json").read_text(encoding="utf-8"))
PANELS: list[dict[str, Any]] = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
PAGE = (ROOT / "docs/operators/monitoring.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(newsbot_\w+)` \| \w+ \| (.*) \|$", PAGE, re.MULTILINE))
KINDS = dict(re.findall(r"^\| `(newsbot_\w+)` \| (\w+) \|", PAGE, re.MULTILINE))
SUFFIXES = {"counter": "_total", "histogram": "_bucket", "gauge": ""}


def expressions() -> Iterator[str]:
    for panel in PANELS:
        yield from (target["expr"] for target in panel["targets"])


def metrics() -> set[tuple[str, str]]:
    """Return every metric with the label matchers behind it."""
    return {found for each in expressions() for found in re.findall(r"(newsbot_\w+)(?:\{([^}]*)\})?", each)}


def family(metric: str) -> str:
    return re.sub(r"_(total|bucket)$", "", metric)


def test_metrics_are_documented_and_have_the_suffix_of_their_kind() -> None:
    for metric, _ in metrics():
        assert metric == family(metric) + SUFFIXES[KINDS[family(metric)]]


def test_every_metric_is_shown() -> None:
    assert {family(metric) for metric, _ in metrics()} == ROWS.keys()


def test_labels_and_their_values_are_documented() -> None:
    for metric, matchers in metrics():
        for label, values in re.findall(r"(\w+)[!=~]+\"([^\"]*)\"", matchers):
            if label != "job":
                assert f"`{label}`" in ROWS[family(metric)]
                assert all(value in ROWS[family(metric)] + "getUpdates" for value in values.split("|"))


def test_every_expression_is_for_the_chosen_job() -> None:
    for expression in expressions():
        selectors = re.findall(r"(?:newsbot|process)_\w+(\{[^}]*\})?", expression)
        assert all('job="$job"' in selector for selector in selectors)
        assert [expression.count(bracket) for bracket in "([{"] == [expression.count(end) for end in ")]}"]


def test_panels_do_not_overlap() -> None:
    for first, second in combinations(DASHBOARD["panels"], 2):
        a, b = first["gridPos"], second["gridPos"]
        assert any(p[at] + p[size] <= q[at] for p, q in ((a, b), (b, a)) for at, size in ("xw", "yh"))
        assert first["id"] != second["id"]
