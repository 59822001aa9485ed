"""Suggested feeds, in the database."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, update

from bot.feeds.suggestions import Outcome, Suggestion, SuggestionId, SuggestionState
from bot.storage.database import Database
from bot.storage.schema.feeds import suggestions

_OPEN = suggestions.c.state == SuggestionState.OPEN.value


class SqlSuggestionStore:
    """Implements `bot.feeds.suggestions.SuggestionStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, draft: Suggestion, *, per_person: int, most: int, since: datetime) -> Outcome:
        """Store a suggestion, if its address is new and there is room."""
        recent = or_(_OPEN, suggestions.c.at > since)
        count = select(func.count()).select_from(suggestions)
        async with self._database.write() as connection:
            if await connection.scalar(count.where(suggestions.c.url == draft.url)):
                return Outcome.WAITING
            own = count.where(suggestions.c.person_id == draft.person_id, recent)
            if (await connection.scalar(own) or 0) >= per_person:
                return Outcome.TOO_MANY
            if (await connection.scalar(count.where(_OPEN)) or 0) >= most:
                return Outcome.FULL
            await connection.execute(insert(suggestions).values(_values(draft)))
        return Outcome.QUEUED

    async def open(self) -> list[Suggestion]:
        """Return open suggestions, oldest first."""
        async with self._database.read() as connection:
            rows = await connection.execute(select(suggestions).where(_OPEN).order_by(suggestions.c.id))
            return [_suggestion_of(row) for row in rows]

    async def claim_new(self) -> Suggestion | None:
        """Return the oldest open suggestion that was never claimed; another call doesn't return it."""
        new = select(suggestions).where(_OPEN, suggestions.c.announced.is_(False)).order_by(suggestions.c.id)
        async with self._database.write() as connection:
            row = (await connection.execute(new.limit(1))).first()
            if row is None:
                return None
            claimed = update(suggestions).where(suggestions.c.id == row.id).values(announced=True)
            await connection.execute(claimed)
        return _suggestion_of(row)

    async def get(self, suggestion_id: SuggestionId) -> Suggestion | None:
        """Return a suggestion, None if it doesn't exist."""
        async with self._database.read() as connection:
            row = (
                await connection.execute(select(suggestions).where(suggestions.c.id == suggestion_id))
            ).first()
            return _suggestion_of(row) if row else None

    async def decide(self, suggestion_id: SuggestionId, state: SuggestionState, *, at: datetime) -> bool:
        """Close an open suggestion; return whether it was open."""
        closed = (
            update(suggestions)
            .where(suggestions.c.id == suggestion_id, _OPEN)
            .values(state=state.value, decided_at=at)
        )
        async with self._database.write() as connection:
            return (await connection.execute(closed)).rowcount > 0

    async def forget_decided(self, *, before: datetime) -> None:
        """Delete suggestions that were decided before a moment."""
        async with self._database.write() as connection:
            await connection.execute(delete(suggestions).where(suggestions.c.decided_at < before))


def _values(draft: Suggestion) -> dict[str, Any]:
    return {
        "person_id": draft.person_id,
        "url": draft.url,
        "title": draft.title,
        "at": draft.at,
        "state": draft.state.value,
        "announced": False,
    }


def _suggestion_of(row: Row[Any]) -> Suggestion:
    state = SuggestionState(row.state)
    return Suggestion(SuggestionId(row.id), row.person_id, row.url, row.title, row.at, state)
