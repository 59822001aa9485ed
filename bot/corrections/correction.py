"""Corrections: what an article said differently before, or no longer says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from bot.corpus.article import ArticleId
from bot.corrections.ports import Version, VersionKey
from bot.corrections.text_changes import NOTHING_CHANGED, Nature, TextChanges
from bot.stories.story import StoryId


class CorrectionKind(StrEnum):
    """What happened to an article."""

    CORRECTED = "corrected"
    UPDATED = "updated"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of substance to an article, or its withdrawal.

    Args:
        at: When the text before ended, aware UTC.
        before: The version before.
        after: The version after; None if the article was withdrawn.
        changes: What changed, verbatim; none of a withdrawn article.
    """

    kind: CorrectionKind
    at: datetime
    before: Version
    after: Version | None = None
    changes: TextChanges = NOTHING_CHANGED

    @property
    def article_id(self) -> ArticleId:
        """The article."""
        return self.before.key.article_id

    @property
    def version(self) -> Version:
        """The version to name: the one after, or the last one of a withdrawn article."""
        return self.after or self.before

    @property
    def story_id(self) -> StoryId | None:
        """The article's story, redirects not followed; None if unknown."""
        return self.version.story_id


@dataclass(frozen=True, slots=True)
class Step:
    """Two consecutive versions of an article; `after` is None if the article was withdrawn."""

    before: Version
    after: Version | None

    @property
    def keys(self) -> tuple[VersionKey, ...]:
        """The versions whose texts have to be compared."""
        return (self.before.key, self.after.key) if self.after else ()


def steps_of(versions: Sequence[Version]) -> list[Step]:
    """Return the steps between an article's versions, newest first.

    A withdrawn article has one step only: its outlet took its texts back. An article that was withdrawn and
    came back has a step from the text before to the one after. A text that moved to another id is no step.

    Args:
        versions: Oldest first.
    """
    if not versions:
        return []
    last = versions[-1]
    if last.ended_at is not None:
        return [] if last.moved else [Step(last, None)]
    return [Step(before, after) for before, after in pairwise(versions)][::-1]


def correction_of(step: Step, changes: TextChanges) -> Correction | None:
    """Return what a step is to readers; None if it changes nothing of substance."""
    at = step.before.ended_at
    if at is None:
        return None
    if step.after is None:
        return Correction(CorrectionKind.WITHDRAWN, at, step.before)
    if changes.nature is Nature.NONE:
        return None
    return Correction(CorrectionKind(changes.nature.value), at, step.before, step.after, changes)
