"""What one message shows: the state its buttons refer to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bot.corpus.article import ArticleId
from bot.search.ports import Order

ViewId = NewType("ViewId", str)
ANSWER_ENTRIES = 5
"""Articles numbered in one message."""
STORY_ENTRIES = 4
"""Articles on one page of a story's card, each with room for what it added."""


class ViewKind(StrEnum):
    """Which page of the conversation a view is."""

    ANSWER = "answer"
    CARD = "card"
    CONTEXT = "context"
    SIMILAR = "similar"
    OUTLETS = "outlets"
    REPORT = "report"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class View:
    """One rendered message's state; never changed once saved, so that an old button keeps its meaning.

    Args:
        question: As typed; "" for the latest articles.
        period_h: Hours back the person chose to look, None for all.
        page: From 1.
        shown: Articles numbered 1, 2, ... in the message.
        article: The article of a card or of what was opened from it.
        sentence: Index into `Article.sentences`, for "in context".
        parent: The view that "Back" leads to.
    """

    kind: ViewKind
    question: str = ""
    order: Order = Order.RELEVANCE
    period_h: int | None = None
    page: int = 1
    shown: tuple[ArticleId, ...] = ()
    article: ArticleId | None = None
    sentence: int | None = None
    parent: ViewId | None = None
