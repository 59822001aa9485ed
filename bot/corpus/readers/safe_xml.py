"""XML of strangers, made safe before any parser sees it."""

import re
from collections.abc import Iterator

from bot.corpus.plain_text import decode
from bot.errors import RejectedInput, localizable

_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]{0,300}\?>")
_ENCODING = re.compile(rb"<\?xml\b[^>]{0,300}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.IGNORECASE)
_FIRST_TAG = re.compile(r"<\w")
_OPENS_LITERAL = re.compile(r"<!\[CDATA\[|<!--")
_CLOSES = {"<![CDATA[": "]]>", "<!--": "-->"}
_DECLARES = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# What XML 1.0 has no place for; strict parsers stop there.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_xml(data: bytes, *, source: str, charset: str | None = None) -> str | RejectedInput:
    """Return an XML document as text without its declaration, or why it is not taken.

    A document that declares a DOCTYPE or entities is rejected: those make parsers read files, fetch addresses
    and unfold a kilobyte into gigabytes. Inside CDATA such words are text.

    Args:
        charset: What the server said of the encoding; the document's own word goes first.
    """
    declared = _ENCODING.search(data, 0, 400)
    text = decode(data, declared[1].decode() if declared else None, charset)
    first = _FIRST_TAG.search(text)
    if first is None:
        return RejectedInput(localizable("why-xml-empty"), source=source)
    # Before the first element even what looks like a comment counts: lenient parsers read it otherwise.
    if _DECLARES.search(text, 0, first.start()) or any(map(_DECLARES.search, _markup(text))):
        return RejectedInput(localizable("why-doctype"), source=source)
    return _ILLEGAL.sub("", _DECLARATION.sub("", text.lstrip("\ufeff"), count=1))


def _markup(text: str) -> Iterator[str]:
    """Yield what stands outside CDATA and comments; one that is never closed is none."""
    done = 0
    while opened := _OPENS_LITERAL.search(text, done):
        closer = _CLOSES[opened.group()]
        end = text.find(closer, opened.end())
        if end < 0:
            break
        yield text[done : opened.start()]
        done = end + len(closer)
    yield text[done:]
