"""Figures in a sentence, with what they leave open: "at least 3" may be 4, "2,000" may be 2,300."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf

from bot.languages.language import language
from bot.languages.phrases import NOTHING, alternation, phrases
from bot.search.letters import lower

_EXACT_BELOW = 100
"""Numbers below this are counted; round ones above it may be rounded."""
_TOO_LARGE = 1e15
"""From this value on, a number counts nothing: it is an id, or no number at all."""
_ABOUT = 0.15
"""Share by which "about 50" may be off."""
_REACH = 32
"""Characters before a number in which its bound begins."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DIGITS = r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,٫٬'’]\d+)*"
_GROUPS = re.compile(r"\d{1,3}([.,٬'’\u00a0\u202f ])\d{3}(?:\1\d{3})*")
_CURRENCIES = "$€£¥₺₽₴₹"
_CURRENCY = re.compile(rf"([{_CURRENCIES}])\s?$")
_DECIMAL_COMMA = ("de", "es", "fr", "it", "pt", "ru", "tr", "uk")
"""Languages that write 1.200 for 1,200; in others it is a little more than 1."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure.

    Args:
        start, end: Where it is in its text, with the words that bound it.
        value: The number itself.
        low, high: What the figure may be, if it is right.
        words: Whether the number is in words.
        unit: The sign of a currency next to it ("$"); None without one.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    words: bool = False
    unit: str | None = None

    @property
    def is_article(self) -> bool:
        """Whether it is a word for 1, which says little: "one man", "eine Frau"."""
        return self.words and self.value == 1

    def agrees(self, other: "Quantity") -> bool:
        """Return whether both can be right."""
        return self.low <= other.high and other.low <= self.high


def quantities(text: str, code: str, *, amounts: bool = False) -> tuple[Quantity, ...]:
    """Return the figures of a text, in order; years, days of a month and ids are none.

    Args:
        code: The text's language, ISO 639-1.
        amounts: Whether amounts of money and shares with their signs ("$20 million", "5%") are figures, too.
    """
    number = _number(code, amounts=amounts)
    matches = (match for match in number.finditer(text) if not _is_date(text, match, code))
    values = ((match, _value(match, code)) for match in matches)
    found = [_bounded(text, match, value, code) for match, value in values if value < _TOO_LARGE]
    return tuple(_ranges(text, found, code))


def has_amounts(text: str) -> bool:
    """Return whether a text has signs of money or shares."""
    return any(sign in text for sign in f"%{_CURRENCIES}")


def _value(match: re.Match[str], code: str) -> float:
    value: float
    if match["digits"]:
        value = _from_digits(match["digits"], code)
    else:
        value = sum(_numbers(code)[lower(word, code)] for word in _words_in(match["words"], code))
    for word in (match["multipliers"] or "").split():
        value *= _multipliers(code)[lower(word, code)]
    return value + float(match["rest"] or 0)


def _from_digits(digits: str, code: str) -> float:
    if groups := _GROUPS.fullmatch(digits):
        decimal = (groups[1] == "." and code not in _DECIMAL_COMMA) or (
            groups[1] == "," and code in _DECIMAL_COMMA
        )
        if not decimal:
            return float(re.sub(r"\D", "", digits))
    parts = re.split(r"\D", digits)
    return float(".".join(("".join(parts[:-1]), parts[-1]))) if len(parts) > 1 else float(digits)


def _words_in(words: str, code: str) -> list[str]:
    if lower(words, code) in _numbers(code):
        return [words]
    return [match[0] for match in _one_word(code).finditer(words)]


def _bounded(text: str, match: re.Match[str], value: float, code: str) -> Quantity:
    before, after = _bounds(code)
    start, end = match.span()
    sign = _CURRENCY.search(text, max(start - 2, 0), start)
    start = sign.start() if sign else start
    bound = before.search(text, max(start - _REACH, 0), start)
    behind = after.match(text, end)
    kind = (bound.lastgroup if bound else None) or (behind.lastgroup if behind else None)
    start = bound.start() if bound else start
    end = behind.end() if behind else end
    slack = _slack(value, match)
    low, high = value - slack, value + slack
    if kind == "at_least":
        high = inf
    elif kind == "at_most":
        low = 0.0
    elif kind == "about":
        low, high = min(low, value * (1 - _ABOUT)), max(high, value * (1 + _ABOUT))
    return Quantity(start, end, value, low, high, bool(match["words"]), sign[1] if sign else None)


def _slack(value: float, match: re.Match[str]) -> float:
    """Return by how much a number without a bound may be rounded: half of its last digit's worth."""
    if value < _EXACT_BELOW or value != int(value):
        return 0.0
    unit = 1
    while value % (unit * 10) == 0:
        unit *= 10
    return unit / 2 if unit > 1 else 0.0


def _ranges(text: str, found: list[Quantity], code: str) -> Iterator[Quantity]:
    """Yield figures; the two of a range as one."""
    joined, last = _range(code), None
    for quantity in found:
        if last and last.value < quantity.value and joined.fullmatch(text, last.end, quantity.start):
            last = Quantity(last.start, quantity.end, quantity.value, last.low, quantity.high, last.words)
            continue
        if last:
            yield last
        last = quantity
    if last:
        yield last


def _is_date(text: str, match: re.Match[str], code: str) -> bool:
    if not match["digits"] or match["multipliers"]:
        return False
    if _YEAR.fullmatch(match["digits"]):
        return True
    before, after = _months(code)
    return bool(before.search(text, max(match.start() - _REACH, 0), match.start())) or bool(
        after.match(text, match.end())
    )


@cache
def _number(code: str, *, amounts: bool) -> re.Pattern[str]:
    word = alternation(re.escape(word) for word in _numbers(code))
    joined = alternation(phrases("differences.joined_by", code))
    multiplier = alternation(re.escape(word) for word in _multipliers(code))
    not_before, not_behind = ("", "") if amounts else (_CURRENCIES, "%")
    return re.compile(
        rf"(?<![\w.,:/#{not_before}])(?<![^\W\d]-)(?:(?P<digits>{_DIGITS})|(?P<words>{word}(?:{joined}{word})?))"
        rf"(?P<multipliers>(?:\s{multiplier})*)(?:(?<!\d)\s(?P<rest>\d{{1,3}}))?(?![\w{not_behind}]|[:/.,]\d)",
        re.IGNORECASE,
    )


@cache
def _one_word(code: str) -> re.Pattern[str]:
    return re.compile(alternation(re.escape(word) for word in _numbers(code)), re.IGNORECASE)


@cache
def _numbers(code: str) -> dict[str, int]:
    return _values("numbers", code)


@cache
def _multipliers(code: str) -> dict[str, int]:
    return _values("multipliers", code)


def _values(key: str, code: str) -> dict[str, int]:
    rows = (row.split() for row in phrases(f"differences.{key}", code))
    return {lower(word, code): int(value) for value, *words in rows for word in words}


@cache
def _bounds(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = (rf"(?P<{key}>{_any(key, code)})" for key in ("at_least", "at_most", "about"))
    after = (rf"(?P<{key}>{_any(f'{key}_after', code)})" for key in ("at_least", "about"))
    return (
        re.compile(rf"(?<!\w)(?:{'|'.join(before)})\s+$", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(after)})(?!\w)", re.IGNORECASE),
    )


@cache
def _range(code: str) -> re.Pattern[str]:
    return re.compile(_any("range", code), re.IGNORECASE)


@cache
def _months(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what comes before and after the number of a day."""
    names = alternation(re.escape(name) for row in language(code).months for name in row)
    return (
        re.compile(rf"(?<!\w){names}\.?\s$", re.IGNORECASE),
        re.compile(rf"\.?\s{names}(?!\w)", re.IGNORECASE),
    )


def _any(key: str, code: str) -> str:
    fragments = phrases(f"differences.{key}", code)
    return alternation(fragment.replace(" ", r"\s") for fragment in fragments) if fragments else NOTHING
