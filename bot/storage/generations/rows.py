"""Rows of the table `generations`, inside a transaction."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import VersionConflict, localizable
from bot.ingest.reload.generation import (
    AlertDecision,
    Generation,
    GenerationId,
    GenerationState,
    ReloadReport,
)
from bot.storage.articles.rows import Json
from bot.storage.schema.generations import generations
from bot.storage.schema.types import parse_reason, reason_text

STAGING = GenerationState.STAGING.value
_ANY = true()


def generation_of(row: Row[Any]) -> Generation:
    """Return the generation in a row of `generations`."""
    return Generation(
        id=GenerationId(row.id),
        origin=row.origin,
        admin_id=row.admin_id,
        started_at=row.started_at,
        state=GenerationState(row.state),
        report=ReloadReport(
            **row.report
            | {
                "reason": parse_reason(row.report["reason"]),
                "alerts": AlertDecision(row.report.get("alerts", "")),
            }
        ),
    )


def report_values(report: ReloadReport) -> Json:
    """Return a report as `generation_of` reads it."""
    return asdict(report) | {"reason": reason_text(report.reason)}


async def close_dead(connection: AsyncConnection, now: datetime) -> None:
    """Close generations whose process died, which is certain while we hold the lease."""
    report = report_values(ReloadReport(reason=localizable("why-stopped")))
    failed = {"state": GenerationState.FAILED.value, "ended_at": now, "report": report}
    await connection.execute(update(generations).where(generations.c.state == STAGING).values(failed))


async def check_open(connection: AsyncConnection, generation: Generation) -> None:
    """Refuse to add to a closed generation.

    Raises:
        VersionConflict: The generation is closed.
    """
    is_open = (generations.c.id == generation.id, generations.c.state == STAGING)
    if await connection.scalar(select(generations.c.id).where(*is_open)) is None:
        raise VersionConflict(f"generation {generation.id} is closed")


async def end(
    connection: AsyncConnection, generation: Generation, now: datetime, *, only: ColumnElement[bool] = _ANY
) -> None:
    """Store a generation's final state and report, if `only` is true of its row."""
    row = update(generations).where(generations.c.id == generation.id, only)
    values = {
        "state": generation.state.value,
        "report": report_values(generation.report),
        "ended_at": now,
    }
    await connection.execute(row.values(values))
