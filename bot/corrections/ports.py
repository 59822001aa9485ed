"""What corrections need from the store: the texts that articles had, and when each ended.

A text that was live only until a reload was undone is no version: an undone reload corrects nothing. Nor is
a text that another version of the program ended: it may read what the outlet left unchanged differently.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.corpus.article import ArticleId
from bot.corrections.text_changes import Text
from bot.stories.story import StoryId


class VersionKey(NamedTuple):
    """Names a version: an article, and a number that grows from version to version."""

    article_id: ArticleId
    revision: int


class Ended(NamedTuple):
    """A version that was replaced or withdrawn, and when; sorts from older to newer."""

    at: datetime
    key: VersionKey


@dataclass(frozen=True, slots=True)
class Version:
    """A text that an article has or had, without the text itself.

    Args:
        title: Its headline.
        language: ISO 639-1 code, or "und".
        ended_at: When it was replaced or withdrawn, aware UTC; None for the live text.
        moved: Whether an article with another id has this text now, or a new version of the program removed
            the article.
    """

    key: VersionKey
    title: str
    language: str = "und"
    publisher: str | None = None
    url: str | None = None
    story_id: StoryId | None = None
    sample: bool = False
    published_at: datetime | None = None
    ended_at: datetime | None = None
    moved: bool = False


class VersionStore(Protocol):
    """The versions of articles."""

    async def versions(self, ids: Sequence[ArticleId]) -> Mapping[ArticleId, Sequence[Version]]:
        """Return the versions of each known article, oldest first."""
        ...

    async def texts(self, keys: Sequence[VersionKey]) -> Mapping[VersionKey, Text]:
        """Return the texts of those versions that exist."""
        ...

    async def ended(self, *, limit: int) -> Sequence[Ended]:
        """Return the versions that ended last, newest first."""
        ...

    async def last_at(self, url: str) -> ArticleId | None:
        """Return the article that was at a URL last and was replaced or withdrawn; None without one.

        Scheme, `www.`, fragment and tracking parameters don't count.
        """
        ...

    async def of_story(self, story_id: StoryId) -> Sequence[ArticleId]:
        """Return the articles of a story, and those that were in it when they were withdrawn."""
        ...
