"""Alerts: matching articles against a million alerts, and delivering notifications.

    python -m benchmarks.alerts [--json FILE] [--alerts N] [--only matching|delivery]

Alerts require 1 to 3 words, drawn by Zipf's law from a made-up vocabulary of 200,000 words without its most
frequent ranks; articles have 400 words drawn from all of it. Each matching figure is measured in a process
of its own, on one core. Delivery uses HTTP to the miniature Telegram in another process, on loopback.
Telegram's own limit is 30 messages per second, or 1,000 if paid.
"""

import argparse
import json
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.alerts_delivery import delivery_rows
from benchmarks.alerts_matching import Draw, matching_rows


@dataclass(frozen=True)
class Row:
    """One measured figure.

    Args:
        bar: The target, in words; "" for none.
        per_s: Articles or messages per second.
        memory_mb: Peak memory of the process.
        median_ms: Per article, added alert, or message.
    """

    what: str
    bar: str = ""
    alerts: int = 0
    per_s: float | None = None
    memory_mb: float | None = None
    median_ms: float | None = None
    p99_ms: float | None = None
    note: str = ""


def main() -> None:
    """Measure, print a table, write JSON."""
    arguments = _arguments()
    rows: list[Row] = []

    def show(row: dict[str, object]) -> None:
        rows.append(Row(**row))  # type: ignore[arg-type]
        print(_line(rows[-1]), flush=True)

    print(_line(None))
    with TemporaryDirectory() as folder:
        if arguments.only != "delivery":
            for floor, mixed in ((10_000, False), (1_000, False), (10_000, True)):
                matching_rows(Draw(arguments.alerts, floor, mixed), Path(folder), show)
        if arguments.only != "matching":
            delivery_rows(Path(folder), show)
    if arguments.json:
        summary = {"machine": _machine(), "rows": [asdict(row) for row in rows]}
        arguments.json.write_text(json.dumps(summary, indent=1), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--alerts", type=int, default=1_000_000)
    parser.add_argument("--only", choices=("matching", "delivery"))
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def _line(row: Row | None) -> str:
    if row is None:
        return f"{'what':<46}{'alerts':>10}{'per_s':>10}{'MB':>8}{'median_ms':>11}{'p99_ms':>9}  bar · note"
    cells: Sequence[tuple[object, Callable[[object], str]]] = (
        (row.alerts or "", "{:>10}".format),
        (row.per_s, _number(10)),
        (row.memory_mb, _number(8)),
        (row.median_ms, _number(11)),
        (row.p99_ms, _number(9)),
    )
    figures = "".join(shown(value) for value, shown in cells)
    return f"{row.what:<46}{figures}  {' · '.join(filter(None, (row.bar, row.note)))}"


def _number(width: int) -> Callable[[object], str]:
    def shown(value: object) -> str:
        return f"{value:>{width},.2f}" if isinstance(value, float) else " " * width

    return shown


def _machine() -> str:
    return f"{platform.platform()}, Python {platform.python_version()}, {platform.processor()}"


if __name__ == "__main__":
    main()
