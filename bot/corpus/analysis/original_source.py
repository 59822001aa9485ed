"""The original source: whom a republished article is credited to."""

import re
from datetime import datetime

from bot.corpus.analysis.gazetteer import canonical, canonical_in_any_case, find_outlets
from bot.corpus.dates import find_dates
from bot.languages.phrases import pattern

LONGEST_CREDIT = 120
DATED = 320
"""Characters of a body in which a credit with a date may stand."""
TAIL = 160
"""Characters at the end of a body in which a credit may stand."""
LONG_TAIL = 320
"""The same for a credit that names an agency's writers."""
_LABELLED_FORM = r"\(?\s*{}(?:\s*[:：]\s*|\s+(?=[A-Z]))(?P<names>[^():]{2,100}?)\)?\s*\.?"
_GENERIC_FORM = r"\(?\s*{}\s*[:：]\s*(?P<names>[^():]{2,60}?)\)?\s*\.?"
_INLINE_FORM = r"(?:^|[.\"”)!?]\s+|\()\b{}\s*:?\s+(?=[^\W\d_])"
_JOIN_FORM = r"\s*(?:[;/+،|]|{}|\s[-–—]\s)\s*"
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|[Cc]opyright)?\s*(?:\d{4})?\s*(?:by\s+)?")
_INITIALS = re.compile(r"[a-zäöüß]{1,4}")
"""Writers sign with them next to an agency."""
_THE = re.compile(r"\bthe\b\s*", re.IGNORECASE)
_WITH = re.compile(
    r"[\s(–—-]*(?:[Ww]ith|[Aa]dditional reporting (?:by|from)|[Mm]it|[Cc]on|[Aa]vec)"
    r"(?: (?:assistance|inputs?|files|reporting|information|reports|[Mm]aterial|información|contributions?)"
    r"(?: (?:from|by|von|de))?)?\s+(?P<names>[^()]{2,60}?)\)?\s*\.?"
)
_TAIL_WITH = re.compile(r"\(\s*[Ww]ith\s+(?P<names>[^()]{2,60}?)\)")
_TAIL_DASH = re.compile(r"(?:^|[\s.\"”»?!)])(?:--?|[–—])\s?(?P<names>[^\W\d_][\w./ -]{1,40}?)\.?\s*$")
_TAIL_BRACKET = re.compile(r"[.\"”»?!]\s*\((?P<names>[^()]{2,40})\)\s*\.?\s*$")
_TAIL_NAME = re.compile(r"[.\"”»?!]\s+(?P<names>REUTERS?|Reuters?|AFP|AP|DPA|dpa|EFE)\s*$")
_READ_AT = re.compile(
    r"(?:[Rr]ead|[Ss]ee) (?:the )?(?:rest|full|whole|original|more|entire)(?: of)?(?: the)?"
    r"(?: (?:story|article|report|post|piece))?"
    r"(?: here)? (?:at|on|in|from) (?:the )?(?P<names>[^.]{2,40})\.?"
)
_CONTRIBUTED = re.compile(r"(?P<names>[^.]{2,60}?) contributed to this (?:report|story|article)\.?")
_STAFF_CONTRIBUTED = re.compile(
    r"(?:^|[.\"”»?!)]\s+)\(?(?:The )?(?P<names>[A-Z][^.,()]{1,40}?)(?:['’]s)? (?:[a-z]+ )?"
    r"(?:[Ww]riter|[Rr]eporter|[Jj]ournalist|[Cc]orrespondent|[Ss]taff|[Pp]hotographer)(?:s|ers)? "
    r"[^()]{3,220}? contributed(?: (?:reporting|to this (?:report|story|article)))?\.?\)?\s*$"
)
"""`Associated Press writers A in B and C in D contributed to this report.`"""
_ORIGINALLY = re.compile(
    r"(?:This (?:article|story|report|piece|post) )?(?:was |has been )?(?:first|originally) "
    r"(?:published|appeared)"
    r"(?: \w+)? (?:by|in|on|at) (?:the )?(?P<names>[^.,]{2,40})[.,]?.{0,40}"
)
_BEFORE_DATE = re.compile(r"\b(?P<names>[^\W\d_][\w.]*)\s+(?:\w+day,?\s+)?$")
_SENTENCE_START = re.compile(r"\s+[A-ZÀ-ÞĞİŞ]")
_WHOLE_LINES = (_WITH, _READ_AT, _CONTRIBUTED, _ORIGINALLY)


def credit_names(line: str) -> tuple[str, ...]:
    """Return the outlets a credit line ("Source: The New Arab.") names, as written; () for other lines."""
    line = line.strip(" |*•")
    if len(line) > LONGEST_CREDIT:
        return ()
    labelled = pattern("credits.label", _LABELLED_FORM).fullmatch(line)
    if labelled:
        return split_names(labelled["names"])
    for form in _WHOLE_LINES:
        match = form.fullmatch(line)
        if match and (names := known_outlets(match["names"])):
            return names
    return lone_agencies(line)


def lone_agencies(line: str) -> tuple[str, ...]:
    """Return the agencies of a line of outlets' names and initials ("AFP", "© 2012 APA/AP", "kl/dpa").

    Without an agency, several outlets count ("The Portmere Echo / The Tarnholm Post").
    """
    bare = _COPYRIGHT.sub("", line.strip("-–—() .")).strip("-–—() .")
    parts = [part for part in _split(bare) if part and not _is_nobody(part)]
    several = len(parts) > 1
    found = [(part, (canonical_in_any_case if several else canonical)(part)) for part in parts]
    outlets = [outlet for part, outlet in found if outlet or not (several and _INITIALS.fullmatch(part))]
    named = [outlet for outlet in outlets if outlet]
    if len(named) < len(outlets):
        return ()
    agencies = [outlet.name for outlet in named if outlet.kind == "agency"]
    return tuple(agencies or ([outlet.name for outlet in named] if len(named) > 1 else []))


def is_credit_line(line: str) -> bool:
    """Whether a line credits the whole article to somebody."""
    return len(line) <= LONGEST_CREDIT and (bool(credit_names(line)) or _is_generic_credit(line))


def _is_generic_credit(line: str) -> bool:
    """`Source: agencies` names nobody but is a credit line."""
    match = pattern("credits.label", _GENERIC_FORM).fullmatch(line)
    return match is not None and _is_nobody(match["names"].strip())


def _is_nobody(name: str) -> bool:
    return pattern("credits.nobody").fullmatch(name) is not None


def split_names(names: str) -> tuple[str, ...]:
    """Return names joined by "and", commas or slashes; "agencies" is no name."""
    whole = names.strip(" .")
    parts = [whole] if canonical(whole) else [part.strip(" .*\"'“”") for part in _split(whole)]
    return tuple(part for part in parts if part and not _is_nobody(part))


def _split(names: str) -> list[str]:
    return pattern("bylines.joined_by", _JOIN_FORM).split(names)


def known_outlets(names: str) -> tuple[str, ...]:
    """Return joined names if the gazetteer has all of them, else ()."""
    outlets = [canonical(part) for part in split_names(_THE.sub("", names))]
    return tuple(outlet.name for outlet in outlets if outlet) if all(outlets) else ()


def tail_credit(paragraph: str) -> tuple[tuple[str, ...], str]:
    """Return (names, evidence) of a credit at the end of the body; ((), "") without one."""
    end = paragraph[-TAIL:]
    for form in (_TAIL_WITH, _TAIL_DASH, _TAIL_BRACKET, _TAIL_NAME):
        match = form.search(end)
        if match and (names := known_outlets(match["names"])):
            return names, match.group().strip()
    if "contributed" in end:
        match = _STAFF_CONTRIBUTED.search(paragraph[-LONG_TAIL:])
        if match and (names := known_outlets(match["names"])):
            return names, match.group().strip(' ."”')
    return _labelled_in(paragraph)


def dated_credit(paragraph: str) -> tuple[str, int, datetime] | None:
    """Return (agency, where the sentences begin, date) of "... AFP Tuesday 6 Aug 2013 A bomb ...".

    Pages saved without line breaks run the credit, the date and the first sentence together.
    """
    for start, end, date in find_dates(paragraph[:DATED]):
        credit = _BEFORE_DATE.search(paragraph, 0, start)
        outlet = canonical(credit["names"]) if credit else None
        if outlet and outlet.kind == "agency" and _SENTENCE_START.match(paragraph, end):
            return outlet.name, end, date
    return None


def _labelled_in(paragraph: str) -> tuple[tuple[str, ...], str]:
    """`Source AA` run into the text, on pages saved without line breaks."""
    for match in pattern("credits.label", _INLINE_FORM).finditer(paragraph):
        mentions = find_outlets(paragraph[match.end() : match.end() + 60])
        if mentions and mentions[0].start <= 4:
            return (mentions[0].name,), paragraph[match.start() : match.end() + mentions[0].end].strip(' ."”')
    return (), ""


def canonical_name(name: str) -> str:
    """Return a name as the gazetteer has it, as written if it is unknown."""
    outlet = canonical(name)
    if outlet:
        return outlet.name
    mentions = [mention for mention in find_outlets(name) if not mention.weak]
    return mentions[0].name if len(mentions) == 1 and mentions[0].start == 0 else name
