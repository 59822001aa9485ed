"""Articles that no word of a question could find, as they are written in other letters."""

import unicodedata
from dataclasses import dataclass, replace

from bot.asking.stock import Stock
from bot.search.query import Query
from bot.search.syntax import Field, FieldName, Period, leaves
from bot.summaries.answer import Nothing, Question

WORTH_SAYING = 0.05
"""Share of the articles that must be in other letters."""
_LATIN = "LATIN"
_SCRIPTS = {
    "ARABIC": "ar fa ur ps ckb ug sd",
    "CYRILLIC": "ru uk be bg mk sr kk ky mn tg",
    "HEBREW": "he yi",
    "GREEK": "el",
    "DEVANAGARI": "hi mr ne",
    "BENGALI": "bn as",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "HANGUL": "ko",
    "CJK": "zh",
    "HIRAGANA": "ja",
}
_SCRIPT_OF = {language: script for script, languages in _SCRIPTS.items() for language in languages.split()}


@dataclass(frozen=True, slots=True)
class OtherLetters:
    """Knows which articles a question could not have found."""

    stock: Stock

    async def beside(self, query: Query, question: Question, nothing: Nothing) -> tuple[tuple[str, int], ...]:
        """Return languages written in other letters than a question's, with their articles, most first.

        They are worth a word only when no article has any of the question's words nor one like them, the
        question names no language itself, and they are more than a few of all articles.

        Args:
            nothing: Why the question found nothing.
        """
        strange = set(query.words) <= set(nothing.unknown) and not nothing.suggestions
        used = scripts_of(" ".join(query.words))
        named = any(isinstance(leaf, Field) and leaf.name is FieldName.LANG for leaf, _ in leaves(query.root))
        if not strange or not used or named:
            return ()
        languages = await self._languages(query, question)
        others = {code: count for code, count in languages.items() if script_of(code) not in used}
        if sum(others.values()) <= WORTH_SAYING * sum(languages.values()):
            return ()
        return tuple(others.items())

    async def _languages(self, query: Query, question: Question) -> dict[str, int]:
        """The articles of each known language, within the question's period."""
        within = next((leaf for leaf, no in leaves(query.root) if isinstance(leaf, Period) and not no), None)
        facets = (await self.stock.search(replace(query, root=within), question)).facets
        return {code: count for code, count in facets.languages.items() if code != "und"}


def script_of(language: str) -> str:
    """Return the script that a language (ISO 639-1) is written in, Latin unless known better."""
    return _SCRIPT_OF.get(language, _LATIN)


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of a text's letters, by the names that Unicode gives their letters."""
    names = (unicodedata.name(letter, "").split(" ", 1)[0] for letter in text if letter.isalpha())
    return frozenset(name for name in names if name == _LATIN or name in _SCRIPTS)
