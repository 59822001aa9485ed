"""An alert's entry in a chat, and what may be done to the alert."""

from telegram import CallbackQuery, Message
from telegram.error import BadRequest, Forbidden

from bot.alerts.alert import Alert
from bot.alerts.export import alert_json
from bot.chats.prompt import Prompt, PromptKind
from handlers.alerts.keyboard import MODES, AlertVerb, undo_keyboard
from handlers.alerts.render import alert_html, query_text
from handlers.context import BotContext
from handlers.telegram.prompts import ask_for
from handlers.telegram.screen import Screen
from handlers.texts import Texts


async def entry_html(alert: Alert, context: BotContext, texts: Texts, *, here: int) -> str:
    """Return what an alert's own entry says in the chat `here`."""
    chat = await title_of(alert.chat_id, context) if alert.chat_id != here else ""
    return alert_html(alert, await context.services.chats.settings_of(alert.chat_id), texts, chat=chat)


async def title_of(chat_id: int, context: BotContext) -> str:
    """Return a group's or channel's title, its number where the bot may no longer know."""
    try:
        return (await context.bot.get_chat(chat_id)).title or str(chat_id)
    except (BadRequest, Forbidden):
        return str(chat_id)


async def changed(alert: Alert, verb: AlertVerb, context: BotContext) -> Alert:
    """Do what a button says to an alert, and return the alert as it is then."""
    desk = context.services.alerts
    if verb in MODES:
        return await desk.set_mode(alert, MODES[verb])
    acts = {AlertVerb.PAUSE: desk.pause, AlertVerb.RESUME: desk.resume, AlertVerb.MUTE: desk.mute}
    return await acts[verb](alert) if verb in acts else alert


async def deleted(alert: Alert, context: BotContext, texts: Texts) -> Screen:
    """Delete an alert; return what says so, with Undo."""
    await context.services.alerts.delete(alert)
    return Screen(texts("alert-deleted", query=query_text(alert)), undo_keyboard(alert, texts))


async def remember(alert: Alert, chat_id: int, message_id: int, context: BotContext) -> None:
    """Keep a deleted alert behind the Undo button of a message."""
    kept = Prompt(PromptKind.UNDO, alert_json(alert))
    await context.services.chats.save_prompt(kept, chat_id=chat_id, message_id=message_id)


async def ask_words(query: CallbackQuery, alert: Alert, context: BotContext, texts: Texts) -> None:
    """Ask for other words for an alert."""
    if isinstance(query.message, Message):
        html = texts("reword-ask", query=query_text(alert))
        await ask_for(query.message, html, Prompt(PromptKind.REWORD, str(alert.id)), context)
