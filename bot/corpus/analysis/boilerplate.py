"""Lines of a page that are not the article: what each kind is called, and which line is one."""

from bot.languages.phrases import pattern

MOTTO = "motto"
HEADLINE = "headline again"
MASTHEAD = "masthead"
BYLINE = "byline"
DATE = "date line"
DATELINE = "dateline"
CREDIT = "credit line"
PICTURE = "picture credit"
SHARE = "share line"
RELATED = "related links"
COOKIE = "cookie line"
NEWSLETTER = "newsletter box"
NAVIGATION = "navigation"
COPYRIGHT = "copyright line"

LONGEST_LINE = 160  # a furniture line is short; longer ones are taken for body text
LONGEST_NOTICE = 400
_SHARE_FORM = r"(?:{}(?![^\W\d_])[\s:|,·•/+()0-9]*)+"
_WHOLE_LINES = (("navigation", NAVIGATION), ("copyright", COPYRIGHT), ("picture", PICTURE))


def kind_of(line: str) -> str | None:
    """Return which kind of furniture `line` is on its own, or None when it may be body text.

    Credit lines, bylines and dates are read elsewhere: they say something before they are removed.
    """
    if len(line) > LONGEST_LINE:
        return COOKIE if len(line) <= LONGEST_NOTICE and "ook" in line and _speaks_of_cookies(line) else None
    if pattern("furniture", "related_header", r"{}\s*[:：].{2,150}[^.!?؟]").fullmatch(line):
        return RELATED
    if pattern("furniture", "share", _SHARE_FORM).fullmatch(line):
        return SHARE
    for name, reason in _WHOLE_LINES:
        if pattern("furniture", name).fullmatch(line):
            return reason
    if _speaks_of_cookies(line):
        return COOKIE
    return NEWSLETTER if pattern("furniture", "newsletter").search(line) else None


def _speaks_of_cookies(line: str) -> bool:
    return pattern("furniture", "cookie").search(line) is not None


def is_related_heading(line: str) -> bool:
    """Whether `line` is the heading above links to other articles."""
    return (
        len(line) < 120
        and pattern("furniture", "related_header", r"{}\s*[:.»>…-]*").fullmatch(line) is not None
    )
