"""👍 and 👎: kept only if the operator opted in, exported, and forgotten with the person."""

import json
from pathlib import Path

from bot.app.cli.judgements import export_judgements
from bot.app.settings import Settings
from bot.app.wiring import App
from bot.questions.model import Question
from tests.e2e.alerting import bot_message, publish
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, Phone, labels

QUESTION = "hailstorm greenhouse Tavira"


async def test_answers_have_no_verdicts_by_default(bot: App, ada: Phone) -> None:
    await publish(bot)
    assert "👍" not in labels(await ada.say(QUESTION))
    assert "👍" not in (await ada.say("/privacy"))["text"]


async def test_verdict_is_kept_exported_and_forgotten(
    start_bot: StartBot, ada: Phone, tmp_path: Path
) -> None:
    async with start_bot(judgements=True) as app:
        await publish(app)
        answer = await ada.say(QUESTION)
        for verdict in ("👎", "👍"):  # the later one counts
            await ada.state.answered(ada.tap(answer, verdict))
        assert "👍" in (await ada.say("/privacy"))["text"]
        settings, file = Settings(_env_file=None, data=tmp_path / "data"), tmp_path / "judgements.jsonl"
        await export_judgements(settings, file)
        (line,) = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        assert (line["text"], line["corpus"], line["lang"]) == (QUESTION, "newsbot", "en")
        assert line["gold"]
        assert line["not_gold"] == []
        assert str(ada.person.id) not in file.read_text(encoding="utf-8")
        await ada.press(await ada.say("/forget_me"), "Delete everything about me")
        await export_judgements(settings, file)
        assert file.read_text(encoding="utf-8") == ""


async def test_verdict_keeps_no_sentence_of_an_article_that_came_later(
    start_bot: StartBot, ada: Phone
) -> None:
    async with start_bot(judgements=True) as app:
        await publish(app)
        answer = await ada.say(QUESTION)
        later = "The hailstorm in Tavira broke every greenhouse. Greenhouse growers fear another hailstorm."
        await publish(app, later, title="Hailstorm: greenhouse Tavira")
        now = await app.services.questions.ask(Question(QUESTION, app.services.clock()))
        assert later.startswith(now.brief[0].text)
        await ada.state.answered(ada.tap(answer, "👎"))
        (judgement,) = await app.services.judgements.store.all()
        assert {article for article, _ in judgement.sentences} <= set(judgement.articles)
        assert all(text not in later for _, text in judgement.sentences)


async def test_other_buttons_are_one_press_away_from_verdicts(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(judgements=True):
        answer = await ada.say(FLOOD)
        assert labels(answer)[-3:] == ["Options", "👍", "👎"]
        assert len(labels(answer)) <= 6
        options = await ada.press(answer, "Options")
        assert {"More ▸", "🔔 Alert", "Newest", "What’s new?", "‹ Back"} <= set(labels(options))
        more = await ada.press(options, "More ▸")
        assert any(label.startswith("Page 2/") for label in labels(more))
        first = await ada.press(more, "◀")
        ada.tap(await ada.press(first, "Options"), "🔔 Alert")
        assert "New alert" in (await bot_message(ada, "New alert"))["text"]


async def test_verdict_has_the_language_of_its_question(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(judgements=True) as app:
        await publish(app)
        answer = await ada.say("Was war mit dem Hagel und den Tomaten in Tavira?")
        await ada.state.answered(ada.tap(answer, "👍"))
        (judgement,) = await app.services.judgements.store.all()
        assert judgement.language == "de"
