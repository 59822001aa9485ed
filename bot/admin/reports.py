"""Readers' reports that a story names a wrong source: filed from its card, worked off by the admins."""

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
A_DAY = 10
"""Reports a person may file within 24 hours."""
TELL_EVERY = timedelta(days=1)
"""The admins are told of new reports at most so often."""
LISTED_MOST = 500
"""Open reports that are looked at to list the stories they are about."""


class ReportReason(StrEnum):
    """What a reader says is wrong."""

    OUTLET = "outlet"
    ORIGIN = "origin"
    EVENT = "event"


class Filing(StrEnum):
    """What became of a report."""

    FILED = "filed"
    CHANGED = "changed"
    TOO_MANY = "too-many"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Report:
    """An open report; a person has at most one of a story.

    Args:
        story_id: The story as it is called now, redirects followed.
        article_id: The article whose card the story's was opened from.
        at: When it was first filed, aware UTC.
    """

    id: ReportId
    person_id: int
    story_id: StoryId
    article_id: ArticleId
    reason: ReportReason
    at: datetime


@dataclass(frozen=True, slots=True)
class ReportedStory:
    """The open reports of one story, newest first, at least one."""

    reports: tuple[Report, ...]

    @property
    def last(self) -> Report:
        """The report filed last."""
        return self.reports[0]

    @property
    def reasons(self) -> Counter[ReportReason]:
        """How many people say what."""
        return Counter(each.reason for each in self.reports)


class ReportStore(Protocol):
    """Where open reports are kept; what is worked off is deleted."""

    async def file(self, draft: Report, *, most: int, since: datetime) -> Filing:
        """Keep a person's report of a story; one that is there already takes the new reason and article.

        Args:
            most: Reports of the person from `since` on beyond which a new one is refused.
        """
        ...

    async def open(self, *, limit: int) -> Sequence[Report]:
        """Return open reports, newest first."""
        ...

    async def close(self, story_id: StoryId, *, until: ReportId) -> int:
        """Delete a story's reports up to and with one; return how many."""
        ...

    async def claim_new(self, *, now: datetime, every: timedelta) -> int:
        """Return how many reports came since the admins were last told, and note that they are told now.

        Returns:
            0 too when they were told within `every`: then nothing is noted.
        """
        ...


@dataclass(frozen=True, slots=True)
class ReportService:
    """What readers and admins do about reports.

    Args:
        clock: Returns the present moment, aware UTC.
    """

    store: ReportStore
    stories: StoryStore
    audit: AuditLog
    clock: Callable[[], datetime]

    async def file(self, article_id: ArticleId, reason: ReportReason, *, person_id: int) -> Filing:
        """Report the story of an article."""
        story = (await self.stories.story_ids([article_id])).get(article_id)
        if story is None:
            return Filing.GONE
        now = self.clock()
        draft = Report(ReportId(0), person_id, story, article_id, reason, now)
        return await self.store.file(draft, most=A_DAY, since=now - timedelta(days=1))

    async def stories_reported(self) -> list[ReportedStory]:
        """Return the stories with open reports, the one reported last first."""
        by_story: dict[StoryId, list[Report]] = {}
        for report in await self.store.open(limit=LISTED_MOST):
            by_story.setdefault(report.story_id, []).append(report)
        return [ReportedStory(tuple(held)) for held in by_story.values()]

    async def find(self, report_id: ReportId) -> ReportedStory | None:
        """Return the story that a report is about; None when it is done with."""
        found = await self.stories_reported()
        return next((each for each in found if report_id in {report.id for report in each.reports}), None)

    async def unannounced(self) -> int:
        """Return how many reports are new since the last announcement, and record this one.

        Returns 0 if the last announcement was within `TELL_EVERY`.
        """
        return await self.store.claim_new(now=self.clock(), every=TELL_EVERY)

    async def done(self, report_id: ReportId, *, by: int) -> int:
        """Take the reports of a story off the list, up to the one named; return how many.

        Args:
            report_id: The story's last one when the list was shown: what came later is still to be seen.
            by: Telegram id of the admin.
        """
        found = await self.find(report_id)
        if found is None:
            return 0
        closed = await self.store.close(found.last.story_id, until=report_id)
        detail = f"story {found.last.story_id}, article {found.last.article_id}: {closed} reports"
        await self.audit.note(AuditEntry(self.clock(), by, "reports done", detail))
        return closed
