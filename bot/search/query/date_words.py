"""The words for periods in each language, compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from bot.languages.language import Language, languages
from bot.languages.months import any_month
from bot.languages.phrases import alternation
from bot.languages.sections import Words

KINDS = ("between", "past", "since", "after", "within", "before", "until")
"""Of two periods in the same words the earlier kind wins."""
UNIT_HOURS = (1, 24, 168, 730, 8_766)
"""An hour, a day, a week, a month, a year."""
YEAR = r"(?:19|20)\d\d"
ISO = r"\d{4}-\d{1,2}(?:-\d{1,2})?"
_PLACE = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class DateWords:
    """One language's words for periods.

    Args:
        language: Has months and periods.
        parts: The pattern for each `{place}` of a form.
    """

    language: Language
    parts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        periods, months = self.language.periods, self.language.month_numbers
        units, days = alternation(periods.units), alternation(periods.weekdays)
        numbers = (word for words in periods.numbers for word in words)
        self.parts.update({"unit": units, "day": days, "one": alternation([units, days]), "year": YEAR})
        self.parts["count"] = alternation([r"\d{1,4}", *numbers])
        self.parts["month"] = alternation(map(re.escape, months))
        self.parts["date"] = alternation([ISO, *map(self.plain, [*periods.date, "{month},? {year}"])])
        relative = map(self.plain, (*periods.last, *periods.this, *periods.ago))
        self.parts["relative"] = alternation([*periods.relative_days, *relative])
        self.parts["clear"] = alternation([self.parts["relative"], self.parts["date"]])
        bare = (re.escape(name) for name in months if name not in periods.only_with_year)
        self.parts["when"] = alternation([self.parts["clear"], alternation(bare), YEAR, days])

    def plain(self, form: str) -> str:
        """Return a form as a pattern without groups."""
        return _PLACE.sub(lambda place: self.parts[place[1]], form.replace(" ", r"\s+"))

    def compile(self, form: str) -> re.Pattern[str]:
        """Return a form compiled, with a group for each place, in order."""
        filled = _PLACE.sub(lambda place: f"({self.parts[place[1]]})", form.replace(" ", r"\s+"))
        return re.compile(rf"(?<!\w)(?:{filled})(?!\w)", re.IGNORECASE)

    def compiled(self, kind: str) -> list[re.Pattern[str]]:
        """Return the forms of one kind ("since"), compiled."""
        forms: Words = getattr(self.language.periods, kind)
        return [self.compile(form) for form in forms]


@cache
def all_date_words() -> tuple[DateWords, ...]:
    """Return the words of every language that has months and periods."""
    return tuple(DateWords(known) for known in languages() if known.months and known.periods.units)


@cache
def period_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return every form of a period as (kind, pattern). Compiling them at the first call takes a while."""
    dates = [words.plain(form) for words in all_date_words() for form in words.language.periods.date]
    alone = rf"(?<!\w)({alternation([ISO, *dates])}|{any_month()},?\s+{YEAR})(?!\w)"
    relative = [("within", words.compile("{relative}")) for words in all_date_words()]
    forms = [(kind, form) for kind in KINDS for words in all_date_words() for form in words.compiled(kind)]
    return (*relative, ("within", re.compile(alone, re.IGNORECASE)), *forms)


@cache
def period_hint() -> re.Pattern[str]:
    """Return a pattern that every text with a period contains, and few others."""
    names = [words.parts[part] for words in all_date_words() for part in ("unit", "day", "month")]
    names += [day for words in all_date_words() for day in words.language.periods.relative_days]
    return re.compile(rf"(?<!\w)(?:ال)?{alternation(names)}|(?<!\d)\d{{4}}(?!\d)", re.IGNORECASE)


@cache
def number_words() -> Mapping[str, int]:
    """Return 1 to 10 by their words, in all languages."""
    return {
        word: number
        for date_words in all_date_words()
        for number, words in enumerate(date_words.language.periods.numbers, 1)
        for word in words
    }
