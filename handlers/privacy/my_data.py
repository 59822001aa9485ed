"""What is yours: /export, /import, /unsubscribe_all, /forget_me."""

from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType

from bot.alerts.export import MAX_IMPORT_BYTES, InvalidExport, export, read_export
from bot.chats.prompt import Prompt, PromptKind
from bot.errors import QueryError
from handlers.alerts.keyboard import all_keyboard
from handlers.context import BotContext
from handlers.language import set_menu
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import managers_only
from handlers.telegram.prompts import ask_for
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit, topic_of
from handlers.texts import Texts

FORGET_DATA = "F.y"
FILE_NAME = "newsbot-alerts.json"


@managers_only
async def export_(update: Update, context: BotContext) -> None:
    """Send the chat's alerts and settings as a file."""
    message, texts = update.message, context.texts
    if message is None:
        return
    await send_export(message, context, texts)


async def send_export(message: Message, context: BotContext, texts: Texts) -> None:
    """Send the alerts and settings of a message's chat as a file into it."""
    services = context.services
    alerts = await services.alerts.reporting_to(message.chat_id)
    document = export(alerts, await services.chats.settings_of(message.chat_id))
    await context.bot.send_document(
        message.chat_id,
        document.encode(),
        filename=FILE_NAME,
        caption=texts("export-caption", count=len(alerts)),
        message_thread_id=message.message_thread_id if message.is_topic_message else None,
    )


@managers_only
async def import_(update: Update, context: BotContext) -> None:
    """Ask for a file that /export made."""
    message, texts = update.message, context.texts
    if message is not None:
        await ask_for(message, texts("import-ask"), Prompt(PromptKind.IMPORT), context)


async def read_import(message: Message, context: BotContext, texts: Texts) -> Screen:
    """Save the alerts and settings of the file in a message."""
    document, services = message.document, context.services
    if document is None or (document.file_size or 0) > MAX_IMPORT_BYTES or message.from_user is None:
        return Screen(texts("import-ask"))
    content = bytes(await (await document.get_file()).download_as_bytearray())
    try:
        drafts, chosen = read_export(
            content,
            chat_id=message.chat_id,
            owner_id=message.from_user.id,
            now=services.clock(),
            thread_id=topic_of(message),
        )
        saved = await services.alerts.save_all(drafts)
    except (InvalidExport, QueryError) as error:
        return Screen(localize_error(error, texts))
    if chosen is not None:
        imported = chosen
        await services.chats.change_settings(
            message.chat_id, lambda before: replace(imported, spoken=before.spoken)
        )
        await set_menu(message.chat_id, chosen.language, context)
    return Screen(texts("import-done", saved=saved, all=len(drafts)))


@managers_only
async def unsubscribe_all(update: Update, context: BotContext) -> None:
    """Ask whether to delete every alert of the chat."""
    message, texts = update.message, context.texts
    if message is None:
        return
    count = len(await context.services.alerts.reporting_to(message.chat_id))
    if count:
        screen = Screen(texts("unsubscribe-all", count=count), all_keyboard(count, texts))
    else:
        screen = Screen(texts("alerts-none"))
    await answer_message(message, screen)


@managers_only
async def all_pressed(update: Update, context: BotContext) -> None:
    """Delete every alert of the chat, a file of them sent first; or don't."""
    query, texts = update.callback_query, context.texts
    if query is None or not isinstance(query.message, Message):
        return
    await query.answer()
    message, html = query.message, texts("nothing-deleted")
    if query.data == "U.y":
        await send_export(message, context, texts)
        count = await context.services.alerts.delete_all(message.chat_id)
        html = texts("all-deleted", count=count)
    await edit(context.bot, Screen(html), chat_id=message.chat_id, message_id=message.message_id)


async def forget_me(update: Update, context: BotContext) -> None:
    """Ask whether to delete everything that is kept of a person."""
    message, texts = update.message, context.texts
    if message is None:
        return
    if message.chat.type != ChatType.PRIVATE:
        await answer_message(message, Screen(texts("only-in-private")))
        return
    yes = InlineKeyboardButton(texts("button-forget"), callback_data=FORGET_DATA)
    await answer_message(message, Screen(texts("forget-me"), InlineKeyboardMarkup([[yes]])))


async def forget_pressed(update: Update, context: BotContext) -> None:
    """Delete everything that is kept of a person."""
    query, texts = update.callback_query, context.texts
    if query is None or not isinstance(query.message, Message):
        return
    await query.answer()
    gone = await context.services.alerts.erase_person(query.from_user.id)
    await set_menu(query.message.chat_id, None, context)
    screen = Screen(texts("forgotten", alerts=gone.alerts, messages=gone.messages))
    await edit(context.bot, screen, chat_id=query.message.chat_id, message_id=query.message.message_id)
