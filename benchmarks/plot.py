"""Draw the search engines' answer times over the corpus size, and list them, for docs/performance.md.

    python -m benchmarks.speed --articles N --json benchmarks/results/speed-N.json     (measure first)
    python -m benchmarks --plot

It reads every `benchmarks/results/speed-*.json`, writes docs/performance.png, and replaces the table between
the page's two markers.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks/results"
PAGE, PICTURE = ROOT / "docs/performance.md", ROOT / "docs/performance.png"
BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"
_COLUMNS = {
    "median_ms": "median ms",
    "p99_ms": "p99 ms",
    "visible_ms": "100 new visible, ms",
    "blocked_ms": "longest wait meanwhile, ms",
    "cold_ms": "first answer of a process, ms",
    "memory_mb": "memory MB",
    "disk_mb": "disk MB",
    "build_s": "build s",
}
_DRAWN = {
    "newsbot": "o-",
    "newsbot (compiled)": "o:",
    "newsbot, whole": "o--",
    "newsbot, whole (compiled)": "o-.",
    "tantivy": "s-",
    "bm25s (numba)": "^-",
}


def results(folder: Path = RESULTS) -> list[Row]:
    """Return the rows of all measured sizes, smallest first."""
    files = sorted(folder.glob("speed-*.json"), key=lambda file: int(file.stem.partition("-")[2]))
    return [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))["rows"]]


def table(rows: Sequence[Row]) -> str:
    """Return a Markdown table of rows."""
    head = ["articles", "engine", *_COLUMNS.values()]
    lines = [head, ["---:", "---", *("---:" for _ in _COLUMNS)]]
    for row in rows:
        values = ("–" if row[name] is None else f"{row[name]:,}" for name in _COLUMNS)
        lines.append([f"{row['articles']:,}", row["engine"], *values])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page_with(text: str, rows: Sequence[Row]) -> str:
    """Return the page's text with the table of these rows.

    Raises:
        ValueError: The page lacks a marker.
    """
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table(rows)}\n{END}{after}"


def draw(rows: Sequence[Row], picture: Path = PICTURE) -> None:
    """Draw median and 99th percentile over the number of articles, both axes logarithmic."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    figure, plots = plt.subplots(1, 2, figsize=(10, 4), sharey=True, layout="constrained")
    for plot, field in zip(plots, ("median_ms", "p99_ms"), strict=True):
        for engine, style in _DRAWN.items():
            points = [(row["articles"], row[field]) for row in rows if row["engine"] == engine]
            if points:
                plot.loglog(*zip(*points, strict=True), style, label=engine)
        plot.set(title=_COLUMNS[field], xlabel="articles of 300 words")
        plot.grid(visible=True, which="both", alpha=0.3)
    plots[0].set_ylabel("ms")
    plots[0].legend()
    figure.savefig(picture, dpi=110, metadata={"Software": None})


def plot() -> None:
    """Draw, and update the page."""
    rows = results()
    draw(rows)
    PAGE.write_text(page_with(PAGE.read_text(encoding="utf-8"), rows), encoding="utf-8")
