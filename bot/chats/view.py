"""Views: what a message shows, the state behind its buttons."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.corpus.article import ArticleId
from bot.search.ports import Order

ViewId = NewType("ViewId", str)
ANSWER_ENTRIES = 3
"""Stories on one page of an answer or of top stories: as many as fit on a phone's screen."""
LISTED_ENTRIES = 5
"""Articles in a list: similar articles, inline results, briefings, the terminal."""
CORRECTION_ENTRIES = 3
"""Corrections on one page of their list."""
STORY_ENTRIES = 3
"""Articles on one page of a story's card, which need room for what they add."""


class ViewKind(StrEnum):
    """What a view shows."""

    ANSWER = "answer"
    CARD = "card"
    CONTEXT = "context"
    SIMILAR = "similar"
    OUTLETS = "outlets"
    SISTERS = "sisters"
    FILTER = "filter"
    TRACE = "trace"
    REPORT = "report"
    DRAFT = "draft"
    TOP = "top"
    TOP_FILTER = "top filter"
    ARRIVALS = "arrivals"
    SPEAKER = "speaker"
    CHANGES = "changes"
    CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True)
class View:
    """The state behind one message's buttons; never changed once saved, so that old buttons keep working.

    Args:
        question: As typed; "" for the latest articles. A speaker's card has a query with `said:`.
        period_h: Hours back to search, None for all.
        page: From 1.
        pages: How many there were when it was shown; None if unknown.
        shown: Articles numbered 1, 2, ... in the message.
        article: The article of a card, or of a view opened from a card.
        sentence: Number of a sentence in the card's summary, from 1, for a sentence in context.
        parent: The view that "Back" leads to.
        previous: The question that this one continues; "" for none.
        since: First moment of the top stories' period, aware UTC, instead of `period_h`; None for none.
        until: First moment after it; None for none.
        seen: Last change to the corpus that the message takes into account; None if unknown.
        arrived_after: Show only articles added after this change; None for all.
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
    previous: str = ""
    since: datetime | None = None
    until: datetime | None = None
    seen: int | None = None
    arrived_after: int | None = None
    pages: int | None = None

    @property
    def is_last_page(self) -> bool:
        """Whether no page followed when the view was shown."""
        return self.pages is not None and self.page >= self.pages

    @property
    def conversation(self) -> str:
        """The question together with the one it continues; "" for a traced message, which asks nothing."""
        return "" if self.kind is ViewKind.TRACE else f"{self.previous} {self.question}".strip()
