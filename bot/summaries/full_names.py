"""A speaker's full name, from the names that an article has."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from bot.languages.language import language as words_of
from bot.languages.stopwords import stop_words
from bot.search.query.speaking import is_title, name_key
from bot.summaries.speaker_names import CAPITAL, LONGEST_NAME, PARTICLE, UNCASED, UPPER, SpeakerName

# A pattern that begins with a set of letters is searched fastest.
_FIRST = rf"{UPPER}(?<![\w’'-].)(?:\w{{0,2}}\.|[\w’'-]*)"
_RUN = re.compile(rf"{_FIRST}(?:[ \xa0](?:{PARTICLE}[ \xa0]){{0,2}}{CAPITAL}){{1,5}}")
_ENDS_SENTENCE = (".", "?", "!", "…", ":", "\n", "“", '"', "«", "„", "”", "»")


def full_names(text: str, labels: Iterable[SpeakerName], code: str) -> dict[str, SpeakerName]:
    """Return the full name for each personal name of an article, where only one can be meant.

    A name is part of another if that ends in it ("Fidan" of "Hakan Fidan"). If two persons have a surname,
    the surname alone means neither.

    Args:
        text: Title and body.
        labels: The names of the article's speakers.
        code: ISO 639-1.

    Returns:
        Keys of names, with the names that replace them.
    """
    personal = [name for name in labels if name.personal]
    if not personal:
        return {}
    known = Counter(tuple(name.name.split()) for name in personal)
    if code not in UNCASED:
        known.update(_runs(text, frozenset(name.key.split()[-1] for name in personal), code))
    by_key: dict[str, Counter[str]] = {}
    for words, count in known.items():
        by_key.setdefault(name_key(words), Counter())[" ".join(words)] += count
    families = _Families({key: sum(names.values()) for key, names in by_key.items()})
    return {
        name.key: SpeakerName(by_key[key].most_common(1)[0][0], key)
        for name in dict.fromkeys(personal)
        if (key := families.full(name.key)) != name.key
    }


class _Families:
    """Names of an article by their last word.

    Args:
        counts: How often an article has each name.
    """

    def __init__(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for key in counts:
            words = tuple(key.split())
            self._by_last.setdefault(words[-1], []).append(words)

    def full(self, key: str) -> str:
        """Return the full name that a name is short for; the name itself without one, or with several."""
        words = tuple(key.split())
        family = [other for other in self._by_last[words[-1]] if len(other) > 1 and _alike(other, words)]
        longest = max(family, key=len, default=words)
        if not family or not all(_alike(other, longest) for other in family):
            return key
        best = max(family, key=lambda other: (self._counts[" ".join(other)], -len(other)))
        return " ".join(best)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    size = min(len(one), len(other))
    return one[-size:] == other[-size:]


def _runs(text: str, surnames: frozenset[str], code: str) -> Counter[tuple[str, ...]]:
    """Return the names of a text that end in some surnames, folded, with how often they occur."""
    runs: Counter[tuple[str, ...]] = Counter()
    for match in _RUN.finditer(text):
        words = [word.removesuffix("'s").removesuffix("’s") for word in match[0].split()]
        for end in range(len(words), 1, -1):
            if _word_key(words[end - 1]) in surnames:
                name = _without_opening(words[:end], text, match.start(), code)
                if len(name) > 1:
                    runs[tuple(name)] += 1
                break
    return runs


@lru_cache(4096)
def _word_key(word: str) -> str:
    return name_key([word])


def _without_opening(words: list[str], text: str, at: int, code: str) -> list[str]:
    """Return a run without titles, and without a word that has its capital as the sentence's first."""
    before = text[max(at - 3, 0) : at].rstrip(" ")
    if (not before or before.endswith(_ENDS_SENTENCE)) and words[0].casefold() in _opening(code):
        words = words[1:]
    title = max((n for n, word in enumerate(words[:-1]) if is_title(word, code)), default=-1)
    return words[title + 1 :][-LONGEST_NAME:]


@cache
def _opening(code: str) -> frozenset[str]:
    cues = words_of(code).attribution
    lists = (
        cues.lead_ins,
        cues.adjuncts,
        cues.determiners,
        cues.never_subject,
        cues.subordinators,
        cues.days,
    )
    return frozenset(word.casefold() for words in lists for word in words) | stop_words(code)
