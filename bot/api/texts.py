"""What the API needs of the interface texts; `bot.app` passes in the catalogues of `handlers/texts`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Texts(Protocol):
    """The interface texts in one language."""

    @property
    def language(self) -> str:
        """ISO 639-1 code."""
        ...

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        ...

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a text as plain text."""
        ...

    def listed(self, items: Sequence[str]) -> str:
        """Return items separated by the language's comma."""
        ...

    def name_of(self, language: str) -> str:
        """Return the name of a language."""
        ...

    def day(self, at: datetime) -> str:
        """Return a date in the language's format and calendar."""
        ...

    def moment(self, at: datetime) -> str:
        """Return a date with the time, which is UTC."""
        ...


class TextSource(Protocol):
    """Every language of the interface."""

    @property
    def languages(self) -> Sequence[str]:
        """ISO 639-1 codes."""
        ...

    def __call__(self, language: str) -> Texts:
        """Return the texts in a language (ISO 639-1), or in English."""
        ...


def negotiated(accept_language: str, languages: Sequence[str]) -> str:
    """Return the language that a reader prefers among those there are, English if none is.

    Args:
        accept_language: The header, such as "ar-SY,ar;q=0.9,en;q=0.8".
    """
    wanted = []
    for place, part in enumerate(accept_language.split(",")[:20]):
        tag, _, weight = part.strip().partition(";")
        code = tag.strip().split("-")[0].lower()
        if code in languages:
            wanted.append((-_weight(weight), place, code))
    return min(wanted)[2] if wanted else "en"


def _weight(text: str) -> float:
    name, _, value = text.strip().partition("=")
    try:
        return min(max(float(value), 0.0), 1.0) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
