"""Backs up the whole database while the bot runs, and restores it while the bot is stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.outbox import OutboxState
from bot.errors import StoreError, localizable
from bot.storage.backup import postgres as postgres_backup
from bot.storage.backup import sqlite as sqlite_backup
from bot.storage.chat_queue import UNSENT, refresh
from bot.storage.database import Database, parse_url
from bot.storage.migrate import migrate
from bot.storage.schema.change_log import counters
from bot.storage.schema.delivery import match_batches, outbox
from bot.storage.schema.inbox import updates

Progress = Callable[[int, int | None], None]
"""Called with the megabytes written, and the total if known."""
DROPPED = localizable("why-dropped")


@dataclass(frozen=True, slots=True)
class Restored:
    """The outcome of a restore.

    Args:
        waiting: Messages that were unsent when the backup was made.
        kept: Where the previous database is now; None if there was none.
    """

    waiting: int
    kept: str | None


def suffix(url: str) -> str:
    """Return the file extension for backups of this database."""
    return ".db" if _is_sqlite(url) else ".dump"


async def back_up(url: str, file: Path, *, progress: Progress) -> None:
    """Write a snapshot of the database to a new file, completely or not at all.

    Raises:
        StoreError: There is no database, the file exists, or the backup failed.
    """
    if file.exists():
        raise StoreError(f"{file} already exists; a backup never overwrites a file")
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
    """Replace the database by a backup and keep the old one; change nothing on failure.

    Args:
        drop_waiting: Whether to give up the backup's unsent messages instead of sending them.

    Raises:
        StoreError: A bot is running on the database, or the file isn't a backup or is from a newer program.
    """
    if not file.is_file():
        raise StoreError(f"{file} doesn't exist")
    waiting = 0

    async def prepare(restored_url: str) -> None:
        nonlocal waiting
        await migrate(restored_url)
        async with Database.open(restored_url) as database, database.write() as connection:
            await connection.execute(delete(counters).where(counters.c.name == "store"))
            waiting = await _settle_waiting(connection, drop=drop_waiting)
            # The bot that went on after the backup has answered them.
            await connection.execute(delete(updates).where(updates.c.handled_at.is_(None)))

    backend = sqlite_backup if _is_sqlite(url) else postgres_backup
    kept = await backend.restore(url, file, prepare)
    return Restored(waiting, kept)


def _is_sqlite(url: str) -> bool:
    return parse_url(url).get_backend_name() == "sqlite"


async def _settle_waiting(connection: AsyncConnection, *, drop: bool) -> int:
    """Mark unsent messages as given up, or as possibly sent since the backup; return how many there are."""
    unsent = outbox.c.state.in_(UNSENT)
    waiting = await connection.scalar(select(func.count()).select_from(outbox).where(unsent)) or 0
    if drop:
        chats = list(await connection.scalars(select(outbox.c.chat_id).where(unsent).distinct()))
        given_up = {"state": OutboxState.GIVEN_UP.value, "reason": DROPPED, "leased_until": None}
        await connection.execute(update(outbox).where(unsent).values(given_up))
        await connection.execute(delete(match_batches))
        await refresh(connection, chats, free=True)
    else:
        await connection.execute(update(outbox).where(unsent).values(maybe_sent=True))
    return waiting
