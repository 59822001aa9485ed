"""Ways to ask: commands, deep links, groups, topics, inline mode, pasted and forwarded text."""

from bot.app.wiring import App
from bot.preview.telegram.model import Chat
from bot.questions.model import AnswerEntry, Question
from handlers.telegram.deep_links import deep_link
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone, labels, marked


def newsroom(ada: Phone, *, forum: bool = False) -> Chat:
    return ada.state.add_group("Newsroom", ada.person, forum=forum)


async def test_start_introduces_the_bot_and_help_lists_commands(bot: App, ada: Phone) -> None:
    assert "Ask me what happened" in (await ada.say("/start"))["text"]
    helped = (await ada.say("/help"))["text"]
    for command in ada.state.commands["all_private_chats", ""]:
        assert f"/{command['command']}" in helped


async def test_deep_link_asks_its_question(bot: App, ada: Phone) -> None:
    assert FLOOD_SOURCE in (await ada.say(f"/start {deep_link(FLOOD)}"))["text"]
    assert FLOOD_SOURCE in (await ada.say("/start Port_Veyra_flood"))["text"]


async def test_latest_sorts_by_date_with_and_without_a_query(bot: App, ada: Phone) -> None:
    answer = await ada.say("/latest")
    moments = [e["unix_time"] for e in answer["entities"] if e["type"] == "date_time"]
    assert moments == sorted(moments, reverse=True)
    assert labels(answer) == ["1", "2", "3", "More ▸"]
    topical = await ada.say("/latest harbour")
    assert "• Filter" in labels(topical)
    topical = await ada.say("/latest tram")
    assert "tram" in topical["text"].lower()


async def test_about_describes_the_corpus(bot: App, ada: Phone) -> None:
    about = (await ada.say("/about"))["text"]
    assert "48 articles" in about
    assert "Kestrel Wire" in about


async def test_group_questions_are_answered(bot: App, ada: Phone) -> None:
    there = ada.at(newsroom(ada))
    assert FLOOD_SOURCE in (await there.say(f"/ask {FLOOD}"))["text"]
    assert FLOOD_SOURCE in (await there.say(f"/ask@{ada.state.bot['username']} {FLOOD}"))["text"]
    mentioned = await there.say(f"@{ada.state.bot['username']} {FLOOD}")
    assert FLOOD_SOURCE in mentioned["text"]
    replied = await there.say("legionella", reply_to=mentioned["message_id"])
    assert "legionella cases" in replied["text"]


async def test_other_group_messages_are_ignored(bot: App, ada: Phone) -> None:
    there = ada.at(newsroom(ada))
    ada.state.bot["can_read_all_group_messages"] = True
    for words in ("Port Veyra flood", "/unknown", "@somebody_else Port Veyra flood"):
        ada.users.send(ada.person, there.chat, words)
    assert await there.bot_messages() == []


async def test_forum_questions_are_answered_in_their_topic(bot: App, ada: Phone) -> None:
    forum = newsroom(ada, forum=True)
    sport = ada.state.add_topic(forum, "Sport")
    answer = await ada.at(forum, sport).say(f"/ask {FLOOD}")
    assert answer["message_thread_id"] == sport
    assert answer["reply_to_message"]["text"] == f"/ask {FLOOD}"
    general = await ada.at(forum).say(f"/ask {FLOOD}")
    assert "message_thread_id" not in general


async def test_inline_results_are_cards_with_provenance(bot: App, ada: Phone) -> None:
    state = ada.state
    first = await state.answered(query := ada.users.ask_inline(ada.person, FLOOD))
    assert FLOOD_SOURCE in first["results"][0]["description"]
    assert first["is_personal"]  # its cards are in the asker's language
    assert first["cache_time"] <= 300
    posted = ada.users.choose_inline(ada.person, newsroom(ada), query, first["results"][0]["id"])
    assert first["results"][0]["title"] in posted["text"]
    assert marked(posted, "blockquote")


async def test_inline_pages_list_every_story_once(bot: App, ada: Phone) -> None:
    pages = [await ada.state.answered(ada.users.ask_inline(ada.person, FLOOD))]
    while offset := pages[-1]["next_offset"]:
        pages.append(await ada.state.answered(ada.users.ask_inline(ada.person, FLOOD, offset=offset)))
    assert len(pages) > 1
    assert all(1 <= len(page["results"]) <= 5 for page in pages)
    titles = [result["title"] for page in pages for result in page["results"]]
    assert titles == [entry.article.title for entry in await _all_entries(bot, FLOOD)]
    assert len(set(titles)) == len(titles)


async def _all_entries(app: App, words: str) -> list[AnswerEntry]:
    """Return the entries on every page of an answer."""
    questions, now = app.services.questions, app.services.clock()
    pages = (await questions.ask(Question(words, now))).pages
    answers = [await questions.ask(Question(words, now, page=page + 1)) for page in range(pages)]
    return [entry for answer in answers for entry in answer.entries]


async def test_card_posted_through_inline_mode_is_not_a_question(bot: App, ada: Phone) -> None:
    state, group = ada.state, newsroom(ada)
    answer = await state.answered(query := ada.users.ask_inline(ada.person, FLOOD))
    await ada.say("/about")
    for chat in (ada.chat, group):
        ada.users.choose_inline(ada.person, chat, query, answer["results"][0]["id"])
    assert len(await ada.bot_messages()) == 2
    assert await ada.at(group).bot_messages() == []


async def test_empty_inline_results_link_to_the_private_chat(bot: App, ada: Phone) -> None:
    answer = await ada.state.answered(ada.users.ask_inline(ada.person, "xylofonium"))
    assert answer["results"] == []
    payload = answer["button"]["start_parameter"]
    asked = await ada.answer_to(ada.users.follow_link(ada.person, payload))
    assert "No article mentions “xylofonium”" in asked["text"]
    long = await ada.state.answered(ada.users.ask_inline(ada.person, "xylofonium " * 20))
    helped = await ada.answer_to(ada.users.follow_link(ada.person, long["button"]["start_parameter"]))
    assert "How to ask" in helped["text"]
    assert (await ada.state.answered(ada.users.ask_inline(ada.person, "")))["results"]


async def test_pasted_paragraph_is_traced_to_its_article(bot: App, ada: Phone) -> None:
    (hit, *_) = (await bot.services.questions.index.nearest("four killed river Oss floods", limit=1),)
    (article,) = await bot.services.questions.articles.get([hit[0].article_id])
    answer = await ada.say(" ".join(article.quote(span) for span in article.sentences[:4]))
    assert "This text is from [1]" in answer["text"]
    assert article.title in marked(answer, "text_link")[0]


async def test_pasted_link_is_traced_to_its_article(bot: App, ada: Phone) -> None:
    (hit,) = await bot.services.questions.index.nearest("four killed river Oss floods", limit=1)
    (article,) = await bot.services.questions.articles.get([hit.article_id])
    answer = await ada.say(f"is this true? {article.url}?utm_source=x#top")
    assert article.title in marked(answer, "text_link")[0]
    assert "I don’t have that page" in (await ada.say("https://elsewhere.example/page"))["text"]


async def test_forwarded_message_is_a_question(bot: App, ada: Phone) -> None:
    said = ada.state.post(ada.chat, ada.person.json(), {"text": FLOOD, "entities": []})
    forwarded = ada.users.forward(ada.person, said, ada.chat)
    assert FLOOD_SOURCE in (await ada.answer_to(forwarded))["text"]


async def test_arabic_and_turkish_questions_find_articles_in_their_language(bot: App, ada: Phone) -> None:
    assert "نافذة المرسى" in (await ada.say("الفيضان في بورت فيرا"))["text"]
    assert "Turna" in (await ada.say("belediye bütçesi"))["text"]
