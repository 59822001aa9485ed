"""Presses of the buttons under a notification: its text stays, its buttons change, a toast confirms."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.alerts.alert import Alert
from bot.alerts.service import AlertNotFound
from bot.chats.settings import ChatSettings
from handlers.alerts.briefing import stop_briefing
from handlers.alerts.button_data import AlertVerb, NotificationButton
from handlers.alerts.buttons import alert_behind, remembered
from handlers.alerts.entry import ask_words, changed
from handlers.alerts.keyboard import fewer_keyboard, followed_under, notice_keyboard, story_under
from handlers.context import BotContext
from handlers.telegram.html import visible
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import managers_only
from handlers.telegram.press import Press, on_press

_TOASTS = {AlertVerb.PAUSE: "toast-paused", AlertVerb.MUTE: "toast-muted", AlertVerb.DAILY: "toast-daily"}


@managers_only
@on_press(NotificationButton)
async def notification_pressed(press: Press[NotificationButton], context: BotContext) -> None:
    """Change the alert behind a notification and update the notification's buttons."""
    stops = press.button.verb is AlertVerb.DELETE
    try:
        alert = await alert_behind(press, context)
    except AlertNotFound as error:
        stopped = await remembered(press, context) if stops else None  # by this press, and then cut off
        if stopped is None:
            await press.alert(visible(localize_error(error, context.texts)))
            return
        alert = stopped
    if stops:
        await stop_briefing(press, alert, context)
        return
    keyboard = await _keyboard_after(press, alert, context)
    try:
        await context.bot.edit_message_reply_markup(press.chat_id, press.message_id, reply_markup=keyboard)
    except BadRequest as error:
        if "message is not modified" not in str(error).lower():
            raise


async def _keyboard_after(
    press: Press[NotificationButton], alert: Alert, context: BotContext
) -> InlineKeyboardMarkup:
    """Do what a button says, answer the press, and return the buttons from then on."""
    texts, verb, message = context.texts, press.button.verb, press.message
    markup = message.reply_markup if isinstance(message, Message) else None
    story, follows = story_under(markup), followed_under(markup)
    publisher = await context.services.delivery.publisher_of(
        chat_id=press.chat_id, message_id=press.message_id
    )
    match verb:
        case AlertVerb.FEWER:
            await press.answer()
            return fewer_keyboard(alert, publisher, texts, story, follows=follows)
        case AlertVerb.NO_PUBLISHER if publisher:
            await _mute_publisher(publisher, press.chat_id, context)
            await press.answer(texts("publisher-muted", publisher=publisher[:100]))
        case AlertVerb.REWORD:
            await press.answer()
            await ask_words(press, alert, context)
        case _:
            alert = await changed(alert, verb, context)
            await press.answer(texts(_TOASTS[verb]) if verb in _TOASTS else None)
    return notice_keyboard([alert], texts, story, follows=follows)


async def _mute_publisher(publisher: str, chat_id: int, context: BotContext) -> None:
    def mute(settings: ChatSettings) -> ChatSettings:
        if not settings.wants(publisher, "und"):
            return settings
        return replace(settings, muted=(*settings.muted, publisher))

    await context.services.chats.change_settings(chat_id, mute)
