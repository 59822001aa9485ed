"""Top stories as a message: three stories with one sentence each, pages, periods, a briefing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.view import ANSWER_ENTRIES, LISTED_ENTRIES, View, ViewId, ViewKind
from bot.questions.model import AnswerEntry
from bot.questions.top_request import TopRequest
from bot.questions.top_stories import DEFAULT_PERIOD_H, TopEntry, TopQuestion, TopStories
from bot.search.query.ast import Period
from bot.services import Services
from handlers.questions.article_render import entry_html, italic
from handlers.questions.button_data import BriefingButton, ViewButton, ViewVerb
from handlers.telegram.html import fit, plain
from handlers.telegram.screen import Screen
from handlers.texts import Texts
from handlers.texts.dates import day, wall_time

PERIODS_H = (24, 168, 720)
BRIEFING_AT = 7 * 60
"""When a briefing comes unless another time is chosen, in minutes after midnight."""
_Row = list[InlineKeyboardButton]


def top_view(request: TopRequest) -> View:
    """Return the first page of the top stories that a message asks for."""
    period = request.period
    view = View(ViewKind.TOP, request.topic, period_h=None if period else DEFAULT_PERIOD_H)
    return replace(view, since=period.since, until=period.until) if period else view


async def top_screen(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    """Return the message of a view of top stories, or of the choices behind its filter."""
    top, view_id = await _top(view, services, texts, chat_id=chat_id, size=ANSWER_ENTRIES)
    keyboard = _filter_keyboard if view.kind is ViewKind.TOP_FILTER else top_keyboard
    return Screen(top_html(top, texts), keyboard(view_id, top, texts))


async def briefing_message(
    topic: str, services: Services, texts: Texts, *, chat_id: int, stop: InlineKeyboardButton
) -> Screen:
    """Return a briefing: a day's top stories on a topic, and a button that stops it."""
    view = View(ViewKind.TOP, topic, period_h=DEFAULT_PERIOD_H)
    top, view_id = await _top(view, services, texts, chat_id=chat_id, size=LISTED_ENTRIES)
    return Screen(top_html(top, texts), _markup([_numbers(view_id, top), [stop]]))


async def _top(
    view: View, services: Services, texts: Texts, *, chat_id: int, size: int
) -> tuple[TopStories, ViewId]:
    """Return the top stories of a view, and the id under which the view is saved."""
    settings = await services.chats.settings_of(chat_id)
    period = Period(view.since, view.until) if view.since or view.until else None
    question = TopQuestion(
        services.clock(),
        view.question,
        view.period_h,
        period,
        view.page,
        zone=settings.tz,
        language=texts.language,
        size=size,
    )
    top = await services.top.top(question, settings)
    shown = tuple(entry.article.id for entry in top.entries)
    saved = replace(view, page=top.page, pages=top.pages, shown=shown)
    return top, await services.chats.save_view(saved, chat_id=chat_id)


def top_html(top: TopStories, texts: Texts) -> str:
    """Return a page of top stories: their time, then each story's headline, sentence and sources."""
    now = top.question.now
    entries = [_entry(number, entry, texts, now) for number, entry in enumerate(top.entries, start=1)]
    notice = [f"\n{italic(texts('notice-samples'))}"] if top.samples else []
    return fit([*top_heading(top, texts), *entries, *notice])


def top_heading(top: TopStories, texts: Texts) -> list[str]:
    """Return the heading of top stories, as blocks: their topic and time, or why there are none."""
    topic = plain(top.question.topic, most=100)
    if top.hidden:
        return [texts("top-hidden")]
    if not top.entries:
        return [texts("top-nothing-topic", topic=topic) if topic else texts("about-empty")]
    period = _period(top, texts)
    head = (
        texts("top-title-topic", topic=topic, period=period) if topic else texts("top-title", period=period)
    )
    if not top.nearest:
        return [head]
    return [head, texts("top-nearest" if top.question.period else "top-nothing-newer")]


def _entry(number: int, entry: TopEntry, texts: Texts, now: datetime) -> str:
    sentences = (entry.sentence,) if entry.sentence else ()
    shown = AnswerEntry(entry.article, entry.story, sentences=sentences)
    return entry_html(number, shown, texts, now=now, room=0)


def _period(top: TopStories, texts: Texts) -> str:
    """Return the time of the stories: the button's words for it, or its first and last day."""
    question, shown = top.question, top.shown
    if question.period is None and not top.nearest and question.period_h in (*PERIODS_H, None):
        return texts(f"top-period-{question.period_h or 'all'}")
    if shown.since is None and shown.until is None:
        return texts("top-period-all")
    last = min(shown.until or question.now, question.now) - timedelta(seconds=1)
    days = [at.astimezone(question.zone).date() for at in (shown.since, last) if at]
    return " – ".join(dict.fromkeys(day(date, texts) for date in days))


def top_keyboard(view_id: ViewId, top: TopStories, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return the buttons under top stories: at most six, the periods behind one of them."""
    if not top.entries:
        return None
    if top.page > 1:
        return _markup([_numbers(view_id, top), _pages(view_id, top, texts)])
    more = [_button(view_id, ViewVerb.PAGE, texts("button-more"), 2)] if top.pages > 1 else []
    chosen = top.question.period is None and top.question.period_h != DEFAULT_PERIOD_H
    label = texts("button-chosen", label=texts("button-filter")) if chosen else texts("button-filter")
    briefing = BriefingButton(view_id=view_id).button(
        texts("button-briefing", time=wall_time(BRIEFING_AT, texts))
    )
    choices = [*more, _button(view_id, ViewVerb.FILTER, label)]
    return _markup([_numbers(view_id, top), choices, [briefing]])


def _filter_keyboard(view_id: ViewId, top: TopStories, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return the periods to choose from, and back."""
    return _markup([_periods(view_id, top, texts), [_button(view_id, ViewVerb.BACK, texts("button-back"))]])


def _markup(rows: Sequence[_Row]) -> InlineKeyboardMarkup | None:
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def _button(view_id: ViewId, verb: ViewVerb, label: str, number: int | None = None) -> InlineKeyboardButton:
    return ViewButton(view_id=view_id, verb=verb, number=number).button(label)


def _numbers(view_id: ViewId, top: TopStories) -> _Row:
    return [_button(view_id, ViewVerb.OPEN, str(n), n) for n in range(1, len(top.entries) + 1)]


def _pages(view_id: ViewId, top: TopStories, texts: Texts) -> _Row:
    labels = {top.page - 1: "button-previous", top.page + 1: "button-next"}
    return [
        _button(view_id, ViewVerb.PAGE, texts(key), page)
        for page, key in labels.items()
        if 1 <= page <= top.pages
    ]


def _periods(view_id: ViewId, top: TopStories, texts: Texts) -> _Row:
    row = []
    for hours in PERIODS_H:
        label = texts(f"button-period-{hours}")
        chosen = top.question.period is None and top.question.period_h == hours
        marked = texts("button-chosen", label=label) if chosen else label
        row.append(_button(view_id, ViewVerb.PERIOD, marked, hours))
    return row
