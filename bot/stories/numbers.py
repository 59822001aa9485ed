"""Numbers in texts of eight languages: "2,400", "2.400", "2 400", "٢٤٠٠" and "2.4 thousand" are one."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from bot.languages.language import language
from bot.languages.locale_words import locale_words
from bot.languages.months import month_numbers

_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f’]\d{3})+(?:[.,٫]\d+)?"
_NUMBER = re.compile(rf"(?<![\w:.,/-])(?:{_GROUPED}|\d+(?:[.,٫٬]\d+)*)(?![\w:/])")
_NEXT_WORD = re.compile(r"\W{0,2}([^\W\d_]+)")
_YEARS = range(1900, 2060)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")


def numbers_in(text: str, code: str) -> Iterator[float]:
    """Yield the numbers written in digits, without years, dates and times of day."""
    for match in _NUMBER.finditer(text):
        value = _value(match[0].translate(_DIGITS), code)
        if value is None:
            continue
        after = _NEXT_WORD.match(text, match.end())
        following = after[1].lower() if after else ""
        scale = locale_words(code).scales.get(following, 1)
        is_year = value in _YEARS and scale == 1 and match[0].isdigit()
        if following not in month_numbers() and not is_year:
            yield value * scale


def spelled_number(word: str, code: str) -> int:
    """Return a number from 2 to 10 that a word is, 0 for other words."""
    return _spelled(code).get(word.lower(), 0)


def _value(digits: str, code: str) -> float | None:
    group, decimal = (",", ".") if locale_words(code).has_decimal_point else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", digits):
        digits = digits.replace(group, "")
    plain = re.sub(r"[ \u00a0\u202f’]", "", digits).replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else None


@cache
def _spelled(code: str) -> Mapping[str, int]:
    numbers = language(code).periods.numbers
    return {word: value for value, words in enumerate(numbers, 1) for word in words if value > 1}
