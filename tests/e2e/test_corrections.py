"""Corrections and withdrawals: on cards, in /corrections, in notifications, through old buttons."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.app.wiring import App
from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle
from handlers.telegram.deep_links import article_link, story_link
from tests.e2e.alerting import bot_message, recorded_as_sent, save
from tests.e2e.person import Json, Phone, labels, marked

BEFORE = "Four people drowned in the Varda on Friday, rescuers in Lorn said. The bridge at Lorn is closed."
AFTER = "Three people drowned in the Varda on Friday, rescuers in Lorn said. The bridge at Lorn is closed."


async def store(app: App, text: str, name: str = "varda", **fields: Any) -> None:
    """Publish an article, or its next version."""
    usual = {
        "title": "Varda drownings",
        "publisher": "Lorn Courier",
        "published": datetime.now(UTC).isoformat(),
    }
    await app.pipeline.ingest([RawArticle(source=name, id=name, text=text, **(usual | fields))])


async def card(phone: Phone, words: str = "Varda drowned Lorn") -> Json:
    return await phone.press(await phone.say(words), "1")


async def test_card_says_when_the_article_was_corrected_and_shows_the_sentences(bot: App, ada: Phone) -> None:
    await store(bot, BEFORE)
    assert "✎" not in (await card(ada))["text"]
    await store(bot, AFTER)
    shown = await card(ada)
    assert "✎ Corrected" in shown["text"]
    changed = await ada.press(shown, "✎ What changed")
    assert marked(changed, "strikethrough") == [BEFORE.partition(". ")[0] + "."]
    assert "→ Three people drowned in the Varda on Friday, rescuers in Lorn said." in changed["text"]
    assert marked(changed, "bold")[-1] == "Three "
    assert "bridge" not in changed["text"]
    assert "✎ Corrected" in (await ada.press(changed, "‹ Back"))["text"]


async def test_added_sentences_are_an_update_and_touch_ups_are_nothing(bot: App, ada: Phone) -> None:
    await store(bot, BEFORE)
    await store(bot, BEFORE.replace(" on ", "  on ") + " Updated 14:05")
    assert "✎" not in (await card(ada))["text"]
    await store(bot, f"{BEFORE} A fund for the families takes donations.")
    shown = await card(ada)
    assert "✎ Updated" in shown["text"]
    assert "+ A fund for the families takes donations." in (await ada.press(shown, "✎ What changed"))["text"]


async def test_versions_have_pages_newest_first(bot: App, ada: Phone) -> None:
    for text in (BEFORE, AFTER, AFTER.replace("Three", "Two")):
        await store(bot, text)
    newest_page = await ada.press(await card(ada), "✎ What changed")
    assert "→ Two people" in newest_page["text"]
    older = await ada.press(newest_page, "▶")
    assert "→ Three people" in older["text"]
    assert "→ Two people" in (await ada.press(older, "◀"))["text"]


async def test_corrections_lists_what_changed_and_what_was_withdrawn(bot: App, ada: Phone) -> None:
    assert "has corrected or withdrawn" in (await ada.say("/corrections"))["text"]
    await store(bot, BEFORE)
    await store(bot, "Hail broke greenhouse roofs near Tavira on Monday.", "hail", title="Hail over Tavira")
    await store(bot, AFTER)
    await bot.pipeline.remove([ArticleId("hail")])
    listed = await ada.say("/corrections")
    hail, varda = listed["text"].index("Hail over Tavira"), listed["text"].index("Varda drownings")
    assert hail < varda
    assert "Lorn Courier · ✗ Withdrawn" in listed["text"]
    assert "greenhouse" not in listed["text"]
    assert "→ Three people drowned" in listed["text"]
    assert labels(listed) == ["1", "2"]
    about = await ada.say("/corrections varda")
    assert "Recent corrections: varda" in about["text"]
    assert "Hail" not in about["text"]
    assert "Varda" not in (await ada.say("/corrections tavira"))["text"]
    assert "No recent corrections" in (await ada.say("/corrections zebra"))["text"]
    assert "Varda drownings" in (await ada.press(about, "1"))["text"]


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("four", True),  # as it was
        ("three", True),  # as it is
        ("drow*", True),
        ('"four people"', True),
        ("varda -three", True),
        ("bridge lang:en", True),
        ("tunnel", False),
        ('"five people"', False),
        ("bridge lang:tr", False),
        ("varda -people", False),
    ],
)
async def test_topic_finds_articles_as_they_are_and_as_they_were(
    bot: App, ada: Phone, topic: str, found: bool
) -> None:
    await store(bot, BEFORE, language="en")
    await store(bot, AFTER, language="en")
    assert ("Varda drownings" in (await ada.say(f"/corrections {topic}"))["text"]) is found


async def test_list_has_pages_and_leaves_out_muted_publishers(bot: App, ada: Phone) -> None:
    for number in range(5):
        name = f"river{number}"
        for died in (4, 3):
            text = f"Flood {name} drowned {died} people in the Varda valley."
            await store(bot, text, name, title=f"Flood {name}", publisher=f"Outlet {number}")
    first = await ada.say("/corrections")
    assert [f"river{n}" in first["text"] for n in range(5)] == [False, False, True, True, True]
    second = await ada.press(first, "▶")
    assert [f"Flood river{n}\n" in second["text"] for n in range(5)] == [True, True, False, False, False]
    assert labels(second) == ["1", "2", "◀"]
    await ada.say("/mute Outlet 4")
    assert "river4" not in (await ada.say("/corrections"))["text"]


async def test_old_button_of_a_withdrawn_article_says_what_is_known(bot: App, ada: Phone) -> None:
    await store(bot, BEFORE)
    answer = await ada.say("Varda drowned Lorn")
    await bot.pipeline.remove([ArticleId("varda")])
    shown = await ada.press(answer, "1")
    assert shown["text"].startswith("Varda drownings\nLorn Courier · ✗ Withdrawn ")
    assert "Four people" not in shown["text"]
    assert labels(shown) == ["‹ Back"]


async def test_link_to_a_withdrawn_article_says_so_and_lists_who_still_reports(bot: App, ada: Phone) -> None:
    url = "https://courier.example/varda"
    await store(bot, BEFORE, url=url)
    await store(bot, f"{BEFORE} Boats came.", "other", publisher="Tarn Post")
    answer = await ada.say("Varda drowned Lorn")
    await bot.pipeline.remove([ArticleId("varda")])
    for link in (url, "http://www.courier.example/varda/?utm_source=x"):
        shown = await ada.say(link)
        assert shown["text"].startswith("Varda drownings\nLorn Courier · ✗ Withdrawn ")
        assert "Others still report this story" in shown["text"]
        assert "Tarn Post" in shown["text"]
        assert "Tarn Post" in (await ada.press(shown, "1"))["text"]
    numbers = [await ada.press(answer, label) for label in ("1", "2") if label in labels(answer)]
    old = next((shown for shown in numbers if "Withdrawn" in shown["text"]), None)
    if old is not None:
        assert "Tarn Post" in (await ada.press(old, "1"))["text"]


@pytest.mark.parametrize("link", [article_link, story_link])
async def test_shared_card_of_a_withdrawn_article_leads_to_what_is_known(
    bot: App, ada: Phone, link: Callable[[ArticleId], str | None]
) -> None:
    await store(bot, BEFORE)
    await bot.pipeline.remove([ArticleId("varda")])
    shown = await ada.answer_to(ada.users.follow_link(ada.person, link(ArticleId("varda")) or ""))
    assert shown["text"].startswith("Varda drownings\nLorn Courier · ✗ Withdrawn ")


async def test_link_to_a_withdrawn_article_that_nobody_else_reports(bot: App, ada: Phone) -> None:
    await store(bot, BEFORE, url="https://courier.example/varda")
    await bot.pipeline.remove([ArticleId("varda")])
    shown = await ada.say("https://courier.example/varda")
    assert "✗ Withdrawn" in shown["text"]
    assert "Nobody else here reports this story." in shown["text"]
    assert "I don’t have that page" in (await ada.say("https://courier.example/other"))["text"]


async def test_topic_that_is_no_query_says_why(bot: App, ada: Phone) -> None:
    assert "(" in (await ada.say("/corrections (varda"))["text"]


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["corrected", "updated"])
async def test_edited_notification_names_what_changed(
    edits_at_once: None, bot: App, ada: Phone, mode: str
) -> None:
    await save(ada, "varda")
    await store(bot, BEFORE)
    notice = await bot_message(ada, "Varda drownings")
    await recorded_as_sent(bot)
    await store(bot, AFTER if mode == "corrected" else f"{BEFORE} A fund takes donations.")
    change = "→ Three people drowned" if mode == "corrected" else "+ A fund takes donations."
    shown = await bot_message(ada, change)
    assert shown["message_id"] == notice["message_id"]
    assert f"✎ {mode.capitalize()} since I first sent it." in shown["text"]
