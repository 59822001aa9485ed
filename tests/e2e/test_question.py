"""Questions in the private chat, and the buttons of their answers."""

import asyncio
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.wiring import App
from bot.chats.ports import KEEP_FOR
from bot.chats.view import View, ViewKind
from bot.questions.model import Question
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone, buttons, labels, listed, marked


async def test_question_is_answered_with_quotes_hits_and_provenance(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    articles = listed(answer)
    assert FLOOD_SOURCE in articles[0]
    assert re.search(r"\+\d\soutlets,\s\d\sorigins", answer["text"])
    assert 1 <= len(marked(answer, "blockquote")) <= 3
    assert marked(answer, "bold")[0] == marked(answer, "text_link")[0]
    assert marked(answer, "date_time")
    assert marked(answer, "text_link")
    numbers = [str(number) for number in range(1, len(articles) + 1)]
    assert labels(answer) == [*numbers, "More ▸", "Filter", "🔔 Alert", "Share"]
    assert "less relevant" in answer["text"]
    assert "Sample articles" in answer["text"]


async def test_quoted_sentences_are_verbatim(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    hits = (await bot.services.questions.ask(_question(bot, FLOOD))).entries
    for quote in marked(answer, "blockquote"):
        assert any(quote.partition(" — ")[0] in hit.article.text for hit in hits)


async def test_sentences_stand_below_the_headline_of_their_article(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    first = (await bot.services.questions.ask(_question(bot, FLOOD))).entries[0].article
    block = listed(answer)[0]
    for quote in marked(answer, "blockquote"):
        if quote.partition(" — ")[0] in first.text:
            assert block.index(first.title) < block.index(quote)


async def test_page_buttons_edit_the_same_message(bot: App, ada: Phone) -> None:
    first = await ada.say(FLOOD)
    titles = marked(first, "text_link")
    second = await ada.press(first, "More ▸")
    assert second["message_id"] == first["message_id"]
    assert second["text"].startswith("Less relevant:")
    assert "Page 2/3" in labels(second)
    assert not set(titles) & set(marked(second, "text_link"))
    third = await ada.press(second, "▶")
    assert "Page 3/3" in labels(third)
    back = await ada.press(await ada.press(third, "◀"), "◀")
    assert marked(back, "text_link") == titles


async def test_card_opens_context_and_goes_back(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    text = answer["text"]
    card = await ada.press(answer, "1")
    assert card["text"].startswith(marked(answer, "text_link")[0])
    assert FLOOD_SOURCE in card["text"]
    assert 1 <= len(marked(card, "blockquote")) <= 5
    source = next(b for b in buttons(card) if b["text"].startswith("Read article"))
    assert "#:~:text=" in source["url"]
    context = await ada.press(card, "In context")
    around = "\n".join(marked(context, "blockquote"))
    (bold,) = [b for b in marked(context, "bold") if b in around]
    assert len(around) > len(bold)
    card = await ada.press(context, "‹ Back")
    answer = await ada.press(card, "‹ Back")
    assert answer["text"] == text


async def test_card_opens_similar_articles_and_other_outlets(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    title = marked(answer, "text_link")[0]
    card = await ada.press(answer, "1")
    context = await ada.press(card, "In context")
    similar = await ada.press(context, "Similar articles")
    assert similar["text"].startswith(f"Similar to {title}")
    context = await ada.press(similar, "‹ Back")
    card = await ada.press(context, "‹ Back")
    outlets = await ada.press(card, "Other outlets")
    assert "Who reported it, and from where" in outlets["text"]
    assert "The Lindmar Ledger" in outlets["text"]
    assert "Kestrel Wire" in outlets["text"]


async def test_story_card_lists_what_each_outlet_added_newest_first(bot: App, ada: Phone) -> None:
    card = await ada.press(await ada.say("Moscow spy chiefs Kestrel"), "1")
    story = await ada.press(card, "Other outlets")
    assert "4 outlets, 2 independent origins" in story["text"]
    assert "SANA: Kestrel Wire" in story["text"]
    assert "↻ repeats The Meridian Lamp" in story["text"]
    moments = [e["unix_time"] for e in story["entities"] if e["type"] == "date_time"]
    assert moments == sorted(moments, reverse=True)
    quotes = [quote.partition(" — ")[0] for quote in marked(story, "blockquote")]
    assert labels(story) == ["1", "2", "3", "🌐 Other languages", "More ▸", "Follow", "Share", "‹ Back"]
    story = await ada.press(story, "More ▸")
    quotes += [quote.partition(" — ")[0] for quote in marked(story, "blockquote")]
    story = await ada.press(story, "◀")
    answer = await bot.services.questions.ask(_question(bot, "Moscow spy chiefs Kestrel"))
    (members,) = [e.story.articles for e in answer.entries if e.story and len(e.story.articles) == 4]
    texts = [article.text for article in await bot.services.questions.articles.get(members)]
    assert len(quotes) > 4
    assert all(any(quote in text for text in texts) for quote in quotes)
    opened = await ada.press(story, "3")
    assert opened["text"].startswith("Syrian general tells Turkey")
    back = await ada.press(opened, "‹ Back")
    assert back["text"] == story["text"]


async def test_filters_are_other_buttons_of_the_same_answer(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    text, first = answer["text"], labels(answer)
    filters = await ada.press(answer, "Filter")
    assert filters["text"] == text
    assert labels(filters)[:2] == ["• Relevance", "Newest"]
    back = await ada.press(filters, "‹ Back")
    assert (back["text"], labels(back)) == (text, first)


async def test_order_and_period_are_chosen_behind_filter(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    newest = await ada.press(await ada.press(answer, "Filter"), "Newest")
    assert newest["message_id"] == answer["message_id"]
    assert "• Filter" in labels(newest)
    moments = [e["unix_time"] for e in newest["entities"] if e["type"] == "date_time"]
    assert moments == sorted(moments, reverse=True)
    assert "• Newest" in labels(await ada.press(newest, "• Filter"))


async def test_only_periods_that_change_the_answer_are_offered(bot: App, ada: Phone) -> None:
    filters = await ada.press(await ada.say(FLOOD), "Filter")
    offered = [label for label in labels(filters) if label not in ("• Relevance", "Newest", "‹ Back")]
    facts = await bot.services.questions.corpus_facts()
    assert facts.newest_at is not None
    age = bot.services.clock() - facts.newest_at
    assert ("24 h" in offered) <= (age < timedelta(hours=25))
    assert not offered or "• All" in offered


async def test_order_and_period_buttons_of_earlier_versions_still_work(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    shown = ada.chat.messages[answer["message_id"]]
    view = View(ViewKind.ANSWER, FLOOD)
    view_id = await bot.services.chats.save_view(view, chat_id=ada.chat.id)
    ada.users.press(ada.person, ada.chat, answer["message_id"], f"{view_id}.o2")
    await ada.state.until(lambda: "• Filter" in labels(shown))
    ada.users.press(ada.person, ada.chat, answer["message_id"], f"{view_id}.d24")
    await ada.state.until(lambda: "outside the chosen period" in shown["text"])
    everything = await ada.press(shown, "All")
    assert "Filter" in labels(everything)


async def test_numbers_of_earlier_versions_open_the_articles_they_showed(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    listed = await bot.services.questions.ask(replace(_question(bot, FLOOD), size=5))
    more = await bot.services.questions.ask(replace(_question(bot, FLOOD), size=5, page=2))
    five = [entry.article for entry in (*listed.entries, *more.entries)][:5]
    view = View(ViewKind.ANSWER, FLOOD, shown=tuple(article.id for article in five))
    view_id = await bot.services.chats.save_view(view, chat_id=ada.chat.id)
    ada.users.press(ada.person, ada.chat, answer["message_id"], f"{view_id}.a5")
    await ada.state.until(lambda: ada.chat.messages[answer["message_id"]]["text"].startswith(five[4].title))


async def test_buttons_work_after_a_restart(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot():
        answer = await ada.say(FLOOD)
    query = ada.tap(answer, "1")
    async with start_bot():
        await ada.state.answered(query)
        await ada.state.until(lambda: "Relevant to your question" in ada.chat.messages[2]["text"])


async def test_question_sent_while_the_bot_is_down_is_answered_after_start(
    start_bot: StartBot, ada: Phone
) -> None:
    said = ada.users.send(ada.person, ada.chat, FLOOD)
    async with start_bot():
        assert FLOOD_SOURCE in (await ada.answer_to(said))["text"]


async def test_edited_question_updates_its_answer(bot: App, ada: Phone) -> None:
    said = ada.users.send(ada.person, ada.chat, "tram strike")
    answer = await ada.answer_to(said)
    assert "tram" in answer["text"].lower()
    ada.users.edit(ada.chat, said["message_id"], "legionella")
    await ada.state.until(lambda: "legionella cases" in ada.chat.messages[answer["message_id"]]["text"])
    assert len(await ada.bot_messages()) == 2


@pytest.mark.parametrize("age", [KEEP_FOR + timedelta(minutes=1), None])
async def test_expired_or_unknown_button_asks_to_send_the_question_again(
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


async def test_button_works_for_twenty_nine_days(bot: App, ada: Phone) -> None:
    answer, then = await ada.say(FLOOD), datetime.now(UTC) - KEEP_FOR + timedelta(days=1)
    view = View(ViewKind.ANSWER, FLOOD)
    view_id = await bot.services.chats.views.save_view(view, chat_id=ada.chat.id, now=then)
    ada.users.press(ada.person, ada.chat, answer["message_id"], f"{view_id}.p2")
    await ada.state.until(lambda: "Page 2/3" in labels(ada.chat.messages[answer["message_id"]]))


async def test_message_edited_into_a_question_is_answered(bot: App, ada: Phone) -> None:
    there = ada.at(ada.state.add_group("Newsroom", ada.person))
    said = ada.users.send(ada.person, there.chat, "legionella")
    ada.users.edit(there.chat, said["message_id"], f"@{ada.state.bot['username']} legionella")
    answer = await there.answer_to(said)
    assert "legionella cases" in answer["text"]
    ada.users.edit(there.chat, said["message_id"], f"@{ada.state.bot['username']} tram strike")
    await ada.state.until(lambda: "tram" in there.chat.messages[answer["message_id"]]["text"].lower())


async def test_concurrent_questions_are_both_answered(bot: App, ada: Phone) -> None:
    ben = Phone(ada.state, person := ada.state.add_person("Ben"), ada.state.chats[person.id])
    mine, yours = await asyncio.gather(ada.say("legionella"), ben.say("tram strike"))
    assert "legionella cases" in mine["text"]
    assert "tram" in yours["text"].lower()


async def test_corrected_spelling_is_shown_in_the_answer(bot: App, ada: Phone) -> None:
    answer = await ada.say("legionela outbreak")
    assert "Showing results for legionella" in answer["text"]


async def test_corrected_word_can_be_searched_exactly(bot: App, ada: Phone) -> None:
    answer = await ada.say("legionela outbreak")
    exact = await ada.press(answer, "Search “legionela” exactly")
    assert "Showing results for" not in exact["text"]
    assert "No article mentions “legionela”" in exact["text"]
    assert "Search “legionela” exactly" not in labels(exact)


async def test_no_results_explains_why_and_describes_the_corpus(bot: App, ada: Phone) -> None:
    answer = await ada.say("xylofonium")
    assert "Nothing found" in answer["text"]
    assert "xylofonium" in answer["text"]
    assert "48 articles" in answer["text"]
    assert labels(answer) == ["🔔 Alert"]  # no other period would find an article
    narrowed = await ada.say("legionella since:2027-01-01")
    assert "don’t match your filters" in narrowed["text"]
    assert "legionella cases" in (await ada.press(narrowed, "legionella"))["text"]


async def test_no_results_offers_similar_words_as_buttons(bot: App, ada: Phone) -> None:
    answer = await ada.say("legionela lang:ar")
    assert "Did you mean" in answer["text"]
    instead = await ada.press(answer, "legionella")
    assert "legionella cases" in instead["text"]


def _question(app: App, text: str) -> Question:
    return Question(text, app.services.clock())


async def test_greeting_explains_how_to_ask_and_ask_command_searches_for_it(bot: App, ada: Phone) -> None:
    (example,) = marked(await ada.say("Hello!"), "code")
    assert labels(await ada.say(example))[0] == "1"
    assert "/help" in (await ada.say("thanks"))["text"]
    assert "No article mentions “hello”" in (await ada.say("/ask hello"))["text"]


async def test_introductory_words_do_not_change_the_answer(bot: App, ada: Phone) -> None:
    answer = (await ada.say("Latest news about the tram drivers of Lindmar"))["text"]
    assert answer == (await ada.say("tram drivers of Lindmar"))["text"]


async def test_short_message_continues_the_previous_question(bot: App, ada: Phone) -> None:
    await ada.say("Port Veyra flood")
    answer = await ada.say("and how many people died?")
    assert "Following up on “Port Veyra flood”" in answer["text"]
    first_quote = marked(answer, "blockquote")[0]
    assert any(words in first_quote for words in ("killed", "killing four people", "three deaths"))
    later = await ada.say("legionella outbreak")
    assert "Following up" not in later["text"]


async def test_unknown_name_is_named_and_nothing_is_quoted(bot: App, ada: Phone) -> None:
    answer = await ada.say("Port Veyra flood Xylophonia")
    assert "No article mentions “Xylophonia”. The closest articles:" in answer["text"]
    assert not marked(answer, "blockquote")
