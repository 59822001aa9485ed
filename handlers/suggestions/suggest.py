"""/suggest: a user names a feed; it is tested, and the operators are told."""

from dataclasses import replace

from telegram import Message, Update
from telegram.constants import ChatType

from bot.feeds.suggestions import MAX_PER_PERSON, Outcome
from handlers.admin.feeds import address_in
from handlers.context import BotContext
from handlers.suggestions.render import not_a_feed_screen
from handlers.suggestions.review import announce_suggestions
from handlers.telegram.html import plain
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit
from handlers.texts import Texts


async def suggest(update: Update, context: BotContext) -> None:
    """Test the feed at an address and queue it for the operators."""
    message, texts = update.message, context.texts
    if message is None or message.from_user is None:
        return
    address, _ = address_in(context.args or ())
    if message.chat.type != ChatType.PRIVATE:
        await answer_message(message, Screen(texts("only-in-private")))
    elif not context.services.access.admin_ids:
        await answer_message(message, Screen(texts("suggest-nobody")))
    elif not address:
        await answer_message(message, Screen(texts("suggest-how")))
    elif wait_s := context.services.suggestions.wait_s(message.from_user.id):
        await answer_message(message, Screen(texts("too-fast", seconds=wait_s)))
    else:
        await _begin(address, message, context)


async def _begin(address: str, message: Message, context: BotContext) -> None:
    """Test an address in the background, so that the chat's other updates needn't wait."""
    assert message.from_user is not None
    code = message.from_user.language_code
    await context.services.chats.change_settings(message.chat_id, lambda own: replace(own, spoken=code))
    progress = await answer_message(message, Screen(context.texts("feed-looking", url=plain(address))))
    context.application.create_task(_suggest(address, message.from_user.id, progress, context))


async def _suggest(address: str, person_id: int, progress: Message, context: BotContext) -> None:
    """Test and queue a feed; edit a message into the result."""
    services, texts = context.services, context.texts
    probe, outcome = await services.suggestions.suggest(address, person_id=person_id)
    if outcome is None:
        screen = not_a_feed_screen(probe, texts)
    else:
        screen = Screen(_html(outcome, probe.title or probe.url, texts))
    await edit(context.bot, screen, chat_id=progress.chat_id, message_id=progress.message_id)
    if outcome is Outcome.QUEUED:
        await announce_suggestions(context.bot, services)


def _html(outcome: Outcome, title: str, texts: Texts) -> str:
    match outcome:
        case Outcome.QUEUED:
            return texts("suggest-queued", title=plain(title))
        case Outcome.KNOWN:
            return texts("feed-known")
        case Outcome.WAITING:
            return texts("suggest-waiting")
        case Outcome.TOO_MANY:
            return texts("suggest-too-many", most=MAX_PER_PERSON)
        case Outcome.FULL:
            return texts("suggest-full")
