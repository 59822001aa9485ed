"""/subscribe and "Alert me": what an alert would find, then Save, Change or Cancel."""

import re
from dataclasses import dataclass, replace

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType

from bot.alerts.alert import AlertDraft
from bot.alerts.ports import TooManyAlerts
from bot.alerts.service import NothingToSearchFor
from bot.chats.prompt import Prompt, PromptKind
from bot.chats.view import View, ViewId, ViewKind
from bot.errors import UserError, ViewExpired
from handlers.alerts.entry import entry_html
from handlers.alerts.keyboard import alert_keyboard, draft_keyboard
from handlers.alerts.render import preview_html
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.questions.keyboard import Verb, read_press
from handlers.telegram.html import plain
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import CHANNEL, channel_of, may_manage
from handlers.telegram.prompts import ask_for
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit, send, topic_of
from handlers.texts import Texts

_CHANNEL = re.compile(rf"({CHANNEL})\s+(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class AlertTarget:
    """Where a new alert reports: the chat it is made in, or a channel named or numbered before the words."""

    channel: str | None
    words: str

    @classmethod
    def of(cls, text: str, message: Message) -> "AlertTarget":
        """Return the aim of what was typed; only a private chat can point at a channel."""
        found = _CHANNEL.fullmatch(text) if message.chat.type == ChatType.PRIVATE else None
        return cls(found[1], found[2]) if found else cls(None, text)


async def subscribe(update: Update, context: BotContext) -> None:
    """Show what an alert on the words would find."""
    message, texts = update.message, context.texts
    if message is None:
        return
    words = question_words(message, context.bot.username)
    if not await may_manage(update, context):
        screen = Screen(texts("alert-admins-only"))
    elif not words:
        screen = Screen(texts("subscribe-how"))
    else:
        screen = await draft_screen(words, message, context, texts)
    await answer_message(message, screen)


async def draft_screen(text: str, message: Message, context: BotContext, texts: Texts) -> Screen:
    """Return the preview of an alert with its buttons, or what is wrong with the words."""
    services, aim = context.services, AlertTarget.of(text, message)
    chosen = await services.chats.settings_of(message.chat_id)
    try:
        preview = await services.alerts.preview(aim.words, zone=chosen.zone or "UTC")
    except UserError as error:
        return Screen(localize_error(error, texts))
    view = View(ViewKind.DRAFT, text)
    view_id = await services.chats.save_view(view, chat_id=message.chat_id)
    html = preview_html(preview, texts)
    if aim.channel:
        html = f"{texts('alert-for-channel', channel=aim.channel)}\n{html}"
    return Screen(html, draft_keyboard(view_id, texts))


async def draft_pressed(update: Update, context: BotContext) -> None:
    """Follow a press of "Alert me", or of a preview's buttons."""
    query, texts = update.callback_query, context.texts
    if query is None or not isinstance(query.message, Message):
        return
    press = read_press(query.data or "")
    view = await _view_behind(query.message, context, press.view_id) if press else None
    if press is None or view is None:
        await query.answer(texts("expired"), show_alert=True)
        return
    if not await may_manage(update, context):
        await query.answer(texts("alert-admins-only"), show_alert=True)
        return
    await query.answer()
    match press.verb:
        case Verb.ALERT:
            await _offer(query.message, view, context, texts)
        case Verb.SAVE:
            screen = await _saved(query, query.message, view, context, texts)
            await _put(query.message, screen, context)
        case Verb.CHANGE:
            html = texts("draft-ask", query=plain(view.question, most=200))
            await ask_for(query.message, html, Prompt(PromptKind.DRAFT), context)
        case _:
            await _put(query.message, Screen(texts("alert-cancelled")), context)


async def _view_behind(message: Message, context: BotContext, view_id: ViewId) -> View | None:
    services = context.services
    try:
        return await services.chats.load_view(view_id, chat_id=message.chat_id)
    except ViewExpired:
        return None


async def _offer(message: Message, view: View, context: BotContext, texts: Texts) -> None:
    screen = await draft_screen(view.question, message, context, texts)
    await send(context.bot, screen, chat_id=message.chat_id, thread_id=topic_of(message))


async def _saved(
    query: CallbackQuery, message: Message, view: View, context: BotContext, texts: Texts
) -> Screen:
    """Save the alert of a preview; a channel goes by the settings it is saved with."""
    services, aim = context.services, AlertTarget.of(view.question, message)
    chat_id = message.chat_id
    if aim.channel:
        channel = await channel_of(aim.channel, query.from_user.id, context)
        if channel is None:
            return Screen(texts("channel-not-yours", channel=aim.channel))
        chat_id = channel
    chosen = await services.chats.settings_of(message.chat_id)
    draft = AlertDraft(
        chat_id=chat_id,
        thread_id=None if aim.channel else topic_of(message),
        owner_id=query.from_user.id,
        text=aim.words,
        created_at=services.clock(),
        zone=chosen.zone or "UTC",
    )
    try:
        alert = await services.alerts.save(draft)
    except (TooManyAlerts, NothingToSearchFor) as error:
        return Screen(localize_error(error, texts))
    await services.chats.change_settings(
        chat_id,
        lambda there: replace(
            chosen if aim.channel else there, chat_id=chat_id, spoken=query.from_user.language_code
        ),
    )
    html = f"{texts('alert-saved')}\n{await entry_html(alert, context, texts, here=message.chat_id)}"
    return Screen(html, alert_keyboard(alert, texts))


async def _put(message: Message, screen: Screen, context: BotContext) -> None:
    await edit(context.bot, screen, chat_id=message.chat_id, message_id=message.message_id)
