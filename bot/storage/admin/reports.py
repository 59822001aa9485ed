"""Users' reports of wrong sources, in the database."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Row, Select, delete, func, insert, or_, select, update

from bot.admin.reports import Filing, Report, ReportId, ReportReason
from bot.corpus.article import ArticleId
from bot.storage.database import Database
from bot.storage.schema.admin import reports
from bot.storage.schema.articles import story_redirects
from bot.storage.schema.change_log import counters
from bot.stories.story import StoryId

_ANNOUNCED = "reports-told"
"""Counter that holds when reports were last announced, in microseconds since `_EPOCH`."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Row = tuple[int, int, str, str, str, datetime]
_CURRENT_STORY = func.coalesce(story_redirects.c.into, reports.c.story_id)


class SqlReportStore:
    """Implements `bot.admin.reports.ReportStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def file(self, draft: Report, *, most: int, since: datetime) -> Filing:
        """Store a person's report of a story, or update the reason and article of an existing one."""
        mine = reports.c.person_id == draft.person_id
        changed = {"article_id": draft.article_id, "reason": draft.reason.value}
        row = {"person_id": draft.person_id, "story_id": draft.story_id, "at": draft.at, **changed}
        async with self._database.write() as connection:
            same = select(reports.c.id, reports.c.reason).where(mine, _of(draft.story_id))
            existing = (await connection.execute(same)).first()
            if existing is not None:
                await connection.execute(update(reports).where(reports.c.id == existing.id).values(changed))
                return Filing.FILED if existing.reason == draft.reason.value else Filing.CHANGED
            recent = select(func.count()).select_from(reports).where(mine, reports.c.at > since)
            if (await connection.scalar(recent) or 0) >= most:
                return Filing.TOO_MANY
            await connection.execute(insert(reports).values(row))
        return Filing.FILED

    async def open(self, *, limit: int) -> list[Report]:
        """Return open reports, newest first."""
        async with self._database.read() as connection:
            rows = await connection.execute(_select_reports().order_by(reports.c.id.desc()).limit(limit))
            return [_report_of(row) for row in rows]

    async def close(self, story_id: StoryId, *, until: ReportId) -> int:
        """Delete a story's reports up to and including `until`; return how many."""
        closed = delete(reports).where(_of(story_id), reports.c.id <= until)
        async with self._database.write() as connection:
            return (await connection.execute(closed)).rowcount

    async def claim_new(self, *, now: datetime, every: timedelta) -> int:
        """Return how many reports are new since the last announcement, and record this one.

        Returns:
            0 also if the last announcement was within `every`; nothing is recorded then.
        """
        announced = counters.c.name == _ANNOUNCED
        async with self._database.write() as connection:
            stored = await connection.scalar(select(counters.c.value).where(announced))
            announced_at = _EPOCH + timedelta(microseconds=stored or 0)
            if now - announced_at < every:
                return 0
            recent = select(func.count()).select_from(reports).where(reports.c.at > announced_at)
            count = await connection.scalar(recent) or 0
            if count:
                microseconds = (now - _EPOCH) // timedelta(microseconds=1)
                await connection.execute(delete(counters).where(announced))
                await connection.execute(insert(counters).values(name=_ANNOUNCED, value=microseconds))
        return count


def _of(story_id: StoryId) -> ColumnElement[bool]:
    """Whether a report is about a story or one that was merged into it."""
    merged = select(story_redirects.c.story_id).where(story_redirects.c.into == story_id)
    return or_(reports.c.story_id == story_id, reports.c.story_id.in_(merged))


def _select_reports() -> Select[_Row]:
    joined = reports.outerjoin(story_redirects, story_redirects.c.story_id == reports.c.story_id)
    return select(
        reports.c.id,
        reports.c.person_id,
        _CURRENT_STORY.label("story_id"),
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
