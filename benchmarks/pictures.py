"""How long a picture takes: drawn as the bot draws it, off the event loop, each one a new one.

python -m benchmarks.pictures [--pictures N] [--json FILE]

Bar: at most 400 ms a picture. `wait_ms` is what an asker waits, `cpu_ms` what the machine works, `kept_ms`
the same picture again, `lag_ms` the longest the event loop was held up meanwhile, `first_ms` the first
picture of a process, import and font list included (the bot does that at start: `ChartRenderer.warm`).
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
    """Draw, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pictures", type=int, default=30, help="of each kind and language")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = asyncio.run(_measured(arguments.pictures))
    print(f"{'picture':<14}{'wait_ms p50':>12}{'p99':>8}{'cpu_ms':>9}{'kept_ms':>9}{'lag_ms':>8}{'kB':>6}")
    for row in rows:
        print(
            f"{row['picture']:<14}{row['wait_ms_p50']:>12.0f}{row['wait_ms_p99']:>8.0f}{row['cpu_ms']:>9.0f}"
            f"{row['kept_ms']:>9.2f}{row['lag_ms']:>8.0f}{row['kB']:>6.0f}"
        )
    print(f"first picture of a process: {rows[0]['first_ms']:.0f} ms")
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": platform.platform(), "rows": rows}))


async def _measured(pictures: int) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        gallery = ChartRenderer(Path(folder))
        started = time.perf_counter()
        await gallery.png(_trend("en", -1))
        first_ms = 1e3 * (time.perf_counter() - started)
        rows = [
            await _row(f"{kind} {language}", gallery, [make(language, n) for n in range(pictures)])
            for kind, make in (("trend", _trend), ("timeline", _timeline))
            for language in _NAMES
        ]
        gallery.close()
    return [{"first_ms": first_ms, **row} for row in rows]


async def _row(name: str, gallery: ChartRenderer, pictures: list[Chart]) -> dict[str, Any]:
    waits: list[float] = []
    lags: list[float] = []
    watching = asyncio.create_task(_lags(lags))
    cpu = time.process_time()
    for picture in pictures:
        started = time.perf_counter()
        png = await gallery.png(picture)
        waits.append(1e3 * (time.perf_counter() - started))
    cpu_ms = 1e3 * (time.process_time() - cpu) / len(pictures)
    watching.cancel()
    started = time.perf_counter()
    assert await gallery.png(pictures[-1]) == png
    return {
        "picture": name,
        "wait_ms_p50": statistics.median(waits),
        "wait_ms_p99": sorted(waits)[int(0.99 * (len(waits) - 1))],
        "cpu_ms": cpu_ms,
        "kept_ms": 1e3 * (time.perf_counter() - started),
        "lag_ms": max(lags),
        "kB": len(png) / 1e3,
    }


async def _lags(lags: list[float]) -> None:
    while True:
        started = time.perf_counter()
        await asyncio.sleep(0.005)
        lags.append(1e3 * (time.perf_counter() - started) - 5)


def _trend(language: str, number: int) -> Chart:
    """62 days of 6 publishers, the most a trend has by days."""
    series = tuple(
        (name, f"{100 * n}", tuple((day * (n + 3) + number) % 7 for day in range(62)))
        for n, name in enumerate(_NAMES[language])
    )
    ticks = tuple((day, f"{day} {_NAMES[language][0][:4]}") for day in range(9, 62, 13))
    return TrendChart(f"{_NAMES[language][0]} {number}", "1,042 · 62", ticks, series, rtl=language == "ar")


def _timeline(language: str, number: int) -> Chart:
    """8 events with headlines of two lines."""
    marks = (TimelineRow("23.11", f"{number} {_HEADLINES[language]}", ", ".join(_NAMES[language])),) * 8
    return TimelineChart(_NAMES[language][0], "8 · 62", marks, rtl=language == "ar")


if __name__ == "__main__":
    main()
