"""What people take along: buttons that share an answer, a card or a story, and one that copies a citation.

A share button lets the user choose a chat, and writes an inline query there: a question, or what names a card
(`article:id`, `story:id`). Inline mode answers it.
"""

import re
from typing import NamedTuple

from telegram import CopyTextButton, InlineKeyboardButton, SwitchInlineQueryChosenChat
from telegram.constants import InlineQueryLimit

from bot.corpus.article import Article, ArticleId
from bot.summaries.sentence import QuotedSentence
from handlers.questions.citation import citation
from handlers.texts import Texts

_ARTICLE, _STORY = "article", "story"
_SHARED = re.compile(rf"({_ARTICLE}|{_STORY}):(\S.*)")


class Shared(NamedTuple):
    """The card that an inline query names: of an article, or of its story."""

    article_id: ArticleId
    is_story: bool


def read_shared(query: str) -> Shared | None:
    """Return what a query shares, None for a question; the article need not exist."""
    match = _SHARED.fullmatch(query)
    return Shared(ArticleId(match[2]), match[1] == _STORY) if match else None


def share_question(question: str, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the button that offers the stories of an answer in another chat; none without a question."""
    return _share(question, texts) if question else []


def share_article(article_id: ArticleId, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the button that offers an article's card in another chat."""
    return _share(f"{_ARTICLE}:{article_id}", texts)


def share_story(article_id: ArticleId, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the button that offers the card of an article's story in another chat."""
    return _share(f"{_STORY}:{article_id}", texts)


def cite_button(article: Article, sentence: QuotedSentence, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the button that copies a sentence with its source; none if its address is too long."""
    text = citation(article, sentence)
    return [InlineKeyboardButton(texts("button-cite"), copy_text=CopyTextButton(text))] if text else []


def _share(query: str, texts: Texts) -> list[InlineKeyboardButton]:
    if len(query) > InlineQueryLimit.MAX_QUERY_LENGTH:
        return []
    chosen = SwitchInlineQueryChosenChat(
        query, allow_user_chats=True, allow_group_chats=True, allow_channel_chats=True
    )
    return [InlineKeyboardButton(texts("button-share"), switch_inline_query_chosen_chat=chosen)]
