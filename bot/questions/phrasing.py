"""Questions as people phrase them: "latest news about" only leads up to the search words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import cache

from bot.corpus.analysis.sentences import split_sentences
from bot.languages.language import language, phrases_of_all
from bot.languages.phrases import alternation, phrases
from bot.languages.stopwords import spoken_in
from bot.search.ports import Correction
from bot.search.query.parser import ONLY_COMMON, parse
from bot.search.query.query import Query
from bot.search.words import find_words, split_words

_OPENED = r"[\s,:;.¿¡]*{}(?![\w*]|\s+OR\s)"
_ASKING = ("counts", "amounts", "durations", "ages", "times", "places", "reasons", "statements", "names")
"""Lists of question words."""
_QUESTION_MARKS, _FULL_STOPS = ("?", "؟"), (".", "!", "…", "۔")
_CLOSING = "\"'”’») \n\t"
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
    """Return whether a long text asks rather than reports.

    A request does ("please tell me ..."), and so does a single sentence with a closing question mark. A
    question word alone is not enough, as reports begin with "When the river rose, ...": the text must be
    one sentence without a full stop, or close with a question mark.
    """
    codes = spoken_in(split_words(text))
    starts = _starts(text)
    if any(_requests().match(text, start) for start in starts):
        return True
    asks = any(_question_words(code).match(text, start) for code in ("", *codes) for start in starts)
    marked = text.rstrip().endswith(_QUESTION_MARKS)
    if len(split_sentences(text, codes[0] if codes else "")) > 1:
        return asks and marked
    return marked or (asks and not text.rstrip(_CLOSING).endswith(_FULL_STOPS))


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
    end = _starts(text)[-1]
    matter = " " * end + text[end:]
    if tail := _ending().search(matter):
        matter = matter[: tail.start()] + " " * (len(matter) - tail.start())
    return _furniture().sub(lambda match: " " * len(match[0]), matter)


def _starts(text: str) -> list[int]:
    """Return where a text begins: at 0, and after each filler that opens it."""
    starts = [0]
    for _ in range(_MAX_OPENINGS):
        if match := _opening().match(text, starts[-1]):
            starts.append(match.end())
    return starts


@cache
def _opening() -> re.Pattern[str]:
    """What may open a question, in every language."""
    return _opened_by(f"fillers.{key}" for key in ("openings", "requests", "asking"))


@cache
def _requests() -> re.Pattern[str]:
    """Fillers that open a question and no report, in every language."""
    return _opened_by(["fillers.requests"])


@cache
def _question_words(code: str) -> re.Pattern[str]:
    """The words that open a question of a language; the fillers among them, of every language, for ""."""
    if not code:
        return _opened_by(["fillers.asking"])
    known = language(code)
    other = {*known.questions.place_words, *known.questions.negations}  # Arabic من is “who” and “from”
    entries = (entry for key in _ASKING for entry in phrases(f"questions.{key}", code))
    words = (re.sub(r"\{\w+\}", r"\\w+", entry) for entry in entries if entry not in other)
    return re.compile(_OPENED.replace("{}", _any_of(words)), re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    """What may end a question, in every language."""
    endings = _any_of(phrases_of_all("fillers.endings"))
    return re.compile(rf"(?<=\s){endings}[\s?!.؟]*$", re.IGNORECASE)


def _opened_by(keys: Iterable[str]) -> re.Pattern[str]:
    entries = _any_of(entry for key in keys for entry in phrases_of_all(key))
    return re.compile(_OPENED.replace("{}", entries), re.IGNORECASE)


@cache
def _furniture() -> re.Pattern[str]:
    """What asks rather than names, anywhere in a question, in every language."""
    return re.compile(
        rf"(?<![\w\"“„«:]){_any_of(phrases_of_all('questions.furniture'))}(?![\w*:]|\s+OR\s)", re.IGNORECASE
    )


def _any_of(phrases: Iterable[str]) -> str:
    return alternation(phrase.replace(" ", r"\s+") for phrase in phrases)
