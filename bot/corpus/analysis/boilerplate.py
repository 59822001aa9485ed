"""Lines of a page that are not the article: the name of each kind, and which kind a line is."""

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

LONGEST_LINE = 160
"""Characters of a boilerplate line; a longer line is body text."""
LONGEST_NOTICE = 400
"""Characters of a notice about cookies."""
_LONGEST_HEADING = 120
_SHARE_FORM = r"(?:{}(?![^\W\d_])[\s:|,·•/+()0-9]*)+"
_RELATED_FORM = r"{}\s*[:：].{2,150}[^.!?؟]"
_HEADING_FORM = r"{}\s*[:.»>…-]*"
_WHOLE_LINES = (("navigation", NAVIGATION), ("copyright", COPYRIGHT), ("picture_credit", PICTURE))


def kind_of(line: str) -> str | None:
    """Return the kind of boilerplate a line is, None when it may be body text.

    Credit lines, bylines and date lines are not among them: they are read before they are removed.
    """
    if len(line) > LONGEST_LINE:
        return COOKIE if len(line) <= LONGEST_NOTICE and "ook" in line and _mentions_cookies(line) else None
    if pattern("boilerplate.related_heading", _RELATED_FORM).fullmatch(line):
        return RELATED
    if pattern("boilerplate.share", _SHARE_FORM).fullmatch(line):
        return SHARE
    for key, kind in _WHOLE_LINES:
        if pattern(f"boilerplate.{key}").fullmatch(line):
            return kind
    if _mentions_cookies(line):
        return COOKIE
    return NEWSLETTER if pattern("boilerplate.newsletter").search(line) else None


def _mentions_cookies(line: str) -> bool:
    return pattern("boilerplate.cookie").search(line) is not None


def is_related_heading(line: str) -> bool:
    """Whether a line is the heading above links to other articles."""
    heading = pattern("boilerplate.related_heading", _HEADING_FORM)
    return len(line) < _LONGEST_HEADING and heading.fullmatch(line) is not None
