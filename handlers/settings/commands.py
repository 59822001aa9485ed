"""/settings: time zone, quiet hours, digests, breaking news, languages, publishers; /prefer and /mute."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from telegram import Message, Update
from telegram.constants import ChatType

from bot.chats.prompt import Prompt, PromptKind
from bot.chats.settings import ChatSettings
from bot.chats.time_zones import zone_at, zone_named, zones_like
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.settings.changes import changed_by, without
from handlers.settings.keyboard import (
    OTHER,
    SettingButton,
    SettingVerb,
    digest_keyboard,
    home_keyboard,
    languages_keyboard,
    publishers_keyboard,
    quiet_keyboard,
)
from handlers.settings.publishers import publisher_named, publishers_like
from handlers.settings.render import publishers_html, settings_html
from handlers.telegram.html import plain
from handlers.telegram.permissions import CHANNEL, channel_of, managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.prompts import ask_for, ask_zone
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts

_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?")
_SPAN = re.compile(rf"{_TIME.pattern}\s*(?:-|–|—|to)\s*{_TIME.pattern}")
_CHANNEL = re.compile(CHANNEL)
_MOST_PUBLISHERS = 50


async def settings(update: Update, context: BotContext) -> None:
    """Show the chat's settings; in a private chat with a channel's name, apply them to the channel."""
    message = update.message
    if message is None:
        return
    channel = _CHANNEL.fullmatch(question_words(message, context.bot.username))
    if channel and message.chat.type == ChatType.PRIVATE:
        screen = await _apply_to_channel(channel[0], message, context)
    else:
        screen = await _home(message.chat_id, context)
    await answer_message(message, screen)


async def _apply_to_channel(name: str, message: Message, context: BotContext) -> Screen:
    user, texts, chats = message.from_user, context.texts, context.services.chats
    channel = await channel_of(name, user.id, context) if user else None
    if user is None or channel is None:
        return Screen(texts("channel-not-yours", channel=plain(name)))
    own = await chats.settings_of(message.chat_id)
    applied = replace(own, chat_id=channel, spoken=user.language_code)
    await chats.change_settings(channel, lambda _: applied)
    return Screen(f"{texts('settings-lent', channel=plain(name))}\n{settings_html(own, texts)}")


@managers_only
@on_press(SettingButton)
async def setting_pressed(press: Press[SettingButton], context: BotContext) -> None:
    """Open or change a setting, and show the settings as they are then."""
    button = press.button
    await press.answer()
    if prompt := _prompt(button):
        await ask_for(press.message, context.texts(f"{prompt.value}-ask"), Prompt(prompt), context)
        return
    changed = await context.services.chats.change_settings(
        press.chat_id, lambda before: changed_by(press, before, context.texts)
    )
    await press.edit(_page(changed, button.verb, context.texts))
    if button.verb is SettingVerb.DIGEST_SET or (button.verb is SettingVerb.QUIET_SET and button.number):
        await ask_zone(press.message, context)


def _prompt(button: SettingButton) -> PromptKind | None:
    """Return what to ask for in words after a press, or None."""
    if button.verb is SettingVerb.ZONE:
        return PromptKind.ZONE
    if button.number != OTHER:
        return None
    prompts = {SettingVerb.QUIET_SET: PromptKind.QUIET, SettingVerb.DIGEST_SET: PromptKind.DIGEST}
    return prompts.get(button.verb)


def _page(current: ChatSettings, verb: SettingVerb, texts: Texts) -> Screen:
    """Return the page of the setting that a press was about."""
    html = settings_html(current, texts)
    match verb:
        case SettingVerb.QUIET | SettingVerb.QUIET_SET:
            return Screen(html, quiet_keyboard(current, texts))
        case SettingVerb.DIGEST | SettingVerb.DIGEST_SET | SettingVerb.WEEKDAY_SET:
            return Screen(html, digest_keyboard(current, texts))
        case SettingVerb.LANGUAGES | SettingVerb.LANGUAGE_SET:
            return Screen(html, languages_keyboard(current, texts))
        case SettingVerb.PUBLISHERS | SettingVerb.PUBLISHER_DROP:
            return Screen(publishers_html(current, texts), publishers_keyboard(current, texts))
        case _:
            return Screen(html, home_keyboard(current, texts))


async def _home(chat_id: int, context: BotContext) -> Screen:
    return _page(await context.services.chats.settings_of(chat_id), SettingVerb.HOME, context.texts)


async def located(update: Update, context: BotContext) -> None:
    """Set the time zone from a location sent in the private chat."""
    if update.message is not None:
        await answer_message(update.message, await set_zone(update.message, context))


async def set_zone(message: Message, context: BotContext) -> Screen:
    """Set the chat's time zone from a message with a city's name or a location."""
    texts, place = context.texts, message.location
    words = question_words(message, context.bot.username)
    if place:
        zone, similar = zone_at(place.latitude, place.longitude), ""
    else:  # the names are read at the first use, for a tenth of a second and more
        zone, similar = await asyncio.to_thread(_zone_or_similar, words, texts.language)
    if zone is None:
        hint = texts("zone-like", names=plain(similar)) if similar else ""
        return Screen(f"{texts('zone-unknown', words=plain(words, most=60))} {hint}".strip())
    await context.services.chats.change_settings(message.chat_id, lambda before: replace(before, zone=zone))
    return await _home(message.chat_id, context)


def _zone_or_similar(words: str, language: str) -> tuple[str | None, str]:
    """Return the zone of a city or country, or similar names for one that has none."""
    zone = zone_named(words, language=language)
    return zone, "" if zone or not words else ", ".join(zones_like(words))


async def set_quiet(words: str, chat_id: int, context: BotContext) -> Screen:
    """Set the quiet hours from "22:30-7"."""
    match = _SPAN.fullmatch(words.strip().lower())
    if match is None:
        return Screen(context.texts("quiet-ask"))
    start, end = _minute(match[1], match[2]), _minute(match[3], match[4])
    await context.services.chats.change_settings(
        chat_id, lambda before: replace(before, quiet_from=start, quiet_until=end)
    )
    return await _home(chat_id, context)


async def set_digest(words: str, chat_id: int, context: BotContext) -> Screen:
    """Set the time of digests from "7:45"."""
    at = minute_of(words)
    if at is None:
        return Screen(context.texts("digest-ask"))
    await context.services.chats.change_settings(chat_id, lambda before: replace(before, digest_at=at))
    return await _home(chat_id, context)


def minute_of(words: str) -> int | None:
    """Return the minute of the day that "7:45" or "7" means, None for other words."""
    match = _TIME.fullmatch(words.strip())
    return _minute(match[1], match[2]) if match else None


def _minute(hour: str, minute: str | None) -> int:
    return int(hour) * 60 + int(minute or 0)


@managers_only
async def prefer(update: Update, context: BotContext) -> None:
    """Show a publisher's account of a story first."""
    await _list_publisher(
        update, context, lambda before, name: replace(before, preferred=(*before.preferred, name))
    )


@managers_only
async def mute(update: Update, context: BotContext) -> None:
    """Exclude a publisher's articles."""
    await _list_publisher(update, context, lambda before, name: replace(before, muted=(*before.muted, name)))


async def _list_publisher(
    update: Update, context: BotContext, add: Callable[[ChatSettings, str], ChatSettings]
) -> None:
    """Move the publisher that a message names to a list, and show both lists."""
    message = update.message
    if message is None:
        return
    words = question_words(message, context.bot.username)[:100]
    own = await context.services.chats.settings_of(message.chat_id)
    known = await context.services.questions.publishers() if words else ()
    name = publisher_named(words, (*own.preferred, *own.muted, *known)) if words else None
    if words and name is None:
        await answer_message(message, _unknown_publisher(words, known, context.texts))
        return

    def listed(before: ChatSettings) -> ChatSettings:
        if name is None or len(before.preferred) + len(before.muted) >= _MOST_PUBLISHERS:
            return before
        return add(without(before, name), name)

    changed = await context.services.chats.change_settings(message.chat_id, listed)
    await answer_message(message, _page(changed, SettingVerb.PUBLISHERS, context.texts))


def _unknown_publisher(words: str, known: Sequence[str], texts: Texts) -> Screen:
    names = texts.listed(publishers_like(words, known))
    hint = texts("zone-like", names=plain(names)) if names else ""
    return Screen(f"{texts('publisher-unknown', words=plain(words, most=60))} {hint}".strip())
