"""Reported stories as messages for operators."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.admin.reports import ReportedStory, ReportReason
from bot.corpus.article import Article, ArticleId, Certainty, Hop
from bot.questions.model import AnswerEntry
from bot.questions.pagination import Page, page_of
from handlers.questions.article_render import entry_html
from handlers.telegram.bidi import line, name, quoted
from handlers.telegram.callback_data import ID, CallbackData
from handlers.telegram.html import fit, moment, plain
from handlers.telegram.screen import Screen
from handlers.texts import Texts

PAGE_SIZE = 5
_REPORTERS = 5
_RECEIPTS = 8
_REASONS = {
    ReportReason.OUTLET: "report-says-outlet",
    ReportReason.ORIGIN: "report-says-origin",
    ReportReason.EVENT: "report-says-event",
}


class ReportsVerb(StrEnum):
    """What a button of /reports does."""

    LIST = "l"
    OPEN = "o"
    DONE = "d"


class ReportsButton(CallbackData, form="R.{number}.{verb}"):
    """Shows reported stories, or marks one as done.

    Args:
        number: The id of a story's last report, or a page of the list.
    """

    number: Annotated[int, ID]
    verb: ReportsVerb


def list_screen(
    stories: Sequence[ReportedStory], entries: Mapping[ArticleId, AnswerEntry], number: int, texts: Texts
) -> Screen:
    """Return page `number` of the reported stories, or the nearest page there is."""
    if not stories:
        return Screen(texts("reports-none"))
    page = page_of(len(stories), number, size=PAGE_SIZE)
    shown = list(enumerate(stories[page.slice], start=1))
    blocks = [_story(n, story, entries.get(story.last.article_id), texts) for n, story in shown]
    rows = [
        [_button(ReportsVerb.OPEN, str(n), story.last.id) for n, story in shown],
        [_button(ReportsVerb.DONE, f"✓ {n}", story.last.id) for n, story in shown],
        _pages(page, texts),
    ]
    html = fit([texts("reports", count=len(stories)), *blocks])
    return Screen(html, InlineKeyboardMarkup([row for row in rows if row]))


def story_screen(story: ReportedStory, entry: AnswerEntry | None, texts: Texts) -> Screen:
    """Return one reported story: who reports what, and the text its provenance was read from."""
    receipts = _receipts(entry.article, texts) if entry else []
    people = [f"<code>{report.person_id}</code>" for report in reversed(story.reports)][:_REPORTERS]
    by = texts("report-by", people=texts.listed(people), at=moment(story.reports[-1].at, texts))
    html = fit([_story(1, story, entry, texts), by, *receipts])
    done = _button(ReportsVerb.DONE, texts("button-report-done"), story.last.id)
    back = _button(ReportsVerb.LIST, texts("button-back"), 1)
    return Screen(html, InlineKeyboardMarkup([[done], [back]]))


def _story(number: int, story: ReportedStory, entry: AnswerEntry | None, texts: Texts) -> str:
    head = entry_html(number, entry, texts) if entry else line(f"\n{number}. {texts('report-gone')}", texts)
    reasons = [texts(_REASONS[reason], count=count) for reason, count in story.reasons.most_common()]
    says = line(f"⚑ {' · '.join(reasons)}", texts)
    return f"{head}\n{says}"


def _receipts(article: Article, texts: Texts) -> list[str]:
    provenance = article.provenance
    publisher = [provenance.publisher] if provenance.publisher else []
    hops = [*publisher, *provenance.original, *provenance.cited][:_RECEIPTS]
    return [f"\n{texts('report-receipts')}", *(_receipt(hop, article, texts) for hop in hops)]


def _receipt(hop: Hop, article: Article, texts: Texts) -> str:
    outlet = name(plain(hop.name, most=60), texts)
    if hop.certainty is Certainty.INFERRED:
        outlet += " (?)"
    quote = quoted(plain(hop.quote, most=300), article.language, texts)
    return line(f"• {outlet}", texts) + (f"\n<blockquote>{quote}</blockquote>" if quote.strip() else "")


def _pages(page: Page, texts: Texts) -> list[InlineKeyboardButton]:
    row = []
    if page.number > 1:
        row.append(_button(ReportsVerb.LIST, texts("button-previous"), page.number - 1))
    if page.number < page.pages:
        row.append(_button(ReportsVerb.LIST, texts("button-next"), page.number + 1))
    return row


def _button(verb: ReportsVerb, label: str, number: int) -> InlineKeyboardButton:
    return ReportsButton(number=number, verb=verb).button(label)
