"""Whether a sentence agrees with a question or says the opposite: "voted against", "the second debate"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import NOTHING, alternation, phrases
from bot.search.analyzer import Analyzer, analyzer_for, analyzer_language
from bot.search.words import find_words
from bot.summaries.evidence import AnswerKind

_SAME, _OPPOSITE, _OTHER_NUMBER = 1.15, 0.0, 0.3
"""What remains of the worth of a sentence that agrees with the question, that says the opposite, and that is
about another one of a series."""
_BEFORE = 60
"""Characters before a word in which it may be negated."""
_REACH = 2
"""Words between a negation and what it negates, and between an ordinal and its noun."""
_NEGATABLE = (AnswerKind.NAME, AnswerKind.NUMBER, AnswerKind.AMOUNT, AnswerKind.PLACE, AnswerKind.TOPIC)
"""What is asked for where a sentence about the opposite can't answer; a reason can."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What a question says of its matter.

    Args:
        sides: For pairs of opposites (by number) the side that it takes: 1 or -1.
        negated: Terms that it negates.
        ordinals: (number, term of what is numbered).
    """

    code: str
    sides: tuple[tuple[int, int], ...] = ()
    negated: frozenset[str] = frozenset()
    ordinals: frozenset[tuple[int, str]] = frozenset()

    def agreement(self, sentence: str, title: str = "") -> float:
        """Return what remains of a sentence's worth: more than 1 if it agrees, 0 if it says the opposite."""
        factor = self._numbering(sentence, title)
        for pair, side in self.sides:
            factor *= _of_signs([sign * side for sign in _signs(pair, sentence, self.code)])
        if self.negated:
            factor *= _of_signs([-sign for sign in _mentions(self.negated, sentence, self.code)])
        return factor

    def _numbering(self, sentence: str, title: str) -> float:
        if not self.ordinals:
            return 1.0
        nouns = {noun for _, noun in self.ordinals}
        for text in (sentence, title):
            numbered = {pair for pair in _ordinals(text, self.code) if pair[1] in nouns}
            if numbered:
                return _SAME if numbered & self.ordinals else _OTHER_NUMBER
        return 1.0


def stance_of(question: str, kind: AnswerKind, code: str) -> Stance | None:
    """Return what a question says of its matter, None if no sentence can say the opposite.

    Yes-or-no questions are answered by either.

    Args:
        kind: What it asks for.
        code: Language whose words are looked for, ISO 639-1.
    """
    ordinals = frozenset(_ordinals(question, code))
    if kind not in _NEGATABLE or _yes_no(code).search(question):
        return Stance(code, ordinals=ordinals) if ordinals else None
    count = len(language(code).questions.opposites)
    signs = {pair: set(_signs(pair, question, code)) for pair in range(count)}
    sides = tuple((pair, sign) for pair, (sign, *others) in _nonempty(signs) if not others)
    negated = frozenset() if sides else frozenset(_negated_terms(question, code))
    return Stance(code, sides, negated, ordinals) if sides or negated or ordinals else None


def _nonempty(signs: dict[int, set[int]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    return ((pair, tuple(found)) for pair, found in signs.items() if found)


def _of_signs(signs: list[int]) -> float:
    """Return what remains of a sentence in which the matter stands with some signs."""
    return _SAME if 1 in signs else _OPPOSITE if -1 in signs else 1.0


def _signs(pair: int, text: str, code: str) -> Iterator[int]:
    """Yield 1 for each word of a pair's first side and -1 for each of its second, reversed if negated."""
    for match in _pair(pair, code).finditer(text):
        sign = 1 if match["yes"] else -1
        yield -sign if _is_negated(text, match.start(), match.end(), code) else sign


def _mentions(terms: frozenset[str], text: str, code: str) -> Iterator[int]:
    """Yield 1 for each mention of some terms, -1 for each that is negated.

    The stem of a negative form ("imzala-madı") begins the other forms.
    """
    stems = tuple(terms) if language(code).questions.negative_endings else ()
    for word, term in _terms(text, code):
        if term in terms or word[0].casefold().startswith(stems):
            yield -1 if _is_negated(text, word.start(), word.end(), code) else 1


def _negated_terms(question: str, code: str) -> Iterator[str]:
    """Yield the terms that a question negates: of the first word with a term after each negation."""
    last = False
    for word, term in _terms(question, code):
        if term is None:
            continue
        negated = _is_negated(question, word.start(), word.end(), code)
        if negated and not last:
            yield term
        last = negated


def _terms(text: str, code: str) -> Iterator[tuple[re.Match[str], str | None]]:
    """Yield the words of a text with their terms; of a word in a negative form, the term without it."""
    analyzer = _analyzer(code)
    for word in find_words(text):
        negative = _negative_form(code).fullmatch(word[0])
        yield word, negative["stem"].casefold() if negative else analyzer.term(word[0])


def _is_negated(text: str, start: int, end: int, code: str) -> bool:
    if _negative_form(code).fullmatch(text, start, end):
        return True
    before, after = _negations(code)
    return bool(before.search(text, max(start - _BEFORE, 0), start) or after.match(text, end))


def _ordinals(text: str, code: str) -> Iterator[tuple[int, str]]:
    """Yield (number, term of a word next to it) for the ordinal numbers of a text."""
    words = list(_terms(text, code))
    number_of = _ordinal_numbers(code)
    after_noun = language(code).questions.ordinals_after_noun
    for place, (word, _) in enumerate(words):
        number = number_of.get(word[0].casefold())
        if number is None:
            continue
        near = words[max(place - _REACH, 0) : place] if after_noun else words[place + 1 : place + 1 + _REACH]
        yield from ((number, term) for _, term in near if term)


@cache
def _analyzer(code: str) -> Analyzer:
    return analyzer_for(analyzer_language(code))


@cache
def _ordinal_numbers(code: str) -> dict[str, int]:
    rows = language(code).questions.ordinals
    return {word: number for number, row in enumerate(rows, 1) for word in row.split()}


@cache
def _pair(pair: int, code: str) -> re.Pattern[str]:
    """Return a pattern of the words of a pair of opposites; those of the first side are in group "yes"."""
    yes, no = (
        alternation(word.strip().replace(" ", r"\s+") for word in side.split(","))
        for side in language(code).questions.opposites[pair].split("/")
    )
    return re.compile(rf"(?<!\w)(?:(?P<yes>{yes})|{no})(?!\w)", re.IGNORECASE)


@cache
def _negations(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what negates a word that follows, and one that precedes it."""
    before, after = (_any(f"questions.{key}", code) for key in ("negations", "negations_after"))
    between = rf"(?:\W+\w+){{0,{_REACH}}}\W+"
    return (
        re.compile(rf"(?<!\w){before}{between}$", re.IGNORECASE),
        re.compile(rf"{between}{after}(?!\w)", re.IGNORECASE),
    )


@cache
def _negative_form(code: str) -> re.Pattern[str]:
    """Return a pattern of words that are negated by their form, with their stem as a group."""
    return re.compile(rf"(?P<stem>\w+){_any('questions.negative_endings', code)}", re.IGNORECASE)


@cache
def _yes_no(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any('questions.yes_no', code)}(?!\w)", re.IGNORECASE)


def _any(key: str, code: str) -> str:
    fragments = phrases(key, code)
    return alternation(fragment.replace(" ", r"\s+") for fragment in fragments) if fragments else NOTHING
