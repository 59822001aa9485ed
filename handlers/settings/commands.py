"""/settings: time zone, quiet hours, digests, breaking news, languages, publishers; /prefer and /mute."""

import re
from collections.abc import Callable
from dataclasses import replace

from telegram import Message, Update
from telegram.constants import ChatType

from bot.chats.prompt import Prompt, PromptKind
from bot.chats.settings import ChatSettings
from bot.chats.time_zones import zone_at, zone_named, zones_like
from bot.corpus.analysis.gazetteer import canonical
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.settings.keyboard import (
    DIGEST_HOURS,
    QUIET,
    SettingPress,
    SettingVerb,
    digest_keyboard,
    home_keyboard,
    languages_keyboard,
    publishers_keyboard,
    quiet_keyboard,
    read_setting_press,
)
from handlers.settings.render import publishers_html, settings_html
from handlers.telegram.html import plain
from handlers.telegram.permissions import CHANNEL, channel_of, may_manage
from handlers.telegram.prompts import ask_for, ask_zone
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit
from handlers.texts import LANGUAGES, Texts

_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?")
_SPAN = re.compile(rf"{_TIME.pattern}\s*(?:-|–|—|to)\s*{_TIME.pattern}")
_CHANNEL = re.compile(CHANNEL)
_OTHER = 99
_MOST_PUBLISHERS = 50


async def settings(update: Update, context: BotContext) -> None:
    """Show the chat's settings; in a private chat with a channel named, have the channel go by them."""
    message, texts = update.message, context.texts
    if message is None:
        return
    channel = _CHANNEL.fullmatch(question_words(message, context.bot.username))
    if channel and message.chat.type == ChatType.PRIVATE:
        screen = await _lent(channel[0], message, context, texts)
    else:
        screen = await _home(message.chat_id, context, texts)
    await answer_message(message, screen)


async def _lent(name: str, message: Message, context: BotContext, texts: Texts) -> Screen:
    """Have a channel go by the settings of this private chat."""
    user = message.from_user
    channel = await channel_of(name, user.id, context) if user else None
    if user is None or channel is None:
        return Screen(texts("channel-not-yours", channel=plain(name)))
    chats = context.services.chats
    chosen = await chats.settings_of(message.chat_id)
    lent = replace(chosen, chat_id=channel, spoken=user.language_code)
    await chats.change_settings(channel, lambda _: lent)
    return Screen(f"{texts('settings-lent', channel=plain(name))}\n{settings_html(chosen, texts)}")


async def setting_pressed(update: Update, context: BotContext) -> None:
    """Do what a button of /settings says, and show the settings as they are then."""
    query, texts = update.callback_query, context.texts
    if query is None or not isinstance(query.message, Message):
        return
    press = read_setting_press(query.data or "")
    if press is None or not await may_manage(update, context):
        await query.answer(texts("alert-admins-only"), show_alert=True)
        return
    await query.answer()
    message = query.message
    if prompt := _typed(press):
        await ask_for(message, texts(f"{prompt.value}-ask"), Prompt(prompt), context)
        return
    chosen = await context.services.chats.change_settings(
        message.chat_id, lambda before: _chosen(before, press)
    )
    screen = _page(chosen, press.verb, texts)
    await edit(context.bot, screen, chat_id=message.chat_id, message_id=message.message_id)
    if press.verb is SettingVerb.DIGEST_SET or (press.verb is SettingVerb.QUIET_SET and press.number):
        await ask_zone(message, context)


def _typed(press: SettingPress) -> PromptKind | None:
    """What is asked for in words after a press, None when the press says it all."""
    if press.verb is SettingVerb.ZONE:
        return PromptKind.ZONE
    if press.number != _OTHER:
        return None
    return {SettingVerb.QUIET_SET: PromptKind.QUIET, SettingVerb.DIGEST_SET: PromptKind.DIGEST}.get(
        press.verb
    )


def _chosen(before: ChatSettings, press: SettingPress) -> ChatSettings:
    """The settings after a press."""
    number = press.number
    match press.verb:
        case SettingVerb.BREAKING:
            return replace(before, breaking=not before.breaking)
        case SettingVerb.QUIET_SET if number == 0:
            return replace(before, quiet_from=None, quiet_until=None)
        case SettingVerb.QUIET_SET if number <= len(QUIET):
            start, end = QUIET[number - 1]
            return replace(before, quiet_from=start * 60, quiet_until=end * 60)
        case SettingVerb.DIGEST_SET if number in DIGEST_HOURS:
            return replace(before, digest_at=number * 60)
        case SettingVerb.WEEKDAY_SET if number < 7:
            return replace(before, digest_weekday=number)
        case SettingVerb.LANGUAGE_SET if number < len(LANGUAGES):
            return replace(before, languages=_toggled(before.languages, tuple(LANGUAGES)[number]))
        case SettingVerb.PUBLISHER_DROP if number < len(before.preferred) + len(before.muted):
            name = (*before.preferred, *before.muted)[number]
            return _without(before, name)
        case _:
            return before


def _toggled(languages: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(c for c in languages if c != code) if code in languages else (*languages, code)


def _without(before: ChatSettings, name: str) -> ChatSettings:
    return replace(
        before,
        preferred=tuple(each for each in before.preferred if each.casefold() != name.casefold()),
        muted=tuple(each for each in before.muted if each.casefold() != name.casefold()),
    )


def _page(chosen: ChatSettings, verb: SettingVerb, texts: Texts) -> Screen:
    """The page that shows what a press was about."""
    html = settings_html(chosen, texts)
    match verb:
        case SettingVerb.QUIET | SettingVerb.QUIET_SET:
            return Screen(html, quiet_keyboard(chosen, texts))
        case SettingVerb.DIGEST | SettingVerb.DIGEST_SET | SettingVerb.WEEKDAY_SET:
            return Screen(html, digest_keyboard(chosen, texts))
        case SettingVerb.LANGUAGES | SettingVerb.LANGUAGE_SET:
            return Screen(html, languages_keyboard(chosen, texts))
        case SettingVerb.PUBLISHERS | SettingVerb.PUBLISHER_DROP:
            return Screen(publishers_html(chosen, texts), publishers_keyboard(chosen, texts))
        case _:
            return Screen(html, home_keyboard(texts))


async def _home(chat_id: int, context: BotContext, texts: Texts) -> Screen:
    return _page(await context.services.chats.settings_of(chat_id), SettingVerb.HOME, texts)


async def located(update: Update, context: BotContext) -> None:
    """Take a place sent in the private chat as where the person lives."""
    message, texts = update.message, context.texts
    if message is not None:
        await answer_message(message, await set_zone(message, context, texts))


async def set_zone(message: Message, context: BotContext, texts: Texts) -> Screen:
    """Set the chat's zone from a message that names a city or holds a place."""
    words = question_words(message, context.bot.username)
    place = message.location
    zone = zone_at(place.latitude, place.longitude) if place else zone_named(words, language=texts.language)
    if zone is None:
        like = ", ".join(zones_like(words)) if words else ""
        said = texts("zone-like", names=plain(like)) if like else ""
        return Screen(f"{texts('zone-unknown', words=plain(words, most=60))} {said}".strip())
    await context.services.chats.change_settings(message.chat_id, lambda before: replace(before, zone=zone))
    return await _home(message.chat_id, context, texts)


async def set_quiet(words: str, chat_id: int, context: BotContext, texts: Texts) -> Screen:
    """Set the quiet hours from "22:30-7"."""
    found = _SPAN.fullmatch(words.strip().lower())
    if found is None:
        return Screen(texts("quiet-ask"))
    start, end = _minute(found[1], found[2]), _minute(found[3], found[4])
    await context.services.chats.change_settings(
        chat_id, lambda before: replace(before, quiet_from=start, quiet_until=end)
    )
    return await _home(chat_id, context, texts)


async def set_digest(words: str, chat_id: int, context: BotContext, texts: Texts) -> Screen:
    """Set when digests come from "7:45"."""
    found = _TIME.fullmatch(words.strip())
    if found is None:
        return Screen(texts("digest-ask"))
    at = _minute(found[1], found[2])
    await context.services.chats.change_settings(chat_id, lambda before: replace(before, digest_at=at))
    return await _home(chat_id, context, texts)


def _minute(hour: str, minute: str | None) -> int:
    return int(hour) * 60 + int(minute or 0)


async def prefer(update: Update, context: BotContext) -> None:
    """Show a publisher's account of a story first."""
    await _publisher(
        update, context, lambda chosen, name: replace(chosen, preferred=(*chosen.preferred, name))
    )


async def mute(update: Update, context: BotContext) -> None:
    """Leave a publisher's articles out."""
    await _publisher(update, context, lambda chosen, name: replace(chosen, muted=(*chosen.muted, name)))


async def _publisher(
    update: Update, context: BotContext, list_: Callable[[ChatSettings, str], ChatSettings]
) -> None:
    message, texts = update.message, context.texts
    if message is None:
        return
    if not await may_manage(update, context):
        await answer_message(message, Screen(texts("alert-admins-only")))
        return
    words = question_words(message, context.bot.username)[:100]

    def listed(before: ChatSettings) -> ChatSettings:
        if not words or len(before.preferred) + len(before.muted) >= _MOST_PUBLISHERS:
            return before
        known = canonical(words)
        name = known.name if known else words
        return list_(_without(before, name), name)

    chosen = await context.services.chats.change_settings(message.chat_id, listed)
    await answer_message(message, _page(chosen, SettingVerb.PUBLISHERS, texts))
