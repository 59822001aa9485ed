"""Questions as people phrase them: "latest news about" only leads up to the search words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import cache

from bot.languages.language import phrases_of_all
from bot.languages.phrases import alternation
from bot.search.ports import Correction
from bot.search.query.parser import ONLY_COMMON, parse
from bot.search.query.query import Query
from bot.search.words import find_words

_MAX_OPENINGS = 4
"""Fillers in a row that may open a question: "please, tell me about the latest news on ..."."""


def parse_question(text: str, *, now: datetime, zone: tzinfo = UTC) -> Query:
    """Return the query a question asks, without its fillers if other search words remain.

    A year alone is a word: of the event, more often than of the articles about it.

    Args:
        now, zone: As in `parse`.

    Raises:
        QueryError: As in `parse`.
    """
    matter = blank_fillers(text)
    if matter != text:
        query = parse(matter, now=now, zone=zone, years=False)
        if query.words and ONLY_COMMON not in query.problems:
            return replace(query, text=text)
    return parse(text, now=now, zone=zone, years=False)


def reads_as_question(text: str) -> bool:
    """Return whether a text begins as a question does ("could you tell me ...") or ends with its mark."""
    opening, _ = _fillers()
    return text.rstrip().endswith(("?", "؟")) or opening.match(text) is not None


def exactly(question: str, corrections: Sequence[Correction]) -> str:
    """Return a question with its corrected words in quotation marks, so that they are not corrected."""
    corrected = {correction.word for correction in corrections}
    for match in reversed(list(find_words(question))):
        quoted = question.count('"', 0, match.start()) % 2 == 1
        if match[0] in corrected and not quoted:
            question = f'{question[: match.start()]}"{match[0]}"{question[match.end() :]}'
    return question


def blank_fillers(text: str) -> str:
    """Return a question with blanks in place of its fillers; every other letter keeps its place."""
    opening, ending = _fillers()
    end = 0
    for _ in range(_MAX_OPENINGS):
        match = opening.match(text, end)
        end = match.end() if match else end
    matter = " " * end + text[end:]
    if tail := ending.search(matter):
        matter = matter[: tail.start()] + " " * (len(matter) - tail.start())
    return _furniture().sub(lambda match: " " * len(match[0]), matter)


@cache
def _fillers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may open a question and what may end one, in every language."""
    openings, endings = (_any_of(phrases_of_all(f"fillers.{key}")) for key in ("openings", "endings"))
    return (
        re.compile(rf"[\s,:;.¿¡]*{openings}(?![\w*]|\s+OR\s)", re.IGNORECASE),
        re.compile(rf"(?<=\s){endings}[\s?!.؟]*$", re.IGNORECASE),
    )


@cache
def _furniture() -> re.Pattern[str]:
    """What asks rather than names, anywhere in a question, in every language."""
    return re.compile(
        rf"(?<![\w\"“„«:]){_any_of(phrases_of_all('questions.furniture'))}(?![\w*:]|\s+OR\s)", re.IGNORECASE
    )


def _any_of(phrases: Iterable[str]) -> str:
    return alternation(phrase.replace(" ", r"\s+") for phrase in phrases)
