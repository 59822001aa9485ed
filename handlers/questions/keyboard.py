"""Buttons: which action of a view each stands for, in at most 64 bytes."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.admin.reports import ReportReason
from bot.chats.view import View, ViewId
from bot.questions.model import Answer, Card, SentenceContext, SimilarArticles, StoryCard
from bot.search.ports import Order
from handlers.telegram.html import LONGEST_ADDRESS, clip, web_address
from handlers.texts import Texts

STORY_DATA = re.compile(r"O\.([A-Za-z0-9-]{1,40})")


PERIODS_H = (24, 168, 720, None)
REASONS = (ReportReason.OUTLET, ReportReason.ORIGIN, ReportReason.EVENT)
"""What buttons 1, 2, 3 of a report say is wrong."""
Rows = list[list[InlineKeyboardButton]]


class Verb(StrEnum):
    """What a button does to its view."""

    PAGE = "p"
    ORDER = "o"
    PERIOD = "d"
    OPEN = "a"
    CONTEXT = "c"
    SIMILAR = "m"
    OUTLETS = "s"
    BACK = "b"
    INSTEAD = "w"
    LABEL = "l"
    ALERT = "n"
    SAVE = "y"
    CHANGE = "e"
    CANCEL = "x"
    REPORT = "r"


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: the view it belongs to, what to do, and with which number."""

    view_id: ViewId
    verb: Verb
    number: int = 0


_DATA = re.compile(r"([A-Za-z0-9]{1,16})\.([a-z])(\d{0,6})")


def read_press(data: str) -> Press | None:
    """Return what `callback_data` stands for, None when it is not ours."""
    if (found := _DATA.fullmatch(data)) is None or found[2] not in list(Verb):
        return None
    return Press(ViewId(found[1]), Verb(found[2]), int(found[3] or 0))


def button(view_id: ViewId, verb: Verb, label: str, number: int = 0) -> InlineKeyboardButton:
    """Return a button that `read_press` understands."""
    return InlineKeyboardButton(label, callback_data=f"{view_id}.{verb.value}{number or ''}")


def answer_keyboard(view_id: ViewId, answer: Answer, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return an answer's buttons: open 1 to 5, pages, order, period; suggestions when nothing was found."""
    if answer.pasted:
        return _markup(
            [_numbers(view_id, len(answer.entries)), _pages(view_id, answer.page, answer.pages, texts)]
        )
    if answer.no_results:
        offered = (answer.no_results.widened, *answer.no_results.suggestions[:6])
        instead = [button(view_id, Verb.INSTEAD, clip(w, 40), n) for n, w in enumerate(offered) if w]
        elsewhere = answer.no_results.outside_period or answer.question.period_h
        periods = _periods(view_id, answer, texts) if elsewhere else []
        return _markup([instead[:3], instead[3:6], instead[6:], periods, _alert(view_id, answer, texts)])
    rows = [_numbers(view_id, len(answer.entries)), _pages(view_id, answer.page, answer.pages, texts)]
    rows += [_orders(view_id, answer, texts), _periods(view_id, answer, texts)]
    return _markup([*rows, _alert(view_id, answer, texts)])


def card_keyboard(view_id: ViewId, card: Card, view: View, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return a card's buttons; those that would lead nowhere are left out."""
    read = []
    if card.summary:
        read.append(button(view_id, Verb.CONTEXT, texts("button-context"), 1))
        read += _source(card.article.url, card.summary[0].text, texts)
    more = [button(view_id, Verb.SIMILAR, texts("button-similar"))]
    if card.story:
        more.append(button(view_id, Verb.OUTLETS, texts("button-outlets")))
    return _markup([read, more, _back(view_id, view, texts)])


def context_keyboard(
    view_id: ViewId, context: SentenceContext, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons of a sentence in context: previous and next of the summary, source, back."""
    steps = []
    if context.number > 1:
        steps.append(button(view_id, Verb.CONTEXT, texts("button-previous"), context.number - 1))
    if context.number < context.of:
        steps.append(button(view_id, Verb.CONTEXT, texts("button-next"), context.number + 1))
    source = _source(context.article.url, context.sentence.text, texts)
    return _markup([steps, source, _back(view_id, view, texts)])


def listing_keyboard(
    view_id: ViewId, listing: SimilarArticles, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons that open a list's articles, and back."""
    return _markup([_numbers(view_id, len(listing.entries)), _back(view_id, view, texts)])


def story_keyboard(view_id: ViewId, card: StoryCard, view: View, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return a story's buttons: its articles, pages, a report of a wrong source, back."""
    pages = _pages(view_id, card.page, card.pages, texts)
    report = [button(view_id, Verb.REPORT, texts("button-report-source"))]
    return _markup([_numbers(view_id, len(card.accounts)), pages, report, _back(view_id, view, texts)])


def report_keyboard(view_id: ViewId, view: View, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return what may be wrong with a story's sources, a button each, and back."""
    labels = ("button-report-outlet", "button-report-origin", "button-report-event")
    rows = [[button(view_id, Verb.REPORT, texts(key), n)] for n, key in enumerate(labels, start=1)]
    return _markup([*rows, _back(view_id, view, texts)])


def numbers_keyboard(view_id: ViewId, count: int) -> InlineKeyboardMarkup | None:
    """Return buttons that open a view's articles, 1 to `count`."""
    return _markup([_numbers(view_id, count)])


def source_url(url: str, sentence: str) -> str:
    """Return an address that jumps to a sentence in the browser.

    Long sentences are named by their first and last words, as the specification allows.

    Source:
        WICG, URL Fragment Text Directives, section 3.1 (syntax `#:~:text=start,end`).
    """
    words = sentence.split()
    ends = [" ".join(words)] if len(words) <= 10 else [" ".join(words[:5]), " ".join(words[-5:])]
    encoded = ",".join(quote(each, safe="").replace("-", "%2D") for each in ends)
    return f"{url.split('#')[0]}#:~:text={encoded}"


def _source(url: str | None, sentence: str, texts: Texts) -> list[InlineKeyboardButton]:
    page = web_address(url)
    if page is None:
        return []
    target = source_url(page, sentence)
    return [
        InlineKeyboardButton(texts("button-source"), url=target if len(target) <= LONGEST_ADDRESS else page)
    ]


def _markup(rows: Rows) -> InlineKeyboardMarkup | None:
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def _numbers(view_id: ViewId, count: int) -> list[InlineKeyboardButton]:
    return [button(view_id, Verb.OPEN, str(n), n) for n in range(1, count + 1)]


def _back(view_id: ViewId, view: View, texts: Texts) -> list[InlineKeyboardButton]:
    return [button(view_id, Verb.BACK, texts("button-back"))] if view.parent else []


def _pages(view_id: ViewId, page: int, pages: int, texts: Texts) -> list[InlineKeyboardButton]:
    if pages == 1:
        return []
    row = [button(view_id, Verb.PAGE, texts("button-previous"), page - 1)] if page > 1 else []
    row.append(button(view_id, Verb.LABEL, texts("button-page", page=page, pages=pages)))
    return [*row, button(view_id, Verb.PAGE, texts("button-next"), page + 1)] if page < pages else row


def _alert(view_id: ViewId, answer: Answer, texts: Texts) -> list[InlineKeyboardButton]:
    return [button(view_id, Verb.ALERT, texts("button-alert"))] if answer.question.text else []


def _chosen(label: str, texts: Texts, *, on: bool) -> str:
    return texts("button-chosen", label=label) if on else label


def _orders(view_id: ViewId, answer: Answer, texts: Texts) -> list[InlineKeyboardButton]:
    if not answer.question.text:
        return []
    labels = ((Order.RELEVANCE, "button-relevance"), (Order.NEWEST, "button-newest"))
    return [
        button(view_id, Verb.ORDER, _chosen(texts(key), texts, on=answer.question.order is order), n)
        for n, (order, key) in enumerate(labels, start=1)
    ]


def _periods(view_id: ViewId, answer: Answer, texts: Texts) -> list[InlineKeyboardButton]:
    return [
        button(
            view_id,
            Verb.PERIOD,
            _chosen(texts(f"button-period-{hours or 'all'}"), texts, on=answer.question.period_h == hours),
            hours or 0,
        )
        for hours in PERIODS_H
    ]
