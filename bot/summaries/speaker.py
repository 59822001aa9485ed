"""What to call a speaker, from the words by which a text names them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.languages.language import language as words_of
from bot.languages.phrases import any_word, words

LONGEST = 90
"""Characters of a name."""
_RELATIVE = re.compile(
    r",?\s+(?:who|which|that|whose)\b.*|\s+(?:الذي|التي|الذين|اللذان)\s.*|[،,]\s.*|\s+لل?(?:وكالة|صحيفة|قناة|إذاعة|راديو|تلفزيون|صحفيين|صحافيين)(?:\s.*|$)",
    re.DOTALL,
)
_BEFORE_NAME = re.compile(r"\([^()]{2,20}\)\s+|[^\"“”«»]{25,}[\"”»]\s+(?=[^\W\d_a-z])")
"""What a page has run into a name: an agency in brackets, or the end of a quotation that is a heading."""
_ARTICLE = re.compile(r"(?:an?|the|one|another|A|An|One|Another)\s+(?=\w+\s)")
_CLAUSE = re.compile(
    r"^(?:I|if|why|how|when|whether|is|was|are|were|has|have|had|000)(?![\w-])|(?<![\w’'-])(?:[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|[Ii]t)(?![\w-])"
)
_WHEN = re.compile(
    r"\s(?:meanwhile|earlier|later|today|yesterday|tonight|also|after\s.*|(?:late\s|early\s)?(?:on|last)\s\w+day)$"
)
_DETERMINED = re.compile(r"(?<=\s)(?:the|his|her|its|their|an?)\s+(?:[\w’'-]+\s+)?(?!own\b)[\w’'-]+$")
_CAPITAL = r"[^\W\d_a-zà-ÿ][\w’'-]*\.?"
_NAME_LAST = re.compile(rf"(?<=[a-z’'.,]\s)(?:{_CAPITAL}\s+)*{_CAPITAL}$")
_OBJECT_AND_NAME = re.compile(rf"\w+ (?:the|an?|its|his|her|their) [a-z][\w’'-]* {_CAPITAL}")
"""What a preposition governs, and a name: "Despite the demand Sony"."""
_OBJECT_BEFORE_TITLE = re.compile(r"^(?:the|an?) [a-z][\w’'-]* (?=(?:Mr|Mrs|Ms)\b)")
"""What an omitted preposition governs: "the meeting Mr Lind", of "after the meeting Mr Lind said"."""
_SURNAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.?\s+)?(?P<name>[A-Z][\w’'-]+)")
_ALONE = re.compile(rf"\b(?! {_CAPITAL}|[’'])")
_RUN_LAST = re.compile(rf"(?<!\w)(?:{_CAPITAL}[ \xa0])+$")
_WORD = re.compile(r"\w")
_FARTHEST = 80
"""Characters before a surname that may hold its first names and office."""
_MAX_NAMES, _MAX_TITLES = 3, 4
"""First and middle names, and words of an office, before a surname."""


def speaker_name(source: str, before: str, language: str) -> str | None:
    """Return what to call a speaker, None when the words name nobody.

    Args:
        source: The words of the text, at least one ("Mr Lind, who heads the mill").
        before: The text before them; a bare surname gets the first name it has there.
        language: ISO 639-1 code.
    """
    name = " ".join(_RELATIVE.sub("", source).split()).strip("“”\"' ")
    name = name[match.end() :] if (match := _BEFORE_NAME.match(name)) else name
    if language == "en":
        name = _WHEN.sub("", _without_adjunct(_OBJECT_BEFORE_TITLE.sub("", name)) or "")
        if _CLAUSE.search(name):
            return None
    name = _without_single_mark(name)
    if not name:
        return None
    name = _full_name(before, _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name, language)
    return name if len(name) <= LONGEST else name[:LONGEST].rsplit(" ", 1)[0] + "…"


def _without_single_mark(name: str) -> str:
    """Return a name without its straight quotation marks if one of them is missing."""
    return name.replace('"', "") if name.count('"') % 2 else name


def _without_adjunct(name: str) -> str | None:
    """Return what follows "Later", "In a letter to its owners", "Opening the mill"."""
    if lead_in := _leading().match(name):
        return _without_adjunct(name[lead_in.end() :])
    if not _adjunct().match(name):
        return name
    phrase = _NAME_LAST.search(name) if _OBJECT_AND_NAME.fullmatch(name) else None
    phrase = phrase or _DETERMINED.search(name) or _NAME_LAST.search(name)
    return " ".join(_last_phrase(phrase[0].split())) if phrase else None


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(any_word(words_of("en").attribution.lead_ins))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"{_lead_in().pattern}\s+(?=\S)", re.IGNORECASE)


@cache
def _adjunct() -> re.Pattern[str]:
    first_word = rf"(?i:{any_word(words_of('en').attribution.adjuncts)})"
    object_ = "(?:the|an?|to|at|in|on|for|his|her|their|its)"
    return re.compile(rf"(?:{first_word}|[A-Z][a-z]+ing\s+{object_})\s")


def _full_name(before: str, label: str, language: str) -> str:
    """Return the full name for a bare surname, if the text has exactly one before."""
    match = _SURNAME.fullmatch(label)
    if match is None or match["name"] not in before:
        return label
    surname = match["name"]
    prefixes = list(_prefixes(surname, before, language))
    with_titles = [(*titles, *names, surname) for titles, names in prefixes]
    without_titles = [(*names, surname) for _, names in prefixes]
    full = _longest(with_titles) or _longest(without_titles)
    return " ".join(full) if full else label


def _longest(names: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the longest of names that are endings of it; None for names of several people, or none."""
    longest = max(names, key=len, default=())
    alike = all(longest[len(longest) - len(name) :] == name for name in names)
    return longest if longest and alike else None


def _prefixes(surname: str, text: str, language: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the offices and the first names that a text has before a surname."""
    for at in _places(surname, text):
        alone = text[at - 1 : at] in (" ", "\xa0") and _ALONE.match(text, at + len(surname))
        run = _RUN_LAST.search(text, max(0, at - _FARTHEST), at) if alone else None
        if run is None:
            continue
        capitalised = _last_phrase(run[0].split())
        if capitalised and _only_opens(capitalised[0], text, run.start()):
            del capitalised[0]
        titles, names = _split_titles(capitalised, language)
        if len(titles) > _MAX_TITLES or text.endswith(("of ", "& "), 0, run.start()):
            titles = []
        if titles or names:
            yield titles, names


def _split_titles(capitalised: list[str], language: str) -> tuple[list[str], list[str]]:
    """Return the words up to the last title, and the names after it."""
    titles = words("attribution.titles", "en") | words("attribution.titles", language)
    ends = range(len(capitalised), 0, -1)
    end = next((end for end in ends if capitalised[end - 1].rstrip(".") in titles), 0)
    return capitalised[:end], capitalised[end:][-_MAX_NAMES:]


def _only_opens(word: str, text: str, at: int) -> bool:
    """Whether a word at a place has its capital as a sentence's first word, not as a name."""
    if _lead_in().fullmatch(word) or _adjunct().match(f"{word} "):
        return True
    if word in words("attribution.determiners", "en"):
        return True
    before = text[:at].rstrip(' "“')
    opens = not text[:at].strip() or before.endswith((".", "?", "!", "\n", ":"))
    return opens and _has_word(word.lower(), text)


def _has_word(word: str, text: str) -> bool:
    """Return whether a word is in a text, not as a part of another."""
    ends = ((at, at + len(word)) for at in _places(word, text))
    return any(not _WORD.search(text[max(a - 1, 0) : a] + text[b : b + 1]) for a, b in ends)


def _places(word: str, text: str) -> Iterator[int]:
    """Yield where a text has some letters, left to right; faster than a pattern for each word."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _last_phrase(run: list[str]) -> list[str]:
    """Return the capitalised words after the last end of a sentence, owner ("Lind's") or day."""
    begins = 0
    for at, word in enumerate(run, start=1):
        ends_sentence = word[-1] == "." and not _is_short(word)
        owns = word.endswith(("’s", "'s", "s’", "s'"))
        if owns or ends_sentence or word in words("attribution.days", "en"):
            begins = at
    return run[begins:]


def _is_short(word: str) -> bool:
    """Whether a word with a dot is an initial or an abbreviated title."""
    return len(word) == len("J.") or word[:-1] in words("attribution.titles", "en")
