"""/subscribe and "Alert me": a preview of the alert, then Save, Change or Cancel."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import MaybeInaccessibleMessage, Update
from telegram.constants import ChatType

from bot.alerts.alert import AlertDraft
from bot.alerts.ports import TooManyAlerts
from bot.alerts.service import NothingToSearchFor
from bot.chats.prompt import Prompt, PromptKind
from bot.chats.settings import ChatSettings
from bot.chats.view import View, ViewId, ViewKind
from bot.corpus.article import ArticleId
from bot.errors import UserError, ViewExpired
from handlers.alerts.entry import saved_screen
from handlers.alerts.keyboard import Offer, draft_keyboard
from handlers.alerts.render import preview_html, test_html
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.questions.button_data import DraftButton, DraftVerb
from handlers.questions.examples import example_words
from handlers.questions.screens import question_of
from handlers.telegram.html import plain
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import CHANNEL, channel_of, may_manage
from handlers.telegram.press import Press, on_press
from handlers.telegram.prompts import ask_for
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, topic_of

_CHANNEL_AND_WORDS = re.compile(rf"({CHANNEL})\s+(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class AlertTarget:
    """Where a new alert reports: the chat it is made in, or a channel named before the words."""

    channel: str | None
    words: str

    @classmethod
    def of(cls, text: str, message: MaybeInaccessibleMessage) -> "AlertTarget":
        """Return the target in a text; only in a private chat may it name a channel."""
        match = _CHANNEL_AND_WORDS.fullmatch(text) if message.chat.type == ChatType.PRIVATE else None
        return cls(match[1], match[2]) if match else cls(None, text)

    async def chat_id(self, here: int, user_id: int, context: BotContext) -> int | None:
        """Return the chat to report to; None for a channel whose admins aren't both the user and the bot."""
        return await channel_of(self.channel, user_id, context) if self.channel else here


async def subscribe(update: Update, context: BotContext) -> None:
    """Show a preview of an alert on the given words."""
    message = update.message
    if message is None:
        return
    words = question_words(message, context.bot.username)
    if not await may_manage(update, context):
        screen = Screen(context.texts("alert-admins-only"))
    elif not words:
        screen = await how_to_subscribe(context)
    else:
        screen = await draft_screen(words, message, context)
    await answer_message(message, screen)


async def how_to_subscribe(context: BotContext) -> Screen:
    """Return how an alert is made."""
    return Screen(context.texts("subscribe-how", example=await example_words(context)))


async def draft_screen(
    text: str,
    message: MaybeInaccessibleMessage,
    context: BotContext,
    *,
    shown: Sequence[ArticleId] = (),
    wider: str = "",
) -> Screen:
    """Return the preview of an alert with its buttons, or what is wrong with the words.

    Args:
        shown: The articles of the answer that it is made from, on which it is tested.
        wider: An alert to offer if this one would not have fired on any of them.
    """
    services, texts, chat_id = context.services, context.texts, message.chat.id
    target = AlertTarget.of(text, message)
    settings = await services.chats.settings_of(chat_id)
    try:
        preview = await services.alerts.preview(target.words, zone=settings.zone or "UTC")
    except UserError as error:
        return Screen(localize_error(error, texts))
    draft = View(ViewKind.DRAFT, text, shown=tuple(shown))
    view_id = await services.chats.save_view(draft, chat_id=chat_id)
    html = preview_html(preview, texts)
    if target.channel:
        html = f"{texts('alert-for-channel', channel=target.channel)}\n{html}"
    zone, offers = settings.zone or "UTC", list[Offer]()
    if shown:
        test = await services.proposals.test(target.words, shown, now=services.clock(), zone=zone)
        html = f"{html}\n\n{test_html(test, texts)}"
        if wider and not test.fired:
            offers.append(Offer(await _saved(draft, wider, target, message, context), "button-wider", wider))
    if also := await services.proposals.widened(target.words, now=services.clock(), zone=zone):
        also_id = await _saved(draft, also.text, target, message, context)
        offers.append(Offer(also_id, "button-also", texts.listed(also.words)))
    return Screen(html, draft_keyboard(view_id, texts, offers))


async def _saved(
    draft: View, words: str, target: AlertTarget, message: MaybeInaccessibleMessage, context: BotContext
) -> ViewId:
    """Store the draft of an alert on other words for the same target, and return its id."""
    text = f"{target.channel} {words}" if target.channel else words
    return await context.services.chats.save_view(replace(draft, question=text), chat_id=message.chat.id)


async def _proposed_screen(press: Press[DraftButton], view: View, context: BotContext) -> Screen:
    """Return the preview of the alert that the question of an answer asks for."""
    if view.kind not in (ViewKind.ANSWER, ViewKind.FILTER):
        return await draft_screen(view.conversation, press.message, context, shown=view.shown)
    services = context.services
    settings = await services.chats.settings_of(press.chat_id)
    answer = await services.questions.ask(question_of(replace(view, page=1), services), settings)
    proposal = await services.proposals.propose(answer)
    shown = [entry.article.id for entry in answer.entries]
    return await draft_screen(proposal.text, press.message, context, shown=shown, wider=proposal.wider)


@on_press(DraftButton)
async def draft_pressed(press: Press[DraftButton], context: BotContext) -> None:
    """Preview, save, change or cancel an alert on the words of a view."""
    try:
        view = await context.services.chats.load_view(press.button.view_id, chat_id=press.chat_id)
    except ViewExpired:
        await press.alert(context.texts("expired"))
        return
    if not await may_manage(press.update, context):
        await press.alert(context.texts("alert-admins-only"))
        return
    await press.answer()
    match press.button.verb:
        case DraftVerb.ALERT:
            await press.send(await _proposed_screen(press, view, context))
        case DraftVerb.SAVE:
            await press.edit(await _save(press, view.conversation, context))
        case DraftVerb.CHANGE:
            html = context.texts("draft-ask", query=plain(view.conversation, most=200))
            prompt = Prompt(PromptKind.DRAFT, press.button.view_id if view.shown else "")
            await ask_for(press.message, html, prompt, context)
        case DraftVerb.CANCEL:
            await press.edit(Screen(context.texts("alert-cancelled")))


async def _save(press: Press[DraftButton], text: str, context: BotContext) -> Screen:
    """Save an alert; an alert for a channel makes the channel follow this chat's settings."""
    services, texts, here = context.services, context.texts, press.chat_id
    target = AlertTarget.of(text, press.message)
    chat_id = await target.chat_id(here, press.user_id, context)
    if chat_id is None:
        return Screen(texts("channel-not-yours", channel=target.channel or ""))
    settings = await services.chats.settings_of(here)
    draft = AlertDraft(
        chat_id=chat_id,
        thread_id=None if target.channel else topic_of(press.message),
        owner_id=press.user_id,
        text=target.words,
        created_at=services.clock(),
        zone=settings.zone or "UTC",
    )
    try:
        alert = await services.alerts.save(draft)
    except (TooManyAlerts, NothingToSearchFor) as error:
        return Screen(localize_error(error, texts))
    await remember_language(chat_id, settings, press.query.from_user.language_code, context)
    return await saved_screen(alert, context, here=here)


async def remember_language(
    chat_id: int, settings: ChatSettings, spoken: str | None, context: BotContext
) -> None:
    """Store the language in which a chat is written to, if Telegram names it; a channel takes all settings.

    Args:
        settings: Of the chat that is written in.
    """

    def change(own: ChatSettings) -> ChatSettings:
        base = own if settings.chat_id == chat_id else settings
        return replace(base, chat_id=chat_id, spoken=spoken or own.spoken)

    await context.services.chats.change_settings(chat_id, change)
