"""The words of dates in fields: months, weekdays, halves of the day, and words that mean nothing."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from bot.corpus.jalali import JALALI_MONTHS, MONTH_NAMES
from bot.languages.months import month_beginnings, month_numbers, weekday_numbers

_EAST_ASIAN = (
    ("年", "-"), ("月", "-"), ("日", " "), ("号", " "), ("號", " "), ("時", ":"), ("时", ":"), ("点", ":"),
    ("點", ":"), ("分", ":"), ("秒", " "), ("년", "-"), ("월 ", "- "), ("월", "-"), ("일 ", " "), ("시",
    ":"), ("분", ":"), ("초", " "), ("午前", " 午前 "), ("午後", " 午後 "), ("上午", " 上午 "), ("下午",
    " 下午 "), ("오전", " 오전 "), ("오후", " 오후 "), ("星期", " 星期"),
)  # fmt: skip
"""Signs behind numbers in Chinese, Japanese and Korean dates."""
DAY_HALVES = {
    "am": "a", "上午": "a", "午前": "a", "오전": "a", "ص": "a", "صباحا": "a", "öö": "a", "oo": "a",
    "pm": "p", "下午": "p", "午後": "p", "오후": "p", "م": "p", "مساء": "p", "ös": "p", "os": "p",
}  # fmt: skip
FILLERS = frozenset({
    "at", "of", "the", "on", "um", "uhr", "am", "den", "der", "le", "la", "a", "h", "de", "del", "las", "los",
    "el", "and", "и", "в", "г", "года", "год", "as", "saat", "ساعت", "الساعه", "في", "فی", "یوم", "published",
    "updated", "posted",
})  # fmt: skip
"""Folded, as `fold` returns them."""

_WORD = re.compile(r"[^\W\d_]+(?:[/_'’\u200c][^\W\d_]+)*")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª)\b")
_ARABIC = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "\u200c": ""})


def simple_date(text: str) -> str:
    """Return a date with European digits, in small letters, on one line."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(
            str(unicodedata.decimal(character)) if character.isdecimal() else character
            for character in text
            if unicodedata.category(character) not in ("Cf", "Cc") or character in "\u200c\n\t"
        )
    return " ".join(text.lower().split())


def plain_date(text: str) -> str:
    """Return a date as `simple_date` returns it, with European separators."""
    text = simple_date(text)
    if not text.isascii():
        for sign, plain in _EAST_ASIAN:
            text = text.replace(sign, plain)
        text = re.sub(r"(?<=\d): ?(\d)(?!\d)", r":0\1", re.sub(r"(?<=\d)- (?=\d)", "-", text))
        text = " ".join(re.sub(r":(?! ?\d)", " ", text).split())
    return text


@cache
def fold(word: str) -> str:
    """Return a word in small letters without accents, dots and other ways to spell one letter."""
    if word.isascii():
        return word.replace(".", "")
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_ARABIC).replace(".", "")


def month_of(word: str) -> int | None:
    """Return the number of the month that a folded word names, None when it names none.

    Months of the Iranian calendar have the numbers in `JALALI_MONTHS`; "august/ab" names one month twice.
    """
    numbers = {_months().get(name) for name in word.split("/")}
    return numbers.pop() if len(numbers) == 1 else None


def weekdays_of(word: str) -> frozenset[int]:
    """Return the weekdays that a folded word may mean, 0 for Monday."""
    return _weekdays().get(word, frozenset())


@cache
def _months() -> dict[str, int]:
    jalali = {fold(name): number for name, number in zip(MONTH_NAMES, JALALI_MONTHS, strict=True)}
    beginnings = jalali | {fold(start): number for start, number in month_beginnings().items()}
    return beginnings | {fold(name.replace(" ", "_")): number for name, number in month_numbers().items()}


@cache
def _weekdays() -> dict[str, frozenset[int]]:
    folded: dict[str, frozenset[int]] = {
        "tues": frozenset({1}),
        "thur": frozenset({3}),
        "thurs": frozenset({3}),
    }
    for name, numbers in weekday_numbers().items():
        folded[fold(name)] = folded.get(fold(name), frozenset()) | numbers
    return folded


def words_of(before: str, after: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a date, folded, and whether each follows the time."""
    for part, follows in ((before, False), (after, True)):
        for match in _WORD.finditer(_joined_names(_ORDINAL.sub("", part))):
            yield fold(match.group()), follows


def _joined_names(text: str) -> str:
    """Return a date with "_" within months of two words, which some Arabic ones are."""
    return text if text.isascii() else _double_names().sub(lambda name: name[0].replace(" ", "_"), text)


@cache
def _double_names() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in month_numbers() if " " in name))
