"""Column types: what SQL makes of our values."""

import json
from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from bot.errors import Localizable, localizable


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment: stored in UTC, given back in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone can't be stored: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as aware UTC, whatever the database kept of its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Reason(TypeDecorator[Localizable]):
    """Why something went wrong, to be told in any language: `["key", {values}]`; no reason is "" or NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Localizable | None, dialect: Dialect) -> str:
        """Return the reason as it is kept."""
        return kept_reason(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Localizable | None:
        """Return the reason that was kept."""
        return reason_kept(value)


def kept_reason(reason: Localizable | None) -> str:
    """Return a reason as text; equal ones are equal texts, so that they can be counted."""
    return json.dumps([reason.key, dict(reason.values)], ensure_ascii=False) if reason else ""


def reason_kept(kept: str | None) -> Localizable | None:
    """Return the reason that a text keeps."""
    if not kept:
        return None
    key, values = json.loads(kept)
    return localizable(key, **values)
