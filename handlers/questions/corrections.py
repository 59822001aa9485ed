"""The latest corrections, what changed in an article, and articles that were withdrawn, as messages."""

from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.view import View, ViewId
from bot.corpus.article import ArticleId
from bot.corrections.correction import Correction
from bot.services import Services
from handlers.questions.button_data import ViewButton, ViewVerb
from handlers.questions.changes_render import corrections_html, history_html, withdrawn_html
from handlers.telegram.screen import Screen
from handlers.texts import Texts

_OTHERS = 3
"""Articles listed of the story of a withdrawn one."""
_Row = list[InlineKeyboardButton]


async def corrections_screen(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    """Return a page of the latest corrections, with a button for each article.

    Raises:
        QueryError: The view's topic can't be parsed.
    """
    settings = await services.chats.settings_of(chat_id)
    page = await services.corrections.recent(view.question, view.page, settings)
    shown = tuple(entry.article_id for entry in page.entries)
    view_id = await _saved(replace(view, page=page.page, shown=shown), services, chat_id)
    numbers = [_button(view_id, ViewVerb.OPEN, str(n), n) for n in range(1, len(shown) + 1)]
    last = page.page + page.more
    rows = [numbers, _pages(view_id, page.page, last, texts)]
    return Screen(corrections_html(page, view.question, texts), _markup(rows))


async def changes_screen(
    view: View, article_id: ArticleId, services: Services, texts: Texts, *, chat_id: int
) -> Screen:
    """Return one correction of an article, sentence by sentence; the newest is on the first page.

    Raises:
        ArticleNotFound: The article is no longer in the corpus.
    """
    history = await services.corrections.of_article(article_id, view.page)
    view_id = await _saved(replace(view, page=history.page), services, chat_id)
    similar = _button(view_id, ViewVerb.SIMILAR, texts("button-similar"))
    rows = [_pages(view_id, history.page, history.pages, texts), [similar, *_back(view_id, view, texts)]]
    return Screen(history_html(history, texts), _markup(rows))


async def withdrawn_screen(
    withdrawal: Correction, view: View, services: Services, texts: Texts, *, chat_id: int
) -> Screen:
    """Return what is known of a withdrawn article in place of a view of it, and the rest of its story."""
    story_id = withdrawal.story_id
    left = await services.questions.articles_of(story_id) if story_id else ()
    others = await services.questions.entries(left[-_OTHERS:][::-1])
    shown = tuple(entry.article.id for entry in others)
    view_id = await _saved(replace(view, shown=shown), services, chat_id)
    numbers = [_button(view_id, ViewVerb.OPEN, str(n), n) for n in range(1, len(shown) + 1)]
    html = withdrawn_html(withdrawal, others, texts, now=services.clock())
    return Screen(html, _markup([numbers, _back(view_id, view, texts)]))


async def _saved(view: View, services: Services, chat_id: int) -> ViewId:
    return await services.chats.save_view(view, chat_id=chat_id)


def _pages(view_id: ViewId, page: int, pages: int, texts: Texts) -> _Row:
    labels = {page - 1: "button-previous", page + 1: "button-next"}
    return [
        _button(view_id, ViewVerb.PAGE, texts(key), number)
        for number, key in labels.items()
        if 1 <= number <= pages
    ]


def _back(view_id: ViewId, view: View, texts: Texts) -> _Row:
    return [_button(view_id, ViewVerb.BACK, texts("button-back"))] if view.parent else []


def _button(view_id: ViewId, verb: ViewVerb, label: str, number: int | None = None) -> InlineKeyboardButton:
    return ViewButton(view_id=view_id, verb=verb, number=number).button(label)


def _markup(rows: list[_Row]) -> InlineKeyboardMarkup | None:
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None
