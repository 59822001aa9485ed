"""Writes bot/languages/locale_words.json: words for months, days and numbers from the Unicode CLDR (Babel).

Run it after a language was added, or Babel updated: `python -m scripts.locale_words`. Babel's data of all
languages takes 23 MB while it is read, more than the rest of what the bot holds.
"""

import json
from collections.abc import Iterator
from typing import Any

from babel import Locale

from bot.languages.language import languages
from bot.languages.locale_data import whole_locale_data
from bot.languages.locale_words import FILE

_WEEKDAYS_ONLY = ("zh", "ja", "ko", "nl", "pl")
"""Languages without a file whose feeds give weekdays before a date in numbers or English."""
_SCALES = ("1000", "1000000", "1000000000")


def words_of_cldr() -> dict[str, dict[str, Any]]:
    """Return what the file holds: fields of `LocaleWords`, by language."""
    with whole_locale_data():
        words = {known.code: _of_locale(Locale(known.code)) for known in languages()}
        return words | {code: _weekdays(Locale(code)) for code in _WEEKDAYS_ONLY}


def _of_locale(locale: Locale) -> dict[str, Any]:
    return {
        "months": {name: number for name, number in _names(locale.months) if len(name) > 1},
        **_weekdays(locale),
        "scales": _scales(locale),
        "has_decimal_point": locale.number_symbols["latn"]["decimal"] == ".",
    }


def _weekdays(locale: Locale) -> dict[str, Any]:
    return {"days": dict(_names(locale.days))}


def _names(styles: Any) -> Iterator[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated", "short"):
            for number, name in styles.get(context, {}).get(width, {}).items():
                yield name.replace(".", "").lower(), int(number)


def _scales(locale: Locale) -> dict[str, int]:
    scales: dict[str, int] = {}
    for plural in locale.compact_decimal_formats.get("long", {}).values():
        for size in _SCALES:
            words = str(getattr(plural.get(size), "pattern", "")).replace("0", "").split()
            if len(words) == 1:
                scales.setdefault(words[0].lower(), int(size))
    return scales


if __name__ == "__main__":
    FILE.write_text(json.dumps(words_of_cldr(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
