"""Digests contain all their stories, however long the texts are."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.alerts.alert import Alert, AlertId
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.delivery.composer import NotificationContent
from bot.delivery.outbox import DIGEST_STORIES
from bot.questions.model import AnswerEntry
from bot.stories.story import Story, StoryId
from handlers.alerts.render import digest_html
from handlers.telegram.html import visible
from handlers.texts import LANGUAGES, texts_for
from tests.tdlib import assert_sendable

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LONG = Hop("Mill & Harbour Gazette of the Whole of the Lusena Coast and Isles", Certainty.INFERRED)
ARTICLE = Article(
    ArticleId("a"),
    "Ferry & harbour " * 40,
    "A ferry sailed.",
    url="https://a.example/" + "x" * 300,
    published_at=NOW,
    published=Certainty.INFERRED,
    provenance=Provenance(LONG, (LONG,) * 3, (LONG,) * 9),
)
ALERTS = tuple(Alert(AlertId(n), 1, None, 7, "ferry & harbour " * 30, NOW) for n in range(9))


@pytest.mark.parametrize("withdrawn", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_longest_digest_contains_all_its_stories(language: str, *, withdrawn: bool) -> None:
    numbers = range(1, DIGEST_STORIES + 1)
    articles = [replace(ARTICLE, id=ArticleId(f"a{n}")) for n in numbers]
    story = Story(StoryId("s"), (), ("Mill",) * 1_234, ())
    entries = {article.id: AnswerEntry(article, story) for article in articles}
    contents = [NotificationContent(article, article.title, ALERTS, corrected=True) for article in articles]
    if withdrawn:
        contents = [replace(content, article=None, withdrawn=True) for content in contents]
    html = digest_html(contents, entries, texts_for(language))
    assert_sendable(html)
    shown = re.sub("[\u2066-\u2069\u200e\u200f]", "", visible(html))
    assert [int(number) for number in re.findall(r"^(\d)\. ", shown, re.MULTILINE)] == list(numbers)


def test_withdrawn_story_in_a_digest_names_its_alert() -> None:
    alert = replace(ALERTS[0], text="harbour")
    entry = AnswerEntry(ARTICLE, Story(StoryId("s"), (), ("Mill",), ()))
    contents = [
        NotificationContent(ARTICLE, "Ferry", (alert,)),
        NotificationContent(None, "Bridge", (alert,), withdrawn=True),
    ]
    shown = visible(digest_html(contents, {ARTICLE.id: entry}, texts_for("en")))
    assert shown.endswith("2. Bridge\nThis article was withdrawn. Alert harbour")
