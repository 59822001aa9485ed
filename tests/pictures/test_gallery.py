"""Pictures are drawn off the event loop, each once; without the library it says so."""

import asyncio
import sys
import threading

import pytest

from bot.pictures import draw as drawing
from bot.pictures.gallery import Gallery, PicturesMissing
from bot.pictures.picture import Mark, Picture, TimelinePicture

FLOOD = TimelinePicture("flood", "1 story", (Mark("3 Nov", "River rises", "Packet"),))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The threads in which pictures were drawn, in order."""
    threads: list[int] = []

    def draw(picture: Picture) -> bytes:
        threads.append(threading.get_ident())
        return picture.heading.encode()

    monkeypatch.setattr(drawing, "draw", draw)
    return threads


async def test_a_picture_asked_for_by_many_at_once_is_drawn_once_in_another_thread(drawn: list[int]) -> None:
    gallery = Gallery()
    assert set(await asyncio.gather(*(gallery.png(FLOOD) for _ in range(20)))) == {b"flood"}
    assert len(drawn) == 1
    assert drawn[0] != threading.get_ident()
    gallery.close()


async def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(PicturesMissing, match="newsbot\\[charts\\]"):
        await Gallery().png(FLOOD)
