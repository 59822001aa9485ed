"""Inline mode: `@bot words` in any chat offers articles with their provenance."""

import hashlib

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import InlineQueryLimit, ParseMode

from bot.chats.view import LISTED_ENTRIES
from bot.errors import UserError
from bot.questions.model import AnswerEntry, Question
from bot.search.ports import Order
from handlers.context import BotContext
from handlers.questions.article_render import provenance_text
from handlers.questions.render import inline_html
from handlers.telegram.deep_links import HELP, deep_link
from handlers.telegram.html import clean, clip
from handlers.texts import Texts

CACHE_S = 60
"""Short, because news arrives."""


async def inline(update: Update, context: BotContext) -> None:
    """Offer one page of results; the offset is the number of the page."""
    query, texts, services = update.inline_query, context.texts, context.services
    if query is None:
        return
    words = clean(query.query)[: int(InlineQueryLimit.MAX_QUERY_LENGTH)]
    page = int(query.offset) if query.offset.isdecimal() and len(query.offset) < 4 else 1
    order = Order.RELEVANCE if words else Order.NEWEST
    question = Question(words, services.clock(), order=order, page=page, size=LISTED_ENTRIES)
    try:
        answer = await services.questions.ask(question, await services.chats.settings_of(query.from_user.id))
    except UserError:
        await query.answer([], cache_time=CACHE_S, is_personal=True)
        return
    results = [_result(entry, texts) for entry in answer.entries] if answer.page == page else []
    await query.answer(
        results,
        cache_time=CACHE_S,
        is_personal=True,  # articles are described in the user's language
        next_offset=str(page + 1) if answer.page < answer.pages else "",
        button=None if answer.entries else _ask_in_private(words, texts),
    )


def _ask_in_private(words: str, texts: Texts) -> InlineQueryResultsButton:
    return InlineQueryResultsButton(texts("inline-none"), start_parameter=deep_link(words) or HELP)


def _result(entry: AnswerEntry, texts: Texts) -> InlineQueryResultArticle:
    article = entry.article
    return InlineQueryResultArticle(
        id=hashlib.sha256(article.id.encode()).hexdigest()[:32],
        title=clip(clean(article.title), 200),
        description=clip(provenance_text(article, texts), 200),
        input_message_content=InputTextMessageContent(
            inline_html(entry, texts),
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
    )
