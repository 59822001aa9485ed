"""Backups of the whole database: made while the bot runs, put back while it does not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.outbox import OutboxState
from bot.errors import StoreError, localizable
from bot.storage.alerts.queue import refresh
from bot.storage.alerts.store import UNSENT
from bot.storage.backup import postgres as postgres_backup
from bot.storage.backup import sqlite as sqlite_backup
from bot.storage.database import Database, parse_url
from bot.storage.migrate import migrate
from bot.storage.schema.alerts import match_batches, outbox
from bot.storage.schema.articles import counters

Progress = Callable[[int, int | None], None]
"""Called with how much is done, and how much there is when that is known, in MB."""
DROPPED = localizable("why-dropped")


@dataclass(frozen=True, slots=True)
class Restored:
    """What putting a backup back came to.

    Args:
        waiting: Messages that were not sent when the backup was made.
        kept: Where what was there before has been put; None when there was nothing.
    """

    waiting: int
    kept: str | None


def suffix(url: str) -> str:
    """Return how the name of a backup of this database ends."""
    return ".db" if _is_sqlite(url) else ".dump"


async def back_up(url: str, file: Path, *, progress: Progress) -> None:
    """Write everything that is committed now into a file of its own, whole or not at all.

    Raises:
        StoreError: There is no database, the file is there already, or something refused.
    """
    if file.exists():
        raise StoreError(f"{file} is there already; a backup is never written over another")
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        await (sqlite_backup if _is_sqlite(url) else postgres_backup).back_up(url, part, progress)
        part.replace(file)
    except OSError as error:
        raise StoreError(f"{file} can't be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


async def restore(url: str, file: Path, *, drop_waiting: bool = False) -> Restored:
    """Put a backup in the place of the database, which is kept beside; nothing changes when that fails.

    Args:
        drop_waiting: Whether messages that were waiting then are given up instead of sent.

    Raises:
        StoreError: A bot runs on the database, the file is no backup, or was made by a newer program.
    """
    if not file.is_file():
        raise StoreError(f"{file} is not there")
    waiting = 0

    async def make_ready(address: str) -> None:
        nonlocal waiting
        await migrate(address)
        async with Database.open(address) as database, database.write() as connection:
            await connection.execute(delete(counters).where(counters.c.name == "store"))
            waiting = await _settle_waiting(connection, drop=drop_waiting)

    backend = sqlite_backup if _is_sqlite(url) else postgres_backup
    kept = await backend.restore(url, file, make_ready)
    return Restored(waiting, kept)


def _is_sqlite(url: str) -> bool:
    return parse_url(url).get_backend_name() == "sqlite"


async def _settle_waiting(connection: AsyncConnection, *, drop: bool) -> int:
    """Mark what waits as perhaps sent since, or as never to be sent; return how many messages that are."""
    waits = outbox.c.state.in_(UNSENT)
    waiting = await connection.scalar(select(func.count()).select_from(outbox).where(waits)) or 0
    if drop:
        chats: Sequence[int] = list(
            await connection.scalars(select(outbox.c.chat_id).where(waits).distinct())
        )
        given_up = {"state": OutboxState.GIVEN_UP.value, "reason": DROPPED, "leased_until": None}
        await connection.execute(update(outbox).where(waits).values(given_up))
        await connection.execute(delete(match_batches))
        await refresh(connection, chats, free=True)
    else:
        await connection.execute(update(outbox).where(waits).values(maybe_sent=True))
    return waiting
