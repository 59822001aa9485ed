"""Reported stories, as messages for who runs the bot."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.admin.reports import ReportedStory, ReportReason
from bot.corpus.article import Article, ArticleId, Certainty, Hop
from bot.questions.model import AnswerEntry
from handlers.questions.render import entry_html
from handlers.telegram.bidi import line, name, quoted
from handlers.telegram.html import fit, moment, plain
from handlers.telegram.screen import Screen
from handlers.texts import Texts

LISTED = 5
"""Stories on one page of the list."""
_PEOPLE = 5
_RECEIPTS = 8
_SAYS = {
    ReportReason.OUTLET: "report-says-outlet",
    ReportReason.ORIGIN: "report-says-origin",
    ReportReason.EVENT: "report-says-event",
}


def list_screen(
    reported: Sequence[ReportedStory], entries: Mapping[ArticleId, AnswerEntry], page: int, texts: Texts
) -> Screen:
    """Return one page of the reported stories."""
    if not reported:
        return Screen(texts("reports-none"))
    pages = -(-len(reported) // LISTED)
    page = min(max(page, 1), pages)
    shown = reported[(page - 1) * LISTED : page * LISTED]
    blocks = [_story(n, each, entries.get(each.last.article_id), texts) for n, each in enumerate(shown, 1)]
    rows = [
        [_button("o", str(n), each.last.id) for n, each in enumerate(shown, 1)],
        [_button("d", f"✓ {n}", each.last.id) for n, each in enumerate(shown, 1)],
        _pages(page, pages, texts),
    ]
    html = fit([texts("reports", count=len(reported)), *blocks])
    return Screen(html, InlineKeyboardMarkup([row for row in rows if row]))


def story_screen(story: ReportedStory, entry: AnswerEntry | None, texts: Texts) -> Screen:
    """Return one reported story: who says what, and the words its provenance rests on."""
    receipts = _receipts(entry.article, texts) if entry else []
    people = [f"<code>{each.person_id}</code>" for each in reversed(story.reports)][:_PEOPLE]
    by = texts("report-by", people=texts.listed(people), at=moment(story.reports[-1].at))
    html = fit([_story(1, story, entry, texts), by, *receipts])
    row = [_button("d", texts("button-report-done"), story.last.id)]
    return Screen(html, InlineKeyboardMarkup([row, [_button("l", texts("button-back"), 1)]]))


def _story(number: int, story: ReportedStory, entry: AnswerEntry | None, texts: Texts) -> str:
    head = entry_html(number, entry, texts) if entry else line(f"\n{number}. {texts('report-gone')}", texts)
    says = " · ".join(texts(_SAYS[reason], count=count) for reason, count in story.reasons.most_common())
    return f"{head}\n{line(f'⚑ {says}', texts)}"


def _receipts(article: Article, texts: Texts) -> list[str]:
    provenance = article.provenance
    publisher = [provenance.publisher] if provenance.publisher else []
    hops = [*publisher, *provenance.original, *provenance.cited][:_RECEIPTS]
    return [f"\n{texts('report-receipts')}", *(_receipt(hop, article, texts) for hop in hops)]


def _receipt(hop: Hop, article: Article, texts: Texts) -> str:
    known = name(plain(hop.name, most=60), texts)
    if hop.certainty is Certainty.INFERRED:
        known += " (?)"
    quote = quoted(plain(hop.quote, most=300), article.language, texts)
    return line(f"• {known}", texts) + (f"\n<blockquote>{quote}</blockquote>" if quote.strip() else "")


def _pages(page: int, pages: int, texts: Texts) -> list[InlineKeyboardButton]:
    before = [_button("l", texts("button-previous"), page - 1)] if page > 1 else []
    return before + ([_button("l", texts("button-next"), page + 1)] if page < pages else [])


def _button(verb: str, label: str, number: int) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=f"R.{number}.{verb}")
