"""Messages that ask for the news as a whole: "headlines", "what happened yesterday?", `/top week harbour`."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import cache

from bot.languages.language import languages, phrases_of_all
from bot.languages.phrases import alternation
from bot.questions.phrasing import blank_fillers
from bot.search.letters import fold
from bot.search.query.ast import Period
from bot.search.query.calendar import Calendar
from bot.search.query.date_words import UNIT_HOURS, YEAR
from bot.search.query.dates import find_periods

MAX_CHARACTERS = 100
_WORD = re.compile(r"[^\W_]+")
_QUERY_SYNTAX = re.compile('["“”„«»:()*]|https?')
_YEAR = re.compile(YEAR)
_SHORTER_THAN_A_YEAR = timedelta(days=300)
_SHORT_UNITS = {"h": 1, "d": 24, "w": 168}


@dataclass(frozen=True, slots=True)
class TopRequest:
    """What a message asks of the top stories.

    Args:
        topic: What the stories are about; "" for everything.
        period: The time asked for; None if none was named.
    """

    topic: str = ""
    period: Period | None = None


def read_message(text: str, *, now: datetime, zone: tzinfo) -> TopRequest | None:
    """Return the request of a message that asks for news and for nothing in particular; None for others.

    Args:
        now: Aware UTC.
        zone: Where days begin.
    """
    if len(text) > MAX_CHARACTERS or _QUERY_SYNTAX.search(text):
        return None
    rest, period, written = _without_period(text, Calendar(now, zone))
    if period and _YEAR.search(written) and not _is_short(period):
        return None  # the history of a year is a matter to search for
    if not _is_request(_plain(rest), dated=period is not None) and not _is_filler(rest):
        return None
    return TopRequest(period=period)


def read_command(words: str, *, now: datetime, zone: tzinfo) -> TopRequest:
    """Return what the words after /top ask for: a period, a topic, both or neither."""
    if match := _leading_duration().match(words):
        period: Period | None = Period(now - _duration(match), None)
        rest = words[match.end() :]
    else:
        rest, period, _ = _without_period(words, Calendar(now, zone))
    topic = " ".join(blank_fillers(rest).split())
    return TopRequest("" if _is_request(_plain(topic), dated=True) else topic, period)


def asks_for_updates(text: str) -> bool:
    """Return whether a message asks what is new: below an answer, since that answer."""
    words = _plain(text) if len(text) <= MAX_CHARACTERS else ""
    return _holds(words, "updates") and _has_only_known(words)


def _without_period(text: str, calendar: Calendar) -> tuple[str, Period | None, str]:
    """Return a text without its first period, that period, and how it is written."""
    found = next(iter(find_periods(text, calendar)), None)
    if found is None:
        return text, None, ""
    start, end, period = found
    return f"{text[:start]} {text[end:]}", period, text[start:end]


def _is_short(period: Period) -> bool:
    return bool(period.since and period.until and period.until - period.since < _SHORTER_THAN_A_YEAR)


def _is_request(words: str, *, dated: bool) -> bool:
    """Return whether words are a request; with a period, the words around a request are enough."""
    return _has_only_known(words) and (dated or _holds(words, "requests", "updates"))


def _is_filler(text: str) -> bool:
    """Return whether a text only leads up to a matter that doesn't come."""
    matter = blank_fillers(text)
    return matter != text and _has_only_known(_plain(matter))


def _holds(words: str, *keys: str) -> bool:
    return _phrase(*keys).search(words) is not None


@cache
def _phrase(*keys: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){_any_of(*keys)}(?!\S)")


def _has_only_known(text: str) -> bool:
    """Return whether a text consists of requests and words around them.

    Takes time in proportion to its words: a regular expression would try every division of phrases that
    contain others.
    """
    words, phrases = text.split(), _known_phrases()
    longest = max(map(len, phrases))
    reached = [True]
    for end in range(1, len(words) + 1):
        starts = range(max(end - longest, 0), end)
        reached.append(any(reached[start] and tuple(words[start:end]) in phrases for start in starts))
    return reached[-1]


@cache
def _known_phrases() -> frozenset[tuple[str, ...]]:
    keys = ("requests", "updates", "around")
    entries = (_plain(entry) for key in keys for entry in phrases_of_all(f"top.{key}"))
    return frozenset(tuple(entry.split()) for entry in entries if entry)


def _any_of(*keys: str) -> str:
    return alternation(
        filter(None, (_plain(entry) for key in keys for entry in phrases_of_all(f"top.{key}")))
    )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


@cache
def _leading_duration() -> re.Pattern[str]:
    """Match "24h", "3 days", "week" at the start, in every language."""
    units = alternation(_units())
    return re.compile(rf"\s*(?:(\d{{1,3}})\s*({units}|[hdw])|({units}))(?!\w)", re.IGNORECASE)


@cache
def _units() -> dict[str, int]:
    """Return the patterns of the units of time in every language, with their hours."""
    return {
        forms: hours
        for known in languages()
        for forms, hours in zip(known.periods.units, UNIT_HOURS, strict=False)
    }


def _duration(match: re.Match[str]) -> timedelta:
    word = match[2] or match[3]
    hours = _SHORT_UNITS.get(word.lower()) or next(
        hours for forms, hours in _units().items() if re.fullmatch(forms, word, re.IGNORECASE)
    )
    return timedelta(hours=hours * int(match[1] or 1))
