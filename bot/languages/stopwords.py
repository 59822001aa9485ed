"""Words too common to look up. A question's stop words neither rank nor decide a match."""

from collections.abc import Iterable
from functools import cache

from bot.languages.language import language, languages


@cache
def stop_words(code: str) -> frozenset[str]:
    """Return the stop words of a language (ISO 639-1) as written; none when it has no list."""
    return frozenset(language(code).stop_words)


def spoken_in(words: Iterable[str], *, least: int = 1) -> tuple[str, ...]:
    """Return the languages with the most stop words among some words; () if these are fewer than `least`."""
    folded = {word.casefold() for word in words}
    counts = {known.code: len(folded & stop_words(known.code)) for known in languages()}
    most = max(counts.values())
    return tuple(code for code, count in counts.items() if count == most) if most >= least else ()
