"""Writes bot/search/places.json: the names of places from the Unicode CLDR, by way of Babel.

Run it after a language was added, or Babel updated: `python -m scripts.places`. Reading the few names that
are needed from a file takes 2 ms and 1 MB, reading Babel's data of all languages 150 ms and 16 MB.
"""

import json
import re
from functools import cache

from babel import Locale

from bot.languages.language import language, languages
from bot.languages.locale_data import whole_locale_data
from bot.search.places import FILE

_COUNTRY = re.compile(r"[A-Z]{2}")
_CITY = re.compile(r"(?!Antarctica|Etc)\w+/\w+")


def names_of_cldr() -> dict[str, dict[str, str]]:
    """Return, for each language with a file, the names of countries and cities by code."""
    with whole_locale_data():
        return {known.code: _of_locale(Locale.parse(known.code)) for known in languages()}


def _of_locale(locale: Locale) -> dict[str, str]:
    countries = {code: name for code, name in locale.territories.items() if _COUNTRY.fullmatch(code)}
    zones = {zone: info.get("city", "") for zone, info in locale.time_zones.items()}
    if language(locale.language).script == "LATIN":  # whose files leave out names spelled as in the zone
        zones = {zone: zones.get(zone) or _city_of(zone) for zone in _zones()}
    return {**{zone: city for zone, city in zones.items() if _CITY.fullmatch(zone)}, **countries}


def _city_of(zone: str) -> str:
    return zone.split("/")[-1].replace("_", " ")


@cache
def _zones() -> tuple[str, ...]:
    """Return the zones whose cities some language names."""
    locales = (Locale(code) for code in ("en", "ru"))
    return tuple(dict.fromkeys(str(zone) for locale in locales for zone in locale.time_zones))


if __name__ == "__main__":
    FILE.write_text(json.dumps(names_of_cldr(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
