"""Reports of wrong sources, in the database."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Row, Select, delete, func, insert, or_, select, update

from bot.admin.reports import Filing, Report, ReportId, ReportReason
from bot.corpus.article import ArticleId
from bot.storage.database import Database
from bot.storage.schema.admin import reports
from bot.storage.schema.articles import counters, story_redirects
from bot.stories.story import StoryId

_TOLD = "reports-told"
"""Counter of the microsecond, from `_START`, at which the admins were told last."""
_START = datetime(1970, 1, 1, tzinfo=UTC)
_Row = tuple[int, int, str, str, str, datetime]
_NOW_CALLED = func.coalesce(story_redirects.c.into, reports.c.story_id)


class SqlReportStore:
    """`bot.admin.reports.ReportStore` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def file(self, draft: Report, *, most: int, since: datetime) -> Filing:
        """Keep a person's report of a story; one that is there already takes the new reason and article."""
        mine = reports.c.person_id == draft.person_id
        said = {"article_id": draft.article_id, "reason": draft.reason.value}
        row = {"person_id": draft.person_id, "story_id": draft.story_id, "at": draft.at, **said}
        async with self._database.write() as connection:
            before = await connection.scalar(select(reports.c.id).where(mine, _of(draft.story_id)))
            if before is not None:
                await connection.execute(update(reports).where(reports.c.id == before).values(said))
                return Filing.CHANGED
            lately = select(func.count()).select_from(reports).where(mine, reports.c.at > since)
            if (await connection.scalar(lately) or 0) >= most:
                return Filing.TOO_MANY
            await connection.execute(insert(reports).values(row))
        return Filing.FILED

    async def open(self, *, limit: int) -> list[Report]:
        """Return open reports, newest first."""
        async with self._database.read() as connection:
            rows = await connection.execute(_all().order_by(reports.c.id.desc()).limit(limit))
            return [_report_of(row) for row in rows]

    async def close(self, story_id: StoryId, *, until: ReportId) -> int:
        """Delete a story's reports up to and with one; return how many."""
        async with self._database.write() as connection:
            gone = delete(reports).where(_of(story_id), reports.c.id <= until)
            return (await connection.execute(gone)).rowcount

    async def claim_new(self, *, now: datetime, every: timedelta) -> int:
        """Return how many reports came since the admins were last told, and note that they are told now."""
        async with self._database.write() as connection:
            noted = await connection.scalar(select(counters.c.value).where(counters.c.name == _TOLD))
            told_at = _START + timedelta(microseconds=noted or 0)
            if now - told_at < every:
                return 0
            lately = select(func.count()).select_from(reports).where(reports.c.at > told_at)
            count = await connection.scalar(lately) or 0
            if count:
                microseconds = (now - _START) // timedelta(microseconds=1)
                await connection.execute(delete(counters).where(counters.c.name == _TOLD))
                await connection.execute(insert(counters).values(name=_TOLD, value=microseconds))
        return count


def _of(story_id: StoryId) -> ColumnElement[bool]:
    """Whether a report is of a story, or of one that was merged into it."""
    merged = select(story_redirects.c.story_id).where(story_redirects.c.into == story_id)
    return or_(reports.c.story_id == story_id, reports.c.story_id.in_(merged))


def _all() -> Select[_Row]:
    joined = reports.outerjoin(story_redirects, story_redirects.c.story_id == reports.c.story_id)
    return select(
        reports.c.id,
        reports.c.person_id,
        _NOW_CALLED.label("story_id"),
        reports.c.article_id,
        reports.c.reason,
        reports.c.at,
    ).select_from(joined)


def _report_of(row: Row[_Row]) -> Report:
    return Report(
        ReportId(row.id),
        row.person_id,
        StoryId(row.story_id),
        ArticleId(row.article_id),
        ReportReason(row.reason),
        row.at,
    )
