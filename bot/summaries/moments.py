"""Ages and times that a sentence states: "Ann Lind, 34", "on Monday", "on 7 July", "at 6:40 a.m.".

Only an age next to a person's full name counts. A time counts if the sentence has no other one of its kind,
unless somebody says something then, or it is a beginning or an end ("since Monday").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import NOTHING, alternation, phrases, words
from bot.languages.scripts import has_capitals
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.query.speaking import is_title
from bot.search.words import find_words
from bot.summaries.evidence import is_reported
from bot.summaries.quantities import Quantity

AGE, DAY, DATE, TIME = "age", "day", "date", "time"
"""Kinds of claims."""
TIMES = frozenset({DAY, DATE, TIME})
_OLDEST = 115
_MOST_WORDS = 50
"""Words of a sentence that isn't a table."""
_REPORTED_BEFORE, _REPORTED_BEHIND, _OPENING, _REPORTED_AFTER_OPENING = 4, 2, 3, 10
"""Words around a time among which a reporting verb makes it the time of saying; behind one that opens its
sentence, more of them."""
_NEAREST = 2
"""Terms before a time, and behind it, that say what happened then."""
_MINUTES_OF_HALF = 12 * 60
_TWELVE_HOURS = ("en", "ar", "fa")
"""Languages in which an hour up to twelve may be in the afternoon."""
_NAME_LAST = re.compile(r"(?:[^\W\d_][\w'’-]*\s){1,4}[^\W\d_][\w'’-]*$")
_NAME_FIRST = re.compile(r"\s(?:[^\W\d_][\w'’-]*\s){1,4}[^\W\d_][\w'’-]*")
_CLOCK = re.compile(
    r"(?<![\d:.,/$€£-])(?P<hour>[0-2]?\d)(?:(?P<mark>[:.]|\s?h\s?)(?P<minute>[0-5]\d))?"
    r"(?P<half>\s?[ap](?:\.\s?m\.|m\b))?(?![\d:%]|[.,]\d)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\W{0,2}(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|MSK|AE[SD]T|JST|IST)\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """An age or a time that a sentence states.

    Args:
        kind: `AGE`, `DAY`, `DATE` or `TIME`.
        group: Whose age it is, or a term next to the time.
        noun: The person as written; "" of a time.
        quantity: In years; the weekday, 0 for Monday; 31 times the month and the day; minutes of a day.
    """

    kind: str
    group: str
    noun: str
    quantity: Quantity


def ages(masked: str, found: Sequence[Quantity], figure: str, code: str) -> Iterator[Moment]:
    """Yield the ages of persons.

    Args:
        masked: A sentence with the character `figure` in place of each of its figures, `found`.
    """
    for is_behind, form in _age_forms(code, figure):
        for match in form.finditer(masked):
            quantity = found[masked.count(figure, 0, match.start("n"))]
            near = _NAME_LAST.search(masked, 0, match.start()) if is_behind else None
            near = near if is_behind else _NAME_FIRST.match(masked, match.end())
            name = _name(near[0].split(), code, last=is_behind) if near else []
            if name and 0 < quantity.value < _OLDEST and quantity.low == quantity.high:
                yield Moment(AGE, _person(name, code), " ".join(name), quantity)


def times(text: str, code: str) -> Iterator[Moment]:
    """Yield the weekday, the date and the time of day of a sentence, once for each term next to it."""
    if not _may_have_times(code).search(text) or len(text.split()) > _MOST_WORDS:
        return
    if _any("not_yet", code).search(text):
        return
    for kind, find in ((DAY, _weekdays), (DATE, _dates), (TIME, _clock_times)):
        found = list(find(text, code))
        if len(found) != 1 or not _is_of_event(text, found[0], code):
            continue
        for term in dict.fromkeys(_terms_around(text, found[0], code)):
            yield Moment(kind, term, "", found[0])


def _name(near: Sequence[str], code: str, *, last: bool) -> list[str]:
    """Return the full name at the end of some words, or at their beginning; [] for none."""
    if not has_capitals(code):
        chosen = list(near[-2:] if last else near[:2])
        common = words("stop_words", code)
        return [] if any(word in common or is_title(word, code) for word in chosen) else chosen
    ordered = near[::-1] if last else near
    count = next((n for n, word in enumerate(ordered) if not word[0].isupper()), len(ordered))
    chosen = list(near[len(near) - count :] if last else near[:count])
    title = max((n for n, word in enumerate(chosen) if is_title(word, code)), default=-1)
    chosen = chosen[title + 1 :]
    return chosen if len(chosen) > 1 else []


def _person(name: Sequence[str], code: str) -> str:
    """Return first name and surname as terms, so that cases and middle names make no other person."""
    analyzer = analyzer_for(analyzer_language(code))
    return " ".join(analyzer.term(word) or word.lower() for word in (name[0], name[-1]))


def _weekdays(text: str, code: str) -> Iterator[Quantity]:
    for number, name in enumerate(_weekday_names(code)):
        for match in name.finditer(text):
            yield Quantity(match.start(), match.end(), number, number, number)


def _dates(text: str, code: str) -> Iterator[Quantity]:
    for match in _date_form(code).finditer(text):
        month = _month_numbers(code).get((match["month"] or match["month_first"]).lower())
        if month:
            value = 31 * month + int(match["day"] or match["day_last"])
            yield Quantity(match.start(), match.end(), value, value, value)


def _clock_times(text: str, code: str) -> Iterator[Quantity]:
    """Yield times of day, with what they may be rounded by; none with a time zone."""
    before, behind = _clock_cues(code)
    for match in _CLOCK.finditer(text):
        cue = before.search(text, 0, match.start()) or behind.match(text, match.end())
        is_clock = match["half"] or cue or match["mark"] not in (None, ".", ":")
        if not is_clock or (
            not match["minute"] and not match["half"] and not behind.match(text, match.end())
        ):
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if hour > 23 or (hour <= 12 and not match["half"] and code in _TWELVE_HOURS):
            continue
        if _ZONE.match(text, match.end()):
            continue
        value = 60 * (hour % 12 if match["half"] else hour) + minute
        value += _MINUTES_OF_HALF if (match["half"] or "").strip().lower().startswith("p") else 0
        slack = _slack(minute)
        yield Quantity(match.start(), match.end(), value, value - slack, value + slack)


def _slack(minute: int) -> int:
    """Return by how many minutes a time may be rounded."""
    return next(slack for unit, slack in ((30, 20), (10, 7), (5, 4), (1, 1)) if minute % unit == 0)


def _is_of_event(text: str, time: Quantity, code: str) -> bool:
    """Whether something happened at a time: not only said, begun or ended."""
    before, behind = text[: time.start].split(), text[time.end :].split()
    after = _REPORTED_AFTER_OPENING if len(before) < _OPENING else _REPORTED_BEHIND
    near = " ".join([*before[-_REPORTED_BEFORE:], "|", *behind[:after]])
    if is_reported(near, code) or text.rstrip("\"'”’» ").endswith(("?", "؟")):
        return False
    earlier, later = _any("not_then", code), _any("not_then_behind", code)
    return not (earlier.search(" ".join(before[-2:])) or later.match(" ".join(behind[:1])))


def _terms_around(text: str, time: Quantity, code: str) -> Iterator[str]:
    analyzer = analyzer_for(analyzer_language(code))
    for part, order in ((text[: time.start], -1), (text[time.end :], 1)):
        terms = [
            term for word in find_words(part) if (term := analyzer.term(word[0])) and not term[0].isdigit()
        ]
        yield from terms[::order][:_NEAREST]


@cache
def _age_forms(code: str, figure: str) -> tuple[tuple[bool, re.Pattern[str]], ...]:
    """Return whether an age is behind its person, and its form."""
    return tuple(
        (key == "ages_behind", re.compile(form.replace("{n}", f"(?P<n>{figure})")))
        for key in ("ages_behind", "ages_before")
        for form in phrases(f"differences.{key}", code)
    )


@cache
def _may_have_times(code: str) -> re.Pattern[str]:
    """Return what every sentence with a time has: a figure or the name of a weekday."""
    return re.compile(rf"\d|{alternation(language(code).periods.weekdays)}", re.IGNORECASE)


@cache
def _weekday_names(code: str) -> tuple[re.Pattern[str], ...]:
    names = language(code).periods.weekdays
    return tuple(re.compile(rf"(?<!\w)(?:{name})(?!\w)", re.IGNORECASE) for name in names)


@cache
def _month_numbers(code: str) -> dict[str, int]:
    return {name.lower(): number for name, number in language(code).month_numbers.items()}


@cache
def _date_form(code: str) -> re.Pattern[str]:
    """Return a pattern of a day and a month; only English may put the month first."""
    names = _month_numbers(code)
    month = alternation(re.escape(name) for name in names) if names else NOTHING
    number, suffix = (
        r"(?:[0-2]?\d|3[01])",
        rf"(?:{'|'.join(phrases('dates.day_suffixes', code)) or NOTHING})?",
    )
    between = alternation(phrases("dates.before_month", code))
    day_first = rf"(?<![\w.,-])(?P<day>{number}){suffix}\.?\s(?:{between}\s)?(?P<month>{month})(?!\w)"
    first = month if code == "en" else NOTHING
    month_first = rf"(?<!\w)(?P<month_first>{first})\s(?P<day_last>{number}){suffix}(?![\w:%])"
    return re.compile(rf"(?:{day_first}|{month_first})", re.IGNORECASE)


@cache
def _clock_cues(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = alternation(phrases("differences.clock_before", code))
    behind = alternation(phrases("differences.clock_behind", code))
    return (
        re.compile(rf"(?<!\w){before}\s$", re.IGNORECASE),
        re.compile(rf"\s?{behind}(?!\w)", re.IGNORECASE),
    )


@cache
def _any(key: str, code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(phrases(f'differences.{key}', code))}(?!\w)", re.IGNORECASE)
