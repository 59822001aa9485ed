"""Time zones as dates name them: offsets, abbreviations and IANA names."""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OFFSET = re.compile(r"(?:gmt|utc|z)? ?([+-]) ?(\d{1,2})(?::?(\d\d))?")
_MAX_OFFSET = timedelta(hours=15)
_HOURS = {
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "et": -5,
    "ct": -6, "mt": -7, "pt": -8, "akst": -9, "akdt": -8, "hst": -10, "adt": -3, "nst": -3.5, "ndt": -2.5,
    "brt": -3, "brst": -2, "art": -3, "clt": -4, "clst": -3, "cot": -5, "pet": -5, "ut": 0, "utc": 0,
    "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "met": 1,
    "mest": 2, "eet": 2, "eest": 3, "cat": 2, "eat": 3, "wat": 1, "sast": 2, "msk": 3, "msd": 4, "мск": 3,
    "trt": 3, "tsi": 3, "irst": 3.5, "irdt": 4.5, "gst": 4, "pkt": 5, "npt": 5.75, "wib": 7, "ict": 7,
    "sgt": 8, "hkt": 8, "awst": 8, "pht": 8, "jst": 9, "kst": 9, "acst": 9.5, "acdt": 10.5, "aest": 10,
    "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip
"""Hours ahead of UTC, of abbreviations that mean one zone in dates; "cst" and "pst" by RFC 2822, 4.3.

"ist" and "ast" are missing: Indian, Irish or Israeli, and Arabian or Atlantic.
"""


@lru_cache(maxsize=256)
def zone_of(text: str) -> tzinfo | None:
    """Return the zone "+03:00", "gmt+3", "est" or "europe/istanbul", None for another text."""
    if text in _HOURS:
        return timezone(timedelta(hours=_HOURS[text])) if _HOURS[text] else UTC
    if "/" in text:
        return _iana(text)
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if offset > _MAX_OFFSET:
        return None
    return timezone(-offset if match[1] == "-" else offset)


def _iana(name: str) -> tzinfo | None:
    capitals = re.sub(r"[^/_]+", lambda part: part[0].capitalize(), name)
    try:
        return ZoneInfo(capitals)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
