"""What a speaker is called: a name for the words that a text has for who speaks."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.languages.language import language as words_of
from bot.languages.phrases import any_word, words

LONGEST = 90
_RELATIVE = re.compile(
    r",?\s+(?:who|which|that|whose)\b.*|\s+(?:الذي|التي|الذين|اللذان)\s.*|[،,]\s.*|\s+لل?(?:وكالة|صحيفة|قناة|إذاعة|راديو|تلفزيون|صحفيين|صحافيين)(?:\s.*|$)",
    re.DOTALL,
)
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
_SURNAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.?\s+)?(?P<name>[A-Z][\w’'-]+)")
_RUN_LAST = re.compile(rf"(?<!\w)(?:{_CAPITAL}[ \xa0])+$")
_FARTHEST = 80
"""Characters in front of a surname in which its first names and office are looked for."""
_MOST_NAMES, _MOST_TITLES = 3, 4
"""First and middle names, and words of an office, put before a surname."""


def speaker_name(said: str, before: str, language: str) -> str | None:
    """Return what to call a speaker, None when the words name nobody.

    Args:
        said: The words of the text, at least one ("Mr Lind, who heads the mill").
        before: The text in front of them; a bare surname gets the first name it had there.
        language: ISO 639-1 code.
    """
    name = " ".join(_RELATIVE.sub("", said).split()).strip("“”\"' ")
    if language == "en":
        name = _WHEN.sub("", _without_aside(name) or "")
        if _CLAUSE.search(name):
            return None
    if not name:
        return None
    name = _full_name(before, _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name)
    return name if len(name) <= LONGEST else name[:LONGEST].rsplit(" ", 1)[0] + "…"


def _without_aside(name: str) -> str | None:
    """What stands behind "Later", "In a letter to its owners", "Opening the mill"; the whole without such."""
    opening = re.compile(rf"{_openings().pattern}\s+(?=\S)", re.IGNORECASE).match(name)
    if opening:
        return _without_aside(name[opening.end() :])
    if not _aside().match(name):
        return name
    found = _DETERMINED.search(name) or _NAME_LAST.search(name)
    return " ".join(_within(found[0].split())) if found else None


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(any_word(words_of("en").attribution.lead_ins))


@cache
def _aside() -> re.Pattern[str]:
    behind = "(?:the|an?|to|at|in|on|for|his|her|their|its)"
    return re.compile(
        rf"(?:(?i:{any_word(words_of('en').attribution.adjuncts)})|[A-Z][a-z]+ing\s+{behind})\s"
    )


def _full_name(before: str, label: str) -> str:
    """The full name that a bare surname stands for, when the text gave one, and only one, earlier."""
    match = _SURNAME.fullmatch(label)
    if match is None or match["name"] not in before:
        return label
    put_before = list(_put_before(match["name"], before))
    found = [(*titles, *names, match["name"]) for titles, names in put_before]
    bare = [(*names, match["name"]) for _, names in put_before]
    longest = next(filter(None, map(_longest, (found, bare))), None)
    return " ".join(longest) if longest else label


def _longest(names: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The longest of names that all end alike; None for names of several people, and of nobody."""
    longest = max(names, key=len, default=())
    alike = all(longest[len(longest) - len(each) :] == each for each in names)
    return longest if longest and alike else None


def _put_before(surname: str, text: str) -> Iterator[tuple[list[str], list[str]]]:
    """The offices and the first names that a text puts before a surname."""
    ends = re.compile(rf"(?<=[ \xa0]){re.escape(surname)}\b(?! {_CAPITAL}|[’'])")
    for name in ends.finditer(text):
        run = _RUN_LAST.search(text, max(0, name.start() - _FARTHEST), name.start())
        if run is None:
            continue
        words_before = _within(run[0].split())
        if words_before and _is_opening(words_before[0], text, run.start()):
            del words_before[0]
        own = next(
            (
                n
                for n in range(len(words_before), 0, -1)
                if words_before[n - 1].rstrip(".") in words("attribution.titles", "en")
            ),
            0,
        )
        titles, names = words_before[:own], words_before[own:][-_MOST_NAMES:]
        if len(titles) > _MOST_TITLES or text.endswith(("of ", "& "), 0, run.start()):
            titles = []
        if titles or names:
            yield titles, names


def _is_opening(word: str, text: str, at: int) -> bool:
    """Whether a word is written large as it begins a sentence: it stands in small letters elsewhere."""
    if (
        _openings().fullmatch(word)
        or _aside().match(f"{word} ")
        or word in words("attribution.determiners", "en")
    ):
        return True
    begins = not text[:at].strip() or text[:at].rstrip(' "“').endswith((".", "?", "!", "\n", ":"))
    return begins and re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None


def _within(run: list[str]) -> list[str]:
    """Capitalised words behind the end of a sentence, an owner or a day."""
    begins = 0
    for at, word in enumerate(run, start=1):
        if (
            word.endswith(("’s", "'s", "s’", "s'"))
            or word in words("attribution.days", "en")
            or (word[-1] == "." and not _is_short(word))
        ):
            begins = at
    return run[begins:]


def _is_short(word: str) -> bool:
    """Whether a word with a stop is an initial or a title cut short."""
    return len(word) == len("J.") or word[:-1] in words("attribution.titles", "en")
