"""Examples come from what the corpus holds; operators see their commands in /help."""

import pytest

from bot.app.wiring import App
from handlers.texts import LANGUAGES, texts_for
from tests.e2e.alerting import publish
from tests.e2e.conftest import StartBot
from tests.e2e.person import Phone, labels, marked


async def test_start_shows_examples_that_have_answers(bot: App, ada: Phone) -> None:
    await publish(bot)
    examples = marked(await ada.say("/start"), "code")
    assert "Hail" in examples[0]
    assert "Tavira" in examples[0]
    for example in examples:
        assert labels(await ada.say(example))[0] == "1"


async def test_start_on_an_empty_corpus_shows_invented_examples(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(samples="never"):
        assert len(marked(await ada.say("/start"), "code")) == 2


async def test_help_lists_operators_commands_for_operators_only(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(admin_ids={ada.person.id}):
        assert "/reload" in (await ada.say("/help"))["text"]
        bob = ada.state.add_person("Bob")
        text = (await Phone(ada.state, bob, ada.state.chats[bob.id]).say("/help"))["text"]
        assert "/reload" not in text


@pytest.mark.parametrize("command", ["/subscribe", "/trends", "/timeline", "/help"])
async def test_hints_show_examples_that_have_answers(bot: App, ada: Phone, command: str) -> None:
    await publish(bot)
    examples = marked(await ada.say(command), "code")
    words = next(example for example in examples if "Tavira" in example).removeprefix(f"{command} ")
    assert labels(await ada.say(words))[0] == "1"


async def test_help_shows_filters_that_find_something(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(samples="never") as app:
        await publish(app, publisher="Port Herald")
        examples = marked(await ada.say("/help"), "code")
        source = next(example for example in examples if example.startswith("source:"))
        assert source == 'source:"Port Herald"'
        assert labels(await ada.say(f"hail {source}"))[0] == "1"


@pytest.mark.parametrize("language", list(LANGUAGES))
async def test_hints_on_an_empty_corpus_show_invented_examples(
    start_bot: StartBot, ada: Phone, language: str
) -> None:
    async with start_bot(samples="never"):
        await ada.say(f"/lang {language}")
        example = texts_for(language)("start-example-1")
        for command in ("/subscribe", "/trends", "/timeline"):
            assert marked(await ada.say(command), "code")[0] == f"{command} {example}"
