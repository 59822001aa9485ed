"""/subscriptions and /unsubscribe: the list of a chat's alerts."""

from dataclasses import replace

from telegram import Update

from bot.alerts.alert import Alert
from handlers.alerts.entry import deleted, remember, title_of
from handlers.alerts.keyboard import LISTED, list_keyboard
from handlers.alerts.render import list_html
from handlers.context import BotContext
from handlers.telegram.permissions import looks_after, managers_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit, send, topic_of
from handlers.texts import Texts


async def subscriptions(update: Update, context: BotContext) -> None:
    """List the chat's alerts."""
    message, texts = update.message, context.texts
    if message is not None:
        await answer_message(message, await list_screen(message.chat_id, 1, context, texts))


async def list_screen(chat_id: int, page: int, context: BotContext, texts: Texts) -> Screen:
    """Return one page of a chat's alerts."""
    alerts = await context.services.alerts.of_chat(chat_id)
    if not alerts:
        return Screen(texts("alerts-none"))
    page = min(max(page, 1), -(-len(alerts) // LISTED))
    shown = alerts[(page - 1) * LISTED : page * LISTED]
    elsewhere = {alert.chat_id for alert in shown if alert.chat_id != chat_id}
    titles = {each: await title_of(each, context) for each in elsewhere}
    return Screen(list_html(alerts, page, titles, texts), list_keyboard(alerts, page, texts))


async def list_pressed(update: Update, context: BotContext) -> None:
    """Turn to a page of the list; page 0 opens it as a new message."""
    query, texts = update.callback_query, context.texts
    if query is None or query.message is None or query.data is None:
        return
    await query.answer()
    chat_id, page = query.message.chat.id, int(query.data.removeprefix("L."))
    screen = await list_screen(chat_id, page, context, texts)
    if page:
        await edit(context.bot, screen, chat_id=chat_id, message_id=query.message.message_id)
    else:
        await send(context.bot, screen, chat_id=chat_id, thread_id=topic_of(query.message))


@managers_only
async def unsubscribe(update: Update, context: BotContext) -> None:
    """Delete the alert with a number of /subscriptions."""
    message, texts = update.message, context.texts
    if message is None:
        return
    alerts = await context.services.alerts.of_chat(message.chat_id)
    chosen = _numbered(alerts, context.args or [])
    person = message.from_user.id if message.from_user else 0
    if chosen is not None and await looks_after(person, chosen.chat_id, context, here=message.chat_id):
        sent = await answer_message(message, await deleted(chosen, context, texts))
        await remember(chosen, sent.chat_id, sent.message_id, context)
        return
    screen = await list_screen(message.chat_id, 1, context, texts)
    how = f"{texts('unsubscribe-how')}\n\n{screen.html}" if alerts else screen.html
    await answer_message(message, replace(screen, html=how))


def _numbered(alerts: list[Alert], words: list[str]) -> Alert | None:
    """The alert a number means; the only one there is when none is given."""
    if not words:
        return alerts[0] if len(alerts) == 1 else None
    number = int(words[0]) if words[0].isdecimal() and len(words[0]) < 6 else 0
    return alerts[number - 1] if 1 <= number <= len(alerts) else None
