"""Who wrote an article and when: bylines and date lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.corpus.analysis.gazetteer import canonical
from bot.corpus.analysis.outlet_names import outlet_kind_by_name
from bot.corpus.dates import find_dates
from bot.languages.phrases import any_of, pattern, words

LONGEST_LINE = 120
_NAME = r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,4}"
_NAMES_FORM = r"(?:[-|•]\s*)?{}[:\s]+"
_ALONE_FORM = r"{}\s*:?"
EMAIL = re.compile(r"\[?\(?[\w.+-]+@[\w-]+\.[\w.-]+\)?\]?")
_NAME_LINE = re.compile(rf"{_NAME}")
_TRAILING = re.compile(
    r"(?:,\s+)(?P<outlet>[^,]{2,40}?)(?:\s+(?:[Ss]taff|[Ww]riter|[Rr]eporter|[Cc]orrespondent)s?){0,2}\s*$"
)
_STAFF = re.compile(r"\s+(?:[Ss]taff|[Ww]riters?)$")


def byline_names(line: str) -> str | None:
    """Return the persons in a line such as "By Jane Doe and Richard Roe", None when it names none."""
    parts = _byline(line)
    return parts[0] if parts and not canonical(parts[0]) else None


def byline_outlet(line: str) -> str | None:
    """Return the outlet of "By AFP" or of "By Jane Doe, Associated Press", None without an outlet."""
    outlets = (canonical(_STAFF.sub("", name)) for name in _byline(line) or () if name)
    return next((outlet.name for outlet in outlets if outlet), None)


def _byline(line: str) -> tuple[str, str] | None:
    """Split a byline into its names and the outlet after them, "" without one."""
    if len(line) > LONGEST_LINE:
        return None
    date = next(find_dates(line), None)
    undated = line[: date[0]] if date else line
    trailing = _TRAILING.search(undated)
    outlet = trailing["outlet"] if trailing and _is_outlet(trailing["outlet"]) else ""
    undated = (undated[: trailing.start()] if trailing and outlet else undated).strip()
    match = _by_names(undated)
    if not match:
        return None
    rest = undated[match.end() :].strip(" .,|-–—")
    if rest and not _goes_with_date(rest):
        return None
    return _without_date_words(match["names"]), outlet


def _by_names(text: str) -> re.Match[str] | None:
    """Match "By Jane Doe and Richard Roe" at the start of a text."""
    names = rf"(?P<names>{_NAME}(?:\s*{any_of('bylines.joined_by')}\s*{_NAME})*)"
    match = pattern("bylines.by", _NAMES_FORM + names).match(text)
    if match and (canonical(match["names"]) or all(map(_is_name_word, match["names"].split()))):
        return match
    return None


def _goes_with_date(text: str) -> bool:
    """Whether a text holds only what surrounds dates: "Published on", a weekday, marks."""
    return pattern("bylines.around_dates", "{}+").fullmatch(text) is not None


def _is_outlet(name: str) -> bool:
    return canonical(name) is not None or outlet_kind_by_name(name) is not None


def _without_date_words(names: str) -> str:
    """Drop a weekday or "Published" that stood between the names and a date."""
    parts = names.strip(" ,").split()
    while len(parts) > 1 and _goes_with_date(parts[-1].strip(",")):
        parts.pop()
    return " ".join(parts).strip(" ,")


def _is_name_word(word: str) -> bool:
    return (
        word in words("bylines.name_particles")
        or word[0].lower() != word[0]
        or word[0].lower() == word[0].upper()
    )


def is_byline(line: str) -> bool:
    """Whether a line names only the writer, or the agency in the writer's place."""
    return _byline(line) is not None


def author_lines(lines: Sequence[str]) -> dict[int, str]:
    """Return {line number: names} of names alone on a line, under "Written by" or above an e-mail address."""
    authors = {}
    for number, (line, following) in enumerate(pairwise(lines)):
        if EMAIL.fullmatch(following) and _is_person(line):
            authors[number] = line
        elif is_byline_label(line) and _is_person(following):
            authors[number + 1] = following
    return authors


def is_email(line: str) -> bool:
    """Whether a line is an e-mail address and nothing else."""
    return EMAIL.fullmatch(line) is not None


def is_byline_label(line: str) -> bool:
    """Whether a line is "Written by", with the name on the next line."""
    return pattern("bylines.by_alone", _ALONE_FORM).fullmatch(line) is not None


def _is_person(line: str) -> bool:
    parts = line.split()
    return 2 <= len(parts) <= 5 and _NAME_LINE.fullmatch(line) is not None and all(map(_is_name_word, parts))


def is_date_line(line: str) -> bool:
    """Whether a line holds a full date and otherwise only words that go with dates."""
    dates = list(find_dates(line))
    if not dates or len(line) > LONGEST_LINE:
        return False
    between = [line[end:start] for (_, end, _), (start, _, _) in pairwise(dates)]
    return _goes_with_date(" ".join([line[: dates[0][0]], *between, line[dates[-1][1] :]]))
