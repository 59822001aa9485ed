"""A timeline: the stories that match a query, in order, with the outlets that reported them."""

from dataclasses import dataclass
from datetime import datetime

from bot.corpus.article import Article
from bot.stories.story import Story
from bot.summaries.difference import Difference

MAX_EVENTS = 8


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One story of a timeline.

    Args:
        at: Publication of its first article, aware UTC.
        article: The first article.
        story: The story, None when it has a single article.
        differences: Where its outlets differ, most contested first.
    """

    at: datetime
    article: Article
    story: Story | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that reported it, first to report first."""
        if self.story is not None:
            return self.story.outlets
        return (self.article.publisher,) if self.article.publisher else ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events, oldest first.

    Args:
        events: The stories that match the query best.
        stories: All matching stories; more than `events` when some are left out.
    """

    events: tuple[TimelineEvent, ...]
    stories: int
