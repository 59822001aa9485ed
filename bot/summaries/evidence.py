"""Whether a sentence contains what a question asks for; `bot/questions/intent.py` says what that is."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import NOTHING, alternation, phrases
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.words import find_words

_NEAR = 3
"""Words after a number within which its unit follows ("65 more lives")."""
_AGE_DOUBTFUL = 0.4
"""Share of the evidence that a number next to a unit of time is for an age."""
_DIGIT = re.compile(r"[$£€]?\d")
_MARK = re.compile(r"[$£€¥%]")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_QUOTATION = re.compile(r"[\"“”„«»]")
_NAME = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’-]+")
_AGE = re.compile(r"[,،] ?\d\d[,،]")


class AnswerKind(StrEnum):
    """What a question asks for."""

    TOPIC = "topic"
    NUMBER = "number"
    AMOUNT = "amount"
    AGE = "age"
    DURATION = "duration"
    TIME = "time"
    PLACE = "place"
    REASON = "reason"
    STATEMENT = "statement"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for.

    Args:
        counted: Of a number: what is counted ("lives").
        speaker: Of a statement: whose.
    """

    kind: AnswerKind
    counted: str = ""
    speaker: str = ""


def evidence(wanted: Wanted, sentence: str, asked: frozenset[str], code: str) -> float:
    """Return how surely a sentence holds what is wanted, in [0, 1]; 0 for a topic.

    Args:
        asked: Terms of the question: a name in it is no answer.
        code: The sentence's language, ISO 639-1.
    """
    match wanted.kind:
        case AnswerKind.TOPIC:
            return 0.0
        case AnswerKind.NUMBER:
            return _number(wanted.counted, sentence, code)
        case AnswerKind.AMOUNT:
            return _measured(sentence, code, has_unit=bool(_MARK.search(sentence)), units="amount_words")
        case AnswerKind.AGE:
            return _age(sentence, code)
        case AnswerKind.DURATION:
            return _measured(sentence, code, has_unit=False, units="duration_words")
        case AnswerKind.TIME:
            return _time(sentence, code)
        case AnswerKind.REASON:
            if _any("reason_words", code).search(sentence):
                return 1.0
            return 0.5 if _any("reason_hints", code).search(sentence) else 0.0
        case AnswerKind.STATEMENT:
            quoted = bool(_QUOTATION.search(sentence))
            reported = is_reported(sentence, code)
            return 1.0 if quoted and reported else 0.7 if quoted or reported else 0.0
        case AnswerKind.PLACE | AnswerKind.NAME:
            return _new_name(wanted.kind, sentence, asked, code)


def is_reported(text: str, code: str) -> bool:
    """Return whether a text has a word that reports speech ("said")."""
    return bool(_any("statement_words", code).search(text))


def _number(counted: str, sentence: str, code: str) -> float:
    analyzer = analyzer_for(analyzer_language(code))
    tokens = [match[0] for match in find_words(sentence)]
    numbers = [place for place, token in enumerate(tokens) if _is_number(token, code)]
    if not numbers:
        return 0.0
    unit = analyzer.term(counted) if counted else None
    if unit is None:
        return 0.7
    near = (token for place in numbers for token in tokens[place + 1 : place + 1 + _NEAR])
    return 1.0 if any(analyzer.term(token) == unit for token in near) else 0.5


def _is_number(token: str, code: str) -> bool:
    return bool(_DIGIT.match(token)) or token.casefold() in _number_words(code)


@cache
def _number_words(code: str) -> frozenset[str]:
    known = language(code)
    small = {word for number in known.periods.numbers[1:] for word in number}  # "a" and "one" say little
    return frozenset(small)


def _measured(sentence: str, code: str, *, has_unit: bool, units: str) -> float:
    number = any(_is_number(match[0], code) for match in find_words(sentence))
    if not number and not _any("number_words", code).search(sentence):
        return 0.0
    return 1.0 if has_unit or _any(units, code).search(sentence) else 0.4


def _age(sentence: str, code: str) -> float:
    if _AGE.search(sentence) or _age_forms(code).search(sentence):
        return 1.0
    return _AGE_DOUBTFUL * _measured(sentence, code, has_unit=False, units="duration_words")


@cache
def _age_forms(code: str) -> re.Pattern[str]:
    return _words(
        tuple(form.replace("{n}", r"\d{1,3}") for form in phrases("questions.age_forms", code)), code
    )


def _time(sentence: str, code: str) -> float:
    month = _months(code).search(sentence)
    if _YEAR.search(sentence) or (month and _DIGIT.search(sentence)):
        return 1.0
    return (
        0.6 if month or _weekdays(code).search(sentence) or _any("time_words", code).search(sentence) else 0.0
    )


def _new_name(kind: AnswerKind, sentence: str, asked: frozenset[str], code: str) -> float:
    """A capitalised word that the question lacks; in scripts without capitals, any sentence may hold one."""
    analyzer = analyzer_for(analyzer_language(code))
    if language(code).script not in ("LATIN", "CYRILLIC"):
        place = kind is AnswerKind.PLACE and _any("place_words", code).search(sentence)
        return 0.5 if place or kind is AnswerKind.NAME else 0.0
    first = len(sentence) - len(sentence.lstrip("\"'“”‘’«»([ ")) + 1
    names = [
        match for match in _NAME.finditer(sentence, first) if analyzer.term(match[0]) not in {*asked, None}
    ]
    if kind is AnswerKind.NAME:
        return 1.0 if names else 0.0
    before = _before_place(code)
    if before.pattern == NOTHING:
        return 1.0 if names else 0.0
    return 1.0 if any(before.search(sentence, 0, match.start()) for match in names) else 0.3 if names else 0.0


@cache
def _any(key: str, code: str) -> re.Pattern[str]:
    return _words(phrases(f"questions.{key}", code), code)


@cache
def _months(code: str) -> re.Pattern[str]:
    return _words(tuple(re.escape(name) for names in language(code).months for name in names), code)


@cache
def _weekdays(code: str) -> re.Pattern[str]:
    return _words(language(code).periods.weekdays, code)


@cache
def _before_place(code: str) -> re.Pattern[str]:
    fragments = phrases("questions.place_words", code)
    return re.compile(
        rf"(?<!\w){alternation(fragments)}\s+(?:the\s+)?$" if fragments else NOTHING, re.IGNORECASE
    )


def _words(fragments: tuple[str, ...], code: str) -> re.Pattern[str]:
    body = alternation(fragment.replace(" ", r"\s+") for fragment in fragments)
    clitics = "".join(f"(?:{clitic})?" for clitic in language(code).questions.clitics)
    return re.compile(rf"(?<!\w){clitics}{body}(?!\w)", re.IGNORECASE)
