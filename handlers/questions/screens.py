"""Views as messages: each view is saved and shown with its text and its buttons.

A view is saved before its buttons are made, because they carry its id, and never changed afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.chats.view import View, ViewId, ViewKind
from bot.corpus.article import ArticleId
from bot.errors import ViewExpired, localizable
from bot.questions.filters import PERIODS_H
from bot.questions.missing import ArticleWithdrawn
from bot.questions.model import Answer, Question
from bot.questions.phrasing import exactly
from bot.services import Services
from handlers.questions import card_keyboard, keyboard, render
from handlers.questions.arrivals import arrivals_screen, arrivals_view
from handlers.questions.button_data import ViewButton, ViewVerb
from handlers.questions.corrections import changes_screen, corrections_screen, withdrawn_screen
from handlers.questions.keyboard import ORDERS
from handlers.questions.public_buttons import story_page_button, with_feed
from handlers.questions.report_keyboard import report_keyboard
from handlers.questions.sisters import sisters_screen
from handlers.questions.speaker import speaker_screen
from handlers.questions.story_render import story_html
from handlers.questions.top import top_screen
from handlers.questions.verdict import verdict_buttons
from handlers.telegram.screen import Screen
from handlers.texts import Texts

_OPENED = {
    ViewVerb.OPEN: ViewKind.CARD,
    ViewVerb.STORY: ViewKind.OUTLETS,
    ViewVerb.FILTER: ViewKind.FILTER,
    ViewVerb.SIMILAR: ViewKind.SIMILAR,
    ViewVerb.OUTLETS: ViewKind.OUTLETS,
    ViewVerb.CHANGES: ViewKind.CHANGES,
    ViewVerb.SISTERS: ViewKind.SISTERS,
}
"""What a button opens: an article that the message numbers, or another view of what it shows."""
_VIEWS = _OPENED.keys() - {ViewVerb.OPEN, ViewVerb.STORY}
"""Verbs that open another view of what a message shows."""

_REWORDED = (ViewKind.ANSWER, ViewKind.SPEAKER)
_CHOSEN_IN = {ViewKind.FILTER: ViewKind.ANSWER, ViewKind.TOP_FILTER: ViewKind.TOP}
"""Views of filters -> what a choice in them leads to."""


_SCREENS = {
    ViewKind.TOP: top_screen,
    ViewKind.TOP_FILTER: top_screen,
    ViewKind.ARRIVALS: arrivals_screen,
    ViewKind.SPEAKER: speaker_screen,
    ViewKind.CORRECTIONS: corrections_screen,
    ViewKind.SISTERS: sisters_screen,
}
"""Views that modules of their own show."""


async def show(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    """Return the message of a view; of a withdrawn article, what is known of it.

    Raises:
        QueryError: Its question can't be parsed.
        ArticleNotFound: Its article is no longer in the corpus.
    """
    try:
        return await _shown(view, services, texts, chat_id=chat_id)
    except ArticleWithdrawn as error:
        return await withdrawn_screen(error.withdrawal, view, services, texts, chat_id=chat_id)


async def _shown(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    if own := _SCREENS.get(view.kind):
        return await own(view, services, texts, chat_id=chat_id)
    screens = _Screens(services, texts, chat_id)
    match view.kind:
        case ViewKind.ANSWER | ViewKind.TRACE:
            return await screens.answer(view)
        case ViewKind.FILTER:
            return await screens.filters(view)
        case ViewKind.REPORT:
            return await screens.report(view)
        case _ if view.article is None:
            raise ViewExpired(localizable("expired"))
        case ViewKind.CARD:
            return await screens.card(view, view.article)
        case ViewKind.CONTEXT:
            return await screens.context(view, view.article)
        case ViewKind.SIMILAR:
            return await screens.similar(view, view.article)
        case ViewKind.OUTLETS:
            return await screens.story(view, view.article)
        case ViewKind.CHANGES:
            return await changes_screen(view, view.article, services, texts, chat_id=chat_id)
        case _:
            raise ViewExpired(localizable("expired"))  # only `handlers/alerts/subscribe.py` shows drafts


async def follow(button: ViewButton, view: View, services: Services, *, chat_id: int) -> View:
    """Return the view that a button of `view` leads to.

    Raises:
        ViewExpired: That view is no longer stored, or the button doesn't fit `view`.
    """
    number, view_id = button.number or 0, button.view_id
    match button.verb:
        case ViewVerb.PAGE:
            return replace(_unfiltered(view), page=number)
        case ViewVerb.ORDER if 1 <= number <= len(ORDERS):
            return replace(_unfiltered(view), page=1, order=tuple(ORDERS)[number - 1])
        case ViewVerb.PERIOD if button.number in PERIODS_H:
            return replace(_unfiltered(view), page=1, period_h=button.number, since=None, until=None)
        case ViewVerb.INSTEAD | ViewVerb.EXACT if _unfiltered(view).kind in _REWORDED:
            return await _reworded(button, _unfiltered(view), services)
        case ViewVerb.OPEN | ViewVerb.STORY if 1 <= number <= len(view.shown):
            shown = View(_OPENED[button.verb], view.question, article=view.shown[number - 1], parent=view_id)
            return replace(shown, previous=view.previous)
        case ViewVerb.SPEAKER if view.article:
            query = await services.speakers.query_for(view.article, number)
            return View(ViewKind.SPEAKER, query, parent=view_id)
        case ViewVerb.CONTEXT:
            opened = replace(view, kind=ViewKind.CONTEXT, parent=view_id)
            return replace(opened if view.kind is ViewKind.CARD else view, sentence=number)
        case ViewVerb.FILTER if view.kind is ViewKind.TOP:
            return replace(view, kind=ViewKind.TOP_FILTER, parent=view_id)
        case verb if verb in _VIEWS:
            return replace(view, kind=_OPENED[button.verb], parent=view_id)
        case ViewVerb.ARRIVALS if arrivals := arrivals_view(view):
            return arrivals
        case ViewVerb.BACK if view.parent:
            return await services.chats.load_view(view.parent, chat_id=chat_id)
        case _:
            raise ViewExpired(localizable("expired"))


def question_of(view: View, services: Services) -> Question:
    """Return the question behind an answer's view."""
    return Question(
        view.question,
        services.clock(),
        view.order,
        view.period_h,
        view.page,
        previous=view.previous,
        trace=view.kind is ViewKind.TRACE,
    )


def _unfiltered(view: View) -> View:
    """Return the view whose choices a view of filters shows; other views as they are."""
    kind = _CHOSEN_IN.get(view.kind)
    return replace(view, kind=kind, parent=None) if kind else view


async def _reworded(button: ViewButton, view: View, services: Services) -> View:
    """Return the view of an answer's question without corrections, or of one of its suggestions.

    Suggestion 0 is the question widened.
    """
    if view.kind is ViewKind.SPEAKER:
        return await _other_speaker(button.number or 0, view, services)
    answer = await services.questions.ask(question_of(view, services))
    if button.verb is ViewVerb.EXACT:
        return replace(view, question=exactly(view.conversation, answer.corrections), previous="", page=1)
    no_results, number = answer.no_results, button.number or 0
    offered = (no_results.widened, *no_results.suggestions) if no_results else ()
    if number >= len(offered) or not offered[number]:
        raise ViewExpired(localizable("expired"))
    return View(ViewKind.ANSWER, offered[number], view.order)


async def _other_speaker(number: int, view: View, services: Services) -> View:
    """Return the card of a speaker who was suggested, by number from 1."""
    suggestions = (await services.speakers.card(view.question)).suggestions
    if not 1 <= number <= len(suggestions):
        raise ViewExpired(localizable("expired"))
    return replace(view, question=suggestions[number - 1], page=1)


@dataclass(frozen=True, slots=True)
class _Screens:
    """Renders the views of one chat."""

    services: Services
    texts: Texts
    chat_id: int

    async def answer(self, view: View) -> Screen:
        answer, view_id = await self._asked(view)
        if self.services.judgements.enabled:
            buttons = keyboard.judged_keyboard(view_id, answer, self.texts, verdict_buttons(view_id))
        else:
            buttons = keyboard.answer_keyboard(view_id, answer, self.texts)
        return Screen(render.answer_html(answer, self.texts), buttons)

    async def filters(self, view: View) -> Screen:
        answer, view_id = await self._asked(view)
        judged = self.services.judgements.enabled
        buttons = keyboard.filter_keyboard(view_id, answer, self.texts, judged=judged)
        screen = Screen(render.answer_html(answer, self.texts), buttons)
        return with_feed(screen, view.conversation, self.services.pages, self.texts)

    async def _asked(self, view: View) -> tuple[Answer, ViewId]:
        """Return the answer to a view's question, and the id under which the view is saved."""
        settings = await self.services.chats.settings_of(self.chat_id)
        answer = await self.services.questions.ask(question_of(view, self.services), settings)
        shown = [entry.article.id for entry in answer.entries]
        saved = replace(view, page=answer.page, pages=answer.pages, previous=answer.follows)
        return answer, await self._save(saved, shown)

    async def card(self, view: View, article_id: ArticleId) -> Screen:
        card = await self.services.questions.card(article_id, view.conversation)
        view_id = await self._save(view, [sister.article.id for sister in card.sisters])
        buttons = card_keyboard.card_keyboard(view_id, card, view, self.texts)
        return Screen(render.card_html(card, self.texts), buttons)

    async def context(self, view: View, article_id: ArticleId) -> Screen:
        context = await self.services.questions.context(article_id, view.conversation, view.sentence or 1)
        buttons = card_keyboard.context_keyboard(await self._save(view), context, view, self.texts)
        return Screen(render.context_html(context, self.texts), buttons)

    async def similar(self, view: View, article_id: ArticleId) -> Screen:
        similar = await self.services.questions.similar(article_id)
        view_id = await self._save(view, [entry.article.id for entry in similar.entries])
        buttons = card_keyboard.similar_keyboard(view_id, similar, view, self.texts)
        return Screen(render.similar_html(similar, self.texts), buttons)

    async def story(self, view: View, article_id: ArticleId) -> Screen:
        card = await self.services.questions.story(article_id, view.page)
        shown = [account.article.id for account in card.accounts]
        shown += [sister.article.id for sister in card.sisters]
        view_id = await self._save(replace(view, page=card.page), shown)
        links = story_page_button(card, self.services.pages, self.texts)
        buttons = card_keyboard.story_keyboard(view_id, card, view, self.texts, links)
        return Screen(story_html(card, self.texts), buttons)

    async def report(self, view: View) -> Screen:
        buttons = report_keyboard(await self._save(view), view, self.texts)
        return Screen(self.texts("report-ask"), buttons)

    async def _save(self, view: View, shown: Sequence[ArticleId] | None = None) -> ViewId:
        """Store a view, together with the articles it numbers if it numbers any."""
        seen = (
            view.seen if view.kind is ViewKind.FILTER else None
        )  # filters are buttons of an answer shown before
        if seen is None:
            seen = await self.services.arrivals.seen()
        saved = replace(view, seen=seen, shown=view.shown if shown is None else tuple(shown))
        return await self.services.chats.save_view(saved, chat_id=self.chat_id)
