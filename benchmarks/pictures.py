"""Measures how long a chart takes to render, off the event loop as in the bot, without cache hits.

python -m benchmarks.pictures [--pictures N] [--json FILE]

Target: 60 ms for a trend, 120 ms for a timeline, 250 ms for the first. `wait_ms` is wall time, `cpu_ms`
processor time, `kept_ms` a cache hit, `lag_ms` the longest block of the event loop meanwhile, `first_ms` the
first chart of a process, including the import of matplotlib.
"""

import argparse
import asyncio
import json
import platform
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.trends.charts.model import Chart, TimelineChart, TimelineRow, TrendChart
from bot.trends.charts.renderer import ChartRenderer

_NAMES = {
    "en": (
        "Harbour News",
        "The Valley Post",
        "Northern Evening Courier",
        "Reuters",
        "Radio Coast",
        "34 others",
    ),
    "ar": ("صحيفة الميناء", "بريد الوادي", "مساء الشمال", "رويترز", "إذاعة الساحل", "34 غيرها"),
    "tr": ("Liman Gazetesi", "Vadi Postası", "Kuzey Akşamı", "Reuters", "Kıyı Radyosu", "34 diğer"),
}
_HEADLINES = {
    "en": "River rises above its banks after a third day of rain, and the lower town is told to leave",
    "ar": "النهر يفيض على ضفتيه بعد ثلاثة أيام من المطر والسلطات تطلب من سكان البلدة السفلى المغادرة",
    "tr": "Üç gün süren yağmurun ardından nehir taştı, aşağı mahallenin boşaltılması istendi",
}


def main() -> None:
    """Render charts and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pictures", type=int, default=30, help="number of charts per kind and language")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = asyncio.run(_measure(arguments.pictures))
    print(f"{'picture':<14}{'wait_ms p50':>12}{'p99':>8}{'cpu_ms':>9}{'kept_ms':>9}{'lag_ms':>8}{'kB':>6}")
    for row in rows:
        print(
            f"{row['picture']:<14}{row['wait_ms_p50']:>12.0f}{row['wait_ms_p99']:>8.0f}{row['cpu_ms']:>9.0f}"
            f"{row['kept_ms']:>9.2f}{row['lag_ms']:>8.0f}{row['kB']:>6.0f}"
        )
    print(f"first picture of a process: {rows[0]['first_ms']:.0f} ms")
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": platform.platform(), "rows": rows}))


async def _measure(charts: int) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        renderer = ChartRenderer(Path(folder))
        started = time.perf_counter()
        await renderer.png(_trend("en", -1))
        first_ms = 1e3 * (time.perf_counter() - started)
        rows = [
            await _row(f"{kind} {language}", renderer, [make(language, n) for n in range(charts)])
            for kind, make in (("trend", _trend), ("timeline", _timeline))
            for language in _NAMES
        ]
        renderer.close()
    return [{"first_ms": first_ms, **row} for row in rows]


async def _row(name: str, renderer: ChartRenderer, charts: list[Chart]) -> dict[str, Any]:
    waits: list[float] = []
    lags: list[float] = []
    watch = asyncio.create_task(_record_lags(lags))
    cpu = time.process_time()
    for chart in charts:
        started = time.perf_counter()
        png = await renderer.png(chart)
        waits.append(1e3 * (time.perf_counter() - started))
    cpu_ms = 1e3 * (time.process_time() - cpu) / len(charts)
    watch.cancel()
    started = time.perf_counter()
    assert await renderer.png(charts[-1]) == png
    return {
        "picture": name,
        "wait_ms_p50": statistics.median(waits),
        "wait_ms_p99": sorted(waits)[int(0.99 * (len(waits) - 1))],
        "cpu_ms": cpu_ms,
        "kept_ms": 1e3 * (time.perf_counter() - started),
        "lag_ms": max(lags),
        "kB": len(png) / 1e3,
    }


async def _record_lags(lags: list[float]) -> None:
    while True:
        started = time.perf_counter()
        await asyncio.sleep(0.005)
        lags.append(1e3 * (time.perf_counter() - started) - 5)


def _trend(language: str, number: int) -> Chart:
    """Return a trend of 62 days and 6 series, the most a daily trend can have."""
    series = tuple(
        (name, f"{100 * n}", tuple((day * (n + 3) + number) % 7 for day in range(62)))
        for n, name in enumerate(_NAMES[language])
    )
    ticks = tuple((day, f"{day} {_NAMES[language][0][:4]}") for day in range(9, 62, 13))
    return TrendChart(f"{_NAMES[language][0]} {number}", "1,042 · 62", ticks, series, rtl=language == "ar")


def _timeline(language: str, number: int) -> Chart:
    """Return a timeline of 8 events with two-line headlines."""
    marks = (TimelineRow("23.11", f"{number} {_HEADLINES[language]}", ", ".join(_NAMES[language])),) * 8
    return TimelineChart(_NAMES[language][0], "8 · 62", marks, rtl=language == "ar")


if __name__ == "__main__":
    main()
