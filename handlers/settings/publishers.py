"""Publishers as people name them."""

from collections.abc import Sequence
from difflib import get_close_matches

from bot.corpus.analysis.gazetteer import canonical
from bot.search.letters import fold

MOST_SUGGESTIONS = 3


def publisher_named(words: str, known: Sequence[str]) -> str | None:
    """Return the publisher that words name, None for an unknown one.

    Args:
        known: Publishers of the corpus.
    """
    outlet = canonical(words)
    if outlet is not None:
        return outlet.name
    return next((name for name in known if fold(name) == fold(words)), None)


def publishers_like(words: str, known: Sequence[str]) -> list[str]:
    """Return the known publishers whose names resemble or contain the words, best first."""
    by_fold = {fold(name): name for name in known}
    folded = fold(words)
    similar = get_close_matches(folded, by_fold, n=MOST_SUGGESTIONS)
    containing = [name for name in by_fold if folded in name or name in folded]
    return [by_fold[name] for name in dict.fromkeys([*similar, *containing])][:MOST_SUGGESTIONS]
