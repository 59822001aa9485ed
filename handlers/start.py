"""/start (also with a deep link that carries a question or an alert), /help and /about."""

from collections.abc import Sequence

from telegram import Message, Update

from bot import __version__
from bot.chats.view import View, ViewKind
from bot.corpus.ports import CorpusFacts
from handlers.alerts.subscribe import draft_screen
from handlers.context import BotContext
from handlers.menu import MENU, OPERATOR_MENU
from handlers.questions.ask import reply_with
from handlers.questions.examples import example_words, examples_html, syntax_examples
from handlers.telegram.bidi import line, name
from handlers.telegram.deep_links import HELP, read_article_link, read_deep_link, read_story_link
from handlers.telegram.html import moment, plain
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts

_SHARED = "s_"
"""Prefix of a deep link to a shared alert."""


async def start(update: Update, context: BotContext) -> None:
    """Say what the bot does, or follow a deep link."""
    message, texts = update.effective_message, context.texts
    if message is None:
        return
    payload = context.args[0] if context.args else ""
    if context.args == [HELP]:
        await help_(update, context)
    elif payload.startswith(_SHARED):
        await answer_message(message, await _shared_alert(payload.removeprefix(_SHARED), message, context))
    elif card := await _linked_card(payload, context):
        await reply_with(update, card, context)
    elif question := read_deep_link(payload):
        await reply_with(update, View(ViewKind.ANSWER, question), context)
    else:
        examples = [f"• {example}" for example in await examples_html(context)]
        await answer_message(message, Screen("\n".join([texts("start"), "", *examples])))


async def _linked_card(payload: str, context: BotContext) -> View | None:
    """Return the card that a deep link opens, of an article or a story; None if it opens no article.

    The card of a withdrawn article is what is known of it.
    """
    article, story = read_article_link(payload), read_story_link(payload)
    linked, services = article or story, context.services
    if not linked:
        return None
    if not await services.questions.entries([linked]) and not await services.corrections.knows(linked):
        return None
    return View(ViewKind.CARD if article else ViewKind.OUTLETS, article=linked)


async def _shared_alert(word: str, message: Message, context: BotContext) -> Screen:
    """Return the preview of an alert that somebody shared."""
    alert = await context.services.alerts.shared(word)
    if alert is None:
        return Screen(context.texts("alert-gone"))
    return await draft_screen(alert.text, message, context)


async def help_(update: Update, context: BotContext) -> None:
    """Say how to ask, and list the commands."""
    message, texts = update.effective_message, context.texts
    if message is None:
        return
    commands = _commands(MENU, texts)
    if update.effective_user and update.effective_user.id in context.services.access.admin_ids:
        commands = f"{commands}\n\n{texts('help-operators')}\n{_commands(OPERATOR_MENU, texts)}"
    syntax = await syntax_examples(context)
    html = texts(
        "help",
        commands=commands,
        bot=f"@{context.bot.username}",
        example=await example_words(context),
        source=syntax.source,
        since=syntax.since,
    )
    await answer_message(message, Screen(html))


def _commands(names: Sequence[str], texts: Texts) -> str:
    return "\n".join(line(f"/{name} · {texts(f'command-{name}')}", texts) for name in names)


async def about(update: Update, context: BotContext) -> None:
    """Say what is in the corpus."""
    if update.effective_message:
        facts = await context.services.questions.corpus_facts()
        await answer_message(update.effective_message, Screen(_about_html(facts, context.texts)))


def _about_html(facts: CorpusFacts, texts: Texts) -> str:
    if not facts.articles:
        return texts("about-empty")
    publishers = [
        f"{name(plain(publisher, most=60), texts)} ({texts.number(count)})"
        for publisher, count in facts.publishers[:20]
    ]
    html = texts(
        "about",
        version=__version__,
        articles=facts.articles,
        newest=moment(facts.newest_at, texts) if facts.newest_at else texts("undated"),
        publishers=texts.listed(publishers),
    )
    return f"{html}\n{texts('about-samples', samples=facts.samples)}" if facts.samples else html
