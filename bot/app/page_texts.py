"""The catalogues of `handlers/texts` for pages and feeds, without Telegram's HTML."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from handlers.telegram.html import visible
from handlers.texts import LANGUAGES, Texts, texts_for
from handlers.texts.dates import day, wall_time


class PageTexts:
    """The catalogues, for pages and feeds."""

    languages = tuple(LANGUAGES)

    def __call__(self, language: str) -> "PlainTexts":
        """Return the texts in a language, or in English."""
        return PlainTexts(texts_for(language))


class PlainTexts:
    """The texts in one language without Telegram's HTML."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.language, self.rtl = texts.language, texts.rtl

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a text as plain text."""
        escaped = {name: escape(value) if isinstance(value, str) else value for name, value in values.items()}
        return visible(self._texts(key, **escaped))

    def listed(self, items: Sequence[str]) -> str:
        """Return items separated by the language's comma."""
        return self._texts.listed(items)

    def name_of(self, language: str) -> str:
        """Return the name of a language."""
        return self._texts.name_of(language)

    def day(self, at: datetime) -> str:
        """Return a date in the language's format and calendar."""
        return day(at.date(), self._texts)

    def moment(self, at: datetime) -> str:
        """Return a date with the time, which is UTC."""
        time = wall_time(60 * at.hour + at.minute, self._texts)
        return f"{self.day(at)} {time} UTC"
