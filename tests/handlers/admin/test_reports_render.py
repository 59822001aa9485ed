"""Reported stories: whatever stands in them, Telegram takes the messages."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.admin.reports import Report, ReportedStory, ReportId, ReportReason
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.preview.telegram.reply_markup import validated_markup
from bot.questions.model import AnswerEntry
from bot.stories.story import StoryId
from handlers.admin.reports_render import PAGE_SIZE, ReportsButton, list_screen, story_screen
from handlers.telegram.html import visible
from handlers.telegram.screen import Screen
from handlers.texts import LANGUAGES, texts_for
from tests.handlers.questions.test_render import articles, story_of
from tests.tdlib import assert_sendable

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
TEXTS = texts_for("en")


def reported(article: Article, *reasons: ReportReason, number: int = 1) -> ReportedStory:
    held = [
        Report(ReportId(number * 100 - n), 5_000 + n, StoryId("s"), article.id, reason, AT)
        for n, reason in enumerate(reasons)
    ]
    return ReportedStory(tuple(held))


def assert_fit(screen: Screen) -> None:
    assert_sendable(screen.html)
    assert screen.keyboard is not None
    assert validated_markup(screen.keyboard.to_dict())
    pressed = [each.callback_data for row in screen.keyboard.inline_keyboard for each in row]
    assert all(map(ReportsButton.matches, pressed))


@given(st.data(), st.sampled_from(sorted(LANGUAGES)), st.integers(1, 12), st.integers(0, 5))
def test_any_reports_can_be_listed_and_opened(
    data: st.DataObject, language: str, count: int, page: int
) -> None:
    found, texts = [data.draw(articles(n)) for n in range(min(count, 3))], texts_for(language)
    told = [reported(found[n % 3 % len(found)], *ReportReason, number=n + 1) for n in range(count)]
    entries = {each.id: AnswerEntry(each, story_of(*found)) for each in found}
    assert_fit(list_screen(told, entries, page, texts))
    assert_fit(list_screen(told, {}, page, texts))
    assert_fit(story_screen(told[0], entries[found[0].id], texts))
    assert_fit(story_screen(told[0], None, texts))


def test_a_list_has_pages_and_a_page_past_the_end_is_the_last() -> None:
    article = Article(ArticleId("a"), "Flood", "x")
    told = [reported(article, ReportReason.EVENT, number=n) for n in range(1, PAGE_SIZE + 2)]
    first, last = (list_screen(told, {}, page, TEXTS) for page in (1, 99))
    assert f"{PAGE_SIZE + 1} stories" in first.html
    assert [first.html.count("different events: 1"), last.html.count("different events: 1")] == [PAGE_SIZE, 1]


def test_an_opened_report_shows_the_words_that_name_each_source() -> None:
    provenance = Provenance(
        Hop("Mill Gazette", Certainty.STATED),
        (Hop("Reuters", Certainty.STATED, "Source: Reuters."),),
        (Hop("SANA", Certainty.INFERRED, "SANA <said> so"),),
    )
    article = Article(ArticleId("a"), "Flood", "x", "en", provenance=provenance)
    shown = visible(story_screen(reported(article, ReportReason.ORIGIN), AnswerEntry(article), TEXTS).html)
    assert shown.endswith("• Mill Gazette\n• Reuters\nSource: Reuters.\n• SANA (?)\nSANA <said> so")
    assert "original source wrong: 1" in shown
    assert "by 5000" in shown
