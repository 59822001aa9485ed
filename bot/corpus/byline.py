"""Who wrote it, from where: bylines, datelines and date lines."""

import re
from itertools import pairwise

from bot.corpus.dates import find_dates
from bot.corpus.phrases import any_of, pattern, words

_NAME = r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,5}"
LONGEST_LINE = 120


def byline_names(line: str) -> str | None:
    """Return the names in a line such as "By Jane Doe and Richard Roe", or None when it is none."""
    if len(line) > LONGEST_LINE:
        return None
    names = rf"(?P<names>{_NAME}(?:\s*{any_of('byline', 'and')}\s*{_NAME})*)"
    match = pattern("byline", "by", rf"(?:-\s*)?{{}}[:\s]+{names}").match(line)
    if not match or not all(map(_is_name_word, match["names"].split())):
        return None
    rest = line[match.end() :]
    return match["names"].strip(" ,") if not rest.strip(" .,|-") or is_date_line(rest) else None


def _is_name_word(word: str) -> bool:
    return (
        word in words("byline", "small_words")
        or word[0].lower() != word[0]
        or word[0].lower() == word[0].upper()
    )


def is_byline(line: str) -> bool:
    """Whether `line` names the writer and nothing else."""
    return byline_names(line) is not None


def is_date_line(line: str) -> bool:
    """Whether `line` holds a full date and beside it only words that go with dates."""
    dates = list(find_dates(line))
    if not dates or len(line) > LONGEST_LINE:
        return False
    between = [line[one[1] : other[0]] for one, other in pairwise(dates)]
    rest = " ".join([line[: dates[0][0]], *between, line[dates[-1][1] :]])
    return pattern("byline", "around_dates", "{}+").fullmatch(rest) is not None


_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+)*(?:,\s+[A-Z][\w.]+(?: [A-Z][\w.]+)?)?)"
    r"(?:,\s+[A-Z][a-z]{2,8}\.? \d{1,2})?(?:\s*\((?P<agency>[^()]{2,40})\))?\s*(?:[-–—]+)\s"
)


def dateline(paragraph: str) -> tuple[str, str] | None:
    """Return (place, agency or "") of a paragraph opening such as "ANKARA (AP) —", or None."""
    match = _DATELINE.match(paragraph)
    return (match["place"], match["agency"] or "") if match else None
