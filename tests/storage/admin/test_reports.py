"""Reports of wrong sources: one a person and story, wherever the story went since."""

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


async def merge(database: Database, gone: str, into: str) -> None:
    async with database.write() as connection:
        await connection.execute(insert(story_redirects).values(story_id=gone, into=into))


async def test_reports_come_back_newest_first_and_no_more_than_asked(store: SqlReportStore) -> None:
    filed = [await file(store, person, "s", hours=person) for person in (1, 2, 3)]
    assert filed == [Filing.FILED] * 3
    found = await store.open(limit=2)
    assert [(each.person_id, each.at) for each in found] == [
        (3, AT + timedelta(hours=3)),
        (2, AT + timedelta(hours=2)),
    ]


async def test_a_second_report_of_a_person_changes_the_first(store: SqlReportStore) -> None:
    await file(store, 1, "s")
    again = await file(store, 1, "s", hours=1, reason=ReportReason.EVENT, article="b")
    (report,) = await store.open(limit=9)
    assert again is Filing.CHANGED
    assert (report.reason, report.article_id, report.at) == (ReportReason.EVENT, "b", AT)


async def test_a_report_follows_its_story_into_another(store: SqlReportStore, database: Database) -> None:
    await file(store, 1, "old")
    await file(store, 2, "new")
    await merge(database, "old", "new")
    assert [each.story_id for each in await store.open(limit=9)] == ["new", "new"]
    assert await file(store, 1, "new", reason=ReportReason.ORIGIN) is Filing.CHANGED
    assert [each.reason for each in await store.open(limit=9)] == [ReportReason.OUTLET, ReportReason.ORIGIN]
    assert await store.close(StoryId("new"), until=ReportId(10**9)) == 2
    assert await store.open(limit=9) == []


async def test_a_person_reports_so_much_a_day_and_no_more(store: SqlReportStore) -> None:
    filed = [await file(store, 1, f"s{n}", hours=n, most=2) for n in range(3)]
    assert filed == [Filing.FILED, Filing.FILED, Filing.TOO_MANY]
    assert await file(store, 2, "s0", hours=3, most=2) is Filing.FILED, "others may"
    assert await file(store, 1, "s2", hours=24.5, most=2) is Filing.FILED, "the next day too"


async def test_what_came_after_the_list_was_shown_stays_on_it(store: SqlReportStore) -> None:
    await file(store, 1, "s")
    (shown,) = await store.open(limit=9)
    await file(store, 2, "s")
    await file(store, 1, "other")
    assert await store.close(StoryId("s"), until=shown.id) == 1
    assert [each.person_id for each in await store.open(limit=9)] == [1, 2]


async def test_admins_are_notified_of_new_reports_once_a_day(store: SqlReportStore) -> None:
    async def claimed(hours: float) -> int:
        return await store.claim_new(now=AT + timedelta(hours=hours), every=DAY)

    assert await claimed(0) == 0, "there are none"
    await file(store, 1, "s", hours=1)
    assert [await claimed(1.5), await claimed(2)] == [1, 0]
    await file(store, 2, "s", hours=3)
    await file(store, 3, "s", hours=4)
    assert [await claimed(23), await claimed(25.6), await claimed(60)] == [0, 2, 0]


async def test_the_desk_lists_stories_and_notes_who_did_away_with_what(
    store: SqlReportStore, database: Database
) -> None:
    audit = SqlAuditLog(database)
    desk = ReportService(store, SqlStoryStore(database), audit, lambda: AT)
    for person, story, reason in (
        (1, "s", ReportReason.OUTLET),
        (2, "t", ReportReason.EVENT),
        (3, "s", ReportReason.OUTLET),
    ):
        await file(store, person, story, reason=reason)
    first, second = await desk.stories_reported()
    assert (first.last.story_id, dict(first.reasons)) == ("s", {ReportReason.OUTLET: 2})
    assert (second.last.story_id, dict(second.reasons)) == ("t", {ReportReason.EVENT: 1})
    assert await desk.find(first.reports[-1].id) == first
    assert await desk.close(first.last.id, by=ADMIN) == 2
    assert await desk.close(first.last.id, by=ADMIN) == 0, "it is done"
    assert await desk.stories_reported() == [second]
    assert await audit.newest(9) == [AuditEntry(AT, ADMIN, "reports done", "story s, article a: 2 reports")]


async def test_an_article_without_a_story_can_t_be_reported(
    store: SqlReportStore, database: Database
) -> None:
    desk = ReportService(store, SqlStoryStore(database), SqlAuditLog(database), lambda: AT)
    assert await desk.file(ArticleId("gone"), ReportReason.OUTLET, person_id=1) is Filing.NO_STORY
