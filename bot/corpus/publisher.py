"""Who publishes what stands at an address: by the site's domain, else by what it calls itself."""

import re
from urllib.parse import urlsplit

from bot.corpus.gazetteer import canonical, outlet_at
from bot.corpus.plain_text import one_line

LONGEST = 80
_PARTS = re.compile(r"\s+[-–—|:»>/•·]+\s+|\s*[|»]\s*")


def publisher_at(url: str | None, *names: str | None) -> str | None:
    """Return the outlet behind an article, or None when nothing tells.

    Args:
        url: The article's address.
        names: What its page or feed calls itself, the most believable first ("World | The Lindmar Ledger").
    """
    outlet = outlet_at(urlsplit(url).hostname or "") if url else None
    if outlet:
        return outlet.name
    written = [one_line(name) for name in names if name and name.strip()]
    parts = [part for name in written for part in (name, *_PARTS.split(name)) if part]
    known = next((outlet.name for outlet in map(canonical, parts) if outlet), None)
    return known or next((name for name in written if len(name) <= LONGEST), None)
