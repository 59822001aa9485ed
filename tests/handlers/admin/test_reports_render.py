"""Reported stories: Telegram accepts the messages whatever they contain."""

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
    reports = [
        Report(ReportId(number * 100 - n), 5_000 + n, StoryId("s"), article.id, reason, AT)
        for n, reason in enumerate(reasons)
    ]
    return ReportedStory(tuple(reports))


def assert_fit(screen: Screen) -> None:
    assert_sendable(screen.html)
    assert screen.keyboard is not None
    assert validated_markup(screen.keyboard.to_dict())
    buttons = [button for row in screen.keyboard.inline_keyboard for button in row]
    assert all(ReportsButton.matches(button.callback_data) for button in buttons)


@given(st.data(), st.sampled_from(sorted(LANGUAGES)), st.integers(1, 12), st.integers(0, 5))
def test_any_reports_can_be_listed_and_opened(
    data: st.DataObject, language: str, count: int, page: int
) -> None:
    members, texts = [data.draw(articles(n)) for n in range(min(count, 3))], texts_for(language)
    stories = [reported(members[n % 3 % len(members)], *ReportReason, number=n + 1) for n in range(count)]
    entries = {member.id: AnswerEntry(member, story_of(*members)) for member in members}
    assert_fit(list_screen(stories, entries, page, texts))
    assert_fit(list_screen(stories, {}, page, texts))
    assert_fit(story_screen(stories[0], entries[members[0].id], texts))
    assert_fit(story_screen(stories[0], None, texts))


def test_page_beyond_the_end_of_the_list_is_the_last() -> None:
    article = Article(ArticleId("a"), "Flood", "x")
    stories = [reported(article, ReportReason.EVENT, number=n) for n in range(1, PAGE_SIZE + 2)]
    first, last = (list_screen(stories, {}, page, TEXTS) for page in (1, 99))
    assert f"{PAGE_SIZE + 1} stories" in first.html
    assert [first.html.count("different events: 1"), last.html.count("different events: 1")] == [PAGE_SIZE, 1]


def test_opened_report_quotes_the_text_behind_each_source() -> None:
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
