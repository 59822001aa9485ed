"""Who said what: `/said`, `said:` in questions and alerts, and the cards of speakers."""

from bot.app.wiring import App
from tests.e2e.person import Phone, labels, marked


async def test_said_lists_statements_of_one_speaker_verbatim(bot: App, ada: Phone) -> None:
    answer = await ada.say("/said Roland Esk")
    assert answer["text"].startswith("Roland Esk: latest statements")
    assert marked(answer, "blockquote")
    card = await bot.services.speakers.card('said:"Roland Esk"')
    quotes = [quote.partition(" — ")[0] for quote in marked(answer, "blockquote")]
    assert quotes == [spoken.sentence.text for spoken in card.entries]
    assert all(spoken.sentence.text in spoken.article.text for spoken in card.entries)
    assert labels(answer)[0] == "1"
    assert len(labels(answer)) <= 6


async def test_said_takes_a_topic_after_the_name(bot: App, ada: Phone) -> None:
    answer = await ada.say("/said esk bacteria")
    assert "on “bacteria”: latest statements" in answer["text"]
    assert all("bacteri" in quote for quote in marked(answer, "blockquote"))


async def test_unknown_speaker_is_named_with_a_suggestion(bot: App, ada: Phone) -> None:
    answer = await ada.say("/said Castelan")
    assert "Nobody called “Castelan” is quoted here." in answer["text"]
    other = await ada.press(answer, 'said:"Imre Castellan"')
    assert other["text"].startswith("Imre Castellan: latest statements")


async def test_card_opens_what_its_first_speaker_says(bot: App, ada: Phone) -> None:
    answer = await ada.say("legionella fountain Northfield")
    card = await ada.press(answer, "1")
    assert "Follow" in labels(card)
    speaker = await ada.press(card, "More by Roland Esk")
    assert speaker["text"].startswith("Roland Esk: latest statements")
    back = await ada.press(speaker, "‹ Back")
    assert back["text"] == card["text"]


async def test_question_with_a_speaker_quotes_only_their_words(bot: App, ada: Phone) -> None:
    answer = await ada.say("said:castellan barley")
    assert marked(answer, "blockquote")
    assert all("Imre Castellan" in part for part in answer["text"].split("\n") if "ago" in part)


async def test_filter_on_an_unknown_speaker_is_named_with_suggestions(bot: App, ada: Phone) -> None:
    answer = await ada.say("said:castelan barley")
    assert "Nobody called “castelan” is quoted here." in answer["text"]
    assert 'said:"Imre Castellan"' in labels(answer)


async def test_question_for_somebodys_words_says_if_there_are_none(bot: App, ada: Phone) -> None:
    answer = await ada.say("what did the brewer say about the barley?")
    assert "Nobody called “the brewer” is quoted about “barley” here." in answer["text"]


async def test_question_for_somebodys_words_opens_with_them(bot: App, ada: Phone) -> None:
    answer = await ada.say("what did Castellan say about the barley?")
    assert "Nobody called" not in answer["text"]
    assert "We had stopped looking on weekdays" in marked(answer, "blockquote")[0]


async def test_alert_on_a_speaker_shows_what_it_would_have_found(bot: App, ada: Phone) -> None:
    preview = await ada.say('/subscribe said:"Roland Esk"')
    assert "legionn" in preview["text"].casefold()


async def test_command_without_a_name_shows_how_to_ask(bot: App, ada: Phone) -> None:
    assert "/said " in (await ada.say("/said"))["text"]
