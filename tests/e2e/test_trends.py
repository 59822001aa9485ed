"""/trends and /timeline: a chart, and its figures in the caption."""

import sys

import pytest

from bot.app.wiring import App
from bot.preview.telegram.message_text import utf16_length
from bot.preview.telegram.photo import photo_size
from tests.e2e.person import Json, Phone, labels, marked


def chart(ada: Phone, message: Json) -> bytes:
    return ada.state.files[message["photo"][0]["file_id"]][1]


async def test_trend_is_a_chart_with_a_caption(bot: App, ada: Phone) -> None:
    answer = await ada.say("/trends Moscow")
    assert photo_size(chart(ada, answer)) == (1080, 776)
    assert "4 articles · 13 Jan 2020 – 14 Jan 2020" in answer["caption"]
    assert "Peak: 2 on 13 Jan 2020" in answer["caption"]
    assert "The Meridian Lamp 1" in answer["caption"]


async def test_timeline_lists_stories_in_order_and_opens_articles(bot: App, ada: Phone) -> None:
    answer = await ada.say("/timeline Port Veyra")
    assert "8 stories" in answer["caption"], answer["caption"]
    assert utf16_length(answer["caption"]) <= 1024
    assert labels(answer) == list("12345678")
    query = ada.tap(answer, "3")
    card = await ada.answer_to(answer)
    await ada.state.answered(query)
    assert card["text"].startswith("Four killed as River Oss floods Port Veyra")
    back = await ada.press(card, "‹ Back")
    assert "Port Veyra" in back["text"]


async def test_same_query_sends_the_same_chart(bot: App, ada: Phone) -> None:
    first, second = await ada.say("/trends flood"), await ada.say("/trends flood")
    assert chart(ada, first) == chart(ada, second)


async def test_no_results_replace_the_chart_with_suggestions(bot: App, ada: Phone) -> None:
    for command in ("/trends", "/timeline"):
        answer = await ada.say(f"{command} floood")
        assert "No matches" in answer["text"]
        assert "flood" in answer["text"]


async def test_command_without_a_query_shows_an_example(bot: App, ada: Phone) -> None:
    example = marked(await ada.say("/start"), "code")[0]
    assert f"/trends {example}" in (await ada.say("/trends"))["text"]
    assert f"/timeline {example}" in (await ada.say("/timeline"))["text"]


async def test_without_matplotlib_the_caption_is_sent_as_text(
    bot: App, ada: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    answer = await ada.say("/trends Moscow")
    assert "Peak: 2 on 13 Jan 2020" in answer["text"]
    assert "matplotlib isn’t installed" in answer["text"]
