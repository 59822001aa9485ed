"""Compares and cleans URLs."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(r"utm_.*|(?:fb|g|y|dc|ms)clid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid", re.IGNORECASE)
_FEED_SCHEME = re.compile(
    r"\A(?:feed|rss|pcast|itpc|podcast):(?://)?(?:(https?:)|(?=[^\s/:]+\.))", re.IGNORECASE
)
_HOST_PREFIX = re.compile(r"^(?:www|m|amp|mobile)\.")


def url_key(url: str) -> str:
    """Return a key that is equal for URLs of the same page.

    It ignores the scheme, `www.`, ports 80 and 443, the fragment, tracking parameters, a trailing slash and
    the order of the query parameters.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    host = _HOST_PREFIX.sub("", (parts.hostname or "").rstrip("."))
    port_suffix = "" if port in (None, 80, 443) else f":{port}"
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    parameters = sorted((name, value) for name, value in parameters if not _is_tracking(name))
    query = f"?{urlencode(parameters)}" if parameters else ""
    return f"{host}{port_suffix}{parts.path.rstrip('/')}{query}"


def host_of(url: str | None) -> str:
    """Return a URL's host without `www.`; "" for anything that is not a URL."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def http_url(link: str | None, base: str = "") -> str | None:
    """Return an http(s) URL without its fragment, None for any other link.

    Args:
        link: As written in a feed or page.
        base: URL of the feed or page, for relative links.
    """
    if not link:
        return None
    try:
        parts = urlsplit(urljoin(base, link.strip()))
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
    if url is None:
        return None
    parts = urlsplit(url)
    parameters = [pair for pair in parts.query.split("&") if not _is_tracking(pair.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(parameters)))


def _is_tracking(parameter: str) -> bool:
    return _TRACKING.fullmatch(parameter) is not None
