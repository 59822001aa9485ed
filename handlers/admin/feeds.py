"""/feeds: the news feeds, for who runs the bot; every press and every reply is checked here."""

import structlog
from telegram import Bot, Message, Update
from telegram.error import TelegramError

from bot.chats.prompt import Prompt, PromptKind
from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState
from bot.feeds.service import FeedHealth
from bot.services import Services
from handlers.admin.feeds_keyboard import FeedPress, FeedVerb, back_keyboard, read_feed_press, remove_keyboard
from handlers.admin.feeds_render import feed_screen, list_screen, trial_screen
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.telegram.html import plain
from handlers.telegram.permissions import operators_only
from handlers.telegram.prompts import ask_for
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit, send
from handlers.texts import Texts, texts_for

log = structlog.get_logger()
_STATES = {
    FeedVerb.PAUSE: FeedState.PAUSED,
    FeedVerb.RESUME: FeedState.ON,
    FeedVerb.REMOVE_INDEED: FeedState.REMOVED,
}


@operators_only
async def feeds(update: Update, context: BotContext) -> None:
    """List the feeds; with an address, look at it first."""
    message = update.message
    if message is None:
        return
    if context.args:
        await _look(context.args[0], message, context)
    else:
        await answer_message(message, list_screen(await context.services.feeds.health(), 1, context.texts))


@operators_only
async def feed_replied(update: Update, context: BotContext) -> None:
    """Take a reply to the question for an address."""
    if update.message:
        await _look(question_words(update.message, context.bot.username), update.message, context)


async def _look(url: str, message: Message, context: BotContext) -> None:
    """Look at an address, and show what is there; it goes on beside the chat's other updates."""
    looking = Screen(context.texts("feed-looking", url=plain(url)))
    told = await answer_message(message, looking)
    context.application.create_task(_looked_at(url, told, context.services, context.texts))


async def _looked_at(url: str, told: Message, services: Services, texts: Texts) -> None:
    trial = await services.feeds.probe(url)
    if not trial.problem:
        await _remember(trial.url, told, services)
    await _show(told, trial_screen(trial, texts))


@operators_only
async def feed_pressed(update: Update, context: BotContext) -> None:
    """Do what a button of /feeds says, and show what is then."""
    query = update.callback_query
    if query is None or not isinstance(query.message, Message):
        return
    press = read_feed_press(query.data or "")
    if press is None:
        await query.answer(context.texts("expired"), show_alert=True)
        return
    await query.answer()
    screen = await _pressed(press, query.message, context, by=query.from_user.id)
    if screen is not None:
        await _show(query.message, screen)


async def _pressed(press: FeedPress, message: Message, context: BotContext, *, by: int) -> Screen | None:
    services, texts = context.services, context.texts
    match press.verb:
        case FeedVerb.ASK:
            await ask_for(message, texts("feed-ask"), Prompt(PromptKind.FEED), context)
            return None
        case FeedVerb.LIST:
            return list_screen(await services.feeds.health(), press.number, texts)
        case FeedVerb.SAVE:
            return await _saved(message, services, texts, by=by)
        case _:
            return await _done(press, message, context, by=by)


async def _saved(message: Message, services: Services, texts: Texts, *, by: int) -> Screen:
    """Add the feed that was looked at in a message."""
    prompt = await services.chats.prompt_of(chat_id=message.chat_id, message_id=message.message_id)
    if prompt is None or prompt.kind is not PromptKind.FEED:
        return Screen(texts("feed-missing"), back_keyboard(texts))
    added = await services.feeds.add([FeedConfig(prompt.about)], by=by)
    return Screen(texts("feed-added" if added else "feed-known"), back_keyboard(texts))


async def _done(press: FeedPress, message: Message, context: BotContext, *, by: int) -> Screen | None:
    """Do something about one feed; return what to show, None when it is shown already."""
    desk, texts, feed_id = context.services.feeds, context.texts, FeedId(press.number)
    if press.verb in _STATES:
        await desk.set_state(feed_id, _STATES[press.verb], by=by)
    if press.verb is FeedVerb.REMOVE_INDEED:
        return list_screen(await desk.health(), 1, texts)
    health = await desk.get(feed_id)
    if health is None:
        return Screen(texts("feed-missing"), back_keyboard(texts))
    return await _shown(press.verb, health, message, context)


async def _shown(verb: FeedVerb, health: FeedHealth, message: Message, context: BotContext) -> Screen | None:
    texts = context.texts
    if verb is FeedVerb.REMOVE:
        question = texts("feed-remove-ask", name=plain(health.feed.name))
        return Screen(question, remove_keyboard(health.feed, texts))
    if verb is FeedVerb.TEST:
        # Shown before the look begins, which may be over in no time.
        await _show(message, Screen(texts("feed-looking", url=plain(health.feed.url))))
        context.application.create_task(_looked_at(health.feed.url, message, context.services, texts))
        return None
    return feed_screen(health, texts)


async def tell_gone(feed: Feed, bot: Bot, services: Services) -> None:
    """Tell the admins that a feed was switched off because it is no more."""
    for admin_id in sorted(services.access.admin_ids):
        texts = texts_for((await services.chats.settings_of(admin_id)).language)
        screen = Screen(texts("feed-gone-note", name=plain(feed.name), url=plain(feed.url)))
        try:
            await send(bot, screen, chat_id=admin_id)
        except TelegramError as error:
            log.warning("admin_not_told", admin=admin_id, error=type(error).__name__)


async def _remember(url: str, message: Message, services: Services) -> None:
    prompt = Prompt(PromptKind.FEED, url)
    await services.chats.save_prompt(prompt, chat_id=message.chat_id, message_id=message.message_id)


async def _show(message: Message, screen: Screen) -> None:
    await edit(message.get_bot(), screen, chat_id=message.chat_id, message_id=message.message_id)
