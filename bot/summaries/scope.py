"""Whether two sentences of one story speak of the same place and day: "in Oss" isn't "in Lund"."""

import re
from dataclasses import dataclass
from functools import cache

from bot.corpus.article import Article
from bot.languages.language import language
from bot.languages.phrases import alternation, phrases
from bot.languages.scripts import has_capitals
from bot.search.letters import fold


@dataclass(frozen=True, slots=True)
class Scope:
    """The places and weekdays that a sentence names, and all words of its article, without accents."""

    places: frozenset[str]
    weekdays: frozenset[int]
    words: frozenset[str]

    def is_other(self, other: "Scope") -> bool:
        """Return whether the places or days exclude each other, or the other article knows none of them."""
        if self.weekdays and other.weekdays and not self.weekdays & other.weekdays:
            return True
        if self.places and other.places and not self.places & other.places:
            return True
        return _is_unknown(self.places, other.words) or _is_unknown(other.places, self.words)


def scope_of(article: Article, index: int) -> Scope:
    """Return the scope of sentence `index` of an article."""
    sentence, code = article.quote(article.sentences[index]), article.language
    words = frozenset(fold(word) for word in re.findall(r"\w+", f"{article.title} {article.text}"))
    return Scope(frozenset(_places(sentence, code)), frozenset(_weekdays(sentence, code)), words)


def _is_unknown(places: frozenset[str], words: frozenset[str]) -> bool:
    return bool(places) and not places & words


def _places(sentence: str, code: str) -> list[str]:
    """Return the words of names after "in", "near" and the like; none in scripts without capitals."""
    found = (match[1] for match in _place(code).finditer(sentence)) if has_capitals(code) else ()
    return [fold(word) for name in found if name[0].isupper() for word in re.findall(r"\w+", name)]


def _weekdays(sentence: str, code: str) -> list[int]:
    return [n for n, name in enumerate(_weekday_names(code)) if name.search(sentence)]


@cache
def _place(code: str) -> re.Pattern[str]:
    """Return a pattern of names of places: after a preposition, else before an ending of place."""
    name = r"[^\W\d_][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2}"
    if not (before := phrases("questions.place_words", code)):
        return re.compile(rf"(?<!\w)({name})['’](?:[dt][ae]|n?[ıiuü]n)(?!\w)")
    months = (re.escape(month) for row in language(code).months for month in row)
    times = alternation([*language(code).periods.weekdays, *months])
    article = r"(?: (?:the|la|les?|el|los|las))?(?: |(?<= )[Ll]['’])"
    return re.compile(rf"(?<!\w)(?i:{alternation(before)}){article}(?!(?i:{times})(?!\w))({name})")


@cache
def _weekday_names(code: str) -> tuple[re.Pattern[str], ...]:
    names = language(code).periods.weekdays
    return tuple(re.compile(rf"(?<!\w)(?:{name})(?!\w)", re.IGNORECASE) for name in names)
