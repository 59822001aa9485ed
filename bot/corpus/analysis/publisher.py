"""The publisher of an address: by the site's domain, else by the name the site gives itself."""

import re

from bot.corpus.analysis.gazetteer import canonical, outlet_at
from bot.corpus.plain_text import one_line
from bot.corpus.urls import host_of

LONGEST = 80
SHORTEST_WORD = 4
_PARTS = re.compile(r"\s+[-–—|:»>/•·]+\s+|\s*[|»]\s*")


def publisher_at(url: str | None, *names: str | None) -> str | None:
    """Return the outlet that publishes an article, None when nothing names it.

    Args:
        url: The article's address.
        names: What its page or feed calls itself ("World | The Lindmar Ledger"), the most reliable first.
    """
    host = host_of(url)
    outlet = outlet_at(host)
    if outlet:
        return outlet.name
    written = [one_line(name) for name in names if name and name.strip()]
    parts = [part for name in written for part in (name, *_PARTS.split(name)) if part]
    known = next((outlet.name for outlet in map(canonical, parts) if outlet), None)
    like_host = next(
        (part for part in parts if len(_PARTS.split(part)) == 1 and is_like_host(part, host)), None
    )
    return known or like_host or next((name for name in written if len(name) <= LONGEST), None)


def is_like_host(name: str, host: str) -> bool:
    """Whether a name is the site's own: the domain is made of its words, or contained in it."""
    words = [word for word in re.findall(r"\w+", name.casefold()) if len(word) >= SHORTEST_WORD]
    labels = [label for label in host.split(".")[:-1] if len(label) >= SHORTEST_WORD]
    return any(label in "".join(words) or word in label for label in labels for word in words)
