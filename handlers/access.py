"""The gate before all handlers: turns away who is not invited, and slows down who asks too fast."""

from collections.abc import Collection

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from bot.chats.access import AccessDecision, AccessOutcome
from handlers.context import BotContext
from handlers.privacy.my_data import FORGET_DATA
from handlers.questions.ask import is_for_bot
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts

_OPEN_TO_ALL = frozenset({"privacy", "forget_me"})
"""Whoever wrote here once may see what is kept of them, and have it deleted."""
_CACHE_S = 30


class AccessMiddleware:
    """A handler for every update, before all others.

    Args:
        commands: Names of the bot's commands; in groups others are other bots'.
    """

    def __init__(self, commands: Collection[str]) -> None:
        self._commands = frozenset(commands)

    async def __call__(self, update: Update, context: BotContext) -> None:
        """Let an update through, or turn it away with a word.

        Raises:
            ApplicationHandlerStop: It was turned away.
        """
        asked = self._asked(update, context)
        if asked is None or update.effective_user is None:
            return
        person = update.effective_user.id
        chat = update.effective_chat.id if update.effective_chat else person
        if update.effective_message and update.effective_message.sender_chat:
            person = chat  # who writes in a chat's name is the same user for all of Telegram
        decision = context.services.access.decide(person, chat, open_to_all=asked in _OPEN_TO_ALL)
        if decision.outcome is AccessOutcome.WELCOME:
            return
        await _turn_away(update, decision, chat, context.texts)
        raise ApplicationHandlerStop

    def _asked(self, update: Update, context: BotContext) -> str | None:
        """The command an update gives us, "" for anything else that asks us; None when it does not."""
        if update.callback_query or update.inline_query:
            return "forget_me" if update.callback_query and update.callback_query.data == FORGET_DATA else ""
        message, bot = update.effective_message, context.bot
        if message is None or update.my_chat_member or (message.via_bot and message.via_bot.id == bot.id):
            return None
        name, _, whose = _command(message).partition("@")
        if name in self._commands and whose.lower() in ("", bot.username.lower()):
            return name
        private = message.chat.type == ChatType.PRIVATE
        return "" if private or is_for_bot(message, bot.id, bot.username) else None


def _command(message: Message) -> str:
    words = (message.text or message.caption or "").split(maxsplit=1)
    return words[0][1:] if words and words[0].startswith("/") else ""


async def _turn_away(update: Update, decision: AccessDecision, chat: int, texts: Texts) -> None:
    if decision.outcome is AccessOutcome.NOT_INVITED:
        html, plain = texts("not-invited", id=f"<code>{chat}</code>"), texts("not-invited", id=str(chat))
    else:
        html = plain = texts("too-fast", seconds=decision.wait_s)
    if update.callback_query:
        await update.callback_query.answer(plain, show_alert=True)
    elif update.inline_query:
        await update.inline_query.answer([], cache_time=_CACHE_S, is_personal=True)
    elif decision.notify and update.effective_message:
        await answer_message(update.effective_message, Screen(html))
