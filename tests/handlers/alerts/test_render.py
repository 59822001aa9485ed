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
from bot.summaries.credits import Credit
from bot.summaries.sentence import quote_sentence
from handlers.alerts.render import digest_html
from handlers.telegram.html import visible
from handlers.texts import LANGUAGES, texts_for
from tests.factories import make_article
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


SAID = Credit(speaker="the harbour master of the whole of the Lusena coast", via=LONG.name)
QUOTES = {
    "no": (),
    "short": (quote_sentence(make_article("A ferry sailed."), 0, Credit()),),
    "long": (quote_sentence(make_article("A ferry & a tug " * 90 + "sailed."), 0, SAID),),
}


@pytest.mark.parametrize("withdrawn", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quote", QUOTES)
def test_longest_digest_contains_all_its_stories(language: str, quote: str, *, withdrawn: bool) -> None:
    numbers = range(1, DIGEST_STORIES + 1)
    articles = [replace(ARTICLE, id=ArticleId(f"a{n}")) for n in numbers]
    story = Story(StoryId("s"), (), ("Mill",) * 1_234, ())
    entries = {article.id: AnswerEntry(article, story) for article in articles}
    contents = [
        NotificationContent(article, article.title, ALERTS, QUOTES[quote], corrected=True)
        for article in articles
    ]
    if withdrawn:
        contents = [replace(content, article=None, withdrawn=True) for content in contents]
    html = digest_html(contents, entries, texts_for(language))
    assert_sendable(html)
    shown = re.sub("[\u2066-\u2069\u200e\u200f]", "", visible(html))
    assert [int(number) for number in re.findall(r"^(\d)\. ", shown, re.MULTILINE)] == list(numbers)


def test_digest_quotes_the_sentence_that_matched_with_its_speaker() -> None:
    article = replace(ARTICLE, title="Ferry", provenance=Provenance())
    sentence = quote_sentence(make_article("The ferry is late."), 0, Credit(speaker="Ina Lund"))
    content = NotificationContent(article, "Ferry", (replace(ALERTS[0], text="ferry"),), (sentence,))
    entry = AnswerEntry(article, None)
    shown = visible(digest_html([content] * 2, {article.id: entry}, texts_for("en")))
    assert shown.count("The ferry is late.\nIna Lund · ") == 2


def test_withdrawn_story_in_a_digest_names_its_alert() -> None:
    alert = replace(ALERTS[0], text="harbour")
    entry = AnswerEntry(ARTICLE, Story(StoryId("s"), (), ("Mill",), ()))
    contents = [
        NotificationContent(ARTICLE, "Ferry", (alert,)),
        NotificationContent(None, "Bridge", (alert,), withdrawn=True),
    ]
    shown = visible(digest_html(contents, {ARTICLE.id: entry}, texts_for("en")))
    assert shown.endswith("2. Bridge\nThis article was withdrawn. Alert harbour")
