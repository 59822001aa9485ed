"""Time zones by what people call them: a city, a country, an IANA name, a place on the map."""

import unicodedata
import zoneinfo
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from rapidfuzz import process
from rapidfuzz.distance import OSA
from tzfpy import get_tz

_SPOKEN = ("en", "ar", "tr", "ru", "fr", "de", "es", "fa")
_LEFT_OUT = ("Etc/", "SystemV/", "posix/", "right/")


def zone_named(name: str, *, language: str | None = None) -> str | None:
    """Return the IANA name of the zone of a city, a country with one time, or an IANA name; None if unknown.

    Args:
        language: The person's, ISO 639-1; city names are known in it, and in some others.
    """
    wanted = _plain(name)
    for spoken in dict.fromkeys((language or "en", *_SPOKEN)):
        if found := _names(spoken).get(wanted):
            return found
    return None


def zones_like(name: str, *, limit: int = 3) -> tuple[str, ...]:
    """Return known names that look like a mistyped one, likest first, as they stand in `zone_named`."""
    near = process.extract(_plain(name), list(_names("en")), scorer=OSA.normalized_similarity, limit=limit)
    return tuple(known.title() for known, similarity, _ in near if similarity >= 0.7)


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the IANA name of the zone of a place, degrees north and east; None where there is none."""
    name: str = get_tz(longitude, latitude)
    return name if name in known_zones() else None


@cache
def known_zones() -> frozenset[str]:
    """Return the IANA names of every zone; asked of the system once, as it walks through files."""
    return frozenset(zoneinfo.available_timezones())


@cache
def _names(language: str) -> dict[str, str]:
    """Every name of a zone in one language, plain, with the zone."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    names: dict[str, str] = {}
    aliases = get_global("zone_aliases")
    for zone in sorted(known_zones(), key=lambda zone: (zone in aliases, zone)):
        if "/" in zone and not zone.startswith(_LEFT_OUT):
            names[_plain(zone)] = zone
            names.setdefault(_plain(zone.rsplit("/", 1)[1]), zone)
    for zone, said in locale.time_zones.items():
        if zone in known_zones() and "city" in said:
            names[_plain(said["city"])] = zone
    for code, zones in _by_country().items():
        if len(set(map(_clock, zones))) == 1 and code in locale.territories:
            names.setdefault(_plain(locale.territories[code]), zones[0])
    return names | {"utc": "UTC", "gmt": "UTC"}


@cache
def _by_country() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for zone, code in get_global("zone_territories").items():
        if zone in known_zones() and not zone.startswith(_LEFT_OUT):
            found.setdefault(code, []).append(zone)
    return found


def _clock(zone: str) -> tuple[object, ...]:
    """What the clocks of a zone show in the seasons of a year: zones alike in this are one to people."""
    return tuple(datetime(2026, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 4, 7, 10))


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("_", " ").replace("ı", "i"))
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())
