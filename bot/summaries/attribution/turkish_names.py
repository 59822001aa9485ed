"""Turkish noun phrases that can speak.

Endings tell the case of a word, so that a phrase is only read as a speaker when nothing in it shows that
something happens there, or to it. An apostrophe parts a name from its ending.
"""

import re
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import any_word, words

_WORD = re.compile(r"[^\s,;:]+")
_MOST_WORDS = 12
_PARTICIPLE = r"\w{2,}[ae]n"
_CONVERB = r"\w{2,}(?:[ae]r[ae]k|[ıiuü]p|ken|[ıiuü]nc[ae]|m[ae]d[ae]n)"
_FINITE = r"\w{2,}(?:[dt][ıiuü]|m[ıiuü]ş|[ıiuü]yor|[ae]c[ae]k)"
_PLACE = r"\w{2,}[dt][ae](?:n|ki)?"
_OBJECT = r"\w{3,}(?:[ıiuü]n[ae]|[ıiuü]n[ıiuü]|y[ae])"
_NAME_IN_CASE = r".+['’](?:[dt][ae](?:n|ki)?|[yn]?[aeıiuü]|(?:y?l[ae]))"
_ENDS_ADVERBIAL = re.compile(rf"{_PARTICIPLE}|{_CONVERB}|{_FINITE}|{_PLACE}|{_OBJECT}")
_OPENS_ADVERBIAL = re.compile(r"\w{4,}(?:[dt][ae]|[ae]r[ae]k|ken|[ıiuü]nc[ae])|\w{5,}[dt][ae]n")
"""As above, of a capitalised word, which may be a name."""
_LOWER = re.compile(r"[a-zçğıöşü]")
_UPPER = re.compile(r"[A-ZÇĞİÖŞÜ]")
_CASE = re.compile(
    r"\w+(?:l[ae]r[ıi]?n?[ae]|[ıi]n[ıi]n|l[ae]r[ıi]n|(?<=\w{4})[dt][ae]|(?<=\w{5})[dt][ae]n|m[ae]k|[ıiuü]yl[ae])"
)
"""Endings that no subject has; a few foreign names that look alike get no credit."""
_GENITIVE = re.compile(r"n?[ıiuü]n$")
_DATIVE = re.compile(r"[yn]?[ae]$")
Place = tuple[int, int]


def speaker_at_end(text: str, start: int, end: int) -> Place | None:
    """Return where a text's last words name somebody in the nominative, behind what only tells when or where.

    Args:
        start, end: Where the words before a comma, a quotation or a verb are.
    """
    found = list(_WORD.finditer(text, start, end))
    while found and found[-1][0].lower() in words("attribution.adverbs", "tr"):
        found.pop()
    begin = max((at + 1 for at, word in enumerate(found[:-1]) if _breaks(word[0])), default=0)
    phrase = found[begin:]
    while phrase and phrase[0][0] in words("attribution.lead_ins", "tr"):
        del phrase[0]
    if not phrase or len(phrase) > _MOST_WORDS or not _is_subject([word[0] for word in phrase]):
        return None
    return phrase[0].start(), phrase[-1].end()


def is_adverbial(text: str) -> bool:
    """Return whether words before a comma only tell when, where or how."""
    found = _WORD.findall(text)
    while found and found[-1].lower() in words("attribution.adverbs", "tr"):
        found.pop()
    return not found or _breaks(found[-1], any_case=True)


def _breaks(word: str, *, any_case: bool = False) -> bool:
    """Return whether a noun phrase begins behind a word at the earliest."""
    if re.fullmatch(_NAME_IN_CASE, word) or word.lower() in words("attribution.subordinators", "tr"):
        return True
    if not _LOWER.match(word):
        return any_case and _OPENS_ADVERBIAL.fullmatch(word.lower()) is not None
    return _ENDS_ADVERBIAL.fullmatch(word.lower()) is not None and not _role().fullmatch(word.lower())


def _is_subject(phrase: list[str]) -> bool:
    last, first = phrase[-1].rstrip(")’'"), phrase[0]
    if phrase[-1].endswith(")"):
        return any(map(_UPPER.match, phrase))
    if "'" in last or "’" in last or first in words("attribution.never_subject", "tr"):
        return False
    if _LOWER.match(last):
        return _role().fullmatch(last) is not None
    return bool(_UPPER.match(last)) and not (len(phrase) == 1 and _CASE.fullmatch(last.lower()))


def owner_at_end(text: str, start: int, end: int) -> Place | None:
    """Return whose the noun behind these words is: "X'in", "X gazetesinin", "X (Y)"; without the ending."""
    found = list(_WORD.finditer(text, start, end))
    for word in reversed(found):
        bare = _without(word[0], _GENITIVE)
        if bare is not None:
            return speaker_at_end(text, start, word.start() + len(bare))
    last = found[-1][0] if found else ""
    is_compound = last.isupper() or (len(found) > 1 and (last.endswith(")") or last[0].isupper()))
    return speaker_at_end(text, start, end) if is_compound else None


def listener_at_end(text: str, start: int, end: int) -> Place | None:
    """Return the speaker that the dative before "göre" names, without the ending."""
    found = list(_WORD.finditer(text, start, end))
    bare = _without(found[-1][0], _DATIVE) if found else None
    return speaker_at_end(text, start, found[-1].start() + len(bare)) if bare else None


def _without(word: str, ending: re.Pattern[str]) -> str | None:
    """Return a name or a speaker's office without an ending; None if it hasn't got this one."""
    name, apostrophe, tail = word.replace("’", "'").rpartition("'")
    if apostrophe:
        return name if ending.fullmatch(tail) and _UPPER.match(name) else None
    for cut in range(3, 0, -1):
        bare = word[:-cut]
        if ending.fullmatch(word[-cut:]) and _role().fullmatch(bare.lower()):
            return bare
    return None


@cache
def _role() -> re.Pattern[str]:
    """Return a pattern of offices, people and bodies that speak, also plural or owned."""
    stems = any_word(language("tr").attribution.speakers)
    return re.compile(rf"{stems}(?:l[ae]r)?(?:s?[ıiuü])?")
