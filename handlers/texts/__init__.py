"""Interface texts: one Fluent catalogue a language, one way to ask for a text."""

from functools import cache
from pathlib import Path

from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"
_FOLDER = Path(__file__).parent


class Texts:
    """The interface's words in one language.

    Args:
        language: ISO 639-1 code of a catalogue in this folder.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource((_FOLDER / f"{language}.ftl").read_text(encoding="utf-8")))

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a text with its values put in.

        Args:
            key: A message id of the catalogue.
            values: Its variables; escaped already where the message is HTML.

        Raises:
            KeyError: The catalogue lacks the key.
            ValueError: A variable is missing or of the wrong kind.
        """
        pattern = self._bundle.get_message(key).value
        assert pattern is not None, key
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{key}: {errors}")
        return str(text)

    def number(self, value: int) -> str:
        """Return a number as the language writes it."""
        return str(format_decimal(value, locale=self.language))


def languages() -> tuple[str, ...]:
    """Return the codes of all catalogues."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.ftl")))


@cache
def texts_for(language_code: str | None) -> Texts:
    """Return the catalogue for a Telegram `language_code` ("pt-br"), English when there is none."""
    language = (language_code or FALLBACK).split("-")[0].lower()
    return Texts(language if language in languages() else FALLBACK)
