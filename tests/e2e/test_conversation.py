"""Replies: to an answer, which continue its question, and with /ask to a message, which trace it."""

import asyncio

import pytest

from bot.app.wiring import App
from tests.e2e.person import FLOOD, Json, Phone, labels, listed, marked

LATER = "and how many people died?"
FOLLOWING = f"Following up on “{FLOOD}”"


@pytest.fixture(params=["private", "group"])
def chat(request: pytest.FixtureRequest, ada: Phone) -> Phone:
    """A private chat and a group; the bot sees every message that is for it."""
    if request.param == "private":
        return ada
    return ada.at(ada.state.add_group("Newsroom", ada.person))


async def sentence_of(bot: App, words: str) -> tuple[str, str]:
    """Return a long sentence of the article nearest to some words, and the article's title."""
    (hit,) = await bot.services.questions.index.nearest(words, limit=1)
    (article,) = await bot.services.questions.articles.get([hit.article_id])
    sentences = [article.quote(span) for span in article.sentences]
    return max(sentences, key=len), article.title


async def edited(chat: Phone, said: Json, answer: Json, text: str) -> Json:
    """Edit a message; return its answer once that has changed."""
    shown = chat.chat.messages[answer["message_id"]]
    before = shown["text"]
    chat.users.edit(chat.chat, said["message_id"], text)
    await chat.state.until(lambda: shown["text"] != before)
    return shown


async def test_reply_to_an_answer_continues_its_question(bot: App, chat: Phone) -> None:
    answer = await chat.say(f"/ask {FLOOD}")
    await chat.say("/ask legionella outbreak")
    later = await chat.say(LATER, reply_to=answer["message_id"])
    assert FOLLOWING in later["text"]


async def test_edited_reply_still_continues_the_question(bot: App, chat: Phone) -> None:
    answer = await chat.say(f"/ask {FLOOD}")
    said = chat.users.send(chat.person, chat.chat, "and how many dyed?", reply_to=answer["message_id"])
    wrong = await chat.answer_to(said)
    assert FOLLOWING in (await edited(chat, said, wrong, LATER))["text"]
    fresh = await edited(chat, said, wrong, "legionella outbreak in the hospital")
    assert "Following up" not in fresh["text"]


async def test_edited_message_continues_the_question_before_it(bot: App, ada: Phone) -> None:
    await ada.say(FLOOD)
    await asyncio.sleep(1.1)  # Telegram's times are whole seconds
    said = ada.users.send(ada.person, ada.chat, "and how many dyed?")
    answer = await ada.answer_to(said)
    assert FOLLOWING in (await edited(ada, said, answer, LATER))["text"]


async def test_new_question_in_a_reply_does_not_continue(bot: App, chat: Phone) -> None:
    answer = await chat.say(f"/ask {FLOOD}")
    other = await chat.say("/ask legionella outbreak", reply_to=answer["message_id"])
    assert "Following up" not in other["text"]


async def test_bare_ask_traces_the_message_it_replies_to(bot: App, chat: Phone) -> None:
    sentence, title = await sentence_of(bot, "four killed river Oss floods")
    heard = chat.users.send(chat.person, chat.chat, sentence)
    if chat.chat.type == "private":
        await chat.answer_to(heard)
    answer = await chat.say("/ask", reply_to=heard["message_id"])
    assert "these words" in answer["text"]
    assert any(title in article for article in listed(answer))
    assert sentence in [quote.partition(" — ")[0] for quote in marked(answer, "blockquote")]
    assert "1" in labels(answer)


async def test_bare_ask_traces_only_the_quoted_part(bot: App, chat: Phone) -> None:
    sentence, _ = await sentence_of(bot, "four killed river Oss floods")
    heard = chat.users.send(chat.person, chat.chat, f"My cousin says this is nonsense: {sentence}")
    if chat.chat.type == "private":
        await chat.answer_to(heard)
    traced = await chat.say(
        "/ask", reply_to=heard["message_id"], quote={"text": sentence, "position": 33, "is_manual": True}
    )
    assert "these words" in traced["text"]
    short = await chat.say(
        "/ask", reply_to=heard["message_id"], quote={"text": "my cousin", "position": 0, "is_manual": True}
    )
    assert "cousin" in short["text"]


async def test_trace_says_plainly_that_no_article_carries_a_message(bot: App, chat: Phone) -> None:
    words = "they are going to turn the whole harbour into a swimming pool for retired circus elephants"
    heard = chat.users.send(chat.person, chat.chat, words)
    if chat.chat.type == "private":
        await chat.answer_to(heard)
    answer = await chat.say("/ask", reply_to=heard["message_id"])
    assert answer["text"].startswith("No article here has these words.")
    assert not marked(answer, "blockquote")


async def test_short_message_is_asked_as_a_question(bot: App, chat: Phone) -> None:
    heard = chat.users.send(chat.person, chat.chat, "Port Veyra flood")
    if chat.chat.type == "private":
        await chat.answer_to(heard)
    answer = await chat.say("/ask", reply_to=heard["message_id"])
    assert "Filter" in labels(answer)


async def test_bare_ask_below_an_answer_says_how_to_ask(bot: App, chat: Phone) -> None:
    answer = await chat.say(f"/ask {FLOOD}")
    assert "Tell me what to look for" in (await chat.say("/ask", reply_to=answer["message_id"]))["text"]


async def test_card_of_a_traced_message_leads_back(bot: App, ada: Phone) -> None:
    sentence, title = await sentence_of(bot, "four killed river Oss floods")
    heard = ada.users.send(ada.person, ada.chat, sentence)
    await ada.answer_to(heard)
    answer = await ada.say("/ask", reply_to=heard["message_id"])
    text = answer["text"]
    card = await ada.press(answer, "1")
    assert marked(card, "blockquote")
    assert (await ada.press(card, "‹ Back"))["text"] == text
    assert title in text


async def test_more_turns_the_page_until_the_last(bot: App, chat: Phone) -> None:
    """A reply in a group; in a private chat any message within minutes."""
    shown = await chat.say("/ask harbour OR council OR hospital")
    pages = [listed(shown)]
    for _ in range(20):
        reply_to = None if chat.chat.type == "private" else shown["message_id"]
        shown = await chat.say("More, please", reply_to=reply_to)
        if not listed(shown):
            break
        pages.append(listed(shown))
    assert "everything I have" in shown["text"]
    assert len(pages) > 2
    titles = [title for page in pages for title in page]
    assert len(titles) == len(set(titles))


async def test_more_without_a_list_is_a_question(bot: App, ada: Phone) -> None:
    assert "everything I have" not in (await ada.say("more"))["text"]


async def test_more_after_top_stories_turns_their_page(bot: App, ada: Phone) -> None:
    first = await ada.say("/top 999d")
    second = await ada.say("weiter")
    assert listed(second)
    assert not set(listed(first)) & set(listed(second))
