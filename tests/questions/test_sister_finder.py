"""Stories of other languages about one event, found through the index and the store."""

import json
from typing import Any

from bot.corpus.article import ArticleId
from bot.questions.model import Sister
from tests.conftest import OpenApp
from tests.stories.test_sisters import SAMPLES

WANTED = ("quake-izmir", "strike-izmir", "quake-manila")


def rows() -> list[dict[str, Any]]:
    samples = map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines())
    return [{**row, "sample": False} for row in samples if row["event"] in WANTED]


def shown(sisters: tuple[Sister, ...]) -> dict[str, tuple[str, int]]:
    return {sister.language: (sister.article.id, sister.articles) for sister in sisters}


async def test_card_of_an_article_has_its_event_in_other_languages(open_with: OpenApp) -> None:
    async with open_with(*rows()) as app:
        questions = app.services.questions
        card = await questions.card(ArticleId("quake-izmir-en"), "")
        assert shown(card.sisters) == {
            language: (f"quake-izmir-{language}", 1) for language in ("tr", "ar", "pt")
        }
        assert (await questions.story(ArticleId("quake-izmir-en"))).sisters == card.sisters
        listed = await questions.sisters(ArticleId("quake-izmir-ar"))
        assert set(shown(listed.sisters)) == {"en", "tr", "pt"}


async def test_link_counts_the_articles_of_the_other_story(open_with: OpenApp) -> None:
    turkish = next(row for row in rows() if row["id"] == "quake-izmir-tr")
    copy = {**turkish, "id": "copy", "published": "2026-11-10T11:00:00Z"}
    async with open_with(*rows(), copy) as app:
        card = await app.services.questions.story(ArticleId("quake-izmir-en"))
        assert shown(card.sisters)["tr"] == ("quake-izmir-tr", 2)
        assert card.sisters[0].language == "tr"  # most articles first
        story = await app.services.questions.story(ArticleId("quake-izmir-tr"))
        assert "tr" not in shown(story.sisters)


async def test_removed_article_is_linked_no_more(open_with: OpenApp) -> None:
    async with open_with(*rows()) as app:
        assert (await app.services.questions.story(ArticleId("quake-izmir-en"))).sisters
    async with open_with(*[row for row in rows() if row["id"] == "quake-izmir-en"]) as app:
        assert not (await app.services.questions.story(ArticleId("quake-izmir-en"))).sisters
