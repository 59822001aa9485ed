"""Backups of a PostgreSQL database, by PostgreSQL's own pg_dump and pg_restore."""

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StoreError
from bot.storage.database import Database

LOOK_EVERY_S = 0.2
_PLAIN = ("--no-owner", "--no-privileges", "--schema=public")
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name = 'newsbot' AND pid <> pg_backend_pid()"
)


async def back_up(url: str, file: Path, progress: Callable[[int, int | None], None]) -> None:
    """Dump one picture of the database into a file, in pg_dump's custom format."""
    dump = asyncio.create_task(_run("pg_dump", url, "--format=custom", *_PLAIN, f"--file={file}"))
    while not (await asyncio.wait({dump}, timeout=LOOK_EVERY_S))[0]:
        progress(file.stat().st_size >> 20, None)
    dump.result()


async def restore(url: str, file: Path, make_ready: Callable[[str], Awaitable[None]]) -> str | None:
    """Put a dump into the schema `public`, and what was there into one beside; return that one's name."""
    _program("pg_restore")
    kept = f"before_restore_{datetime.now(UTC):%Y%m%d_%H%M%S_%f}"
    await _execute(url, f"ALTER SCHEMA public RENAME TO {kept}", "CREATE SCHEMA public")
    try:
        await _run("pg_restore", url, *_PLAIN, "--single-transaction", "--exit-on-error", str(file))
        await make_ready(url)
    except BaseException:
        await _execute(url, "DROP SCHEMA public CASCADE", f"ALTER SCHEMA {kept} RENAME TO public")
        raise
    return f"schema {kept}"


async def _execute(url: str, *statements: str) -> None:
    """Change schemas in one transaction, alone on the database."""
    async with Database.open(url) as database, database.write() as connection:
        await _refuse_while_used(connection)
        for each in statements:
            await connection.execute(text(each))


async def _refuse_while_used(connection: AsyncConnection) -> None:
    if await connection.scalar(_OTHERS):
        raise StoreError("newsbot runs on this database; stop it first, then restore")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise StoreError(
            f"{name} is not installed here (on Debian: apt install postgresql-client);"
            f" or run it where the database is, see docs/operators/backup.md"
        )
    return found


async def _run(name: str, url: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; the password goes by its environment, never by an argument."""
    place = make_url(url)
    process = await asyncio.create_subprocess_exec(
        _program(name),
        *arguments,
        f"--dbname={place.database}",
        env=_environment(place),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, said = await process.communicate()
    except asyncio.CancelledError:
        process.terminate()
        await process.wait()
        raise
    if process.returncode:
        lines = said.decode(errors="replace").strip().splitlines() or ["it did not say why"]
        raise StoreError(f"{name} failed: {lines[0]}")


def _environment(place: URL) -> dict[str, str]:
    given = {
        "PGHOST": place.host,
        "PGPORT": str(place.port) if place.port else None,
        "PGUSER": place.username,
        "PGPASSWORD": place.password,
    }
    return {**os.environ, **{name: str(value) for name, value in given.items() if value}}
