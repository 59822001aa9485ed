"""Pictures are drawn off the event loop, each once; without the library it says so."""

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


class Drawer:
    """Notes the threads it was called in."""

    def __init__(self) -> None:
        self.threads: list[int] = []

    def __call__(self, picture: Chart) -> bytes:
        self.threads.append(threading.get_ident())
        return picture.heading.encode()


async def test_a_picture_asked_for_by_many_at_once_is_drawn_once_in_another_thread() -> None:
    drawer = Drawer()
    gallery = ChartRenderer(draw=drawer)
    assert set(await asyncio.gather(*(gallery.png(FLOOD) for _ in range(20)))) == {b"flood"}
    assert len(drawer.threads) == 1
    assert drawer.threads[0] != threading.get_ident()
    gallery.close()


async def test_the_oldest_pictures_are_let_go() -> None:
    drawer = Drawer()
    gallery = ChartRenderer(draw=drawer)
    for number in range(CACHE_SIZE + 1):
        await gallery.png(TimelineChart(str(number), "", ()))
    await gallery.png(TimelineChart("0", "", ()))
    assert len(drawer.threads) == CACHE_SIZE + 2
    gallery.close()


async def test_a_gallery_draws_with_matplotlib() -> None:
    gallery = ChartRenderer()
    gallery.warm()
    assert photo_size(await gallery.png(FLOOD))
    gallery.close()


async def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ChartsUnavailable, match="newsbot\\[charts\\]"):
        await ChartRenderer().png(FLOOD)


def test_bot_starts_without_the_library() -> None:
    code = "import sys; sys.modules['matplotlib'] = None; import bot.app.cli.main, bot.app.wiring"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
