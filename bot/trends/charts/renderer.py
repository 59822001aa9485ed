"""Renders charts as PNG off the event loop, and caches them."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from bot.errors import NewsbotError
from bot.trends.charts.model import Chart, TrendChart

CACHE_SIZE = 64
"""Rendered charts in memory, about 60 kB each."""


class ChartsUnavailable(NewsbotError):
    """matplotlib is not installed."""


def draw(chart: Chart) -> bytes:
    """Return a chart as a PNG. The first call imports matplotlib."""
    if isinstance(chart, TrendChart):
        from bot.trends.charts.trend_chart import draw_trend

        return draw_trend(chart)
    from bot.trends.charts.timeline_chart import draw_timeline

    return draw_timeline(chart)


class ChartRenderer:
    """Renders each chart once, in a thread of its own.

    Args:
        folder: Where matplotlib looks for its settings; None for its default, in the user's home.
        draw: Makes the PNG.
    """

    def __init__(self, folder: Path | None = None, draw: Callable[[Chart], bytes] = draw) -> None:
        if folder is not None:
            os.environ.setdefault("MPLCONFIGDIR", str(folder.resolve()))  # matplotlib reads it on import
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="charts")
        self._draw = lru_cache(CACHE_SIZE)(draw)

    async def png(self, chart: Chart) -> bytes:
        """Return a chart as a PNG, from the cache if possible.

        Raises:
            ChartsUnavailable: matplotlib is not installed (extra `charts`).
        """
        if find_spec("matplotlib") is None:
            raise ChartsUnavailable("charts need matplotlib: pip install 'newsbot[charts]'")
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._draw, chart)

    def close(self) -> None:
        """Stop drawing and drop what is queued."""
        self._thread.shutdown(wait=False, cancel_futures=True)
