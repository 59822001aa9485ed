"""/trends and /timeline: a picture, and its figures in words."""

import sys

import pytest

from bot.app.wiring import App
from bot.preview.telegram.message_text import utf16_length
from bot.preview.telegram.photo import photo_size
from tests.e2e.person import Json, Phone, labels


def picture(ada: Phone, message: Json) -> bytes:
    return ada.state.files[message["photo"][0]["file_id"]][1]


async def test_a_trend_is_a_picture_with_its_figures_in_words(bot: App, ada: Phone) -> None:
    answer = await ada.say("/trends Moscow")
    assert photo_size(picture(ada, answer)) == (1080, 776)
    assert "4 articles · 13 Jan 2020 – 14 Jan 2020" in answer["caption"]
    assert "Peak: 2 on 13 Jan 2020" in answer["caption"]
    assert "The Meridian Lamp 1" in answer["caption"]


async def test_a_timeline_tells_a_story_in_order_and_opens_its_articles(bot: App, ada: Phone) -> None:
    answer = await ada.say("/timeline Port Veyra")
    assert "7 stories" in answer["caption"]
    assert utf16_length(answer["caption"]) <= 1024
    assert labels(answer) == list("1234567")
    query = ada.tap(answer, "3")
    card = await ada.answer_to(answer)
    await ada.state.answered(query)
    assert card["text"].startswith("Four killed as River Oss floods Port Veyra")
    back = await ada.press(card, "‹ Back")
    assert "Port Veyra" in back["text"]


async def test_equal_questions_send_the_same_picture(bot: App, ada: Phone) -> None:
    first, second = await ada.say("/trends flood"), await ada.say("/trends flood")
    assert picture(ada, first) == picture(ada, second)


async def test_nothing_to_draw_is_said_in_words_with_what_was_meant(bot: App, ada: Phone) -> None:
    for command in ("/trends", "/timeline"):
        answer = await ada.say(f"{command} floood")
        assert "No matches" in answer["text"]
        assert "flood" in answer["text"]


async def test_without_words_it_says_how(bot: App, ada: Phone) -> None:
    assert "/trends harbour strike" in (await ada.say("/trends"))["text"]
    assert "/timeline harbour strike" in (await ada.say("/timeline"))["text"]


async def test_without_matplotlib_the_figures_come_in_words(
    bot: App, ada: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    answer = await ada.say("/trends Moscow")
    assert "Peak: 2 on 13 Jan 2020" in answer["text"]
    assert "matplotlib isn’t installed" in answer["text"]
