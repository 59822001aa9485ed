"""Sharing: buttons that offer an answer, a card or a story elsewhere, and one that copies a citation."""

import pytest

from bot.app.wiring import App
from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle
from handlers.questions.share import Shared, read_shared
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Json, Phone, buttons, labels, marked


def button(message: Json, label: str) -> Json:
    return next(button for button in buttons(message) if button["text"] == label)


def shared_query(message: Json) -> str:
    """Return what the share button of a message writes into the chosen chat."""
    chosen = button(message, "Share")["switch_inline_query_chosen_chat"]
    assert chosen.keys() == {"query", "allow_user_chats", "allow_group_chats", "allow_channel_chats"}
    return str(chosen["query"])


async def sent_elsewhere(ada: Phone, query: str) -> Json:
    """Choose a group, send the first thing that the bot offers there, and return that message."""
    group = ada.state.add_group("Choir", ada.person, supergroup=True, bot_status="left")
    query_id = ada.users.ask_inline(ada.person, query)
    answer = await ada.state.answered(query_id)
    return ada.users.choose_inline(ada.person, group, query_id, answer["results"][0]["id"])


async def opened(ada: Phone, url: str) -> Json:
    """Follow a link to the bot; return its answer."""
    payload = url.removeprefix(f"https://t.me/{ada.state.bot['username']}?start=")
    return await ada.answer_to(ada.users.follow_link(ada.person, payload))


async def test_answer_is_shared_as_its_question(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    assert shared_query(answer) == FLOOD
    assert FLOOD_SOURCE in (await sent_elsewhere(ada, FLOOD))["text"]
    follow_up = await ada.say("and how many were killed?")
    assert "Following up" in follow_up["text"]
    assert shared_query(follow_up).startswith(f"{FLOOD} ")


async def test_latest_articles_and_pasted_text_have_nothing_to_share(bot: App, ada: Phone) -> None:
    assert "Share" not in labels(await ada.say("/latest"))
    assert "Share" not in labels(await ada.say("https://elsewhere.example/page"))
    assert "Share" not in labels(await ada.say(f"{FLOOD} " + "xylofonium " * 30))


async def test_bot_without_inline_mode_has_no_share_buttons(start_bot: StartBot, ada: Phone) -> None:
    ada.state.bot["supports_inline_queries"] = False
    async with start_bot():
        answer = await ada.say(FLOOD)
        assert "🔔 Alert" in labels(answer)
        assert "Share" not in labels(answer)
        assert "Share" not in labels(await ada.press(answer, "1"))


async def test_shared_card_leads_back_to_the_article_and_its_story(bot: App, ada: Phone) -> None:
    card = await ada.press(await ada.say(FLOOD), "1")
    sent = await sent_elsewhere(ada, shared_query(card))
    assert marked(sent, "bold")[0] == marked(card, "bold")[0]
    assert marked(sent, "blockquote")
    assert all("callback_data" not in shown for shown in buttons(sent))
    assert "#:~:text=" in button(sent, "Read article ↗")["url"]
    again = await opened(ada, button(sent, "Ask me more")["url"])
    assert marked(again, "bold")[0] == marked(card, "bold")[0]
    story = await opened(ada, button(sent, "Other outlets")["url"])
    assert "Who reported it, and from where" in story["text"]
    assert shared_query(sent) == shared_query(card)


async def test_shared_story_says_who_reports_it(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(api="127.0.0.1:0", api_public_url="https://news.example"):
        card = await ada.press(await ada.say(FLOOD), "1")
        story = await ada.press(card, "Other outlets")
        sent = await sent_elsewhere(ada, shared_query(story))
        assert "Who reported it, and from where" in sent["text"]
        assert button(sent, "Story page")["url"].startswith("https://news.example/s/")
        again = await opened(ada, button(sent, "Ask me more")["url"])
        assert again["text"] == story["text"]


@pytest.mark.parametrize("query", ["article:no such article", "story:none"])
async def test_what_is_no_longer_there_can_not_be_shared(bot: App, ada: Phone, query: str) -> None:
    answer = await ada.state.answered(ada.users.ask_inline(ada.person, query))
    assert answer["results"] == []
    assert answer["button"]["start_parameter"]


def test_query_names_an_article_by_any_id() -> None:
    assert read_shared("article:a b/c:d") == Shared(ArticleId("a b/c:d"), is_story=False)
    assert read_shared("story:1") == Shared(ArticleId("1"), is_story=True)
    assert [read_shared(query) for query in ("flood", "article", "article: x", "the story:1")] == [None] * 4


async def test_sentence_in_context_is_copied_with_its_source(bot: App, ada: Phone) -> None:
    context = await ada.press(await ada.press(await ada.say(FLOOD), "1"), "In context")
    copied = button(context, "Copy citation")["copy_text"]["text"]
    (sentence,) = [words for words in marked(context, "bold") if words in copied][:1]
    assert copied.startswith(f"“{sentence[:40]}")
    source = button(context, "Read article ↗")["url"].partition("#")[0]
    assert copied.endswith(source)
    assert len(copied) <= 256


ZEPPELINS = {
    "A zeppelin over the bay": ("https://img.example/1.jpg", "It carried forty guests to the lighthouse."),
    "Old zeppelin hangar sold": (
        "http://img.example/2.jpg",
        "The town pays for the roof; a brewer moves in.",
    ),
    "Zeppelin film wins a prize": (None, "The jury in Tarnholm praised its music above all."),
}
"""Headlines, with the picture and the text of each."""


async def test_inline_result_shows_the_picture_of_its_article(bot: App, ada: Phone) -> None:
    for title, (image, text) in ZEPPELINS.items():
        raw = RawArticle(source=title, title=title, text=text, extra={"image": image} if image else {})
        assert (await bot.pipeline.ingest([raw])).added == 1
    answer = await ada.state.answered(ada.users.ask_inline(ada.person, "zeppelin"))
    shown = {result["title"]: result.get("thumbnail_url") for result in answer["results"]}
    first, *others = ZEPPELINS
    assert shown == {first: "https://img.example/1.jpg"} | dict.fromkeys(others)
