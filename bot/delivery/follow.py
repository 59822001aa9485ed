"""A followed story as delivery sees it: what is known of it, and what a check of it reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from bot.alerts.alert import Alert
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.developments.development import Development, Fact, Key, News
from bot.stories.story import StoryId

ENDS_AFTER = timedelta(days=7)
"""Time without a development after which a followed story is no longer followed."""
FollowCheckId = NewType("FollowCheckId", int)


@dataclass(frozen=True, slots=True)
class FollowCheck:
    """A followed story that changed.

    Args:
        id: Another one after each change.
        spread: The last alert that was processed, 0 for none.
        quiet: Articles whose developments become known without a message.
        held: Articles about which an operator has yet to decide whether messages are sent.
    """

    id: FollowCheckId
    story_id: StoryId
    spread: int = 0
    quiet: frozenset[ArticleId] = frozenset()
    held: frozenset[ArticleId] = frozenset()


@dataclass(frozen=True, slots=True)
class UnsentDevelopment:
    """A development in a message that is not sent.

    Args:
        keys: Of the fact that it reports.
        lost: Whether the message was given up because nothing was left to report.
    """

    id: int
    keys: tuple[Key, ...]
    development: Development
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Follow:
    """An alert that follows a story.

    Args:
        known: Keys of the facts that need not be reported.
        unsent: Of the known facts, those that are not sent.
    """

    alert: Alert
    settings: ChatSettings
    known: frozenset[Key]
    unsent: tuple[UnsentDevelopment, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowReport:
    """What a check found for one alert.

    Args:
        dropped: Unsent developments that hold no longer.
    """

    follow: Follow
    news: News
    dropped: tuple[UnsentDevelopment, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not self.dropped and self.news.known == self.follow.known


@dataclass(frozen=True, slots=True)
class FollowNews:
    """The content of a message about a followed story.

    Args:
        developments: In the order in which they were found.
        ended: Whether the message says that the story is no longer followed.
    """

    developments: tuple[Development, ...]
    ended: bool = False


def outdated(follow: Follow, facts: Sequence[Fact]) -> tuple[UnsentDevelopment, ...]:
    """Return the unsent developments that are no facts of the story any more, and the lost ones."""
    holding: dict[Development, list[frozenset[Key]]] = {}
    for fact in facts:
        holding.setdefault(fact.development, []).append(frozenset(fact.keys))
    return tuple(
        unsent
        for unsent in follow.unsent
        if unsent.lost or not any(keys <= set(unsent.keys) for keys in holding.get(unsent.development, ()))
    )


def ends_at(developed_at: datetime) -> datetime:
    """Return when a story ends to be followed unless it develops again."""
    return developed_at + ENDS_AFTER
