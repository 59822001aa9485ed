"""Text direction: keeps lines readable that mix left-to-right and right-to-left words.

Telegram's clients lay out each line by its first letter and order the rest by Unicode's rules (UAX #9).
Marks set where a line begins and isolate what is foreign to it.
"""

import unicodedata

from handlers.texts import RTL_MARK, Texts

_RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi"})
_LTR, _RTL, _FIRST, _END = "\u2066", "\u2067", "\u2068", "\u2069"


def is_right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left."""
    return language in _RIGHT_TO_LEFT_LANGUAGES


def line(html: str, texts: Texts) -> str:
    """Return a line that begins on the side where the user's language begins."""
    return f"{RTL_MARK}{html}" if texts.rtl else html


def quoted(html: str, language: str, texts: Texts) -> str:
    """Return an article's words for a paragraph of their own, with the credit after them."""
    return html if texts.rtl else foreign(html, language, texts)


def foreign(html: str, language: str, texts: Texts) -> str:
    """Return an article's words isolated for the middle of a line in the user's language."""
    rtl = is_right_to_left(language)
    if rtl == texts.rtl:
        return html
    return f"{_RTL if rtl else _LTR}{html}{_END}"


def name(text: str, texts: Texts) -> str:
    """Return a name isolated from its neighbours in a list."""
    rtl = any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
    return f"{_FIRST}{text}{_END}" if rtl or texts.rtl else text
