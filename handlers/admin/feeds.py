"""/feeds: the news feeds, for operators only; every command, press and reply is checked."""

import re
from collections.abc import Sequence

from telegram import Bot, MaybeInaccessibleMessage, Message, Update

from bot.chats.prompt import Prompt, PromptKind
from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState
from bot.feeds.service import FeedHealth
from bot.services import Services
from handlers.admin.broadcast import send_to_admins
from handlers.admin.feeds_keyboard import FeedButton, FeedVerb, back_keyboard, remove_keyboard
from handlers.admin.feeds_render import feed_screen, list_screen, probe_screen
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.telegram.html import plain
from handlers.telegram.in_hand import in_hand
from handlers.telegram.permissions import operators_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.prompts import ask_for
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit
from handlers.texts import Texts

_ADD = ("add", "+")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/?]|$)")
"""A host's name, perhaps with a path, but without a scheme."""
_STATES = {
    FeedVerb.PAUSE: FeedState.PAUSED,
    FeedVerb.RESUME: FeedState.ON,
    FeedVerb.REMOVE_CONFIRMED: FeedState.REMOVED,
}


@operators_only
async def feeds(update: Update, context: BotContext) -> None:
    """List the feeds, or probe the given URL; after "add", also add the feed that is there."""
    message = update.message
    if message is None:
        return
    address, add = address_in(context.args or ())
    if address:
        await _begin_probe(address, message, context, add=add)
    else:
        health = await context.services.feeds.health()
        await answer_message(message, list_screen(health, 1, context.texts))


@operators_only
async def feed_replied(update: Update, context: BotContext) -> None:
    """Probe the URL in a reply."""
    if update.message:
        address, _ = address_in(question_words(update.message, context.bot.username).split())
        await _begin_probe(address, update.message, context)


def address_in(words: Sequence[str]) -> tuple[str, bool]:
    """Return the address in what people write after /feeds, "" without one, and whether to add its feed."""
    add = bool(words) and words[0].lower() in _ADD
    written = next(iter(words[1:] if add else words), "")
    address = written.strip("<>()[]\"'“”«»,;")
    if address.lower().startswith("feed:"):
        address = address[len("feed:") :].removeprefix("//")
    if _HOST.match(address):
        address = f"https://{address}"
    return (address if "://" in address else written), add


async def _begin_probe(url: str, message: Message, context: BotContext, *, add: bool = False) -> None:
    """Probe a URL in the background, so that the chat's other updates needn't wait."""
    progress = await answer_message(message, Screen(context.texts("feed-looking", url=plain(url))))
    by = message.from_user.id if add and message.from_user else None
    context.application.create_task(_probe(url, progress, context.services, context.texts, add_by=by))


async def _probe(
    url: str,
    message: MaybeInaccessibleMessage,
    services: Services,
    texts: Texts,
    *,
    add_by: int | None = None,
) -> None:
    """Probe a URL and edit a message into the result; the message remembers a feed's URL for "Add".

    Args:
        add_by: The operator for whom the feed is added at once; None to offer it.
    """
    probe = await services.feeds.probe(url)
    if not probe.problem and add_by is not None:
        screen = await _added(probe.url, add_by, services, texts)
        await edit(message.get_bot(), screen, chat_id=message.chat.id, message_id=message.message_id)
        return
    if not probe.problem:
        prompt = Prompt(PromptKind.FEED, probe.url)
        await services.chats.save_prompt(prompt, chat_id=message.chat.id, message_id=message.message_id)
    screen = probe_screen(probe, texts)
    await edit(message.get_bot(), screen, chat_id=message.chat.id, message_id=message.message_id)


@operators_only
@on_press(FeedButton)
async def feed_pressed(press: Press[FeedButton], context: BotContext) -> None:
    """Show or change feeds."""
    await press.answer()
    screen = await _screen_after(press, context)
    if screen is not None:
        await press.edit(screen)


async def _screen_after(press: Press[FeedButton], context: BotContext) -> Screen | None:
    """Do what a button says; return what its message shows then, None if it stays as it is."""
    texts = context.texts
    match press.button.verb:
        case FeedVerb.ASK:
            await ask_for(press.message, texts("feed-ask"), Prompt(PromptKind.FEED), context)
            return None
        case FeedVerb.LIST:
            return list_screen(await context.services.feeds.health(), press.button.number, texts)
        case FeedVerb.SAVE:
            return await _save(press, context)
        case _:
            return await _change(press, context)


async def _save(press: Press[FeedButton], context: BotContext) -> Screen:
    """Add the feed that a message remembers."""
    services, texts = context.services, context.texts
    prompt = await services.chats.prompt_of(chat_id=press.chat_id, message_id=press.message_id)
    if prompt is None or prompt.kind is not PromptKind.FEED:
        return Screen(texts("feed-missing"), back_keyboard(texts))
    return await _added(prompt.about, press.user_id, services, texts)


async def _added(url: str, by: int, services: Services, texts: Texts) -> Screen:
    added = await services.feeds.add([FeedConfig(url)], by=by)
    update = in_hand.get()
    before = update is not None and update.interrupted  # added, perhaps, by this press before it was cut off
    return Screen(texts("feed-added" if added or before else "feed-known"), back_keyboard(texts))


async def _change(press: Press[FeedButton], context: BotContext) -> Screen | None:
    """Change or test one feed; return what to show, None if it is shown already."""
    service, texts = context.services.feeds, context.texts
    verb, feed_id = press.button.verb, FeedId(press.button.number)
    if verb in _STATES:
        await service.set_state(feed_id, _STATES[verb], by=press.user_id)
    if verb is FeedVerb.REMOVE_CONFIRMED:
        return list_screen(await service.health(), 1, texts)
    health = await service.get(feed_id)
    if health is None:
        return Screen(texts("feed-missing"), back_keyboard(texts))
    if verb is FeedVerb.REMOVE:
        question = texts("feed-remove-ask", name=plain(health.feed.name))
        return Screen(question, remove_keyboard(health.feed, texts))
    if verb is FeedVerb.TEST:
        await _test(press, health, context)
        return None
    return feed_screen(health, texts)


async def _test(press: Press[FeedButton], health: FeedHealth, context: BotContext) -> None:
    url = health.feed.url
    # Shown before the probe begins, because the probe's result replaces it.
    await press.edit(Screen(context.texts("feed-looking", url=plain(url))))
    context.application.create_task(_probe(url, press.message, context.services, context.texts))


async def announce_gone_feed(feed: Feed, bot: Bot, services: Services) -> None:
    """Tell the operators that a feed was switched off because it no longer exists."""

    def note(texts: Texts) -> Screen:
        return Screen(texts("feed-gone-note", name=plain(feed.name), url=plain(feed.url)))

    await send_to_admins(bot, services, note)
