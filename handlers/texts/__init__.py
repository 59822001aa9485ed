"""Interface texts: one Fluent catalogue per language, one way to get a text."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from babel import Locale
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from bot.languages.locale_data import load_locale

LANGUAGES = {
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "ru": "Русский",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "fa": "فارسی",
    "it": "Italiano",
    "pt": "Português",
    "uk": "Українська",
}
"""Codes of the catalogues with each language's own name, in the order offered."""
FALLBACK = "en"
SOLAR = frozenset({"fa"})
"""Languages that date by the Iranian solar calendar, unless a chat chose the Gregorian one."""
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
_FIRST, _END = "\u2068", "\u2069"
RTL_MARK = "\u200f"
"""Makes a line, or an isolated part of one, run from right to left."""
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_PERSIAN_SIGNS = _PERSIAN_DIGITS | str.maketrans(",.", "٬٫")
_NO_MARKS = dict.fromkeys(map(ord, _FIRST + _END))
_CODE = re.compile("<code>.*?</code>", re.DOTALL)
_FOLDER = Path(__file__).parent
_MESSAGE = re.compile(rb"[a-zA-Z][\w-]* =(?:.*\n(?![a-zA-Z]))*.*")
"""One message of a catalogue, up to the next; messages don't refer to each other."""


class Catalogue:
    """The messages of one language as its file has them."""

    def __init__(self, language: str) -> None:
        self._written = b"\n" + (_FOLDER / f"{language}.ftl").read_bytes()

    def __getitem__(self, key: str) -> str:
        """Return the message with a key.

        Raises:
            KeyError: The catalogue lacks it.
        """
        before = self._written.find(f"\n{key} =".encode())
        message = _MESSAGE.match(self._written, before + 1)
        if before < 0 or message is None:
            raise KeyError(key)
        return message[0].decode()


class Texts:
    """The interface texts in one language.

    In right-to-left languages, marks isolate the direction of every value. Without them, a Latin name among
    Arabic words, numbers and punctuation would be displayed in pieces.

    Args:
        language: ISO 639-1 code of a catalogue in this folder.
        gregorian: Whether dates are Gregorian in a language that usually has another calendar.
    """

    def __init__(self, language: str, *, gregorian: bool = False) -> None:
        self.language = language
        self.solar = language in SOLAR and not gregorian
        self.rtl = language in RIGHT_TO_LEFT
        load_locale(language)
        self._bundle = FluentBundle([language], use_isolating=self.rtl)
        self._catalogue = Catalogue(language)

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a text with its values.

        Args:
            key: A message id of the catalogue.
            values: The message's variables, already escaped if the message is HTML.

        Raises:
            KeyError: The catalogue lacks the key.
            ValueError: A variable is missing or has the wrong type.
        """
        if not self._bundle.has_message(key):
            # One by one: parsing a whole catalogue takes longer than most commands of the terminal.
            self._bundle.add_resource(FluentResource(self._catalogue[key]))
        pattern = self._bundle.get_message(key).value
        assert pattern is not None, key
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{key}: {errors}")
        written = self._in_own_digits(str(text), values) if self.language == "fa" else str(text)
        return _from_right(written) if self.rtl else written

    def listed(self, items: Sequence[str]) -> str:
        """Return items separated by the language's comma."""
        return RTL_MARK + "، ".join(items) if self.rtl else ", ".join(items)

    def decimal(self, value: float) -> str:
        """Return a number with one decimal in the language's format: 0.2 or 0,2."""
        written = str(format_decimal(value, format="#,##0.0", locale=self.language))
        return written.translate(_PERSIAN_SIGNS) if self.language == "fa" else written

    def name_of(self, language: str) -> str:
        """Return the name of a language (ISO 639-1) in this one, or its code if unknown."""
        return str(Locale.parse(self.language).languages.get(language, language))

    def number(self, value: int) -> str:
        """Return a number in the language's format."""
        written = str(format_decimal(value, locale=self.language))
        return written.translate(_PERSIAN_SIGNS) if self.language == "fa" else written

    def digits(self, written: str) -> str:
        """Return a time, or the number of a line, in the language's digits."""
        return written.translate(_PERSIAN_DIGITS) if self.language == "fa" else written

    def _in_own_digits(self, text: str, values: dict[str, str | int]) -> str:
        """Return a text whose numbers, which Fluent writes in European digits, are in the language's."""
        for value in values.values():
            if not isinstance(value, str):
                latin = f"{_FIRST}{format_decimal(value, locale=self.language)}{_END}"
                text = text.replace(latin, f"{_FIRST}{self.number(value)}{_END}")
        return text


def _from_right(text: str) -> str:
    """Isolate every piece of code in a text, and let every line of several begin on the right.

    Code is copied with a tap, so that it has no marks inside.
    """
    text = _CODE.sub(lambda code: f"{_FIRST}{code[0].translate(_NO_MARKS)}{_END}", text)
    if "\n" not in text:
        return text
    return "\n".join(f"{RTL_MARK}{line}" if line else "" for line in text.split("\n"))


@cache
def texts_for(language_code: str | None, *, gregorian: bool = False) -> Texts:
    """Return the catalogue for a Telegram `language_code` ("pt-br"), or English.

    Args:
        gregorian: As in `Texts`.
    """
    language = (language_code or FALLBACK).split("-")[0].lower()
    return Texts(language if language in LANGUAGES else FALLBACK, gregorian=gregorian)
