"""Pictures drawn off the event loop, one after the other, and kept."""

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
"""Pictures kept, about 60 kB each."""


class ChartsUnavailable(NewsbotError):
    """The library that draws is not installed."""


def draw(picture: Chart) -> bytes:
    """Return a picture as a PNG."""
    # Imported here: matplotlib is optional, and importing it takes a second.
    from bot.trends.charts.timeline_chart import draw_timeline
    from bot.trends.charts.trend_chart import draw_trend

    return draw_trend(picture) if isinstance(picture, TrendChart) else draw_timeline(picture)


class ChartRenderer:
    """Draws each picture once.

    Args:
        folder: Where matplotlib keeps its list of fonts, which takes seconds to make; None for its own place.
        draw: Makes a PNG; called in a thread.
    """

    def __init__(self, folder: Path | None = None, draw: Callable[[Chart], bytes] = draw) -> None:
        if folder is not None:
            os.environ.setdefault("MPLCONFIGDIR", str(folder.resolve()))  # read when matplotlib is imported
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._drawn = lru_cache(CACHE_SIZE)(draw)

    async def png(self, picture: Chart) -> bytes:
        """Return a picture as a PNG, drawn now or before.

        Raises:
            ChartsUnavailable: matplotlib is not installed (extra `charts`).
        """
        if find_spec("matplotlib") is None:
            raise ChartsUnavailable("pictures need matplotlib: pip install 'newsbot[charts]'")
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._drawn, picture)

    def warm(self) -> None:
        """Import what draws in the background, so that the first picture is as fast as the others."""
        if find_spec("matplotlib") is not None:
            self._thread.submit(_import)

    def close(self) -> None:
        """Draw no more."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def _import() -> None:
    import bot.trends.charts.timeline_chart
    import bot.trends.charts.trend_chart  # noqa: F401
