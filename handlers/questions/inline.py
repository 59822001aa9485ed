"""Inline mode: `@bot words` in any chat offers articles with their provenance, and shared cards.

Nothing is stored: what is sent has buttons that lead to the private chat.
"""

import hashlib

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import InlineQueryLimit, ParseMode

from bot.chats.view import LISTED_ENTRIES
from bot.corpus.article import Article
from bot.corpus.pictures import picture_of
from bot.errors import UserError
from bot.questions.model import AnswerEntry, Question
from bot.search.ports import Order
from handlers.context import BotContext
from handlers.questions.article_render import provenance_text
from handlers.questions.public_buttons import story_page_button
from handlers.questions.render import card_html, inline_html
from handlers.questions.share import Shared, read_shared, share_article, share_story
from handlers.questions.source_link import source_row
from handlers.questions.story_render import story_html
from handlers.telegram.deep_links import HELP, article_link, bot_address, deep_link, story_link
from handlers.telegram.html import clean, clip
from handlers.texts import Texts

CACHE_S = 60
"""Short, because news arrives."""
_Row = list[InlineKeyboardButton]


async def inline(update: Update, context: BotContext) -> None:
    """Offer the card that a query shares, or one page of results; the offset is the number of the page."""
    query = update.inline_query
    if query is None:
        return
    words = clean(query.query)[: int(InlineQueryLimit.MAX_QUERY_LENGTH)]
    page = int(query.offset) if query.offset.isdecimal() and len(query.offset) < 4 else 1
    results, pages = await _offers(words, page, query.from_user.id, context)
    await query.answer(
        results,
        cache_time=CACHE_S,
        is_personal=True,  # articles are described in the user's language
        next_offset=str(page + 1) if page < pages else "",
        button=None if pages else _ask_in_private(words, context.texts),
    )


async def _offers(
    words: str, page: int, person_id: int, context: BotContext
) -> tuple[list[InlineQueryResultArticle], int]:
    """Return a page of results, and the number of pages: 0 for nothing found."""
    services = context.services
    try:
        if shared := read_shared(words):
            return [await _shared_result(shared, context)], 1
        order = Order.RELEVANCE if words else Order.NEWEST
        question = Question(words, services.clock(), order=order, page=page, size=LISTED_ENTRIES)
        answer = await services.questions.ask(question, await services.chats.settings_of(person_id))
    except UserError:
        return [], 0
    entries = answer.entries if answer.page == page else ()
    return [_entry_result(entry, context) for entry in entries], answer.pages if answer.entries else 0


def _ask_in_private(words: str, texts: Texts) -> InlineQueryResultsButton:
    payload = None if read_shared(words) else deep_link(words)
    return InlineQueryResultsButton(texts("inline-none"), start_parameter=payload or HELP)


async def _shared_result(shared: Shared, context: BotContext) -> InlineQueryResultArticle:
    """Return the card of an article or of its story.

    Raises:
        UserError: The article is no longer in the corpus.
    """
    questions, texts = context.services.questions, context.texts
    if not shared.is_story:
        card = await questions.card(shared.article_id, "")
        rows = _article_rows(card.article, _first_sentence(card.article), context, in_story=bool(card.story))
        return _result(card.article, card_html(card, texts), rows, texts)
    story = await questions.story(shared.article_id, 1)
    links = story_page_button(story, context.services.pages, texts)
    back = _to_bot(story_link(shared.article_id), "button-ask-bot", context)
    rows = [[*links, *back], share_story(shared.article_id, texts)]
    return _result(story.article, story_html(story, texts), rows, texts)


def _entry_result(entry: AnswerEntry, context: BotContext) -> InlineQueryResultArticle:
    own = (sentence.text for sentence in entry.sentences if sentence.article_id == entry.article.id)
    sentence = next(own, _first_sentence(entry.article))
    rows = _article_rows(entry.article, sentence, context, in_story=entry.story is not None)
    return _result(entry.article, inline_html(entry, context.texts), rows, context.texts)


def _article_rows(article: Article, sentence: str, context: BotContext, *, in_story: bool) -> list[_Row]:
    """Return buttons that work in any chat: the article's page, the bot, its other outlets, share."""
    texts = context.texts
    back = _to_bot(article_link(article.id), "button-ask-bot", context)
    outlets = _to_bot(story_link(article.id), "button-outlets", context) if in_story else []
    return [[*source_row(article.url, sentence, texts), *back], [*outlets, *share_article(article.id, texts)]]


def _to_bot(payload: str | None, label: str, context: BotContext) -> _Row:
    """Return a button that leads to the private chat; none if there is nothing to open there."""
    if payload is None:
        return []
    return [InlineKeyboardButton(context.texts(label), url=bot_address(context.bot.username, payload))]


def _first_sentence(article: Article) -> str:
    return article.quote(article.sentences[0]) if article.sentences else ""


def _result(article: Article, html: str, rows: list[_Row], texts: Texts) -> InlineQueryResultArticle:
    filled = [row for row in rows if row]
    return InlineQueryResultArticle(
        id=hashlib.sha256(article.id.encode()).hexdigest()[:32],
        title=clip(clean(article.title), 200),
        description=clip(provenance_text(article, texts), 200),
        thumbnail_url=picture_of(article),
        reply_markup=InlineKeyboardMarkup(filled) if filled else None,
        input_message_content=InputTextMessageContent(
            html,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
    )
