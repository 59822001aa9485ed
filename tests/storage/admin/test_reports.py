"""Reports of wrong sources: one per person and story, also when stories merge."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from bot.admin.audit import AuditEntry
from bot.admin.reports import Filing, Report, ReportId, ReportReason, ReportService
from bot.corpus.article import ArticleId
from bot.storage.admin.audit import SqlAuditLog
from bot.storage.admin.reports import SqlReportStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.database import Database
from bot.storage.schema.articles import story_redirects
from bot.stories.story import StoryId

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ADMIN = 7


@pytest.fixture
def store(database: Database) -> SqlReportStore:
    return SqlReportStore(database)


async def file(store: SqlReportStore, person: int, story: str, *, hours: float = 0, most: int = 10,
               reason: ReportReason = ReportReason.OUTLET, article: str = "a") -> Filing:  # fmt: skip
    at = AT + timedelta(hours=hours)
    draft = Report(ReportId(0), person, StoryId(story), ArticleId(article), reason, at)
    return await store.file(draft, most=most, since=at - DAY)


async def merge(database: Database, merged: str, into: str) -> None:
    async with database.write() as connection:
        await connection.execute(insert(story_redirects).values(story_id=merged, into=into))


async def test_newest_reports_come_first_up_to_limit(store: SqlReportStore) -> None:
    filed = [await file(store, person, "s", hours=person) for person in (1, 2, 3)]
    assert filed == [Filing.FILED] * 3
    found = await store.open(limit=2)
    assert [(report.person_id, report.at) for report in found] == [
        (3, AT + timedelta(hours=3)),
        (2, AT + timedelta(hours=2)),
    ]


async def test_second_report_of_person_changes_the_first(store: SqlReportStore) -> None:
    await file(store, 1, "s")
    again = await file(store, 1, "s", hours=1, reason=ReportReason.EVENT, article="b")
    (report,) = await store.open(limit=9)
    assert again is Filing.CHANGED
    assert (report.reason, report.article_id, report.at) == (ReportReason.EVENT, "b", AT)


async def test_same_report_again_is_filed_once(store: SqlReportStore) -> None:
    assert [await file(store, 1, "s") for _ in range(2)] == [Filing.FILED] * 2
    assert len(await store.open(limit=9)) == 1


async def test_report_follows_merged_story(store: SqlReportStore, database: Database) -> None:
    await file(store, 1, "old")
    await file(store, 2, "new")
    await merge(database, "old", "new")
    assert [report.story_id for report in await store.open(limit=9)] == ["new", "new"]
    assert await file(store, 1, "new", reason=ReportReason.ORIGIN) is Filing.CHANGED
    assert [report.reason for report in await store.open(limit=9)] == [
        ReportReason.OUTLET,
        ReportReason.ORIGIN,
    ]
    assert await store.close(StoryId("new"), until=ReportId(10**9)) == 2
    assert await store.open(limit=9) == []


async def test_reports_per_person_and_day_are_limited(store: SqlReportStore) -> None:
    filed = [await file(store, 1, f"s{n}", hours=n, most=2) for n in range(3)]
    assert filed == [Filing.FILED, Filing.FILED, Filing.TOO_MANY]
    assert await file(store, 2, "s0", hours=3, most=2) is Filing.FILED, "the limit is per person"
    assert await file(store, 1, "s2", hours=24.5, most=2) is Filing.FILED, "the limit is per day"


async def test_closing_keeps_reports_filed_after_the_list_was_shown(store: SqlReportStore) -> None:
    await file(store, 1, "s")
    (shown,) = await store.open(limit=9)
    await file(store, 2, "s")
    await file(store, 1, "other")
    assert await store.close(StoryId("s"), until=shown.id) == 1
    assert [report.person_id for report in await store.open(limit=9)] == [1, 2]


async def test_admins_are_notified_of_new_reports_once_a_day(store: SqlReportStore) -> None:
    async def claimed(hours: float) -> int:
        return await store.claim_new(now=AT + timedelta(hours=hours), every=DAY)

    assert await claimed(0) == 0, "no reports yet"
    await file(store, 1, "s", hours=1)
    assert [await claimed(1.5), await claimed(2)] == [1, 0]
    await file(store, 2, "s", hours=3)
    await file(store, 3, "s", hours=4)
    assert [await claimed(23), await claimed(25.6), await claimed(60)] == [0, 2, 0]


async def test_service_groups_reports_by_story_and_audits_closing(
    store: SqlReportStore, database: Database
) -> None:
    audit = SqlAuditLog(database)
    service = ReportService(store, SqlStoryStore(database), audit, lambda: AT)
    for person, story, reason in (
        (1, "s", ReportReason.OUTLET),
        (2, "t", ReportReason.EVENT),
        (3, "s", ReportReason.OUTLET),
    ):
        await file(store, person, story, reason=reason)
    first, second = await service.stories_reported()
    assert (first.last.story_id, dict(first.reasons)) == ("s", {ReportReason.OUTLET: 2})
    assert (second.last.story_id, dict(second.reasons)) == ("t", {ReportReason.EVENT: 1})
    assert await service.find(first.reports[-1].id) == first
    assert await service.close(first.last.id, by=ADMIN) == 2
    assert await service.close(first.last.id, by=ADMIN) == 0, "already closed"
    assert await service.stories_reported() == [second]
    assert await audit.newest(9) == [AuditEntry(AT, ADMIN, "reports done", "story s, article a: 2 reports")]


async def test_article_without_story_cannot_be_reported(store: SqlReportStore, database: Database) -> None:
    service = ReportService(store, SqlStoryStore(database), SqlAuditLog(database), lambda: AT)
    assert await service.file(ArticleId("gone"), ReportReason.OUTLET, person_id=1) is Filing.NO_STORY
