"""/subscriptions, /unsubscribe, and the buttons of alerts."""

from telegram import Update

from bot.alerts.alert import Alert
from bot.alerts.subscriptions import AlertGone
from handlers.alert_keyboard import AlertVerb, alert_keyboard, read_alert_press
from handlers.alert_render import list_html, query_text, saved_html
from handlers.authority import may_manage
from handlers.context import BotContext, texts_of
from handlers.screens import Screen
from handlers.sender import answer_message, edit
from handlers.texts import Texts


async def subscriptions(update: Update, context: BotContext) -> None:
    """List the chat's alerts."""
    message, texts = update.message, texts_of(update)
    if message is None:
        return
    alerts = await context.services.subscriptions.store.of_chat(message.chat_id)
    screen = Screen(list_html(alerts, texts) if alerts else texts("alerts-none"))
    await answer_message(message, screen)


async def unsubscribe(update: Update, context: BotContext) -> None:
    """Delete the alert with a number of /subscriptions."""
    message, texts = update.message, texts_of(update)
    if message is None:
        return
    if not await may_manage(update, context):
        await answer_message(message, Screen(texts("alert-admins-only")))
        return
    alerts = await context.services.subscriptions.store.of_chat(message.chat_id)
    chosen = _numbered(alerts, context.args or [])
    if chosen is None:
        html = f"{texts('unsubscribe-how')}\n\n{list_html(alerts, texts)}" if alerts else texts("alerts-none")
        await answer_message(message, Screen(html))
        return
    await context.services.subscriptions.store.delete(chosen.id)
    await answer_message(message, Screen(texts("alert-deleted", query=query_text(chosen))))


def _numbered(alerts: list[Alert], words: list[str]) -> Alert | None:
    """The alert a number means; the only one there is when none is given."""
    if not words:
        return alerts[0] if len(alerts) == 1 else None
    number = int(words[0]) if words[0].isdecimal() and len(words[0]) < 6 else 0
    return alerts[number - 1] if 1 <= number <= len(alerts) else None


async def alert_pressed(update: Update, context: BotContext) -> None:
    """Do what a button of an alert says, and show the alert as it is then."""
    query, texts = update.callback_query, texts_of(update)
    if query is None or query.message is None:
        return
    press = read_alert_press(query.data or "")
    if press is None or not await may_manage(update, context):
        await query.answer(texts("alert-admins-only"), show_alert=True)
        return
    chat_id = query.message.chat.id
    try:
        alert = await context.services.subscriptions.get(press.alert_id, chat_id=chat_id)
    except AlertGone:
        await query.answer(texts("alert-gone"), show_alert=True)
        return
    await query.answer()
    screen = await _done(alert, press.verb, context, texts)
    await edit(context.bot, screen, chat_id=chat_id, message_id=query.message.message_id)


async def _done(alert: Alert, verb: AlertVerb, context: BotContext, texts: Texts) -> Screen:
    desk = context.services.subscriptions
    if verb is AlertVerb.DELETE:
        await desk.store.delete(alert.id)
        return Screen(texts("alert-deleted", query=query_text(alert)))
    act = {AlertVerb.PAUSE: desk.pause, AlertVerb.RESUME: desk.resume, AlertVerb.MUTE: desk.mute}[verb]
    changed = await act(alert)
    return Screen(saved_html(changed, texts), alert_keyboard(changed, texts))
