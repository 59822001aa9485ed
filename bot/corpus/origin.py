"""Original source: whom a republished article is credited to."""

import re

from bot.corpus.gazetteer import canonical, find_outlets
from bot.corpus.phrases import pattern

_LABEL_FORM = r"\(?\s*{}\s*[:：]\s*(?P<names>[^()]{2,100})\)?"
_JOIN = re.compile(r"\s*(?:[,;/+&،]|\band\b|\bve\b|\bund\b|\by\b|\bet\b)\s*", re.IGNORECASE)


def credit_names(line: str) -> tuple[str, ...]:
    """Return the outlets a credit line ("Source: The New Arab.") names, as written; () when it is none."""
    line = line.strip()
    match = pattern("origin", "label", _LABEL_FORM).fullmatch(line)
    if match:
        names = _JOIN.split(match["names"].strip(" ."))
        return tuple(name for name in names if name and not pattern("origin", "generic").fullmatch(name))
    outlet = canonical(line.strip("-–—() ."))
    if outlet and outlet.kind == "agency":
        return (outlet.name,)
    return ()


def is_credit_line(line: str) -> bool:
    """Whether `line` credits the whole article to somebody."""
    return len(line) <= 120 and bool(credit_names(line))


def known(name: str) -> str:
    """Return the canonical name of `name` where the gazetteer has it, else the name as written."""
    outlet = canonical(name)
    if outlet:
        return outlet.name
    mentions = find_outlets(name)
    return mentions[0].name if len(mentions) == 1 and len(mentions[0].name) * 2 > len(name) else name
