"""/lang, and in which language each update is answered."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from telegram import BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import TelegramError

from bot.search.analyzer import fold
from handlers.context import BotContext
from handlers.menu import menu
from handlers.questions.ask import question_words
from handlers.telegram.html import plain
from handlers.telegram.permissions import managers_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit
from handlers.texts import LANGUAGES, Texts, texts_for

LANGUAGE_DATA = re.compile(r"T\.([a-z]{2}|-)")
_AS_TELEGRAM = "-"


async def choose_texts(update: Update, context: BotContext) -> None:
    """Set the language of the answer: the one chosen for the chat, else that of the person's Telegram."""
    chat, user = update.effective_chat, update.effective_user
    chosen = None
    if place := chat or user:
        chosen = (await context.services.chats.settings_of(place.id)).language
    context.texts = texts_for(chosen or (user.language_code if user else None))


async def lang(update: Update, context: BotContext) -> None:
    """Offer the languages, or choose the one that is named."""
    message = update.message
    if message is None:
        return
    word = question_words(message, context.bot.username)
    if language_named(word):
        await _lang_named(update, context)
        return
    chosen = (await context.services.chats.settings_of(message.chat_id)).language
    await answer_message(message, _screen(chosen, context.texts, unknown=word))


@managers_only
async def _lang_named(update: Update, context: BotContext) -> None:
    message = update.message
    assert message is not None
    chosen = language_named(question_words(message, context.bot.username))
    await _choose(update, chosen, context)
    await answer_message(message, _screen(chosen, context.texts))


def language_named(word: str) -> str | None:
    """Return the language a word names: its code, or its name in any language the bot speaks."""
    return _names().get(fold(word.split("-")[0].strip()))


@cache
def _names() -> Mapping[str, str]:
    in_others = {
        fold(texts_for(speaking).name_of(code)): code for speaking in LANGUAGES for code in LANGUAGES
    }
    own = {fold(name): code for code, name in LANGUAGES.items()}
    return in_others | own | {code: code for code in LANGUAGES}


@managers_only
async def language_pressed(update: Update, context: BotContext) -> None:
    """Speak another language from now on, in the menu of commands too."""
    query = update.callback_query
    found = LANGUAGE_DATA.fullmatch(query.data or "") if query else None
    if query is None or found is None or not isinstance(query.message, Message):
        return
    await query.answer()
    message = query.message
    chosen = found[1] if found[1] in LANGUAGES else None
    await _choose(update, chosen, context)
    screen = _screen(chosen, context.texts)
    await edit(context.bot, screen, chat_id=message.chat_id, message_id=message.message_id)


async def _choose(update: Update, chosen: str | None, context: BotContext) -> None:
    chat = update.effective_chat
    assert chat is not None
    await context.services.chats.change_settings(chat.id, lambda before: replace(before, language=chosen))
    await choose_texts(update, context)
    await set_menu(chat.id, chosen, context)


async def set_menu(chat_id: int, chosen: str | None, context: BotContext) -> None:
    """Show a chat the menu in the language it chose; everybody's menu when that is None."""
    scope = BotCommandScopeChat(chat_id)
    try:
        if chosen:
            await context.bot.set_my_commands(menu(chosen), scope=scope)
        else:
            await context.bot.delete_my_commands(scope=scope)
    except TelegramError:  # a menu in the old language is no reason to fail
        return


def _screen(chosen: str | None, texts: Texts, *, unknown: str = "") -> Screen:
    said = texts("lang-unknown", word=plain(unknown, most=60)) if unknown else texts("lang-title")
    names = [_button(code, LANGUAGES[code], texts, on=code == chosen) for code in LANGUAGES]
    rows = [names[at : at + 2] for at in range(0, len(names), 2)]
    automatic = _button(_AS_TELEGRAM, texts("lang-automatic"), texts, on=chosen is None)
    return Screen(said, InlineKeyboardMarkup([*rows, [automatic]]))


def _button(code: str, label: str, texts: Texts, *, on: bool) -> InlineKeyboardButton:
    shown = texts("button-chosen", label=label) if on else label
    return InlineKeyboardButton(shown, callback_data=f"T.{code}")
