"""Stored articles that a clusterer recalls, because new ones may be about the same events."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.corpus.article import ArticleId
from bot.stories.story import StoryId


@dataclass(frozen=True, slots=True)
class RecalledArticle:
    """A stored article as far as stories need it.

    Args:
        codes: By term, as `bot.stories.similarity.term_codes` returns them.
        arrived: The number of the change that brought its text.
    """

    id: ArticleId
    story_id: StoryId
    published_at: datetime | None
    language: str
    codes: Mapping[str, int]
    arrived: int
