"""Attributions in Russian, where the endings tell who speaks and who listens."""

import re

from bot.languages.phrases import words
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.european import finder_for

_find = finder_for("ru")
_LISTENER = re.compile(r"\w+(?:[ую]|[ая]ми?|(?<![ыиое])е)")
"""A word in the dative or instrumental: no subject. A few foreign names that look alike get no credit."""
_DATIVE_CUE, _CYRILLIC = "согласно", re.compile("[а-яё]")
"""It mostly names a document; only a foreign or abbreviated name behind it is surely an outlet or body."""
_PLURAL_VERB = re.compile(r"\w+(?:ли|[аяую]т)")
_PLURAL = re.compile(r"\w+[ыие]|[А-ЯЁ]{2,}|и")


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the outermost attribution of a clause; [] when nobody else surely speaks."""
    return [found for found in _find(clause) if _agrees(clause, found)]


def _agrees(clause: Clause, found: Attribution) -> bool:
    """Return whether the source can be the subject of its verb; what follows "according to" need not."""
    if found.cue is None:
        return True
    verb, source = (
        clause.masked[span.start - clause.at : span.end - clause.at] for span in (found.cue, found.source)
    )
    if verb.casefold() == _DATIVE_CUE:
        return not _CYRILLIC.search(source)
    if verb.casefold() in words("attribution.according", "ru"):
        return True
    names = source.split()
    if _LISTENER.fullmatch(names[0].casefold()) and len(names[0]) > 1:
        return False
    plural = any(_PLURAL.fullmatch(name) for name in names)
    if _PLURAL_VERB.fullmatch(verb):
        return plural
    return not re.fullmatch(r"[а-яё-]+[ыи]", names[0])
