"""A speaker's name without titles, and the key under which `said:` finds it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.languages.language import language as words_of
from bot.languages.phrases import any_word
from bot.search.query.speaking import (
    is_personal,
    is_relation,
    is_title,
    name_key,
    office_key,
    without_determiner,
)

_WORD = re.compile(r"[^\s,،;؛:()\[\]«»“”\"]+")
_ASIDE = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\])")
_CUT = re.compile(r"\s*[(\[،,;؛«“„\"].*|\s[–—_-]\s.*", re.DOTALL)
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])(?=\s)")
UPPER = r"[^\W\d_a-zà-öø-ÿа-яё]"
CAPITAL = rf"(?:{UPPER}\w{{0,2}}\.|{UPPER}[\w’'-]*)"
PARTICLE = r"(?:de|da|di|du|del|della|der|den|van|von|bin|ibn|ben|al|el|la|le|dos|das|ter|zu|y)"
_NAME = re.compile(rf"{CAPITAL}(?:\s(?:{PARTICLE}\s){{0,2}}{CAPITAL}){{0,4}}")
_NAME_AFTER_TITLE = re.compile(rf"(?:{PARTICLE}\s){{0,2}}{_NAME.pattern}")
UNCASED = ("ar", "fa")
_NOUNS_WITH_CAPITALS = ("de",)
_KIND_FIRST = ("es", "fr", "ru")
"""Languages with capitals in which an adjective or an owner follows its noun."""
_WITH_ARTICLE = ("ال", "وال", "بال", "لل")
_SHORT_NAME = 3
"""Words of a label that is taken for a name, where no capitals tell."""
LONGEST_NAME = 5
"""Words of a person's name."""


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """What to call a speaker.

    Args:
        name: Without titles, as the text writes it ("Hakan Fidan"); of an office or a body, the whole label.
        key: The same for comparing; see `bot.search.query.speaking`.
    """

    name: str
    key: str

    @property
    def personal(self) -> bool:
        """Whether it is a person's name and nothing else."""
        return is_personal(self.key)


def plain_name(label: str, code: str) -> SpeakerName | None:
    """Return a label without its titles: "Hakan Fidan" for "Turkish Foreign Minister Hakan Fidan".

    Returns None for words that name nobody.

    Args:
        label: As `bot.summaries.speaker.speaker_name` returns it.
        code: ISO 639-1.
    """
    cut = _cut(label, code)
    words = without_determiner(cut, code)
    if not words or _names_nobody(words, code) or cut[0].casefold() in _not_names(code):
        return None
    label = " ".join(words)
    if _is_collective(words, code):
        return SpeakerName(label, office_key(words))
    if _is_joint(words, code) or (
        code in _NOUNS_WITH_CAPITALS and words != cut and not _has_title(words, code)
    ):
        return SpeakerName(label, office_key(words))
    person = _person(words, code)
    if person and code == "en" and len(person) == 1 and len(words) == 2 < len(cut) and words[0][0].isupper():
        person = list(words)  # "the Premier League" is a body, "Premier Lind" a person
    if person is not None:
        return SpeakerName(" ".join(person), name_key(person))
    return SpeakerName(label, _office_key(label, words, code))


def _cut(label: str, code: str) -> list[str]:
    """Return a label's words without remarks behind a comma, and when or where it was said."""
    label = _CUT.sub("", _ASIDE.sub("", " ".join(label.split())).strip("“”\"'«»„…-–— "))
    if (end := _ending(code).search(label)) is not None:
        label = label[: end.start()]
    words = _WORD.findall(label)
    while words and words[-1].casefold() in _never_last(code):
        del words[-1]
    return words


def _names_nobody(words: Sequence[str], code: str) -> bool:
    first = words[0].casefold().replace("’", "'")
    never = {first, first[: first.find("'") + 1]} & _never_first(code) or is_relation(words[0], code)
    return bool(never) or not any(letter.isalpha() for letter in words[0])


def _is_collective(words: Sequence[str], code: str) -> bool:
    """Whether a label names people or papers of a kind, not somebody: "Sources", "Greek officials"."""
    kind = words[0] if code in UNCASED or code in _KIND_FIRST else words[-1]
    return (len(words) == 1 or code not in _KIND_FIRST) and kind.casefold() in _collectives(code)


def _is_joint(words: Sequence[str], code: str) -> bool:
    """Whether a label names several speakers; in Turkish, "and" before a title is a part of the title."""
    joined = [at for at, word in enumerate(words[:-1]) if at and word.casefold() in _joining(code)]
    return bool(joined) and not (code == "tr" and _has_title(words[joined[-1] :], code))


def _has_title(words: Sequence[str], code: str) -> bool:
    return any(is_title(word, code) for word in words)


def _person(words: Sequence[str], code: str) -> list[str] | None:
    """Return the name that a label ends in, None if it names an office or is no name."""
    if code in UNCASED:
        return _uncased_person(words, code)
    label = " ".join(words)
    owners = list(_POSSESSIVE.finditer(label)) if code == "en" else []
    own = label[owners[-1].end() :].split() if owners else list(words)
    surname = own[-1:] if own[-1:] != own else []
    if surname and surname[0].casefold() not in words_of(code).attribution.titles_as_surnames:
        surname = []
    titles = [at for at, word in enumerate(own[: len(own) - len(surname)]) if is_title(word, code)]
    if not owners and _is_name(own) and not titles:
        return own
    related = next((at for at, word in enumerate(own) if at and is_relation(word, code)), len(own))
    title = max((at for at in titles if at < related), default=-1)
    rest = own[title + 1 :]
    if title >= 0 and _is_name(rest, after_title=True) and not is_relation(rest[0], code):
        return rest
    if related < len(own) or title == len(own) - 1:
        return None
    trailing = _trailing_name(own)
    if code == "tr" and len(trailing) == 1 and len(own) > 1 and own[-2].endswith(("an", "en")):
        return trailing
    return trailing if 1 < len(trailing) < len(own) and not any(map(str.isupper, trailing)) else None


def _is_name(words: Sequence[str], *, after_title: bool = False) -> bool:
    """Return whether words with capitals are a name; after a title, also one that begins with "de"."""
    form = _NAME_AFTER_TITLE if after_title else _NAME
    return bool(words) and len(words) <= LONGEST_NAME and form.fullmatch(" ".join(words)) is not None


def _trailing_name(words: Sequence[str]) -> list[str]:
    """Return the longest name at the end, [] for none."""
    return next((list(words[at:]) for at in range(len(words)) if _is_name(words[at:])), [])


def _uncased_person(words: Sequence[str], code: str) -> list[str] | None:
    """Return the name behind a title, or a short label without a title; None for an office.

    No capitals tell where a name begins. In Arabic, it begins behind the words with an article that belong to
    the title ("the minister", "minister of the interior").
    """
    titles = [at for at, word in enumerate(words) if is_title(word, code)]
    if not titles:
        short = len(words) <= _SHORT_NAME and not any(is_relation(word, code) for word in words)
        return list(words) if short else None
    if titles[0] > 1:
        return list(words[: titles[0]])
    at = titles[0]
    if at:
        return None
    while at < len(words) and (is_title(words[at], code) or words[at].startswith(_WITH_ARTICLE)):
        at += 1
    construct = (
        not words[at - 1].startswith(_WITH_ARTICLE) and code == "ar" and not _is_address(words[at - 1])
    )
    rest = list(words[at:])
    related = any(is_relation(word, code) or word.startswith("لل") for word in rest)
    return rest if rest and len(rest) <= LONGEST_NAME and not construct and not related else None


def _is_address(word: str) -> bool:
    """Whether a title without an article stands before a name by itself."""
    return word in ("دكتور", "سيد", "شيخ")


def _office_key(label: str, words: Sequence[str], code: str) -> str:
    """Return the key of an office: its own words, then to whom it belongs ("spokesman", "for fidan")."""
    owners = list(_POSSESSIVE.finditer(label)) if code == "en" else []
    if owners:
        owner, own = label[: owners[-1].start()].split(), label[owners[-1].end() :].split()
        return office_key(own, ["of", *owner])
    related = next((at for at, word in enumerate(words) if at and is_relation(word, code)), None)
    if related is None or _is_proper(words[:related], code):
        return office_key(words)
    return office_key(words[:related], words[related:])


def _is_proper(words: Sequence[str], code: str) -> bool:
    """Whether words are the beginning of a body's own name ("Bank of England", "Ministry of Health")."""
    return code not in UNCASED and _is_name(words) and not any(is_title(word, code) for word in words)


@cache
def _joining(code: str) -> frozenset[str]:
    return frozenset(words_of(code).attribution.joining)


@cache
def _not_names(code: str) -> frozenset[str]:
    return frozenset(words_of(code).attribution.not_names)


@cache
def _collectives(code: str) -> frozenset[str]:
    return frozenset(words_of(code).attribution.collectives)


@cache
def _never_first(code: str) -> frozenset[str]:
    cues = words_of(code).attribution
    return frozenset((*cues.pronouns, *cues.not_names, *(cues.verbs if code in UNCASED else ()), *cues.that))


@cache
def _never_last(code: str) -> frozenset[str]:
    cues = words_of(code).attribution
    return frozenset((*cues.relations, *cues.joining, *cues.adverbs, *cues.determiners))


@cache
def _ending(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s(?={any_word(words_of(code).attribution.name_ends)}(?!\w))", re.IGNORECASE)
