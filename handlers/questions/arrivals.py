"""What is new since an answer or a story was shown, as a message."""

from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.view import View, ViewId, ViewKind
from bot.questions.arrivals import Arrivals
from bot.questions.model import Question
from bot.services import Services
from handlers.questions.article_render import entry_html, italic, title_html
from handlers.questions.button_data import ViewButton, ViewVerb
from handlers.questions.development_render import developments_html
from handlers.telegram.html import clip, fit, plain
from handlers.telegram.screen import Screen
from handlers.texts import Texts

_DEVELOPMENTS = 4
"""Developments of a story above its new articles."""
_OF_STORIES = (ViewKind.OUTLETS, ViewKind.CARD, ViewKind.CONTEXT)
"""Views of one article: what is new about them is what is new in its story."""


def arrivals_view(shown: View) -> View | None:
    """Return the view of what is new since a view was shown; None if it doesn't say what it had seen."""
    if shown.seen is None:
        return None
    article = shown.article if shown.kind in (*_OF_STORIES, ViewKind.ARRIVALS) else None
    view = View(ViewKind.ARRIVALS, shown.question, shown.order, previous=shown.previous, article=article)
    return replace(view, period_h=shown.period_h, arrived_after=shown.seen)


def arrivals_button(view_id: ViewId, texts: Texts) -> InlineKeyboardButton:
    """Return the button that shows what is new since the view was shown."""
    return ViewButton(view_id=view_id, verb=ViewVerb.ARRIVALS).button(texts("button-arrivals"))


async def arrivals_screen(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    """Return the message of what is new."""
    settings, after = await services.chats.settings_of(chat_id), view.arrived_after or 0
    if view.article:
        arrivals = await services.arrivals.in_story(view.article, after, view.page, settings)
    else:
        question = Question(
            view.question, services.clock(), view.order, view.period_h, view.page, previous=view.previous
        )
        arrivals = await services.arrivals.about(question, after, settings)
    shown = tuple(entry.article.id for entry in arrivals.entries)
    saved = replace(view, page=arrivals.page, shown=shown, seen=arrivals.seen)
    view_id = await services.chats.save_view(saved, chat_id=chat_id)
    heading = _heading(view, arrivals, await _title(view, services, texts), texts)
    return Screen(_html(heading, arrivals, texts), _keyboard(view_id, arrivals, texts))


async def _title(view: View, services: Services, texts: Texts) -> str:
    """Return what the news is about: a headline, a question, or nothing in particular."""
    if not view.article:
        return plain(clip(view.conversation, 150))
    entries = await services.questions.entries([view.article])
    return title_html(entries[0].article, texts) if entries else ""


def _heading(view: View, arrivals: Arrivals, title: str, texts: Texts) -> list[str]:
    key = "arrivals-none"
    if arrivals.developments and not arrivals.total:
        return [italic(title)]
    if arrivals.total:
        key = "arrivals-least" if arrivals.more else "arrivals"
    return [texts(key, count=arrivals.total), italic(title) if title else ""]


def _html(heading: list[str], arrivals: Arrivals, texts: Texts) -> str:
    news = developments_html(arrivals.developments, texts, most=_DEVELOPMENTS) if arrivals.page == 1 else []
    entries = (entry_html(n, entry, texts) for n, entry in enumerate(arrivals.entries, start=1))
    return fit([*heading, *news, *entries])


def _keyboard(view_id: ViewId, arrivals: Arrivals, texts: Texts) -> InlineKeyboardMarkup:
    def button(verb: ViewVerb, number: int, label: str) -> InlineKeyboardButton:
        return ViewButton(view_id=view_id, verb=verb, number=number).button(label)

    numbers = [button(ViewVerb.OPEN, n, str(n)) for n in range(1, len(arrivals.entries) + 1)]
    pages = {arrivals.page - 1: "button-previous", arrivals.page + 1: "button-next"}
    turns = [button(ViewVerb.PAGE, n, texts(key)) for n, key in pages.items() if 1 <= n <= arrivals.pages]
    return InlineKeyboardMarkup([row for row in (numbers, turns, [arrivals_button(view_id, texts)]) if row])
