"""The buttons under a told story: the story stays, its buttons change, a line says what was done."""

from dataclasses import replace

from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.alerts.alert import Alert
from bot.chats.settings import ChatSettings
from handlers.alerts.entry import ask_words, changed
from handlers.alerts.keyboard import AlertPress, AlertVerb, fewer_keyboard, notice_keyboard, story_under
from handlers.context import BotContext
from handlers.texts import Texts

_SAID = {AlertVerb.PAUSE: "told-paused", AlertVerb.MUTE: "told-muted", AlertVerb.DAILY: "told-daily"}


async def told_pressed(
    query: CallbackQuery, press: AlertPress, alert: Alert, context: BotContext, texts: Texts
) -> None:
    """Do what a button under a told story says."""
    assert query.message is not None
    chat_id, message_id = query.message.chat.id, query.message.message_id
    keyboard: InlineKeyboardMarkup | None
    story = story_under(query.message.reply_markup) if isinstance(query.message, Message) else None
    publisher = await context.services.delivery.publisher_of(chat_id=chat_id, message_id=message_id)
    match press.verb:
        case AlertVerb.FEWER:
            await query.answer()
            keyboard = fewer_keyboard(alert, publisher, texts, story)
        case AlertVerb.NO_PUBLISHER if publisher:
            await _mute_publisher(publisher, chat_id, context)
            await query.answer(texts("publisher-muted", publisher=publisher[:100]))
            keyboard = notice_keyboard([alert], texts, story)
        case AlertVerb.REWORD:
            await query.answer()
            await ask_words(query, alert, context, texts)
            keyboard = notice_keyboard([alert], texts, story)
        case _:
            now = await changed(alert, press.verb, context)
            await query.answer(texts(_SAID[press.verb]) if press.verb in _SAID else None)
            keyboard = notice_keyboard([now], texts, story)
    try:
        await context.bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keyboard)
    except BadRequest as error:
        if "message is not modified" not in str(error).lower():
            raise


async def _mute_publisher(publisher: str, chat_id: int, context: BotContext) -> None:
    def muted(before: ChatSettings) -> ChatSettings:
        wanted = before.wants(publisher, "und")
        return replace(before, muted=(*before.muted, publisher)) if wanted else before

    await context.services.chats.change_settings(chat_id, muted)
