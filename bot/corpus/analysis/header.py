"""Lines above an article that hold names, outlets, places and dates side by side.

"Ada Reyes | Portmere | 08/01/2026", "By Ada Reyes and Tom Lind / The Portmere Echo", "Updated 3 May 2026".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.corpus.analysis.byline import EMAIL
from bot.corpus.analysis.gazetteer import Outlet, OutletMention, canonical, find_outlets
from bot.corpus.analysis.header_dates import HOLE, without_dates
from bot.corpus.analysis.outlet_names import outlet_kind_by_name
from bot.languages.phrases import any_of, pattern, words

LONGEST_LINE = 150
LINES = 14
"""Lines at the start of a page that may be its header."""
_MOST_AUTHORS, _MOST_WORDS, _LONGEST_PLACE = 5, 4, 3
_PROSE = 90
"""Characters from which a line is text."""
_LONGEST_AGE = 40
_PARTS = re.compile(rf"[{HOLE}|•·\n»]+|\s+[-–—]\s+|\s*/\s*|(?<=\w)[-–—](?={HOLE})")
_AROUND = " .,:;-–—()[]…"
_INITIAL = re.compile(r"[^\W\d_]\.")
_YEAR = re.compile(r"\d{4}")
_PLACE_BEFORE_DATE = re.compile(r"([A-ZÀ-ÞĞİŞ][\w.’-]+(?: [A-ZÀ-ÞĞİŞ][\w.’-]+){0,2})(?: [-–—]|,)")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|[a-z]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """What a line of a header states.

    Args:
        authors: Persons, as written.
        outlets: Outlets, as the gazetteer has them.
        place: A place next to a person and a date, or None.
        dated: Whether the line holds a date.
        signed: Whether words such as "By" introduce the names.
        line: The line.
    """

    authors: tuple[str, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    place: str | None = None
    dated: bool = False
    signed: bool = False
    line: str = ""


@dataclass(slots=True)
class _Reading:
    """What has been read of a line so far."""

    authors: list[str] = field(default_factory=list)
    outlets: list[Outlet] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    signed: bool = False


def read_header_line(line: str) -> HeaderLine | None:
    """Return what a line states, None unless it holds nothing but what headers hold."""
    if len(line) > LONGEST_LINE or not _may_be_header(line):
        return None
    undated = without_dates(EMAIL.sub(" ", line) if "@" in line else line)
    dated = HOLE in undated
    reading = _Reading()
    for part in filter(None, (part.strip(_AROUND) for part in _PARTS.split(undated))):
        if not _read_part(part, reading, dated):
            return None
    if not (dated or reading.signed or (reading.authors and reading.outlets)):
        return None
    place = reading.places[0] if reading.places and dated and reading.authors else None
    if reading.places and not place:
        return None
    return HeaderLine(tuple(reading.authors), tuple(reading.outlets), place, dated, reading.signed, line)


def _may_be_header(line: str) -> bool:
    """Whether a line has what every header line has; most lines don't, and cost nothing more."""
    return bool(_YEAR.search(line) or _PARTS.search(line) or _by().match(line.lstrip(_AROUND)))


def header_lines(lines: Sequence[str]) -> dict[int, HeaderLine]:
    """Return {line number: what it states} of a page's first lines.

    A bare name counts next to a date, a bare place below a date and above the text.
    """
    first = lines[:LINES]
    found = {
        number: read for number, line in enumerate(first) if (read := read_header_line(line) or _age(line))
    }
    dated = {number for number, read in found.items() if read.dated and not read.authors}
    for number, line in enumerate(first[:-1]):
        if number + 1 in dated and (place := _PLACE_BEFORE_DATE.fullmatch(line)):
            found[number] = HeaderLine(place=place[1], dated=True, line=line)
            dated.add(number)
    signed = any(read.signed and read.authors for read in found.values())
    for number, line in enumerate(first):
        if (
            not signed
            and number not in found
            and not line.isupper()  # a masthead
            and not dated.isdisjoint((number - 1, number + 1))
            and (names := persons(line))
        ):
            found[number] = HeaderLine(names, signed=True, line=line)
    for number in range(1, len(first) - 1):
        above = found.get(number - 1)
        if number not in found and above and above.dated and _is_place(first[number], lines[number + 1]):
            found[number] = HeaderLine(place=first[number], line=first[number])
    return _without_photographers(found)


def _without_photographers(found: dict[int, HeaderLine]) -> dict[int, HeaderLine]:
    """Drop what "Ada Reyes/Reuters" states where another line is signed: whose picture it is."""
    if not any(read.signed and read.authors for read in found.values()):
        return found
    return {
        number: HeaderLine(line=read.line)
        if read.authors and read.outlets and not (read.signed or read.dated)
        else read
        for number, read in found.items()
    }


def _is_place(line: str, below: str) -> bool:
    """Whether a line may be the place an article is dated from, alone above its text."""
    parts = line.split()
    named = 0 < len(parts) < _LONGEST_PLACE and all(map(_is_capital, parts)) and not line.isupper()
    known = any(part.casefold() in _never_names() for part in parts) or _outlet(line) is not None
    return named and not known and len(below) >= _PROSE and len(line) > len("Oslo") - 1


def persons(line: str) -> tuple[str, ...]:
    """Return the persons of a line that holds nothing but their names and roles, () for another line."""
    if line.rstrip().endswith((":", "?", "!")) or any(map(str.isdigit, line)):
        return ()
    names = [_without_role(name) for name in _joined().split(line.strip(_AROUND))]
    names = [name.strip(_AROUND) for name in names if name.strip(_AROUND) and not _is_role(name)]
    return tuple(names) if names and len(names) <= _MOST_AUTHORS and all(map(_is_person, names)) else ()


def signature(line: str) -> tuple[str, ...]:
    """Return who signs an article below its text: persons with their role, or one person's two names."""
    names = persons(line)
    with_role = _without_role(line.strip(_AROUND)) != line.strip(_AROUND)
    return names if with_role or (len(names) == 1 and len(names[0].split()) == 2) else ()


def _read_part(part: str, reading: _Reading, dated: bool) -> bool:
    """Add what a part of a line states; whether it is something that headers hold."""
    if pattern("bylines.around_dates", "(?:{}+)").fullmatch(part):
        return True
    by = _by().match(part)
    names = part[by.end() :].strip(_AROUND) if by else part
    reading.signed |= by is not None
    known = [_outlet(name.strip(_AROUND)) for name in _joined().split(names)]
    if all(known):
        reading.outlets += [outlet for outlet in known if outlet]
        return True
    people = persons(names)
    if people and not reading.authors:
        reading.authors += people
        return True
    agency = _trailing_agency(names) if by else None
    if agency and (people := persons(names[: agency.start].removesuffix("The ").removesuffix("the "))):
        reading.authors += people
        reading.outlets += filter(None, [canonical(agency.name)])
        return True
    if by and _persons_and_outlets(names, reading):
        return True
    if dated and names[0].isupper() and len(names.split()) <= _LONGEST_PLACE and not by:
        reading.places.append(names)
        return bool(reading.authors)
    return False


def _trailing_agency(names: str) -> OutletMention | None:
    """Return the agency that ends a byline: "Ada Reyes and Tom Lind The Kestrel Wire"."""
    last = find_outlets(names)[-1:]
    return next(
        (m for m in last if m.kind == "agency" and not m.weak and m.start > 0 and m.end == len(names)), None
    )


def _persons_and_outlets(names: str, reading: _Reading) -> bool:
    """Read "Ada Reyes, Kestrel Wire": every name is a person's or an outlet's."""
    for name in filter(None, (name.strip(_AROUND) for name in _joined().split(names))):
        outlet = _outlet(name)
        if outlet:
            reading.outlets.append(outlet)
        elif people := persons(name):
            reading.authors += people
        else:
            return False
    return True


def _outlet(name: str) -> Outlet | None:
    name = _without_role(name).strip(_AROUND)
    known = canonical(name) or canonical(name.removeprefix("www."))
    kind = outlet_kind_by_name(name)
    if known or not (kind or _DOMAIN.fullmatch(name)):
        return known
    return Outlet(name, kind or "online")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('bylines.by')}(?:\s*:\s*|\s+)(?=\w)", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of('bylines.joined_by')}|[;+/])\s*", re.IGNORECASE)


def _without_role(name: str) -> str:
    """Drop "Staff Writer", "Redakteur" before or after a name."""
    roles = any_of("bylines.roles")
    return re.sub(rf"^(?:{roles}\W+)+(?=\w)|(?:[\s,]+{roles}\b)+\W*$", "", name, flags=re.IGNORECASE)


def _is_role(name: str) -> bool:
    return pattern("bylines.roles").fullmatch(name.strip(_AROUND)) is not None


def _is_person(name: str) -> bool:
    parts = name.split()
    particles = words("bylines.name_particles")
    if not 2 <= len([part for part in parts if part not in particles]) <= _MOST_WORDS:
        return False
    if _outlet(name) or canonical(parts[-1]) or any(map(_is_heading_word, parts)):
        return False
    return all(part in particles or _is_capital(part) for part in parts)


def _is_heading_word(word: str) -> bool:
    return not _INITIAL.fullmatch(word) and word.casefold().strip(".") in _never_names()


def _is_capital(word: str) -> bool:
    return word[0].isupper() and all(letter.isalpha() or letter in ".'’-" for letter in word)


@cache
def _never_names() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("bylines.never_names"))


def _age(line: str) -> HeaderLine | None:
    """Return a line that holds only words that go with dates ("2 hours ago"), None for another line."""
    form = pattern("bylines.around_dates", "{}+")
    is_age = len(line) < _LONGEST_AGE and sum(map(str.isalpha, line)) > 2 and form.fullmatch(line) is not None
    return HeaderLine(dated=True, line=line) if is_age else None


def all_authors(lines: Iterable[HeaderLine]) -> str:
    """Return the persons of header lines: as written where one line names all, else joined by commas."""
    naming = [stated for stated in lines if stated.authors]
    if len(naming) == 1:
        (stated,) = naming
        begin, last = stated.line.find(stated.authors[0]), stated.line.rfind(stated.authors[-1])
        written = stated.line[begin : last + len(stated.authors[-1])]
        if "(" not in written and tuple(_joined().split(written)) == stated.authors:
            return written
    return ", ".join(dict.fromkeys(name for stated in naming for name in stated.authors))
