"""Migrations: up, down, and the same tables as the program believes in."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from bot.storage.database import Database, connect
from bot.storage.migrate import migrate
from bot.storage.tables import metadata


def differences(connection: Connection) -> list[object]:
    return compare_metadata(MigrationContext.configure(connection), metadata)


async def test_the_migrated_tables_are_the_ones_the_program_believes_in(url: str) -> None:
    await migrate(url)
    async with Database.open(url) as database, database.read() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_twice_is_migrating_once(url: str) -> None:
    await migrate(url)
    await migrate(url)


async def test_all_the_way_down_leaves_nothing(url: str) -> None:
    await migrate(url)
    await migrate(url, to="base")
    engine = connect(url)
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        assert (await connection.execute(text("select count(*) from alembic_version"))).scalar() == 0
    await engine.dispose()
    assert set(names) == {"alembic_version"}
