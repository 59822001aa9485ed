"""Translates the errors of databases and their drivers."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import StoreError, UnstorableValue
from bot.storage import postgres


@contextmanager
def translate_errors() -> Iterator[None]:
    """Translate errors of the database and its driver.

    Raises:
        StoreError: Carries the original message, never parameter values.
        UnstorableValue: The database can't hold one of the values.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{error.name} is not installed; for PostgreSQL: pip install 'newsbot[postgres]'"
        ) from error
    except Exception as error:
        if not postgres.is_database_error(error):
            raise
        message = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
        kind = UnstorableValue if postgres.is_about_value(error) else StoreError
        raise kind(f"database error: {message.splitlines()[0]}") from error
