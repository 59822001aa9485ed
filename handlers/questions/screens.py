"""A view made visible: content from the question path, text and buttons for one message.

A view is saved before its buttons are made, because they carry its id; it is never changed afterwards.
"""

from dataclasses import replace

from bot.chats.view import View, ViewId, ViewKind
from bot.errors import ViewExpired, localizable
from bot.questions.model import Answer, Question
from bot.search.ports import Order
from bot.services import Services
from handlers.questions import keyboard, render
from handlers.questions.keyboard import PERIODS_H, Press, Verb
from handlers.questions.story_render import story_html
from handlers.telegram.screen import Screen
from handlers.texts import Texts


async def show(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    """Return the message of a view.

    Raises:
        QueryError: Its question can't be parsed.
        ArticleGone: Its article is no longer in the corpus.
    """
    match view.kind:
        case ViewKind.ANSWER:
            return await _answer(view, services, texts, chat_id=chat_id)
        case ViewKind.CARD:
            return await _card(view, services, texts, chat_id=chat_id)
        case ViewKind.CONTEXT:
            return await _context(view, services, texts, chat_id=chat_id)
        case ViewKind.SIMILAR:
            return await _similar(view, services, texts, chat_id=chat_id)
        case ViewKind.OUTLETS:
            return await _story(view, services, texts, chat_id=chat_id)
        case ViewKind.REPORT:
            return await _report(view, services, texts, chat_id=chat_id)
        case ViewKind.DRAFT:
            raise ViewExpired(localizable("expired"))  # only `handlers/alerts/subscribe.py` shows those


async def follow(press: Press, view: View, services: Services, *, chat_id: int) -> View:
    """Return the view that a pressed button leads to.

    Raises:
        ViewExpired: The view behind it is no longer kept, or the button does not fit its view.
    """
    number, here = press.number, press.view_id
    match press.verb:
        case Verb.PAGE:
            return replace(view, page=number)
        case Verb.ORDER:
            return replace(view, order=Order.NEWEST if number == 2 else Order.RELEVANCE, page=1)
        case Verb.PERIOD if (number or None) in PERIODS_H:
            return replace(view, period_h=number or None, page=1)
        case Verb.INSTEAD if view.kind is ViewKind.ANSWER:
            return await _instead(view, number, services)
        case Verb.OPEN if 1 <= number <= len(view.shown):
            return View(ViewKind.CARD, view.question, article=view.shown[number - 1], parent=here)
        case Verb.CONTEXT if view.kind is ViewKind.CARD:
            return replace(view, kind=ViewKind.CONTEXT, sentence=number, parent=here)
        case Verb.CONTEXT:
            return replace(view, sentence=number)
        case Verb.SIMILAR:
            return replace(view, kind=ViewKind.SIMILAR, parent=here)
        case Verb.OUTLETS:
            return replace(view, kind=ViewKind.OUTLETS, parent=here)
        case Verb.REPORT if view.kind is ViewKind.OUTLETS:
            return replace(view, kind=ViewKind.REPORT, parent=here)
        case Verb.BACK if view.parent:
            return await services.chats.load_view(view.parent, chat_id=chat_id)
        case _:
            raise ViewExpired(localizable("expired"))


def question_of(view: View, services: Services) -> Question:
    """Return the question that an answer's view stands for."""
    return Question(view.question, services.clock(), view.order, view.period_h, view.page)


async def _instead(view: View, number: int, services: Services) -> View:
    answer = await services.questions.ask(question_of(view, services))
    offered = (answer.no_results.widened, *answer.no_results.suggestions) if answer.no_results else ()
    if number >= len(offered) or not offered[number]:
        raise ViewExpired(localizable("expired"))
    return View(ViewKind.ANSWER, offered[number], view.order)


async def _save(view: View, services: Services, chat_id: int) -> ViewId:
    return await services.chats.save_view(view, chat_id=chat_id)


async def _answer(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    chosen = await services.chats.settings_of(chat_id)
    answer: Answer = await services.questions.ask(question_of(view, services), chosen)
    shown = tuple(entry.article.id for entry in answer.entries)
    view_id = await _save(replace(view, shown=shown, page=answer.page), services, chat_id)
    return Screen(render.answer_html(answer, texts), keyboard.answer_keyboard(view_id, answer, texts))


async def _card(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    assert view.article is not None
    card = await services.questions.card(view.article, view.question)
    view_id = await _save(view, services, chat_id)
    return Screen(render.card_html(card, texts), keyboard.card_keyboard(view_id, card, view, texts))


async def _context(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    assert view.article is not None
    context = await services.questions.context(view.article, view.question, view.sentence or 1)
    view_id = await _save(view, services, chat_id)
    buttons = keyboard.context_keyboard(view_id, context, view, texts)
    return Screen(render.context_html(context, texts), buttons)


async def _similar(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    assert view.article is not None
    listing = await services.questions.similar(view.article)
    shown = tuple(entry.article.id for entry in listing.entries)
    view_id = await _save(replace(view, shown=shown), services, chat_id)
    buttons = keyboard.listing_keyboard(view_id, listing, view, texts)
    return Screen(render.similar_html(listing, texts), buttons)


async def _story(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    assert view.article is not None
    card = await services.questions.story(view.article, view.page)
    shown = tuple(account.article.id for account in card.accounts)
    view_id = await _save(replace(view, shown=shown, page=card.page), services, chat_id)
    return Screen(story_html(card, texts), keyboard.story_keyboard(view_id, card, view, texts))


async def _report(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    view_id = await _save(view, services, chat_id)
    return Screen(texts("report-ask"), keyboard.report_keyboard(view_id, view, texts))
