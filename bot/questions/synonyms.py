"""Words that answer each other: a sentence with "killed" is about who "died"."""

from collections.abc import Iterable, Mapping
from functools import cache

from bot.languages.language import language
from bot.languages.scripts import scripts_of
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.ports import Synonyms

_ATTACHABLE = 4
"""Letters of a word from which another letter before it is looked for, too."""


def synonyms_of(words: Iterable[str], codes: Iterable[str]) -> Synonyms:
    """Return the synonyms of a question's words, without those words that have none.

    Args:
        codes: Languages to look in, ISO 639-1: the question's or, if that is unsure, those of the articles.
            In others the same letters may mean something else.
    """
    codes = list(codes)
    found = {word: tuple(dict.fromkeys(s for c in codes for s in _synonyms(word, c))) for word in words}
    return {word: others for word, others in found.items() if others}


def alike(synonyms: Synonyms, spellings: Synonyms) -> Synonyms:
    """Return the words that stand for a question's words: synonyms and other spellings."""
    words = {*synonyms, *spellings}
    return {word: (*synonyms.get(word, ()), *spellings.get(word, ())) for word in words}


def _synonyms(word: str, code: str) -> tuple[str, ...]:
    term = analyzer_for(analyzer_language(code)).term(word)
    others = tuple(other for other in _groups(code).get(term or "", ()) if other != word.casefold())
    return (*others, *_with_letters(word, code))


def _with_letters(word: str, code: str) -> tuple[str, ...]:
    """Return a word with the letters that may be written before it, and without them: Arabic "bi-" (with)."""
    attached = language(code).questions.attached
    if len(word) < _ATTACHABLE or not attached or scripts_of(word) != {language(code).script}:
        return ()
    bare = (word[1:],) if word[0] in attached and len(word) > _ATTACHABLE else ()
    return (*(f"{letter}{word}" for letter in attached), *bare)


@cache
def _groups(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words of all groups that a term is in, by term."""
    analyzer = analyzer_for(analyzer_language(code))
    groups: dict[str, dict[str, None]] = {}
    for group in map(str.split, language(code).questions.synonyms):
        for word in group:
            groups.setdefault(analyzer.term(word) or "", {}).update(dict.fromkeys(group))
    return {term: tuple(group) for term, group in groups.items() if term}
