"""Web addresses: when two of them mean the same page, and which can be shown."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(r"utm_.*|(?:fb|g|y|dc|ms)clid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid", re.IGNORECASE)
_HOST_PREFIX = re.compile(r"^(?:www|m|amp|mobile)\.")


def url_key(url: str) -> str:
    """Return what two addresses of the same page have in common.

    Scheme, `www.`, port 80 or 443, fragment, tracking words and a closing slash don't count; the order of
    the other words of the query doesn't either.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    host = _HOST_PREFIX.sub("", (parts.hostname or "").rstrip("."))
    known_port = "" if port in (None, 80, 443) else f":{port}"
    words = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0]))
    query = f"?{urlencode(words)}" if words else ""
    return f"{host}{known_port}{parts.path.rstrip('/')}{query}"


def host_of(url: str | None) -> str:
    """Return the site an address is on, without `www.`; empty when it is no address."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def http_url(link: str | None, base: str = "") -> str | None:
    """Return an http(s) address without its fragment, None when it is no such address.

    Args:
        link: As it stood in a feed or a page.
        base: Where it stood, for links that are relative.
    """
    if not link:
        return None
    try:
        parts = urlsplit(urljoin(base, link.strip()))
        if not parts.geturl().isprintable():  # half characters and controls, which no store takes
            return None
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            return None
        _ = parts.port
        return urlunsplit(parts._replace(fragment=""))
    except ValueError:
        return None


def page_url(link: str | None, base: str = "") -> str | None:
    """Return the address of a page without fragment and tracking words, None when it is no web address."""
    address = http_url(link, base)
    if address is None:
        return None
    parts = urlsplit(address)
    words = [pair for pair in parts.query.split("&") if not _tracks(pair.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(words)))


def _tracks(word: str) -> bool:
    return _TRACKING.fullmatch(word) is not None
