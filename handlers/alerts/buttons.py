"""Presses of the buttons under an alert's own entry."""

from bot.alerts.alert import Alert
from bot.alerts.export import alert_from_json
from bot.alerts.ports import TooManyAlerts
from bot.alerts.service import AlertNotFound
from bot.chats.prompt import PromptKind
from bot.errors import localizable
from handlers.alerts.button_data import AlertButton, AlertVerb, NotificationButton
from handlers.alerts.entry import ask_words, changed, deleted, entry_html, entry_screen, remember
from handlers.alerts.keyboard import alert_keyboard, modes_keyboard
from handlers.context import BotContext
from handlers.telegram.html import visible
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import looks_after, managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.prompts import ask_zone
from handlers.telegram.screen import Screen

_NEEDS_ZONE = (AlertVerb.DAILY, AlertVerb.WEEKLY)


@managers_only
@on_press(AlertButton)
async def alert_pressed(press: Press[AlertButton], context: BotContext) -> None:
    """Change an alert and show the result."""
    try:
        if press.button.verb is AlertVerb.UNDO:
            await _restore(press, context)
        alert = await alert_behind(press, context)
    except (AlertNotFound, TooManyAlerts) as error:
        if not await _shown_as_deleted(press, context):
            await press.alert(visible(localize_error(error, context.texts)))
        return
    await press.answer()
    screen = await _screen_after(press, alert, context)
    if screen is not None:
        await press.edit(screen)
    if press.button.verb in _NEEDS_ZONE:
        await ask_zone(press.message, context)


async def alert_behind(press: Press[AlertButton] | Press[NotificationButton], context: BotContext) -> Alert:
    """Return the alert that a button names.

    Raises:
        AlertNotFound: It was deleted, or the user may not change it.
    """
    alert = await context.services.alerts.get(press.button.alert_id, chat_id=press.chat_id)
    await _check_looks_after(press, alert, context)
    return alert


async def _restore(press: Press[AlertButton], context: BotContext) -> None:
    """Bring back the deleted alert that a message remembers, if it does."""
    services = context.services
    alert = await remembered(press, context)
    if alert is None:  # or restored already, by the same press before it was cut off
        return
    await services.alerts.restore(alert)
    await services.chats.delete_prompt(chat_id=press.chat_id, message_id=press.message_id)


async def _shown_as_deleted(press: Press[AlertButton], context: BotContext) -> bool:
    """Show that an alert is deleted, if the same press deleted it before it was cut off."""
    alert = await remembered(press, context) if press.button.verb is AlertVerb.DELETE else None
    if alert is None:
        return False
    await press.answer()
    await press.edit(await deleted(alert, context))
    return True


async def remembered(
    press: Press[AlertButton] | Press[NotificationButton], context: BotContext
) -> Alert | None:
    """Return the deleted alert that a message remembers; None without one that the user may change."""
    prompt = await context.services.chats.prompt_of(chat_id=press.chat_id, message_id=press.message_id)
    if prompt is None or prompt.kind is not PromptKind.UNDO:
        return None
    alert = alert_from_json(prompt.about)
    return alert if await looks_after(press.user_id, alert.chat_id, context, here=press.chat_id) else None


async def _check_looks_after(
    press: Press[AlertButton] | Press[NotificationButton], alert: Alert, context: BotContext
) -> None:
    """Raise AlertNotFound if the user doesn't look after the chat that the alert reports to."""
    if not await looks_after(press.user_id, alert.chat_id, context, here=press.chat_id):
        raise AlertNotFound(localizable("alert-gone"))


async def _screen_after(press: Press[AlertButton], alert: Alert, context: BotContext) -> Screen | None:
    """Do what a button says; return what its message shows then, None if it stays as it is."""
    here = press.chat_id
    match press.button.verb:
        case AlertVerb.DELETE:
            await remember(alert, here, press.message_id, context)
            return await deleted(alert, context)
        case AlertVerb.MODES | AlertVerb.SHOW_DIFFERENCES | AlertVerb.HIDE_DIFFERENCES as verb:
            alert = await changed(alert, verb, context)
            html = await entry_html(alert, context, here=here)
            return Screen(html, modes_keyboard(alert, context.texts))
        case AlertVerb.REWORD:
            await ask_words(press, alert, context)
            return None
        case AlertVerb.SHARE:
            return await _shared(alert, context, here=here)
        case verb:
            return await entry_screen(await changed(alert, verb, context), context, here=here)


async def _shared(alert: Alert, context: BotContext, *, here: int) -> Screen:
    word = await context.services.alerts.share(alert)
    link = f"https://t.me/{context.bot.username}?start=s_{word}"
    shared = context.texts("alert-share", link=f'<a href="{link}">{link}</a>')  # no direction marks inside
    html = f"{await entry_html(alert, context, here=here)}\n\n{shared}"
    return Screen(html, alert_keyboard(alert, context.texts))
