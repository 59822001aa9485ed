"""Users' reports that a story names a wrong source: filed from its card, handled by operators."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType, Protocol

from bot.admin.audit import AuditEntry, AuditLog
from bot.corpus.article import ArticleId
from bot.stories.ports import StoryStore
from bot.stories.story import StoryId

ReportId = NewType("ReportId", int)
MAX_PER_DAY = 10
"""Reports that a person may file within 24 hours."""
ANNOUNCE_EVERY = timedelta(days=1)
"""Least time between two announcements of new reports to the operators."""
MAX_LISTED = 500
"""Open reports that are read to list the reported stories."""


class ReportReason(StrEnum):
    """What is wrong, according to a reader."""

    OUTLET = "outlet"
    ORIGIN = "origin"
    EVENT = "event"


class Filing(StrEnum):
    """The result of filing a report."""

    FILED = "filed"
    CHANGED = "changed"
    TOO_MANY = "too-many"
    NO_STORY = "gone"


@dataclass(frozen=True, slots=True)
class Report:
    """An open report; a person has at most one per story.

    Args:
        story_id: The current id of the story, after redirects.
        article_id: The article from which the story's card was opened.
        at: When the report was first filed, aware UTC.
    """

    id: ReportId
    person_id: int
    story_id: StoryId
    article_id: ArticleId
    reason: ReportReason
    at: datetime


@dataclass(frozen=True, slots=True)
class ReportedStory:
    """The open reports of one story, newest first; at least one."""

    reports: tuple[Report, ...]

    @property
    def last(self) -> Report:
        """The newest report."""
        return self.reports[0]

    @property
    def reasons(self) -> Counter[ReportReason]:
        """The number of reports by reason."""
        return Counter(report.reason for report in self.reports)


class ReportStore(Protocol):
    """The open reports; closed ones are deleted."""

    async def file(self, draft: Report, *, most: int, since: datetime) -> Filing:
        """Store a person's report of a story, or update the reason and article of an existing one.

        Args:
            most: Reports that the person may have filed since `since`; a new report beyond is refused.
        """
        ...

    async def open(self, *, limit: int) -> Sequence[Report]:
        """Return open reports, newest first."""
        ...

    async def close(self, story_id: StoryId, *, until: ReportId) -> int:
        """Delete a story's reports up to and including `until`; return how many."""
        ...

    async def claim_new(self, *, now: datetime, every: timedelta) -> int:
        """Return how many reports are new since the last announcement, and record this one.

        Returns:
            0 also if the last announcement was within `every`; nothing is recorded then.
        """
        ...


@dataclass(frozen=True, slots=True)
class ReportService:
    """Files, lists and closes reports.

    Args:
        clock: Returns the current time, aware UTC.
    """

    store: ReportStore
    stories: StoryStore
    audit: AuditLog
    clock: Callable[[], datetime]

    async def file(self, article_id: ArticleId, reason: ReportReason, *, person_id: int) -> Filing:
        """Report the story of an article."""
        story = (await self.stories.story_ids([article_id])).get(article_id)
        if story is None:
            return Filing.NO_STORY
        now = self.clock()
        draft = Report(ReportId(0), person_id, story, article_id, reason, now)
        return await self.store.file(draft, most=MAX_PER_DAY, since=now - timedelta(days=1))

    async def stories_reported(self) -> list[ReportedStory]:
        """Return the stories with open reports, most recently reported first."""
        by_story: dict[StoryId, list[Report]] = {}
        for report in await self.store.open(limit=MAX_LISTED):
            by_story.setdefault(report.story_id, []).append(report)
        return [ReportedStory(tuple(reports)) for reports in by_story.values()]

    async def find(self, report_id: ReportId) -> ReportedStory | None:
        """Return the story that an open report is about, or None."""
        stories = await self.stories_reported()
        return next((s for s in stories if any(report.id == report_id for report in s.reports)), None)

    async def unannounced(self) -> int:
        """Return how many reports are new since the last announcement, and record this one.

        Returns 0 if the last announcement was within `ANNOUNCE_EVERY`.
        """
        return await self.store.claim_new(now=self.clock(), every=ANNOUNCE_EVERY)

    async def close(self, report_id: ReportId, *, by: int) -> int:
        """Close a story's reports up to and including one; return how many.

        Args:
            report_id: The story's last report when the list was shown; later ones have yet to be seen.
            by: Telegram id of the operator.
        """
        story = await self.find(report_id)
        if story is None:
            return 0
        closed = await self.store.close(story.last.story_id, until=report_id)
        detail = f"story {story.last.story_id}, article {story.last.article_id}: {closed} reports"
        await self.audit.note(AuditEntry(self.clock(), by, "reports done", detail))
        return closed
