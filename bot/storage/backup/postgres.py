"""Backs up and restores PostgreSQL with its own pg_dump and pg_restore."""

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

PROGRESS_INTERVAL_S = 0.2
_DUMP_OPTIONS = ("--no-owner", "--no-privileges", "--schema=public")
_OTHER_CONNECTIONS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name = 'newsbot' AND pid <> pg_backend_pid()"
)


async def back_up(url: str, file: Path, progress: Callable[[int, int | None], None]) -> None:
    """Dump a snapshot of the database into a file, in pg_dump's custom format."""
    dump = asyncio.create_task(_run("pg_dump", url, "--format=custom", *_DUMP_OPTIONS, f"--file={file}"))
    while not (await asyncio.wait({dump}, timeout=PROGRESS_INTERVAL_S))[0]:
        progress(file.stat().st_size >> 20, None)
    dump.result()


async def restore(url: str, file: Path, prepare: Callable[[str], Awaitable[None]]) -> str | None:
    """Restore a dump into schema `public`; return the name of the schema that holds the previous tables.

    Args:
        prepare: Called with the restored database's URL; if it fails, the restore is reverted.
    """
    _program("pg_restore")
    kept = f"before_restore_{datetime.now(UTC):%Y%m%d_%H%M%S_%f}"
    await _execute(url, f"ALTER SCHEMA public RENAME TO {kept}", "CREATE SCHEMA public")
    try:
        await _run("pg_restore", url, *_DUMP_OPTIONS, "--single-transaction", "--exit-on-error", str(file))
        await prepare(url)
    except BaseException:
        await _execute(url, "DROP SCHEMA public CASCADE", f"ALTER SCHEMA {kept} RENAME TO public")
        raise
    return f"schema {kept}"


async def _execute(url: str, *statements: str) -> None:
    """Run statements in one transaction, while no other newsbot is connected."""
    async with Database.open(url) as database, database.write() as connection:
        await _refuse_while_used(connection)
        for statement in statements:
            await connection.execute(text(statement))


async def _refuse_while_used(connection: AsyncConnection) -> None:
    if await connection.scalar(_OTHER_CONNECTIONS):
        raise StoreError("newsbot runs on this database; stop it first, then restore")


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise StoreError(
            f"{name} isn't installed here (on Debian: apt install postgresql-client);"
            f" or run it on the database's machine, see docs/operators/backup.md"
        )
    return path


async def _run(name: str, url: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; the password goes into the environment, hidden from other users."""
    target = make_url(url)
    process = await asyncio.create_subprocess_exec(
        _program(name),
        *arguments,
        f"--dbname={target.database}",
        env=_environment(target),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, stderr = await process.communicate()
    except asyncio.CancelledError:
        process.terminate()
        await process.wait()
        raise
    if process.returncode:
        lines = stderr.decode(errors="replace").strip().splitlines() or ["no error message"]
        raise StoreError(f"{name} failed: {lines[0]}")


def _environment(url: URL) -> dict[str, str]:
    variables = {
        "PGHOST": url.host,
        "PGPORT": str(url.port) if url.port else None,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
    }
    return {**os.environ, **{name: str(value) for name, value in variables.items() if value}}
