"""/subscriptions and /unsubscribe: the list of a chat's alerts."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Message, Update

from bot.alerts.alert import Alert
from bot.alerts.export import alert_from_json
from bot.chats.prompt import PromptKind
from bot.questions.pagination import page_of
from handlers.alerts.button_data import AlertListButton
from handlers.alerts.entry import deleted, remember, title_of
from handlers.alerts.keyboard import list_keyboard
from handlers.alerts.render import list_html
from handlers.context import BotContext
from handlers.telegram.permissions import looks_after, managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message

_PAGE_SIZE = 8


async def subscriptions(update: Update, context: BotContext) -> None:
    """List the chat's alerts."""
    if update.message:
        await answer_message(update.message, await list_screen(update.message.chat_id, 1, context))


async def list_screen(chat_id: int, number: int, context: BotContext) -> Screen:
    """Return page `number` of a chat's alerts, or the nearest page there is."""
    alerts = await context.services.alerts.of_chat(chat_id)
    if not alerts:
        return Screen(context.texts("alerts-none"))
    page = page_of(len(alerts), number, size=_PAGE_SIZE)
    elsewhere = {alert.chat_id for _, alert in page.numbered(alerts) if alert.chat_id != chat_id}
    titles = {there: await title_of(there, context) for there in elsewhere}
    html = list_html(alerts, page, titles, context.texts)
    return Screen(html, list_keyboard(alerts, page, context.texts))


@on_press(AlertListButton)
async def list_pressed(press: Press[AlertListButton], context: BotContext) -> None:
    """Turn to a page of the list; page 0 opens the list as a new message."""
    await press.answer()
    screen = await list_screen(press.chat_id, press.button.page, context)
    if press.button.page:
        await press.edit(screen)
    else:
        await press.send(screen)


@managers_only
async def unsubscribe(update: Update, context: BotContext) -> None:
    """Delete the alert with a number of /subscriptions."""
    message = update.message
    if message is None:
        return
    alerts = await context.services.alerts.of_chat(message.chat_id)
    alert = await _chosen(message, alerts, context)
    if alert is not None:
        sent = await answer_message(message, await deleted(alert, context))
        await remember(alert, sent.chat_id, sent.message_id, context)
        await context.services.chats.delete_prompt(chat_id=message.chat_id, message_id=message.message_id)
        return
    screen = await list_screen(message.chat_id, 1, context)
    how = f"{context.texts('unsubscribe-how')}\n\n{screen.html}" if alerts else screen.html
    await answer_message(message, replace(screen, html=how))


async def _chosen(message: Message, alerts: Sequence[Alert], context: BotContext) -> Alert | None:
    """Return the alert that a message wants deleted, if its author may; the same one if it is handled again.

    The numbers of the others change with the deletion, so the choice is stored before it.
    """
    chosen = await context.services.chats.prompt_of(chat_id=message.chat_id, message_id=message.message_id)
    if chosen is not None and chosen.kind is PromptKind.UNDO:
        return alert_from_json(chosen.about)
    alert = _numbered(alerts, context.args or [])
    user_id = message.from_user.id if message.from_user else 0
    if alert is None or not await looks_after(user_id, alert.chat_id, context, here=message.chat_id):
        return None
    await remember(alert, message.chat_id, message.message_id, context)
    return alert


def _numbered(alerts: Sequence[Alert], words: Sequence[str]) -> Alert | None:
    """Return the alert that a number means; without a number, the only alert of the chat."""
    if not words:
        return alerts[0] if len(alerts) == 1 else None
    number = int(words[0]) if words[0].isdecimal() and len(words[0]) < 6 else 0
    return alerts[number - 1] if 1 <= number <= len(alerts) else None
