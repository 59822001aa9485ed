"""The words of periods in each language, from `periods.toml`, as patterns."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bot.corpus.dates import MONTHS, MONTHS_OF

DATA = Path(__file__).with_name("periods.toml")
KINDS = ("range", "past", "since", "after", "in", "before", "until")
"""Of two periods that are the same words the earlier kind holds."""
UNIT_HOURS = (1, 24, 168, 730, 8_766)
"""An hour, a day, a week, a month, a year."""
YEAR = r"(?:19|20)\d\d"
ISO = r"\d{4}-\d{1,2}(?:-\d{1,2})?"
_PLACE = re.compile(r"\{([a-z]+)\}")


@dataclass(slots=True)
class DateWords:
    """One language's words.

    Args:
        forms: The table of the language in `periods.toml`.
        parts: What stands for each `{place}` of a form.
    """

    language: str
    forms: Mapping[str, Any]
    parts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        forms, months = self.forms, MONTHS_OF[self.language]
        units, days = _any(forms["units"]), _any(forms["weekdays"])
        bare = [name for name in months if name not in forms.get("not_bare", ())]
        self.parts |= {"unit": units, "day": days, "one": _any([units, days]), "year": YEAR}
        self.parts["count"] = _any(
            [r"\d{1,4}", *(word for each in forms["numbers"] for word in each.split())]
        )
        self.parts["month"] = _any(map(re.escape, months))
        dated = [*forms.get("date", ()), "{month},? {year}"]
        self.parts["date"] = _any([ISO, *map(self.plain, dated)])
        said = [
            *forms["alone"],
            *(self.plain(each) for kind in ("last", "this", "ago") for each in forms[kind]),
        ]
        self.parts["said"] = _any(said)
        self.parts["clear"] = _any([self.parts["said"], self.parts["date"]])
        self.parts["when"] = _any([self.parts["clear"], _any(map(re.escape, bare)), YEAR, days])

    def plain(self, form: str) -> str:
        """Return a form as a pattern without groups."""
        return _PLACE.sub(lambda place: self.parts[place[1]], form.replace(" ", r"\s+"))

    def read(self, form: str) -> re.Pattern[str]:
        """Return a form compiled, each of its places a group, in their order."""
        filled = _PLACE.sub(lambda place: f"({self.parts[place[1]]})", form.replace(" ", r"\s+"))
        return re.compile(rf"(?<!\w)(?:{filled})(?!\w)", re.IGNORECASE)

    def compiled(self, kind: str) -> list[re.Pattern[str]]:
        """Return the forms of one kind, compiled."""
        return [self.read(each) for each in self.forms.get(kind, ())]


def _any(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(patterns, key=len, reverse=True))})"


@cache
def all_date_words() -> tuple[DateWords, ...]:
    """Return every language."""
    with DATA.open("rb") as file:
        return tuple(DateWords(language, forms) for language, forms in tomllib.load(file).items())


@cache
def period_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every form of a period, by kind; compiled when first asked for, as that takes a while."""
    dates = _any(
        [ISO, *(each.plain(form) for each in all_date_words() for form in each.forms.get("date", ()))]
    )
    months = _any(map(re.escape, MONTHS))
    alone = re.compile(rf"(?<!\w)({dates}|{months},?\s+{YEAR})(?!\w)", re.IGNORECASE)
    said = [("in", each.read("{said}")) for each in all_date_words()]
    forms = [(kind, form) for kind in KINDS for each in all_date_words() for form in each.compiled(kind)]
    return (*said, ("in", alone), *forms)


@cache
def period_hint() -> re.Pattern[str]:
    """A pattern that is found in every text that says a period, and in few others."""
    names = [each.parts[part] for each in all_date_words() for part in ("unit", "day", "month")]
    names += [word for each in all_date_words() for word in each.forms["alone"]]
    return re.compile(rf"(?<!\w)(?:ال)?{_any(names)}|(?<!\d)\d{{4}}(?!\d)", re.IGNORECASE)


@cache
def number_words() -> Mapping[str, int]:
    """Return the numbers from 1 to 10 by their words, in all languages."""
    return {
        word: number
        for each in all_date_words()
        for number, words in enumerate(each.forms["numbers"], 1)
        for word in words.split()
    }
