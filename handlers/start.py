"""/start (also with a deep link that carries a question), /help and /about."""

from telegram import Message, Update

from bot import __version__
from bot.chats.view import View, ViewKind
from handlers.alerts.subscribe import draft_screen
from handlers.context import BotContext
from handlers.menu import MENU
from handlers.questions.ask import reply_with
from handlers.telegram.bidi import line, name
from handlers.telegram.deep_links import HELP, read_deep_link
from handlers.telegram.html import moment, plain
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts

_SHARED = "s_"


async def start(update: Update, context: BotContext) -> None:
    """Say what this bot does, or answer the question of a deep link."""
    message, texts = update.effective_message, context.texts
    if message is None:
        return
    await context.services.chats.resume(message.chat_id)
    if context.args == [HELP]:
        await help_(update, context)
        return
    if context.args and context.args[0].startswith(_SHARED):
        await answer_message(message, await _shared(context.args[0], message, context, texts))
        return
    if context.args and (question := read_deep_link(context.args[0])):
        await reply_with(update, View(ViewKind.ANSWER, question), context)
        return
    examples = [f"• <code>{texts(key)}</code>" for key in ("start-example-1", "start-example-2")]
    await answer_message(message, Screen("\n".join([texts("start"), "", *examples])))


async def _shared(payload: str, message: Message, context: BotContext, texts: Texts) -> Screen:
    """An alert that somebody shares, to be saved as one's own."""
    alert = await context.services.alerts.shared(payload.removeprefix(_SHARED))
    if alert is None:
        return Screen(texts("alert-gone"))
    return await draft_screen(alert.text, message, context, texts)


async def help_(update: Update, context: BotContext) -> None:
    """Say how to ask, and list the commands."""
    message, texts = update.effective_message, context.texts
    if message is None:
        return
    commands = "\n".join(line(f"/{each} · {texts(f'command-{each}')}", texts) for each in MENU)
    await answer_message(message, Screen(texts("help", commands=commands, bot=f"@{context.bot.username}")))


async def about(update: Update, context: BotContext) -> None:
    """Say what the corpus holds."""
    message, texts = update.effective_message, context.texts
    if message is None:
        return
    facts = await context.services.questions.corpus_facts()
    if not facts.articles:
        await answer_message(message, Screen(texts("about-empty")))
        return
    named = [(plain(each, most=60), texts.number(count)) for each, count in facts.publishers[:20]]
    lines = texts(
        "about",
        version=__version__,
        articles=facts.articles,
        newest=moment(facts.newest_at) if facts.newest_at else texts("undated"),
        publishers=texts.listed([f"{name(each, texts)} ({count})" for each, count in named]),
    )
    samples = texts("about-samples", samples=facts.samples) if facts.samples else ""
    await answer_message(message, Screen("\n".join([lines, samples]).strip()))
