"""Column types for times and for localizable reasons, and JSON that is encoded before it is bound."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from bot.errors import Localizable, localizable


@dataclass(frozen=True, slots=True)
class EncodedJson:
    """A value of a JSON column that `encoded` has encoded: the database binds values on the event loop."""

    text: str


def encoded(value: object) -> EncodedJson:
    """Return a value of a JSON column, encoded here and now."""
    return EncodedJson(to_json(value))


def to_json(value: object) -> str:
    """Return a value as the database stores it.

    In ASCII, because user text may contain a lone surrogate, which UTF-8 can't encode.
    """
    return value.text if isinstance(value, EncodedJson) else _ENCODE(value)


_ENCODE = json.JSONEncoder(separators=(",", ":")).encode


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, stored and returned in UTC; naive times are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the time in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a time zone can't be stored: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the time as aware UTC; SQLite drops the zone, PostgreSQL keeps it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Reason(TypeDecorator[Localizable]):
    """Why something failed, in no language: `["key", {values}]`, or "" or NULL for no reason."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Localizable | None, dialect: Dialect) -> str:
        """Return the reason as text."""
        return reason_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Localizable | None:
        """Return the reason in a text."""
        return parse_reason(value)


def reason_text(reason: Localizable | None) -> str:
    """Return a reason as text; equal reasons give equal texts, so that they can be counted."""
    return json.dumps([reason.key, dict(reason.values)], ensure_ascii=False) if reason else ""


def parse_reason(text: str | None) -> Localizable | None:
    """Return the reason in a text written by `reason_text`."""
    if not text:
        return None
    key, values = json.loads(text)
    return localizable(key, **values)
