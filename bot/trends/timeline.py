"""A timeline: the course of what was asked for, one story after the other, with who told it."""

from dataclasses import dataclass
from datetime import datetime

from bot.corpus.article import Article
from bot.stories.story import Story

MAX_EVENTS = 8
"""Stories in one timeline."""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One story in a timeline.

    Args:
        at: When the first of its articles was published, aware UTC.
        article: That article.
        story: The whole of it, when more than one article tells it.
    """

    at: datetime
    article: Article
    story: Story | None = None

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who tells it, the first to report first."""
        if self.story is not None:
            return self.story.outlets
        return (self.article.publisher,) if self.article.publisher else ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events, oldest first.

    Args:
        events: The stories that fit the words best.
        stories: How many stories were found; more than `events` when some are left out.
    """

    events: tuple[TimelineEvent, ...]
    stories: int
