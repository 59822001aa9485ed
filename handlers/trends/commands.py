"""/trends and /timeline: what was published when, as a chart and in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

import structlog
from telegram import InlineKeyboardMarkup, Message, Update
from telegram.constants import MessageLimit

from bot.chats.view import View, ViewKind
from bot.trends.charts.model import Chart
from bot.trends.charts.renderer import ChartsUnavailable
from bot.trends.service import TrendResult
from bot.trends.timeline import Timeline
from bot.trends.trend import Trend
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.questions.card_keyboard import numbers_keyboard
from handlers.questions.examples import example_words
from handlers.telegram.html import fit, plain
from handlers.telegram.localize import localize
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts
from handlers.trends.render import timeline_chart, timeline_lines, trend_chart, trend_lines

log = structlog.get_logger()
MAX_CAPTION = int(MessageLimit.CAPTION_LENGTH)
_Result = TrendResult[Trend] | TrendResult[Timeline]


async def trends(update: Update, context: BotContext) -> None:
    """Answer with how often a topic was written about."""
    message, texts = update.message, context.texts
    if message is None:
        return
    words = question_words(message, context.bot.username)
    if not words:
        await answer_message(message, await _how_to_ask("/trends", context))
        return
    result = await context.services.trends.trend(words, await _zone(message, context), solar=texts.solar)
    if result.content is None:
        await answer_message(message, Screen(_no_results(result, texts)))
        return
    screen = Screen(_caption(trend_lines(words, result.content, texts), result, texts))
    chart = trend_chart(words, result.content, texts)
    await answer_message(message, await _with_chart(screen, chart, context))


async def _how_to_ask(command: str, context: BotContext) -> Screen:
    return Screen(context.texts("history-how", command=command, example=await example_words(context)))


async def timeline(update: Update, context: BotContext) -> None:
    """Answer with the stories on a topic by date; buttons open their articles."""
    message, texts = update.message, context.texts
    if message is None:
        return
    words = question_words(message, context.bot.username)
    if not words:
        await answer_message(message, await _how_to_ask("/timeline", context))
        return
    zone = await _zone(message, context)
    result = await context.services.trends.timeline(words, zone)
    if result.content is None:
        await answer_message(message, Screen(_no_results(result, texts)))
        return
    caption = _caption(timeline_lines(words, result.content, texts, zone), result, texts)
    screen = Screen(caption, await _buttons(words, result.content, message, context))
    chart = timeline_chart(words, result.content, texts, zone)
    await answer_message(message, await _with_chart(screen, chart, context))


async def _zone(message: Message, context: BotContext) -> tzinfo:
    return (await context.services.chats.settings_of(message.chat_id)).tz


def _no_results(result: _Result, texts: Texts) -> str:
    lines = [*_problems(result, texts), texts("history-nothing")]
    if result.suggestions:
        words = " · ".join(f"<code>{plain(word, most=60)}</code>" for word in result.suggestions)
        lines += [texts("nothing-suggest"), words]
    return fit(lines)


def _caption(lines: Sequence[str], result: _Result, texts: Texts) -> str:
    samples = [f"<i>{texts('notice-samples')}</i>"] if result.samples else []
    return fit([*_problems(result, texts), *lines, *samples], most=MAX_CAPTION)


def _problems(result: _Result, texts: Texts) -> list[str]:
    problems = [localize(problem, texts) for problem in result.query.problems[:2]]
    return [texts("not-understood", problem=problem) for problem in problems]


async def _with_chart(screen: Screen, chart: Chart, context: BotContext) -> Screen:
    """Return a screen with its chart, or with what is missing to draw charts."""
    try:
        return replace(screen, picture=await context.services.trends.draw(chart))
    except ChartsUnavailable as error:
        log.warning("no_pictures", reason=str(error))
        return replace(screen, html=f"{screen.html}\n\n<i>{context.texts('pictures-missing')}</i>")


async def _buttons(
    words: str, timeline: Timeline, message: Message, context: BotContext
) -> InlineKeyboardMarkup | None:
    """Return buttons that open the articles; "Back" there leads to the answer to the words."""
    shown = tuple(event.article.id for event in timeline.events)
    view = View(ViewKind.ANSWER, words, shown=shown)
    view_id = await context.services.chats.save_view(view, chat_id=message.chat_id)
    return numbers_keyboard(view_id, len(shown))
