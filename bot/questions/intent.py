"""What a question asks for: a number, a date, a place ... `bot/summaries/evidence.py` looks for it."""

import re
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import NOTHING, alternation, phrases
from bot.summaries.evidence import AnswerKind, Wanted

_NOUN, _SPEAKER = r"([\w'’-]+)", r"(\w.*?)"
_KEYS = {  # more specific kinds first
    AnswerKind.STATEMENT: "statements",
    AnswerKind.AGE: "ages",
    AnswerKind.DURATION: "durations",
    AnswerKind.AMOUNT: "amounts",
    AnswerKind.REASON: "reasons",
    AnswerKind.TIME: "times",
    AnswerKind.PLACE: "places",
    AnswerKind.NAME: "names",
}


def wanted_answer(question: str, code: str) -> Wanted:
    """Return what a question asks for: what its first question word asks.

    Args:
        code: Language whose question words are looked for, ISO 639-1.
    """
    kind, match = _first_phrase(question, code)
    named = _group(match) if match else ""
    return Wanted(kind, speaker=named) if kind is AnswerKind.STATEMENT else Wanted(kind, counted=named)


def matter_of(question: str, code: str) -> str:
    """Return a question without the words that ask ("how many people"); "" if it asks nothing."""
    kind, match = _first_phrase(question, code)
    if match is None:
        return ""
    speaker = _group(match) if kind is AnswerKind.STATEMENT else ""
    return f"{question[: match.start()]} {speaker} {question[match.end() :]}"


def _first_phrase(question: str, code: str) -> tuple[AnswerKind, re.Match[str] | None]:
    """Return the first phrase that asks, and what it asks for."""
    counted = _count_pattern(code).search(question)
    kinds = {kind: _pattern(key, code).search(question) for kind, key in _KEYS.items()}
    matches = {kind: match for kind, match in {**kinds, AnswerKind.NUMBER: counted}.items() if match}
    return min(matches.items(), key=lambda item: item[1].start(), default=(AnswerKind.TOPIC, None))


def continues(message: str, code: str) -> bool:
    """Return whether a message leans on the previous one: "and why?", "what did he say?"."""
    return bool(_opening(code).match(message) or _pattern("references", code).search(message))


def asks(message: str, code: str) -> bool:
    """Return whether a message contains a question word."""
    return wanted_answer(message, code).kind is not AnswerKind.TOPIC


def _group(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "")


@cache
def _pattern(key: str, code: str) -> re.Pattern[str]:
    speaker = tuple(phrase.replace("{speaker}", _SPEAKER) for phrase in phrases(f"questions.{key}", code))
    return _compiled(r"(?<!\w){}(?!\w)", speaker)


def asks_identity(question: str, code: str) -> bool:
    """Return whether a question asks who or what something is, so that it has no verb."""
    return bool(_pattern("identities", code).search(question))


def asks_whether(message: str, code: str) -> bool:
    """Return whether a message is answered with yes or no; "is there" starts a new question."""
    return bool(_pattern("yes_no", code).search(message) and not _pattern("existence", code).search(message))


@cache
def _opening(code: str) -> re.Pattern[str]:
    return _compiled(r"[\s,.;:¿¡]*{}(?!\w)", phrases("questions.follow_ups", code))


@cache
def _count_pattern(code: str) -> re.Pattern[str]:
    counts = language(code).questions.counts
    return _compiled(r"(?<!\w){}", tuple(phrase.replace("{noun}", _NOUN) for phrase in counts))


def _compiled(form: str, fragments: tuple[str, ...]) -> re.Pattern[str]:
    body = alternation(fragment.replace(" ", r"\s+") for fragment in fragments) if fragments else NOTHING
    return re.compile(form.replace("{}", body), re.IGNORECASE)
