"""/lang, and the language that each update is answered in."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Annotated

from telegram import BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TelegramError

from bot.search.letters import fold
from handlers.context import BotContext
from handlers.menu import menu
from handlers.questions.ask import question_words
from handlers.telegram.callback_data import CallbackData, Wire
from handlers.telegram.html import plain
from handlers.telegram.permissions import managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import LANGUAGES, Texts, texts_for

_AUTOMATIC = "-"
_A_ROW = 3


class LanguageButton(CallbackData, form="T.{code}"):
    """Chooses a language; the code "-" means the language of the user's Telegram."""

    code: Annotated[str, Wire("[a-z]{2}|-")]


async def choose_texts(update: Update, context: BotContext) -> None:
    """Set the language of the answer: the chat's choice, else that of the user's Telegram.

    Where the bot is a guest, the user's choice counts.
    """
    chat, user = update.effective_chat, update.effective_user
    chosen, gregorian = None, False
    if place := (chat if not update.guest_message else None) or user:
        settings = await context.services.chats.settings_of(place.id)
        chosen, gregorian = settings.language, settings.gregorian
    context.texts = texts_for(chosen or (user.language_code if user else None), gregorian=gregorian)


async def lang(update: Update, context: BotContext) -> None:
    """Offer the languages, or choose the one that is named."""
    message = update.message
    if message is None:
        return
    word = question_words(message, context.bot.username)
    if language_named(word):
        await _choose_named(update, context)
        return
    chosen = (await context.services.chats.settings_of(message.chat_id)).language
    await answer_message(message, _screen(chosen, context.texts, unknown=word))


@managers_only
async def _choose_named(update: Update, context: BotContext) -> None:
    message = update.message
    assert message is not None
    chosen = language_named(question_words(message, context.bot.username))
    await _choose(update, chosen, context)
    await answer_message(message, _chosen_screen(chosen, context.texts))


def language_named(word: str) -> str | None:
    """Return the language that a word names: its code, or its name in any language of the bot."""
    return _names().get(fold(word.split("-")[0].strip()))


@cache
def _names() -> Mapping[str, str]:
    translated = {fold(texts_for(reader).name_of(code)): code for reader in LANGUAGES for code in LANGUAGES}
    own = {fold(name): code for code, name in LANGUAGES.items()}
    return translated | own | {code: code for code in LANGUAGES}


@managers_only
@on_press(LanguageButton)
async def language_pressed(press: Press[LanguageButton], context: BotContext) -> None:
    """Switch to another language, in the command menu too."""
    await press.answer()
    chosen = press.button.code if press.button.code in LANGUAGES else None
    await _choose(press.update, chosen, context)
    await press.edit(_chosen_screen(chosen, context.texts))


async def _choose(update: Update, chosen: str | None, context: BotContext) -> None:
    chat = update.effective_chat
    assert chat is not None
    await context.services.chats.change_settings(chat.id, lambda before: replace(before, language=chosen))
    await choose_texts(update, context)
    await set_menu(chat.id, chosen, context)


async def set_menu(chat_id: int, chosen: str | None, context: BotContext) -> None:
    """Show a chat the command menu in the language it chose, or everybody's menu if that is None."""
    scope = BotCommandScopeChat(chat_id)
    try:
        if chosen:
            await context.bot.set_my_commands(menu(chosen), scope=scope)
        else:
            await context.bot.delete_my_commands(scope=scope)
    except TelegramError:  # a menu in the previous language is tolerable
        return


def _screen(chosen: str | None, texts: Texts, *, unknown: str = "") -> Screen:
    html = texts("lang-unknown", word=plain(unknown, most=60)) if unknown else texts("lang-title")
    buttons = [_button(code, name, texts, chosen=code == chosen) for code, name in LANGUAGES.items()]
    rows = [buttons[at : at + _A_ROW] for at in range(0, len(buttons), _A_ROW)]
    automatic = _button(_AUTOMATIC, texts("lang-automatic"), texts, chosen=chosen is None)
    return Screen(html, InlineKeyboardMarkup([*rows, [automatic]]))


def _chosen_screen(chosen: str | None, texts: Texts) -> Screen:
    """Confirm a choice, and offer the languages again."""
    name = LANGUAGES[chosen] if chosen else texts("lang-automatic")
    offer = _screen(chosen, texts)
    return Screen(f"{texts('lang-chosen', name=name)}\n\n{offer.html}", offer.keyboard)


def _button(code: str, label: str, texts: Texts, *, chosen: bool) -> InlineKeyboardButton:
    marked = texts("button-chosen", label=label) if chosen else label
    return LanguageButton(code=code).button(marked)
