"""What all tables share: the metadata with its naming convention, and the type of generated ids."""

from sqlalchemy import BigInteger, Integer, MetaData

# Indexes have SQLite's options only: the first `postgresql_...` option would load that dialect, 2.5 MB, for
# every bot on SQLite. `migrations/` has both.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite generates ids only for INTEGER primary keys. Their tables set `sqlite_autoincrement`, because SQLite
# would otherwise give the id of a deleted last row to the next one.
ROW_ID = BigInteger().with_variant(Integer, "sqlite")
