"""Readers' judgements of answers, in the database."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, delete, insert, select

from bot.admin.judgements import Judgement
from bot.corpus.article import ArticleId
from bot.storage.database import Database
from bot.storage.schema.admin import judgements


class SqlJudgementStore:
    """Implements `bot.admin.judgements.JudgementStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, judgement: Judgement) -> None:
        """Store a judgement, replacing the person's earlier one of the same answer."""
        mine = judgements.c.person_id == judgement.person_id
        async with self._database.write() as connection:
            await connection.execute(
                delete(judgements).where(mine, judgements.c.view_id == judgement.view_id)
            )
            await connection.execute(insert(judgements).values(asdict(judgement)))

    async def all(self) -> list[Judgement]:
        """Return every judgement, oldest first."""
        async with self._database.read() as connection:
            rows = await connection.execute(select(judgements).order_by(judgements.c.id))
            return [_judgement_of(row) for row in rows]


def _judgement_of(row: Row[Any]) -> Judgement:
    return Judgement(
        person_id=row.person_id,
        view_id=row.view_id,
        text=row.text,
        previous=row.previous,
        language=row.language,
        articles=tuple(map(ArticleId, row.articles)),
        sentences=tuple((ArticleId(article), text) for article, text in row.sentences),
        good=row.good,
        at=row.at,
    )
