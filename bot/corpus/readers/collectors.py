"""Feeds of services that collect links: where an entry really leads, and which outlet it names."""

import base64
import binascii
import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from bot.corpus.analysis.gazetteer import canonical
from bot.corpus.analysis.outlet_names import outlet_kind_by_name
from bot.corpus.analysis.publisher import is_like_host
from bot.corpus.urls import host_of

_MAX_HOPS = 3
_TARGETS = frozenset({
    "url", "u", "q", "target", "dest", "destination", "redirect", "redirect_url", "redirect_uri", "redir",
    "to", "link", "out", "goto", "href", "rurl", "murl", "adurl",
})  # fmt: skip
"""Parameters in which a redirect has the address it leads to."""
_REDIRECT_PATH = re.compile(
    r".*/(?:url|redirect|redir|r|l|t|out|go|goto|click|link|links|away|apiclick|track|external|exit|jump|visit)"
    r"(?:\.\w{2,5})?/?",
    re.IGNORECASE,
)
_IN_PATH = re.compile(r"(?<=[/=])https?(?::|%3a)(?:/|%2f){1,2}[^/].*", re.IGNORECASE)
_ARCHIVE = re.compile(r"/\d{4,14}(?:[a-z]{2}_)?/$")
_AFTER_TARGET = re.compile(r"/R[KS]=.*$")
_BASE64 = re.compile(r"/([\w-]{40,}={0,2})(?:[/?]|$)")
_ADDRESS = re.compile(rb"https?://[\x21-\x7e]+")
_HEADLINE = re.compile(r"(?P<headline>.+\S)\s+[-–—|]\s+(?P<outlet>\S[^|]{1,59})", re.DOTALL)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "gob", "gouv", "edu"})
_MOST_WORDS = 5


def target_of(link: str | None) -> str | None:
    """Return the address that a redirect contains and leads to; other links as they are."""
    for _ in range(_MAX_HOPS):
        target = _target(link) if link else None
        if target is None:
            break
        link = target
    return link


@lru_cache(maxsize=4_096)
def site_label(url: str | None) -> str:
    """Return the name of a site in its host: "orlenpost" for www.orlenpost.co.uk; "" without a host."""
    labels = host_of(url).split(".")
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        return labels[-3]
    return labels[-2] if len(labels) > 1 else labels[0]


def split_outlet(title: str, url: str | None, outlet: str | None) -> tuple[str, str | None]:
    """Return a headline without the outlet behind it, and the outlet.

    Args:
        url: Where the entry leads.
        outlet: The outlet that the entry names elsewhere.
    """
    match = _HEADLINE.fullmatch(title)
    if match is None:
        return title, outlet
    name = match["outlet"]
    named = outlet is not None and name.casefold() == outlet.casefold()
    if named or (outlet is None and _is_outlet(name, url)):
        return match["headline"], name
    return title, outlet


def _target(link: str) -> str | None:
    if "http" not in link[8:].lower() and not _BASE64.search(link):
        return None
    try:
        parts = urlsplit(link)
        parameters = parse_qsl(parts.query)
    except ValueError:
        return None
    redirects = _REDIRECT_PATH.fullmatch(parts.path) is not None
    for name, value in parameters:
        if (redirects or name.lower() in _TARGETS) and _leads_elsewhere(value, link):
            return value
    return _target_in_path(link, parts.path)


def _target_in_path(link: str, path: str) -> str | None:
    begin = link.find(path) if path else -1
    match = _IN_PATH.search(link, begin) if begin > 0 else None
    if match and match.start() < begin + len(path) and not _ARCHIVE.search(link[: match.start()]):
        target = unquote(_AFTER_TARGET.sub("", match.group()))
        return target if _leads_elsewhere(target, link) else None
    encoded = _BASE64.search(path)
    if encoded is None:
        return None
    try:
        decoded = base64.urlsafe_b64decode(encoded[1].rstrip("=") + "===")
    except (binascii.Error, ValueError):
        return None
    address = _ADDRESS.search(decoded)
    return address.group().decode() if address else None


def _leads_elsewhere(value: str, link: str) -> bool:
    is_address = value.lower().startswith(("http://", "https://"))
    return is_address and "." in host_of(value) and site_label(value) != site_label(link)


def _is_outlet(name: str, url: str | None) -> bool:
    """Whether the words behind a headline name an outlet: a known one, the target's, or like a name."""
    if canonical(name) or outlet_kind_by_name(name) or is_like_host(name, host_of(url)):
        return True
    words = name.split()
    return len(words) <= _MOST_WORDS and all(word[:1].lower() != word[:1] for word in words)
