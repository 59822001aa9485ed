"""Text without characters that XML and HTML can't hold."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return a text without control characters, lone surrogates and the like (XML 1.0, section 2.2)."""
    return _FORBIDDEN.sub("", text)
