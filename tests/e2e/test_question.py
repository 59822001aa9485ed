"""A question in the private chat, and everything its buttons do."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.wiring import App
from bot.chats.ports import KEPT
from bot.chats.view import View, ViewKind
from bot.questions.model import Question
from tests.e2e.conftest import StartBot
from tests.e2e.person import Phone, buttons, labels, marked

FLOOD = "Port Veyra flood"


async def test_a_question_is_answered_with_quotes_entries_and_provenance(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    assert "1. " in answer["text"]
    assert "independent origin" in answer["text"]
    quotes = marked(answer, "blockquote")
    assert 1 <= len(quotes) <= 3
    assert all("[" in quote for quote in quotes)
    assert marked(answer, "date_time")
    assert marked(answer, "text_link")
    assert labels(answer)[:5] == ["1", "2", "3", "4", "5"]
    assert "sample articles" in answer["text"]


async def test_every_quoted_sentence_stands_in_its_article(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    hits = (await bot.services.questions.ask(_question(bot, FLOOD))).entries
    for quote in marked(answer, "blockquote"):
        sentence, _, rest = quote.rpartition(" [")
        article = hits[int(rest.split("]")[0]) - 1].article
        assert sentence in article.text


async def test_pages_turn_in_the_same_message(bot: App, ada: Phone) -> None:
    first = await ada.say(FLOOD)
    assert "Page 1/2" in labels(first)
    titles = marked(first, "text_link")
    second = await ada.press(first, "▶")
    assert second["message_id"] == first["message_id"]
    assert "Page 2/2" in labels(second)
    assert not set(titles) & set(marked(second, "text_link"))
    back = await ada.press(second, "◀")
    assert marked(back, "text_link") == titles


async def test_a_card_its_contexts_and_the_way_back(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    text = answer["text"]
    card = await ada.press(answer, "1")
    assert "Alder Valley Bugle" in card["text"]
    assert 1 <= len(marked(card, "blockquote")) <= 5
    source = next(b for b in buttons(card) if b["text"].startswith("Read article"))
    assert "#:~:text=" in source["url"]
    context = await ada.press(card, "In context")
    (bold,) = [b for b in marked(context, "bold") if len(b) > 20]
    (around,) = marked(context, "blockquote")
    assert bold in around
    assert len(around) > len(bold)
    card = await ada.press(context, "‹ Back")
    answer = await ada.press(card, "‹ Back")
    assert answer["text"] == text


async def test_a_card_shows_what_is_like_it_and_who_else_reports_it(bot: App, ada: Phone) -> None:
    card = await ada.press(await ada.say(FLOOD), "1")
    similar = await ada.press(card, "Similar articles")
    assert similar["text"].startswith("Similar to Alder Valley braced")
    card = await ada.press(similar, "‹ Back")
    outlets = await ada.press(card, "Other outlets")
    assert "Who reported it, and from where" in outlets["text"]
    assert "The Lindmar Ledger" in outlets["text"]


async def test_a_storys_card_tells_what_each_outlet_added_newest_first(bot: App, ada: Phone) -> None:
    card = await ada.press(await ada.say("Moscow spy chiefs Kestrel"), "1")
    story = await ada.press(card, "Other outlets")
    assert "4 outlets, 2 independent origins" in story["text"]
    assert "SANA: Kestrel Wire" in story["text"]
    assert "↻ repeats The Meridian Lamp" in story["text"]
    moments = [e["unix_time"] for e in story["entities"] if e["type"] == "date_time"]
    assert moments == sorted(moments, reverse=True)
    quotes = [quote.partition(" — ")[0] for quote in marked(story, "blockquote")]
    answer = await bot.services.questions.ask(_question(bot, "Moscow spy chiefs Kestrel"))
    (held,) = [e.story.articles for e in answer.entries if e.story and len(e.story.articles) == 4]
    texts = [each.text for each in await bot.services.questions.articles.get(held)]
    assert len(quotes) > 6
    assert all(any(quote in text for text in texts) for quote in quotes)
    opened = await ada.press(story, "3")
    assert opened["text"].startswith("Syrian general tells Turkey")
    back = await ada.press(opened, "‹ Back")
    assert back["text"] == story["text"]


async def test_order_and_period_change_the_same_message(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    newest = await ada.press(answer, "Newest")
    assert "• Newest" in labels(newest)
    moments = [e["unix_time"] for e in newest["entities"] if e["type"] == "date_time"]
    assert moments == sorted(moments, reverse=True)
    day = await ada.press(newest, "24 h")
    assert "outside the chosen period" in day["text"]
    everything = await ada.press(day, "All")
    assert "• All" in labels(everything)


async def test_buttons_work_after_a_restart(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot():
        answer = await ada.say(FLOOD)
    query = ada.tap(answer, "2")
    async with start_bot():
        await ada.state.answered(query)
        await ada.state.until(lambda: "Relevant to your question" in ada.chat.messages[2]["text"])


async def test_a_question_sent_while_the_bot_is_away_is_answered_when_it_is_back(
    start_bot: StartBot, ada: Phone
) -> None:
    said = ada.users.send(ada.person, ada.chat, FLOOD)
    async with start_bot():
        assert "Kestrel Wire" in (await ada.answer_to(said))["text"]


async def test_an_edited_question_changes_its_answer(bot: App, ada: Phone) -> None:
    said = ada.users.send(ada.person, ada.chat, "tram strike")
    answer = await ada.answer_to(said)
    assert "tram" in answer["text"].lower()
    ada.users.edit(ada.chat, said["message_id"], "legionella")
    await ada.state.until(lambda: "Legionella" in ada.chat.messages[answer["message_id"]]["text"])
    assert len(await ada.quiet()) == 2


@pytest.mark.parametrize("age", [KEPT + timedelta(minutes=1), None])
async def test_a_button_older_than_thirty_days_or_unknown_asks_to_ask_again(
    bot: App, ada: Phone, age: timedelta | None
) -> None:
    answer, view_id = await ada.say(FLOOD), "aaaaaaaaaaaaaaaa"
    if age:
        view, then = View(ViewKind.ANSWER, FLOOD), datetime.now(UTC) - age
        view_id = await bot.services.chats.views.save_view(view, chat_id=ada.chat.id, now=then)
    query = ada.users.press(ada.person, ada.chat, answer["message_id"], f"{view_id}.p2")
    said = await ada.state.answered(query)
    assert said["show_alert"]
    assert "ask again" in said["text"]


async def test_a_button_of_twenty_nine_days_ago_still_works(bot: App, ada: Phone) -> None:
    answer, then = await ada.say(FLOOD), datetime.now(UTC) - KEPT + timedelta(days=1)
    view = View(ViewKind.ANSWER, FLOOD)
    view_id = await bot.services.chats.views.save_view(view, chat_id=ada.chat.id, now=then)
    ada.users.press(ada.person, ada.chat, answer["message_id"], f"{view_id}.p2")
    await ada.state.until(lambda: "Page 2/2" in labels(ada.chat.messages[answer["message_id"]]))


async def test_what_is_edited_into_a_question_is_answered_for_the_first_time(bot: App, ada: Phone) -> None:
    there = ada.at(ada.state.add_group("Newsroom", ada.person))
    said = ada.users.send(ada.person, there.chat, "legionella")
    ada.users.edit(there.chat, said["message_id"], f"@{ada.state.bot['username']} legionella")
    answer = await there.answer_to(said)
    assert "Legionella" in answer["text"]
    ada.users.edit(there.chat, said["message_id"], f"@{ada.state.bot['username']} tram strike")
    await ada.state.until(lambda: "tram" in there.chat.messages[answer["message_id"]]["text"].lower())


async def test_two_questions_at_once_both_get_their_answer(bot: App, ada: Phone) -> None:
    ben = Phone(ada.state, person := ada.state.add_person("Ben"), ada.state.chats[person.id])
    mine, yours = await asyncio.gather(ada.say("legionella"), ben.say("tram strike"))
    assert "Legionella" in mine["text"]
    assert "tram" in yours["text"].lower()


async def test_a_mistyped_word_is_repaired_and_that_is_said(bot: App, ada: Phone) -> None:
    answer = await ada.say("legionela outbreak")
    assert "Showing results for legionella" in answer["text"]


async def test_nothing_found_says_why_and_what_there_is(bot: App, ada: Phone) -> None:
    answer = await ada.say("xylofonium")
    assert "Nothing found" in answer["text"]
    assert "xylofonium" in answer["text"]
    assert "48 articles" in answer["text"]
    assert labels(answer) == ["Alert me"]  # no period would find it
    narrowed = await ada.say("legionella since:2027-01-01")
    assert "don’t match your filters" in narrowed["text"]
    assert "Legionella" in (await ada.press(narrowed, "legionella"))["text"]


async def test_nothing_found_offers_the_nearest_words_as_buttons(bot: App, ada: Phone) -> None:
    answer = await ada.say("legionela lang:ar")
    assert "Did you mean" in answer["text"]
    instead = await ada.press(answer, "legionella")
    assert "Legionella" in instead["text"]


def _question(app: App, text: str) -> Question:
    return Question(text, app.services.clock())


async def test_a_greeting_is_answered_with_how_to_ask_and_looked_up_only_when_that_is_meant(
    bot: App, ada: Phone
) -> None:
    assert "Moscow meeting intelligence chiefs" in (await ada.say("Hello!"))["text"]
    assert "/help" in (await ada.say("thanks"))["text"]
    assert "No article mentions “hello”" in (await ada.say("/ask hello"))["text"]


async def test_what_leads_up_to_a_question_finds_nothing_of_its_own(bot: App, ada: Phone) -> None:
    answer = (await ada.say("Latest news about the tram drivers of Lindmar"))["text"]
    assert answer == (await ada.say("tram drivers of Lindmar"))["text"]
