"""Web addresses: when two of them mean the same page."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(r"utm_.*|(?:fb|g|y|dc|ms)clid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid", re.IGNORECASE)
_HOST_PREFIX = re.compile(r"^(?:www|m|amp|mobile)\.")


def address_key(url: str) -> str:
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


def _tracks(word: str) -> bool:
    return _TRACKING.fullmatch(word) is not None
