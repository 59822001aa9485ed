"""Charts are rendered off the event loop, each once; without matplotlib the error says what to install."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.preview.telegram.photo import photo_size
from bot.trends.charts.model import Chart, TimelineChart, TimelineRow
from bot.trends.charts.renderer import CACHE_SIZE, ChartRenderer, ChartsUnavailable

ROOT = Path(__file__).parents[3]
FLOOD = TimelineChart("flood", "1 story", (TimelineRow("3 Nov", "River rises", "Packet"),))


class FakeDraw:
    """Notes the threads it is called in."""

    def __init__(self) -> None:
        self.threads: list[int] = []

    def __call__(self, chart: Chart) -> bytes:
        self.threads.append(threading.get_ident())
        return chart.heading.encode()


async def test_concurrent_requests_for_a_chart_draw_it_once_in_another_thread() -> None:
    draw = FakeDraw()
    renderer = ChartRenderer(draw=draw)
    assert set(await asyncio.gather(*(renderer.png(FLOOD) for _ in range(20)))) == {b"flood"}
    assert len(draw.threads) == 1
    assert draw.threads[0] != threading.get_ident()
    renderer.close()


async def test_a_full_cache_evicts_the_oldest_chart() -> None:
    draw = FakeDraw()
    renderer = ChartRenderer(draw=draw)
    for number in range(CACHE_SIZE + 1):
        await renderer.png(TimelineChart(str(number), "", ()))
    await renderer.png(TimelineChart("0", "", ()))
    assert len(draw.threads) == CACHE_SIZE + 2
    renderer.close()


async def test_a_renderer_draws_with_matplotlib() -> None:
    renderer = ChartRenderer()
    assert photo_size(await renderer.png(FLOOD))
    renderer.close()


async def test_without_matplotlib_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ChartsUnavailable, match="newsbot\\[charts\\]"):
        await ChartRenderer().png(FLOOD)


def test_bot_starts_without_the_library() -> None:
    code = "import sys; sys.modules['matplotlib'] = None; import bot.app.cli.main, bot.app.wiring"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
