"""/trends and /timeline: what was published when, as a picture and in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Any

import structlog
from telegram import InlineKeyboardMarkup, Message, Update
from telegram.constants import MessageLimit

from bot.chats.view import View, ViewKind
from bot.trends.charts.model import Chart
from bot.trends.charts.renderer import ChartsUnavailable
from bot.trends.service import TrendResult
from bot.trends.timeline import Timeline
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.questions.keyboard import numbers_keyboard
from handlers.telegram.html import fit, plain
from handlers.telegram.localize import localize
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts
from handlers.trends.render import timeline_lines, timeline_picture, trend_lines, trend_picture

log = structlog.get_logger()
MOST_CAPTION = int(MessageLimit.CAPTION_LENGTH)


async def trends(update: Update, context: BotContext) -> None:
    """Answer with how often something was written about."""
    message, texts, words = _asked(update, context)
    if message is None:
        return
    if not words:
        await answer_message(message, Screen(texts("history-how", command="/trends")))
        return
    history = await context.services.trends.trend(words, await _zone(message, context))
    if history.content is None:
        await answer_message(message, Screen(_nothing(history, texts)))
        return
    caption = _caption(trend_lines(words, history.content, texts), history, texts)
    picture = trend_picture(words, history.content, texts)
    await answer_message(message, await _drawn(picture, Screen(caption), context, texts))


async def timeline(update: Update, context: BotContext) -> None:
    """Answer with the course of a story; buttons open its articles."""
    message, texts, words = _asked(update, context)
    if message is None:
        return
    if not words:
        await answer_message(message, Screen(texts("history-how", command="/timeline")))
        return
    zone = await _zone(message, context)
    history = await context.services.trends.timeline(words, zone)
    if history.content is None:
        await answer_message(message, Screen(_nothing(history, texts)))
        return
    caption = _caption(timeline_lines(words, history.content, texts, zone), history, texts)
    picture = timeline_picture(words, history.content, texts, zone)
    screen = Screen(caption, await _buttons(words, history.content, message, context))
    await answer_message(message, await _drawn(picture, screen, context, texts))


def _asked(update: Update, context: BotContext) -> tuple[Message | None, Texts, str]:
    message = update.message
    words = question_words(message, context.bot.username) if message else ""
    return message, context.texts, words


async def _zone(message: Message, context: BotContext) -> tzinfo:
    return (await context.services.chats.settings_of(message.chat_id)).tz


def _nothing(history: TrendResult[Any], texts: Texts) -> str:
    lines = [*_problems(history, texts), texts("history-nothing")]
    if history.suggestions:
        words = " · ".join(f"<code>{plain(each, most=60)}</code>" for each in history.suggestions)
        lines += [texts("nothing-suggest"), words]
    return fit(lines)


def _caption(lines: Sequence[str], history: TrendResult[Any], texts: Texts) -> str:
    samples = [f"<i>{texts('notice-samples')}</i>"] if history.samples else []
    return fit([*_problems(history, texts), *lines, *samples], most=MOST_CAPTION)


def _problems(history: TrendResult[Any], texts: Texts) -> list[str]:
    return [texts("not-understood", problem=localize(each, texts)) for each in history.query.problems[:2]]


async def _drawn(picture: Chart, screen: Screen, context: BotContext, texts: Texts) -> Screen:
    """The screen with its picture; without what draws, the figures in words, and what is missing."""
    try:
        return replace(screen, picture=await context.services.trends.draw(picture))
    except ChartsUnavailable as error:
        log.warning("no_pictures", reason=str(error))
        return replace(screen, html=f"{screen.html}\n\n<i>{texts('pictures-missing')}</i>")


async def _buttons(
    words: str, found: Timeline, message: Message, context: BotContext
) -> InlineKeyboardMarkup | None:
    """Buttons that open the articles; "Back" from there leads to the words' answer."""
    services = context.services
    shown = tuple(event.article.id for event in found.events)
    view = View(ViewKind.ANSWER, words, shown=shown)
    view_id = await services.chats.save_view(view, chat_id=message.chat_id)
    return numbers_keyboard(view_id, len(shown))
