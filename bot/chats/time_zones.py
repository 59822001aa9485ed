"""Time zones by what people call them: a city, a country, an IANA name, a location."""

import unicodedata
import zoneinfo
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.languages.locale_data import whole_locale_data

_LANGUAGES = ("en", "ar", "tr", "ru", "fr", "de", "es", "fa")
_EXCLUDED = ("Etc/", "SystemV/", "posix/", "right/")
_MIN_SIMILARITY = 0.7
"""Of a mistyped name to a known one, 0 to 1."""


def zone_named(name: str, *, language: str | None = None) -> str | None:
    """Return the IANA name of the zone of a city, of a country with one time, or of an IANA name.

    Call it in a thread: the names in a language are read at their first use, in about 30 ms each.

    Args:
        language: The user's language, ISO 639-1; city names are known in it and in eight others.
    """
    folded = _fold(name)
    zones = (_zones_by_name(code).get(folded) for code in dict.fromkeys((language or "en", *_LANGUAGES)))
    return next((zone for zone in zones if zone), None)


def zones_like(name: str, *, limit: int = 3) -> tuple[str, ...]:
    """Return names that `zone_named` knows and that are similar to a mistyped one, most similar first."""
    names = list(_zones_by_name("en"))
    matches = process.extract(_fold(name), names, scorer=OSA.normalized_similarity, limit=limit)
    return tuple(known.title() for known, similarity, _ in matches if similarity >= _MIN_SIMILARITY)


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the IANA name of the zone of a location (degrees north and east), or None."""
    from tzfpy import get_tz  # a map of all zones

    name: str = get_tz(longitude, latitude)
    return name if name in known_zones() else None


@cache
def known_zones() -> frozenset[str]:
    """Return the IANA names of all zones; cached, because the system reads files for it."""
    return frozenset(zoneinfo.available_timezones())


@cache
def _zones_by_name(language: str) -> dict[str, str]:
    """Return the zones by their folded names in one language.

    One language at a time: while it reads whole locale data, others wait to format with theirs.
    """
    with whole_locale_data():
        return _read_zones_by_name(language)


def _read_zones_by_name(language: str) -> dict[str, str]:
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    names: dict[str, str] = {}
    aliases = get_global("zone_aliases")
    for zone in sorted(known_zones(), key=lambda zone: (zone in aliases, zone)):
        if "/" in zone and not zone.startswith(_EXCLUDED):
            names[_fold(zone)] = zone
            names.setdefault(_fold(zone.rsplit("/", 1)[1]), zone)
    for zone, translated in locale.time_zones.items():
        if zone in known_zones() and "city" in translated:
            names[_fold(translated["city"])] = zone
    for code, zones in _by_country().items():
        if len(set(map(_offsets, zones))) == 1 and code in locale.territories:
            names.setdefault(_fold(locale.territories[code]), zones[0])
    return names | {"utc": "UTC", "gmt": "UTC"}


@cache
def _by_country() -> dict[str, list[str]]:
    zones: dict[str, list[str]] = {}
    for zone, code in get_global("zone_territories").items():
        if zone in known_zones() and not zone.startswith(_EXCLUDED):
            zones.setdefault(code, []).append(zone)
    return zones


def _offsets(zone: str) -> tuple[object, ...]:
    """Return a zone's UTC offsets over a year; zones that agree in them count as the same."""
    return tuple(datetime(2026, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 4, 7, 10))


def _fold(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("_", " ").replace("ı", "i"))
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())
