"""Who wrote it and when: bylines and date lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.corpus.analysis.gazetteer import canonical
from bot.corpus.analysis.outlet_names import outlet_kind_by_name
from bot.corpus.dates import find_dates
from bot.languages.phrases import any_of, pattern, words

LONGEST_LINE = 120
_NAME = r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,4}"
_EMAIL = re.compile(r"\[?\(?[\w.+-]+@[\w-]+\.[\w.-]+\)?\]?")
_NAME_LINE = re.compile(rf"{_NAME}")
_TRAILING = re.compile(
    r"(?:,\s+)(?P<outlet>[^,]{2,40}?)(?:\s+(?:[Ss]taff|[Ww]riter|[Rr]eporter|[Cc]orrespondent)s?){0,2}\s*$"
)


def byline_names(line: str) -> str | None:
    """Return the persons in a line such as "By Jane Doe and Richard Roe", or None when it names none."""
    found = _byline(line)
    if found is None or canonical(found[0]):
        return None
    return found[0]


def byline_outlet(line: str) -> str | None:
    """Return the outlet of "By AFP" or of "By Jane Doe, Associated Press", or None."""
    found = _byline(line)
    if found is None:
        return None
    for name in found:
        outlet = canonical(re.sub(r"\s+(?:[Ss]taff|[Ww]riters?)$", "", name)) if name else None
        if outlet:
            return outlet.name
    return None


def _byline(line: str) -> tuple[str, str] | None:
    """Split a byline into (names, what follows a comma)."""
    if len(line) > LONGEST_LINE:
        return None
    date = next(find_dates(line), None)
    named = line[: date[0]] if date else line
    trailing = _TRAILING.search(named)
    outlet = trailing["outlet"] if trailing and _is_outlet(trailing["outlet"]) else ""
    if trailing and outlet:
        named = named[: trailing.start()]
    names = rf"(?P<names>{_NAME}(?:\s*{any_of('byline', 'and')}\s*{_NAME})*)"
    match = pattern("byline", "by", rf"(?:[-|•]\s*)?{{}}[:\s]+{names}").match(named.strip())
    if not match:
        return None
    if not canonical(match["names"]) and not all(map(_is_name_word, match["names"].split())):
        return None
    rest = named.strip()[match.end() :].strip(" .,|-–—")
    if rest and not pattern("byline", "around_dates", "{}+").fullmatch(rest):
        return None
    return _without_date_words(match["names"]), outlet


def _is_outlet(name: str) -> bool:
    return canonical(name) is not None or outlet_kind_by_name(name) is not None


def _without_date_words(names: str) -> str:
    """Drop a weekday or "Published" that runs into the name when the date after it was cut off."""
    parts = names.strip(" ,").split()
    while len(parts) > 1 and pattern("byline", "around_dates", "{}+").fullmatch(parts[-1].strip(",")):
        parts.pop()
    return " ".join(parts).strip(" ,")


def _is_name_word(word: str) -> bool:
    return (
        word in words("byline", "small_words")
        or word[0].lower() != word[0]
        or word[0].lower() == word[0].upper()
    )


def is_byline(line: str) -> bool:
    """Whether `line` names the writer, or the agency in the writer's place, and nothing else."""
    return _byline(line) is not None


def author_lines(lines: Sequence[str]) -> dict[int, str]:
    """Return {line number: names} of names alone on a line, under "Written by" or above an e-mail address."""
    found = {}
    for number, (line, following) in enumerate(pairwise(lines)):
        if _EMAIL.fullmatch(following) and _is_person(line):
            found[number] = line
        elif pattern("byline", "by_alone", r"{}\s*:?").fullmatch(line) and _is_person(following):
            found[number + 1] = following
    return found


def is_email(line: str) -> bool:
    """Whether `line` is an e-mail address and nothing else."""
    return _EMAIL.fullmatch(line) is not None


def is_byline_label(line: str) -> bool:
    """Whether `line` is "Written by" with the name on the next line."""
    return pattern("byline", "by_alone", r"{}\s*:?").fullmatch(line) is not None


def _is_person(line: str) -> bool:
    parts = line.split()
    return 2 <= len(parts) <= 5 and _NAME_LINE.fullmatch(line) is not None and all(map(_is_name_word, parts))


def is_date_line(line: str) -> bool:
    """Whether `line` holds a full date and beside it only words that go with dates."""
    dates = list(find_dates(line))
    if not dates or len(line) > LONGEST_LINE:
        return False
    between = [line[one[1] : other[0]] for one, other in pairwise(dates)]
    rest = " ".join([line[: dates[0][0]], *between, line[dates[-1][1] :]])
    return pattern("byline", "around_dates", "{}+").fullmatch(rest) is not None


def leading_date(paragraph: str) -> int:
    """Return how many characters of `paragraph` are a date before the first sentence, 0 when there is none.

    "Published August 3 2015 People inspect ...": words of dates, a full date, then a capital.
    """
    for start, end, _ in find_dates(paragraph[:LONGEST_LINE]):
        before = paragraph[:start]
        follows = re.match(r"(?:\s*at \d{3,4}\b)?\s*(?:[-–—|:,]\s*)?(?=[^\W\d_])", paragraph[end:])
        if (
            follows
            and (not before.strip() or pattern("byline", "around_dates", "{}+").fullmatch(before))
            and paragraph[end + follows.end()].lower() != paragraph[end + follows.end()]
        ):
            return end + follows.end()
        return 0
    return 0
