"""Guest mode: a mention in a chat that the bot is no member of gets one message, and nothing is stored.

Under a message with text, the answer says which articles carry that text; elsewhere it answers the mention.
"""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.chats.settings import ChatSettings
from bot.errors import UserError
from bot.questions.model import Answer, Question
from bot.questions.pasted import is_traceable
from handlers.context import BotContext
from handlers.questions.ask import question_words, replied_words
from handlers.questions.render import answer_html
from handlers.telegram.deep_links import article_link, bot_address, deep_link
from handlers.telegram.localize import localize_error
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_guest

_ROOM = 200
"""Characters of quotes shown in full: in other people's chats, an answer is short until it is unfolded."""


async def guest(update: Update, context: BotContext) -> None:
    """Answer a mention with one message: trace the text above it, or answer its question."""
    message = update.guest_message
    if message is None:
        return
    words, replied = question_words(message, context.bot.username), replied_words(message, context.bot.id)
    trace = is_traceable(replied)
    asked = replied if trace else words or replied
    if not any(character.isalnum() for character in asked):
        await answer_guest(message, _screen(context.texts("guest-how"), None, context))
        return
    try:
        answer = await _answer(asked, message, context, trace=trace)
    except UserError as error:
        await answer_guest(message, _screen(localize_error(error, context.texts), None, context))
        return
    html = answer_html(answer, context.texts, room=_ROOM)
    await answer_guest(message, _screen(html, _payload(answer), context))


async def _answer(asked: str, message: Message, context: BotContext, *, trace: bool) -> Answer:
    services = context.services
    asker = message.from_user
    settings: ChatSettings | None = await services.chats.settings_of(asker.id) if asker else None
    return await services.questions.ask(Question(asked, services.clock(), trace=trace), settings)


def _payload(answer: Answer) -> str | None:
    """Return what a link to the bot carries: the question, or else the first article."""
    if not answer.pasted and (payload := deep_link(answer.question.text)):
        return payload
    return article_link(answer.entries[0].article.id) if answer.entries else None


def _screen(html: str, payload: str | None, context: BotContext) -> Screen:
    """Return the message with the one button that works in any chat: a link to the bot."""
    address = bot_address(context.bot.username, payload)
    button = InlineKeyboardButton(context.texts("button-ask-bot"), url=address)
    return Screen(html, InlineKeyboardMarkup([[button]]))
