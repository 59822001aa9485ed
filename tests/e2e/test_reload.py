"""/reload, its report and its buttons."""

import re
from pathlib import Path

import pytest

from bot.delivery.outbox import OutboxState
from handlers.texts import texts_for
from tests.e2e.alerting import bot_message, save
from tests.e2e.conftest import StartBot
from tests.e2e.person import Json, Phone, labels, marked
from tests.factories import write_jsonl

PROGRESS = texts_for("en")("reload-begun").partition("</b>")[0].removeprefix("<b>")
"""The heading while a reload runs; the report has another."""
TOWNS = ("Tavira", "Silves", "Loule", "Olhao")
PIER = {"title": "Pier opens in Faro", "text": "A new pier opened in Faro on Monday, the mayor said."}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for town in TOWNS:
        write_jsonl(
            folder / f"{town}.jsonl",
            {"title": f"Market of {town}", "text": f"The market hall of {town} was rebuilt."},
        )
    return folder


async def reloaded(phone: Phone, words: str = "/reload") -> Json:
    """Ask for a reload; return its report, which replaces the progress message."""
    answer = await phone.say(words)
    message = phone.chat.messages[answer["message_id"]]
    await phone.state.until(lambda: marked(message, "bold") != [PROGRESS])
    return message


async def test_reload_reports_changes_and_undo_reverts_them(
    start_bot: StartBot, ada: Phone, corpus: Path
) -> None:
    async with start_bot(corpus=corpus, admin_ids={ada.person.id}) as app:
        assert "+4 −0 ~0 changed" in (await reloaded(ada))["text"]
        await save(ada, "pier")
        write_jsonl(corpus / "new.jsonl", PIER, {"title": "No text"})
        write_jsonl(
            corpus / "Tavira.jsonl",
            {"title": "Market of Tavira", "text": "The market hall of Tavira was razed."},
        )
        report = await reloaded(ada)
        assert "Reloaded" in report["text"]
        assert "+1 −0 ~1 changed, 3 unchanged" in report["text"]
        assert "1 rejected: the field “text” is missing (new.jsonl:2)" in report["text"]
        assert "Alerts about new articles (1) are on their way" in report["text"]
        await bot_message(ada, "A new pier opened")
        assert labels(report) == ["Undo", "Details"]
        await bot_message(ada, "1 reject: file, line, reason")
        assert "Pier opens" in (await ada.say("Faro pier"))["text"]
        assert "razed" in (await ada.say("Tavira market hall"))["text"]
        details = await ada.press(report, "Details")
        assert "Pier opens in Faro" in details["text"]
        undone = await ada.press(await ada.press(details, "‹ Report"), "Undo")
        assert "Undone" in undone["text"]
        assert labels(undone) == ["Details"]
        assert "Pier opens" not in (await ada.say("Faro pier"))["text"]
        assert "rebuilt" in (await ada.say("Tavira market hall"))["text"]
        done = [action.action for action in await app.services.reload.audit.newest(9)]
        assert done == ["reload undo", "reload", "reload"]
        waiting = await app.services.delivery.overview()
        assert waiting.counts == {OutboxState.SENT: 1}
        assert await app.services.delivery.outbox.expand(limit=9, now=app.services.clock()) == 0


async def test_reload_that_would_remove_many_articles_is_refused(
    start_bot: StartBot, ada: Phone, corpus: Path
) -> None:
    async with start_bot(corpus=corpus, admin_ids={ada.person.id}):
        await reloaded(ada)
        for town in TOWNS[1:]:
            (corpus / f"{town}.jsonl").unlink()
        kept = await reloaded(ada)
        assert "Reload failed: 3 of 4 articles would be removed, more than 30%" in kept["text"]
        assert "Market of Silves" in (await ada.say("Silves market"))["text"]
        assert "+0 −3" in (await reloaded(ada, "/reload anyway"))["text"]
        assert "Market of Silves" not in (await ada.say("Silves market"))["text"]


async def test_second_reload_reports_the_running_one(start_bot: StartBot, ada: Phone, corpus: Path) -> None:
    async with start_bot(corpus=corpus, admin_ids={ada.person.id}) as app:
        generations, clock = app.services.reload.generations, app.services.clock
        first = await generations.begin(str(corpus), None, clock())
        assert "already running" in (await ada.say("/reload"))["text"]
        await generations.abort(first, first.report, clock())
        assert "+4" in (await reloaded(ada))["text"]


async def test_stats_describe_the_bot_to_an_admin(start_bot: StartBot, ada: Phone, corpus: Path) -> None:
    async with start_bot(corpus=corpus, admin_ids={ada.person.id}):
        assert "no answers since the start" in (await ada.say("/stats"))["text"]
        await reloaded(ada)
        await ada.say("Silves market")
        said = (await ada.say("/stats"))["text"]
    for words in (
        "52 articles, including 48 samples",
        "Index: 52 articles",
        "Last reload: done",
        "Response time of the last 1 answers:",
    ):
        assert words in said
    assert re.search(r"Memory: [1-9]\d+ MB", said)


def ferries(*numbers: int) -> list[Json]:
    return [
        {"title": f"Ferry {number} sails", "text": f"The ferry number {number} sailed to Faro at dawn."}
        for number in numbers
    ]


@pytest.mark.parametrize(("label", "sent"), [("Send alerts", True), ("Quietly", False)])
async def test_admin_decides_about_alerts_when_much_is_new(
    start_bot: StartBot, ada: Phone, corpus: Path, label: str, sent: bool
) -> None:
    async with start_bot(corpus=corpus, admin_ids={ada.person.id}, reload_max_news=0.1) as app:
        await reloaded(ada)
        await save(ada, "ferry")
        write_jsonl(corpus / "new.jsonl", *ferries(*range(30)))
        report = await reloaded(ada)
        assert "% of the corpus is new. New articles that match alerts: 30." in report["text"]
        assert labels(report) == ["Send alerts", "Quietly", "Undo", "Details"]
        assert (await app.services.delivery.overview()).counts == {}
        decided = await ada.press(report, label)
        assert labels(decided) == ["Undo", "Details"]
        if sent:
            await bot_message(ada, "Ferry")
        else:
            assert "No alerts were sent about new articles (30)" in decided["text"]
            await ada.bot_messages()
            assert (await app.services.delivery.overview()).counts == {}


async def test_quiet_reload_sends_no_alerts(start_bot: StartBot, ada: Phone, corpus: Path) -> None:
    async with start_bot(corpus=corpus, admin_ids={ada.person.id}) as app:
        await reloaded(ada)
        await save(ada, "pier")
        write_jsonl(corpus / "new.jsonl", PIER)
        assert "No alerts were sent" in (await reloaded(ada, "/reload quiet"))["text"]
        assert (await app.services.delivery.overview()).counts == {}
