"""An alert's own entry in a chat, and the changes its buttons make."""

from telegram.error import BadRequest, Forbidden

from bot.alerts.alert import Alert
from bot.alerts.export import alert_json
from bot.chats.prompt import Prompt, PromptKind
from handlers.alerts.button_data import AlertButton, AlertVerb, NotificationButton
from handlers.alerts.keyboard import FOLLOW_MODES, MODES, alert_keyboard, undo_keyboard
from handlers.alerts.render import alert_html, query_text
from handlers.context import BotContext
from handlers.telegram.press import Press
from handlers.telegram.prompts import ask_for
from handlers.telegram.screen import Screen


async def entry_html(alert: Alert, context: BotContext, *, here: int) -> str:
    """Return the text of an alert's entry in the chat `here`."""
    chat = await title_of(alert.chat_id, context) if alert.chat_id != here else ""
    settings = await context.services.chats.settings_of(alert.chat_id)
    return alert_html(alert, settings, context.texts, chat=chat)


async def entry_screen(alert: Alert, context: BotContext, *, here: int) -> Screen:
    """Return an alert's entry in the chat `here`."""
    return Screen(await entry_html(alert, context, here=here), alert_keyboard(alert, context.texts))


async def saved_screen(alert: Alert, context: BotContext, *, here: int) -> Screen:
    """Return an alert's entry below the words that it was saved."""
    html = f"{context.texts('alert-saved')}\n{await entry_html(alert, context, here=here)}"
    return Screen(html, alert_keyboard(alert, context.texts))


async def title_of(chat_id: int, context: BotContext) -> str:
    """Return the title of a group or channel, or its id if the bot was removed from it."""
    try:
        return (await context.bot.get_chat(chat_id)).title or str(chat_id)
    except (BadRequest, Forbidden):
        return str(chat_id)


async def changed(alert: Alert, verb: AlertVerb, context: BotContext) -> Alert:
    """Apply a button's change to an alert and return the result."""
    alerts = context.services.alerts
    modes = FOLLOW_MODES if alert.is_follow else MODES
    if verb in modes:
        return await alerts.set_mode(alert, modes[verb])
    changes = {
        AlertVerb.PAUSE: alerts.pause,
        AlertVerb.RESUME: alerts.resume,
        AlertVerb.MUTE: alerts.mute,
        AlertVerb.SHOW_DIFFERENCES: alerts.show_differences,
        AlertVerb.HIDE_DIFFERENCES: alerts.hide_differences,
    }
    return await changes[verb](alert) if verb in changes else alert


async def deleted(alert: Alert, context: BotContext) -> Screen:
    """Delete an alert and return a message with an Undo button."""
    await context.services.alerts.delete(alert)
    html = context.texts("alert-deleted", query=query_text(alert, context.texts))
    return Screen(html, undo_keyboard(alert, context.texts))


async def remember(alert: Alert, chat_id: int, message_id: int, context: BotContext) -> None:
    """Store a deleted alert for the Undo button of a message."""
    prompt = Prompt(PromptKind.UNDO, alert_json(alert))
    await context.services.chats.save_prompt(prompt, chat_id=chat_id, message_id=message_id)


async def ask_words(
    press: Press[AlertButton] | Press[NotificationButton], alert: Alert, context: BotContext
) -> None:
    """Ask for other words for an alert, for another time for a briefing."""
    query = query_text(alert, context.texts)
    html = context.texts("briefing-ask") if alert.is_briefing else context.texts("reword-ask", query=query)
    await ask_for(press.message, html, Prompt(PromptKind.REWORD, str(alert.id)), context)
