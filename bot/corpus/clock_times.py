"""Times of day as fields write them: "14:30", "14.30.05", "9h", "2:30 pm"."""

import re
from datetime import time, tzinfo

_HALF = r"(?: ?(?P<half>[ap]\.? ?m\b\.?))?"
_CLOCKS = tuple(
    re.compile(form)
    for form in (
        r"(?<![\d:])t?(?P<hour>\d{1,2}) ?[:h] ?(?P<minute>\d\d)"
        r"(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?(?![\d:])" + _HALF,
        r"(?<![\d.])(?P<hour>\d{1,2})\.(?P<minute>\d\d)(?:\.(?P<second>\d\d))?(?![\d.])" + _HALF,
        r"(?<![\d:])(?P<hour>\d{1,2}) ?(?:h|uhr)\b",
        r"(?<![\d:])(?P<hour>\d{1,2}) ?(?P<half>[ap]\.?m\b\.?)",
    )
)


def find_clock(text: str) -> re.Match[str] | None:
    """Return where a text in small letters has a time of day, or None."""
    return next(filter(None, (form.search(text) for form in _CLOCKS)), None)


def ends_day(match: re.Match[str] | None) -> bool:
    """Return whether a match of `find_clock` is 24:00, the midnight that ends its day."""
    return match is not None and match["hour"] == "24"


def clock_time(match: re.Match[str] | None, half: str, zone: tzinfo) -> time | None:
    """Return the time of day in a match of `find_clock`; None without a match.

    Args:
        half: "am" or "pm" written elsewhere, "" for neither.

    Raises:
        ValueError: There is no such time.
    """
    if match is None:
        return None
    groups = match.groupdict()
    hour, half = int(groups["hour"]), (groups.get("half") or half)[:1]
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    second = min(int(groups.get("second") or 0), 59)
    return time(hour % 24 if hour == 24 else hour, int(groups.get("minute") or 0), second, tzinfo=zone)
