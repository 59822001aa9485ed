"""Top stories as a message: five stories with one sentence each, pages, periods, a briefing."""

from dataclasses import replace
from datetime import datetime, timedelta

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.settings import ChatSettings
from bot.chats.view import View, ViewId, ViewKind
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
_LONGEST_QUOTE = 350


def top_view(request: TopRequest) -> View:
    """Return the first page of the top stories that a message asks for."""
    period = request.period
    view = View(ViewKind.TOP, request.topic, period_h=None if period else DEFAULT_PERIOD_H)
    return replace(view, since=period.since, until=period.until) if period else view


async def top_screen(
    view: View, services: Services, texts: Texts, *, chat_id: int, last: InlineKeyboardButton | None = None
) -> Screen:
    """Return the message of a view of top stories.

    Args:
        last: The button below the others; by default the one that makes a briefing of them.
    """
    settings = await services.chats.settings_of(chat_id)
    top = await services.top.top(_question(view, settings, texts, services), settings)
    shown = tuple(entry.article.id for entry in top.entries)
    saved = replace(view, page=top.page, shown=shown)
    view_id = await services.chats.save_view(saved, chat_id=chat_id)
    briefing = BriefingButton(view_id=view_id).button(texts("button-briefing", time=wall_time(BRIEFING_AT)))
    return Screen(top_html(top, texts), top_keyboard(view_id, top, texts, last=last or briefing))


def _question(view: View, settings: ChatSettings, texts: Texts, services: Services) -> TopQuestion:
    period = Period(view.since, view.until) if view.since or view.until else None
    return TopQuestion(
        services.clock(), view.question, view.period_h, period, view.page, settings.tz, texts.language
    )


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
    return [head, texts("top-nearest")] if top.nearest else [head]


def _entry(number: int, entry: TopEntry, texts: Texts, now: datetime) -> str:
    sentences = (entry.sentence,) if entry.sentence else ()
    shown = AnswerEntry(entry.article, entry.story, sentences=sentences)
    return entry_html(number, shown, texts, now=now, most=_LONGEST_QUOTE)


def _period(top: TopStories, texts: Texts) -> str:
    """Return the time of the stories: the button's words for it, or its first and last day."""
    question, shown = top.question, top.shown
    if question.period is None and not top.nearest and question.period_h in (*PERIODS_H, None):
        return texts(f"top-period-{question.period_h or 'all'}")
    if shown.since is None and shown.until is None:
        return texts("top-period-all")
    last = min(shown.until or question.now, question.now) - timedelta(seconds=1)
    days = [at.astimezone(question.zone).date() for at in (shown.since, last) if at]
    return " – ".join(dict.fromkeys(day(date, texts.language) for date in days))


def top_keyboard(
    view_id: ViewId, top: TopStories, texts: Texts, *, last: InlineKeyboardButton
) -> InlineKeyboardMarkup | None:
    """Return the buttons under top stories: their articles, pages, periods, and `last`."""
    if not top.entries:
        return None
    numbers = [
        ViewButton(view_id=view_id, verb=ViewVerb.OPEN, number=number).button(str(number))
        for number in range(1, len(top.entries) + 1)
    ]
    rows = [numbers, _pages(view_id, top, texts), _periods(view_id, top, texts), [last]]
    return InlineKeyboardMarkup([row for row in rows if row])


def _pages(view_id: ViewId, top: TopStories, texts: Texts) -> list[InlineKeyboardButton]:
    labels = {top.page - 1: "button-previous", top.page + 1: "button-next"}
    return [
        ViewButton(view_id=view_id, verb=ViewVerb.PAGE, number=page).button(texts(key))
        for page, key in labels.items()
        if 1 <= page <= top.pages
    ]


def _periods(view_id: ViewId, top: TopStories, texts: Texts) -> list[InlineKeyboardButton]:
    row = []
    for hours in PERIODS_H:
        label = texts(f"button-period-{hours}")
        chosen = top.question.period is None and top.question.period_h == hours
        marked = texts("button-chosen", label=label) if chosen else label
        row.append(ViewButton(view_id=view_id, verb=ViewVerb.PERIOD, number=hours).button(marked))
    return row
