"""The buttons of an alert's own entry."""

from telegram import CallbackQuery, Message, Update

from bot.alerts.alert import Alert
from bot.alerts.export import alert_from_json
from bot.alerts.ports import TooManyAlerts
from bot.alerts.service import AlertNotFound
from bot.chats.prompt import PromptKind
from bot.errors import localizable
from handlers.alerts.entry import ask_words, changed, deleted, entry_html, remember
from handlers.alerts.keyboard import AlertPress, AlertVerb, alert_keyboard, modes_keyboard, read_alert_press
from handlers.alerts.notification_buttons import told_pressed
from handlers.context import BotContext
from handlers.telegram.html import visible
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import looks_after, may_manage
from handlers.telegram.prompts import ask_zone
from handlers.telegram.screen import Screen
from handlers.telegram.send import edit
from handlers.texts import Texts

_BY_THE_WALL = (AlertVerb.DAILY, AlertVerb.WEEKLY)


async def alert_pressed(update: Update, context: BotContext) -> None:
    """Do what a button of an alert says, and show the alert as it is then."""
    query, texts = update.callback_query, context.texts
    if query is None or query.message is None:
        return
    press = read_alert_press(query.data or "")
    if press is None or not await may_manage(update, context):
        await query.answer(texts("alert-admins-only"), show_alert=True)
        return
    try:
        alert = await _alert_behind(query, press, context)
    except (AlertNotFound, TooManyAlerts) as error:
        await query.answer(visible(localize_error(error, texts)), show_alert=True)
        return
    if press.told:
        await told_pressed(query, press, alert, context, texts)
        return
    await query.answer()
    screen = await _done(query, press.verb, alert, context, texts)
    if screen is not None:
        chat_id, message_id = query.message.chat.id, query.message.message_id
        await edit(context.bot, screen, chat_id=chat_id, message_id=message_id)
    if press.verb in _BY_THE_WALL and isinstance(query.message, Message):
        await ask_zone(query.message, context)


async def _alert_behind(query: CallbackQuery, press: AlertPress, context: BotContext) -> Alert:
    """The alert a button names; a deleted one is brought back by Undo."""
    assert query.message is not None
    services, chat_id, message_id = context.services, query.message.chat.id, query.message.message_id
    if press.verb is AlertVerb.UNDO:
        kept = await services.chats.prompt_of(chat_id=chat_id, message_id=message_id)
        if kept is None or kept.kind is not PromptKind.UNDO:
            raise AlertNotFound(localizable("alert-gone"))
        kept_alert = alert_from_json(kept.about)
        await _checked(kept_alert, query, context)
        await services.alerts.restore(kept_alert)
        await services.chats.delete_prompt(chat_id=chat_id, message_id=message_id)
    alert = await services.alerts.get(press.alert_id, chat_id=chat_id)
    await _checked(alert, query, context)
    return alert


async def _checked(alert: Alert, query: CallbackQuery, context: BotContext) -> None:
    """Raise AlertNotFound when who pressed does not look after the chat an alert reports to."""
    here = query.message.chat.id if query.message else 0
    if not await looks_after(query.from_user.id, alert.chat_id, context, here=here):
        raise AlertNotFound(localizable("alert-gone"))


async def _done(
    query: CallbackQuery, verb: AlertVerb, alert: Alert, context: BotContext, texts: Texts
) -> Screen | None:
    """What an alert's entry shows after a press; None when a new message says it."""
    assert query.message is not None
    here = query.message.chat.id
    match verb:
        case AlertVerb.DELETE:
            await remember(alert, here, query.message.message_id, context)
            return await deleted(alert, context, texts)
        case AlertVerb.MODES:
            return Screen(await entry_html(alert, context, texts, here=here), modes_keyboard(alert, texts))
        case AlertVerb.REWORD:
            await ask_words(query, alert, context, texts)
            return None
        case AlertVerb.SHARE:
            return await _shared(alert, context, texts, here=here)
        case _:
            now = await changed(alert, verb, context)
            html = await entry_html(now, context, texts, here=here)
            return Screen(html, alert_keyboard(now, texts))


async def _shared(alert: Alert, context: BotContext, texts: Texts, *, here: int) -> Screen:
    word = await context.services.alerts.share(alert)
    link = f"https://t.me/{context.bot.username}?start=s_{word}"
    shared = texts("alert-share", link=f'<a href="{link}">{link}</a>')  # marks of direction stay out of it
    html = f"{await entry_html(alert, context, texts, here=here)}\n\n{shared}"
    return Screen(html, alert_keyboard(alert, texts))
