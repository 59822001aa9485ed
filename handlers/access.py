"""Access control before all other handlers: turns away users who aren't invited or write too fast."""

from collections.abc import Collection

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from bot.chats.access import AccessDecision, AccessOutcome
from handlers.context import BotContext
from handlers.privacy.my_data import ForgetMeButton
from handlers.questions.ask import is_for_bot
from handlers.telegram.content import is_written
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_guest, answer_message
from handlers.texts import Texts

_OPEN_TO_ALL = frozenset({"privacy", "forget_me"})
"""Everybody may see what is stored about them and have it deleted."""
_INLINE_CACHE_S = 30


class AccessMiddleware:
    """A handler for every update that runs before all others.

    Args:
        commands: The bot's commands; other commands in a group belong to other bots.
        other_names: Commands that other bots may have, too: ours in a group only with the bot's name.
    """

    def __init__(self, commands: Collection[str], other_names: Collection[str] = ()) -> None:
        self._commands = frozenset(commands)
        self._other_names = frozenset(other_names)

    async def __call__(self, update: Update, context: BotContext) -> None:
        """Let an update pass, or answer why it may not.

        Raises:
            ApplicationHandlerStop: The update may not pass.
        """
        access = context.services.access
        if _is_by_bot(update, context.bot.id) and not access.answers_bot(_chat_id(update)):
            raise ApplicationHandlerStop
        command = self._command(update, context)
        if command is None or update.effective_user is None:
            return
        user_id = update.effective_user.id
        chat_id = _chat_id(update) or user_id
        if update.guest_message and chat_id > 0:
            chat_id = user_id  # the chat is that of two people, of whom one asks
        if update.effective_message and update.effective_message.sender_chat:
            user_id = chat_id  # everybody who writes in a chat's name has the same user id
        decision = access.decide(user_id, chat_id, open_to_all=command in _OPEN_TO_ALL)
        if decision.outcome is AccessOutcome.WELCOME:
            return
        await _turn_away(update, decision, chat_id, context.texts)
        raise ApplicationHandlerStop

    def _command(self, update: Update, context: BotContext) -> str | None:
        """Return the command in an update, "" for other requests, None if it asks nothing of the bot."""
        if update.callback_query:
            return "forget_me" if ForgetMeButton.matches(update.callback_query.data) else ""
        if update.inline_query or update.guest_message:
            return ""
        message, bot = update.effective_message, context.bot
        if message is None or update.my_chat_member or (message.via_bot and message.via_bot.id == bot.id):
            return None
        private = message.chat.type == ChatType.PRIVATE
        name, _, addressee = first_command(message).partition("@")
        is_ours = name in self._commands or (name in self._other_names and (private or bool(addressee)))
        if is_ours and addressee.lower() in ("", bot.username.lower()):
            return name
        return "" if (private and is_written(message)) or is_for_bot(message, bot.id, bot.username) else None


def _is_by_bot(update: Update, bot_id: int) -> bool:
    """Return whether a bot wrote a message; who writes in a chat's name only looks like one."""
    user, message = update.effective_user, update.effective_message
    if user is None or not user.is_bot or update.my_chat_member:
        return False
    return user.id != bot_id and not (message and message.sender_chat)


def _chat_id(update: Update) -> int:
    return update.effective_chat.id if update.effective_chat else 0


def first_command(message: Message) -> str:
    """Return the command that a message begins with, without its slash ("ask@some_bot"); "" for none."""
    words = (message.text or message.caption or "").split(maxsplit=1)
    return words[0][1:] if words and words[0].startswith("/") else ""


async def _turn_away(update: Update, decision: AccessDecision, chat_id: int, texts: Texts) -> None:
    if decision.outcome is AccessOutcome.NOT_INVITED:
        html = texts("not-invited", id=f"<code>{chat_id}</code>")
        plain = texts("not-invited", id=str(chat_id))
    else:
        html = plain = texts("too-fast", seconds=decision.wait_s)
    if update.callback_query:
        await update.callback_query.answer(plain, show_alert=True)
    elif update.guest_message:
        if (
            decision.notify and decision.outcome is AccessOutcome.TOO_FAST
        ):  # others needn't know who is invited
            await answer_guest(update.guest_message, Screen(html))
    elif update.inline_query:
        await update.inline_query.answer([], cache_time=_INLINE_CACHE_S, is_personal=True)
    elif decision.notify and update.effective_message:
        await answer_message(update.effective_message, Screen(html))
