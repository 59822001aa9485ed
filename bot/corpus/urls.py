"""Compares and cleans URLs."""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm|at|itm|mtm|pk|piwik|matomo|vero|oly|hsa)_.*|_(?:ga|gl|hsenc|hsmi)"
    r"|(?:fb|g|y|dc|ms|tw|tt|li_fat_|gbra|wbra|yt|igsh)(?:clid|id)|mc_[ce]id|igsh|xtor|mkt_tok|wt\..+|ref_src",
    re.IGNORECASE,
)
"""Parameters that never name an article."""
_AMBIGUOUS = re.compile(r"ref|cmpid|ocid", re.IGNORECASE)
"""Parameters that track on some sites, and name the article on others."""
_IDLE_FRAGMENT = re.compile(
    r"(?:xtor|utm_\w+|ref|echobox|intcid|at_\w+)=.*|:~:.*|rss|feed|top|comments?|respond|content|main",
    re.IGNORECASE,
)
_FEED_SCHEME = re.compile(
    r"\A(?:feed|rss|pcast|itpc|podcast):(?://)?(?:(https?:)|(?=[^\s/:]+\.))", re.IGNORECASE
)
_ABSOLUTE = re.compile(r"https?://[\w.-]")
_NO_SCHEME = re.compile(r"\A(www\.[\w-]+\.)", re.IGNORECASE)
"""Begins a link that is relative by the book, and an address to everybody."""
_HOST_PREFIX = re.compile(r"^(?:www|m|amp|mobile)\.")


@lru_cache(maxsize=4_096)
def url_key(url: str) -> str:
    """Return a key that is equal for URLs of the same page.

    It ignores the scheme, `www.`, ports 80 and 443, the fragment, parameters that may be tracking, a trailing
    slash and the order of the query parameters.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    host = _HOST_PREFIX.sub("", (parts.hostname or "").rstrip("."))
    port_suffix = "" if port in (None, 80, 443) else f":{port}"
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    parameters = sorted((name, value) for name, value in parameters if not _may_track(name))
    query = f"?{urlencode(parameters)}" if parameters else ""
    return f"{host}{port_suffix}{parts.path.rstrip('/')}{query}"


@lru_cache(maxsize=4_096)
def host_of(url: str | None) -> str:
    """Return a URL's host without `www.`; "" for anything that is not a URL."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(maxsize=4_096)
def http_url(link: str | None, base: str = "") -> str | None:
    """Return an http(s) URL without its fragment, None for any other link.

    Args:
        link: As written in a feed or page.
        base: URL of the feed or page, for relative links.
    """
    if not link:
        return None
    try:
        link = _NO_SCHEME.sub(r"http://\1", link.strip())
        parts = urlsplit(link if _ABSOLUTE.match(link) else urljoin(base, link))
        if not parts.geturl().isprintable():  # surrogates and control characters, which no store accepts
            return None
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            return None
        _ = parts.port  # raises when it is not a number
        return urlunsplit(parts._replace(fragment=""))
    except ValueError:
        return None


def feed_address(address: str) -> str:
    """Return a feed's address without the schemes of feed readers: "feed:https://..." is "https://..."."""
    return _FEED_SCHEME.sub(lambda scheme: scheme[1] or "http://", address.strip(), count=1)


def page_url(link: str | None, base: str = "") -> str | None:
    """Return an http(s) URL without its fragment and tracking parameters, None for any other link."""
    url = http_url(link, base)
    return _without(url, _is_tracking) if url else None


def entry_url(link: str | None, base: str = "") -> str | None:
    """Return the URL of a feed's entry: as `page_url`, with the fragment, which may name the entry."""
    url = page_url(link, base)
    fragment = _fragment(link)
    return f"{url}#{fragment}" if url and fragment else url


def former_url(link: str | None, base: str = "") -> str | None:
    """Return the URL of an entry as version 0.1.0 stored it, which its id is derived from."""
    url = http_url(link, base)
    return _without(url, lambda name: _FORMERLY_TRACKING.fullmatch(name) is not None) if url else None


def mark_of(url: str | None) -> str:
    """Return what tells a URL from others with its key: fragment, and parameters that may be tracking."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    ambiguous = (pair for pair in parts.query.split("&") if _AMBIGUOUS.fullmatch(pair.partition("=")[0]))
    return "&".join(sorted(ambiguous)) + (f"#{parts.fragment}" if parts.fragment else "")


def is_same_page(identifier: str, url: str | None) -> bool:
    """Return whether an entry's id is only its address again, perhaps with the number of a version."""
    if "/" not in identifier:
        return False
    number = identifier.rpartition("#")[2]
    fragment = "" if "#" not in identifier or (number.isdecimal() and len(number) < 5) else number
    return bool(url) and not fragment and url_key(identifier) == url_key(url or "")


_FORMERLY_TRACKING = re.compile(
    r"utm_.*|(?:fb|g|y|dc|ms)clid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid", re.IGNORECASE
)


def _fragment(link: str | None) -> str:
    fragment = (link or "").strip().partition("#")[2]
    usable = fragment.isprintable() and not _IDLE_FRAGMENT.fullmatch(fragment)
    return fragment if usable else ""


def _without(url: str, unwanted: Callable[[str], bool]) -> str:
    if "?" not in url:
        return url
    page, _, query = url.partition("?")
    parameters = "&".join(pair for pair in query.split("&") if not unwanted(pair.partition("=")[0]))
    return f"{page}?{parameters}" if parameters else page


def _is_tracking(parameter: str) -> bool:
    return _TRACKING.fullmatch(parameter) is not None


def _may_track(parameter: str) -> bool:
    return _is_tracking(parameter) or _AMBIGUOUS.fullmatch(parameter) is not None
