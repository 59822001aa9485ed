"""The user's data: /export, /import, /unsubscribe_all, /forget_me."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup, MaybeInaccessibleMessage, Message, Update
from telegram.constants import ChatType

from bot.alerts.export import MAX_IMPORT_BYTES, InvalidExport, export, read_export
from bot.chats.prompt import Prompt, PromptKind
from bot.errors import QueryError
from handlers.alerts.button_data import Choice, DeleteAllButton
from handlers.alerts.keyboard import all_keyboard
from handlers.context import BotContext
from handlers.language import set_menu
from handlers.telegram.callback_data import DELETES, CallbackData
from handlers.telegram.in_hand import in_hand
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.prompts import ask_for
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, topic_of

FILE_NAME = "newsbot-alerts.json"


class ForgetMeButton(CallbackData, form="F.y"):
    """Confirms /forget_me."""


@managers_only
async def export_(update: Update, context: BotContext) -> None:
    """Send the chat's alerts and settings as a file."""
    if update.message is not None:
        await send_export(update.message, context)


async def send_export(message: MaybeInaccessibleMessage, context: BotContext) -> None:
    """Send the alerts and settings of a message's chat as a file into that chat."""
    services, chat_id = context.services, message.chat.id
    alerts = await services.alerts.reporting_to(chat_id)
    document = export(alerts, await services.chats.settings_of(chat_id))
    await context.bot.send_document(
        chat_id,
        document.encode(),
        filename=FILE_NAME,
        caption=context.texts("export-caption", count=len(alerts)),
        message_thread_id=topic_of(message),
    )


@managers_only
async def import_(update: Update, context: BotContext) -> None:
    """Ask for a file made by /export."""
    if update.message is not None:
        await ask_for(update.message, context.texts("import-ask"), Prompt(PromptKind.IMPORT), context)


async def read_import(message: Message, context: BotContext) -> Screen:
    """Save the alerts and settings in a message's file."""
    services, texts, document = context.services, context.texts, message.document
    if document is None or (document.file_size or 0) > MAX_IMPORT_BYTES or message.from_user is None:
        return Screen(texts("import-ask"))
    content = bytes(await (await document.get_file()).download_as_bytearray())
    try:
        drafts, settings = read_export(
            content,
            chat_id=message.chat_id,
            owner_id=message.from_user.id,
            now=services.clock(),
            thread_id=topic_of(message),
        )
        saved = await services.alerts.save_all(drafts)
    except (InvalidExport, QueryError) as error:
        return Screen(localize_error(error, texts))
    if settings is not None:
        imported = settings
        await services.chats.change_settings(
            message.chat_id, lambda before: replace(imported, spoken=before.spoken)
        )
        await set_menu(message.chat_id, settings.language, context)
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
@on_press(DeleteAllButton)
async def all_pressed(press: Press[DeleteAllButton], context: BotContext) -> None:
    """Export and then delete every alert of the chat, or don't."""
    texts = context.texts
    await press.answer()
    if press.button.choice is Choice.NO:
        await press.edit(Screen(texts("nothing-deleted")))
        return
    if not await context.services.alerts.reporting_to(press.chat_id):  # deleted before the press was cut off
        await press.edit(Screen(texts("alerts-none")))
        return
    await send_export(press.message, context)
    count = await context.services.alerts.delete_all(press.chat_id)
    await press.edit(Screen(texts("all-deleted", count=count)))


async def forget_me(update: Update, context: BotContext) -> None:
    """Ask whether to delete everything stored about the user."""
    message, texts = update.message, context.texts
    if message is None:
        return
    if message.chat.type != ChatType.PRIVATE:
        await answer_message(message, Screen(texts("only-in-private")))
        return
    yes = ForgetMeButton().button(texts("button-forget"), style=DELETES)
    await answer_message(message, Screen(texts("forget-me"), InlineKeyboardMarkup([[yes]])))


@on_press(ForgetMeButton)
async def forget_pressed(press: Press[ForgetMeButton], context: BotContext) -> None:
    """Delete everything stored about the user."""
    await press.answer()
    deleted = await context.services.alerts.erase_person(press.user_id)
    if update := in_hand.get():
        update.forgotten = True
    await set_menu(press.chat_id, None, context)
    html = context.texts("forgotten", alerts=deleted.alerts, messages=deleted.messages)
    await press.edit(Screen(html))
