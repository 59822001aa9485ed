"""Makes untrusted XML safe before any parser sees it."""

import re
from collections.abc import Iterator
from html.entities import html5

from bot.corpus.decoding import decode
from bot.corpus.readers.prologue import UnsafeProlog, from_first_element
from bot.errors import RejectedInput, localizable

_ENCODING = re.compile(rb"<\?xml\b[^>]{0,300}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.IGNORECASE)
_FIRST_TAG = re.compile(r"<\w")
_LITERAL_START = re.compile(r"<!\[CDATA\[|<!--")
_LITERAL_END = {"<![CDATA[": "]]>", "<!--": "-->"}
_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Characters that XML 1.0 forbids and strict parsers stop at.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    r"|&(?!(?:amp|lt|gt|quot|apos|#\d+|#[xX][0-9a-fA-F]+);)(?:([A-Za-z][A-Za-z0-9]{0,31});)?",
    re.DOTALL,
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_xml(data: bytes, *, source: str, charset: str | None = None) -> str | RejectedInput:
    """Return an XML document as text from its first element on, or why it is rejected.

    A document that declares entities of more than a few characters is rejected: they make parsers read files,
    fetch URLs and expand a kilobyte to gigabytes. Inside CDATA they are just text.

    Args:
        charset: From the Content-Type header; the document's own declaration takes precedence.
    """
    declared = _ENCODING.search(data, 0, 400)
    text = decode(data, declared[1].decode() if declared else None, charset)
    try:
        text = from_first_element(text.lstrip("\ufeff"))
    except UnsafeProlog:
        return RejectedInput(localizable("why-doctype"), source=source)
    if _FIRST_TAG.search(text) is None:
        return RejectedInput(localizable("why-xml-empty"), source=source)
    if any(map(_DOCTYPE.search, _markup(text))):
        return RejectedInput(localizable("why-doctype"), source=source)
    text = _ILLEGAL.sub("", text)
    return _AMPERSAND.sub(_escaped, text) if "&" in text else text


def _escaped(match: re.Match[str]) -> str:
    """Return a bare "&" ("R&D") escaped, HTML's names as characters, and the rest as it is."""
    text = match[0]
    if not text.startswith("&"):
        return text
    if characters := html5.get(f"{match[1]};"):
        return "".join(f"&#{ord(character)};" for character in characters)
    return f"&amp;{text[1:]}"


def _markup(text: str) -> Iterator[str]:
    """Yield what is outside CDATA and comments; an unclosed one counts as markup."""
    position = 0
    while start := _LITERAL_START.search(text, position):
        end_mark = _LITERAL_END[start.group()]
        end = text.find(end_mark, start.end())
        if end < 0:
            break
        yield text[position : start.start()]
        position = end + len(end_mark)
    yield text[position:]
