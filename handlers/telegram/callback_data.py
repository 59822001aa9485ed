r"""Typed data of inline buttons, written as one short string that Telegram returns on a press.

A subclass states its wire form and its fields; `pack` writes the form and `unpack` reads it:

    class AlertButton(CallbackData, form="A.{alert_id}.{verb}"):
        alert_id: Annotated[AlertId, ID]
        verb: AlertVerb

Buttons keep working for 30 days, so a form never changes once it was sent, and no two forms may share data.
Most forms begin with a prefix of one letter. Buttons of views begin with the view's id instead, which has at
least two characters; `F` is the prefix of both /forget_me (`F.y`) and feeds (`F.<number>.<verb>`), which
differ in their number of fields.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict
from telegram import InlineKeyboardButton
from telegram.constants import InlineKeyboardButtonLimit, KeyboardButtonStyle

MAX_BYTES = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
SAVES, DELETES = KeyboardButtonStyle.SUCCESS.value, KeyboardButtonStyle.DANGER.value
"""Colours of buttons that store what is shown, or delete it for good."""
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Wire:
    """Annotates a field with the regular expression of its wire form."""

    pattern: str


ID = Wire("[0-9]{1,18}")
"""An id from the database."""
NUMBER = Wire("[0-9]{1,6}")
OPTIONAL_NUMBER = Wire("[0-9]{0,6}")
"""A number that is left out when it is None."""
VIEW_ID = Wire("[A-Za-z0-9]{2,16}")


class CallbackData(BaseModel):
    """Base of all buttons' data; enum fields are written as their values, other fields name a `Wire`."""

    model_config = ConfigDict(frozen=True)
    form: ClassVar[str]

    def __init_subclass__(cls, *, form: str, **config: Any) -> None:
        """Take the wire form: `{name}` marks a field, the rest is literal."""
        super().__init_subclass__(**config)
        cls.form = form

    def pack(self) -> str:
        """Return the wire form.

        Raises:
            ValueError: It takes more than `MAX_BYTES`.
        """
        data = self.form.format_map({name: "" if value is None else value for name, value in self})
        if len(data.encode()) > MAX_BYTES:
            raise ValueError(f"callback data is longer than {MAX_BYTES} bytes: {data}")
        return data

    @classmethod
    def unpack(cls, data: str | None) -> Self | None:
        """Decode data; return None if it is not of this form."""
        match = cls.pattern().fullmatch(data or "")
        return cls.model_validate({k: v or None for k, v in match.groupdict().items()}) if match else None

    @classmethod
    def matches(cls, data: object) -> bool:
        """Return whether data is of this form; for `CallbackQueryHandler(pattern=…)`."""
        return isinstance(data, str) and cls.pattern().fullmatch(data) is not None

    @classmethod
    @cache
    def pattern(cls) -> re.Pattern[str]:
        """Return the regular expression of the wire form, one named group per field."""
        parts = _FIELD.split(cls.form)  # literal text at even places, names of fields between
        for i, part in enumerate(parts):
            parts[i] = f"(?P<{part}>{_field_pattern(cls, part)})" if i % 2 else re.escape(part)
        return re.compile("".join(parts))

    def button(self, label: str, *, style: str | None = None) -> InlineKeyboardButton:
        """Return a button that sends this data.

        Args:
            style: Its colour: SAVES, DELETES, or None for the app's own.
        """
        return InlineKeyboardButton(label, callback_data=self.pack(), style=style)


def _field_pattern(kind: type[CallbackData], name: str) -> str:
    field = kind.model_fields[name]
    if isinstance(field.annotation, type) and issubclass(field.annotation, StrEnum):
        return "|".join(re.escape(member.value) for member in field.annotation)
    return next(mark.pattern for mark in field.metadata if isinstance(mark, Wire))
