"""Converts untrusted HTML to plain text."""

import html as entities
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LINK_START, LINK_END = "\x02", "\x03"
"""Around the text of a link, where links are marked."""
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_INVISIBLE = ("script", "style", "template", "noscript", "iframe", "svg", "head")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_KNOWN_TAG = re.compile(
    r"<(/?)(p|div|span|a|b|i|u|em|strong|small|sup|sub|font|ul|ol|li|h[1-6]|table|tr|td|blockquote|pre|code)"
    r"(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_CERTAIN_TAG = re.compile(r"<(?:(?:p|div|a|img|span|font|table)\s+[\w-]+\s*=[^<>]*|br\s*/)>", re.IGNORECASE)
_ENTITY = re.compile(r"&(#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_ESCAPED_AT_MOST = 3


def html_text(fragment: str) -> str:
    """Return the text of an HTML fragment, one line per block; plain text is returned as is.

    HTML that was escaped more than once is unescaped until no tags are left in the text.
    """
    return without_marks(marked_text(fragment))


def without_marks(text: str) -> str:
    """Return a text without `LINK_START` and `LINK_END`."""
    return text.replace(LINK_START, "").replace(LINK_END, "")


def marked_text(fragment: str, *, plain: bool = False) -> str:
    """Return the same as `html_text`, with `LINK_START` and `LINK_END` around the text of links.

    Args:
        plain: Plain text by its format, in which "<" is a character. It is read as HTML only if it is HTML
            from beginning to end, as programs write it nevertheless.
    """
    fragment = without_marks(fragment)
    has_tags = not plain and _TAG.search(fragment) is not None
    text = fragment if plain else _parsed(fragment)
    for _ in range(_ESCAPED_AT_MOST):
        if "&" in text:
            text = _ENTITY.sub(lambda entity: entities.unescape(entity[0]), text)
        if not _is_markup(text, throughout=plain or has_tags):
            break
        text = _parsed(text)
    return text


def _is_markup(text: str, *, throughout: bool) -> bool:
    """Whether a text is HTML whose tags are its visible words.

    Args:
        throughout: Some tags don't suffice, since the text may be about HTML: it begins and ends with one.
    """
    if "<" not in text:
        return False
    if throughout:
        text = text.strip()
        return text.startswith("<") and text.endswith(">") and _has_pair(text)
    return _has_pair(text) or _CERTAIN_TAG.search(text) is not None


def _has_pair(text: str) -> bool:
    """Whether a known element is opened and closed."""
    opened: set[str] = set()
    for tag in _KNOWN_TAG.finditer(text):
        name = tag[2].lower()
        if tag[1] and name in opened:
            return True
        opened.add(name)
    return False


def _parsed(fragment: str) -> str:
    if "<" not in fragment and "&" not in fragment:
        return fragment
    from lxml import etree, html  # 5 MB, for the first feed with markup

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = f"<div>{fragment}</div>".encode(errors="replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    etree.strip_elements(root, *_INVISIBLE, with_tail=False)
    lines = (" ".join(line.split()) for line in "".join(_texts(root)).split("\n"))
    return "\n".join(line for line in lines if line.strip(LINK_START + LINK_END + " "))


def _texts(root: "HtmlElement") -> list[str]:
    """Return texts in document order, with line breaks only around blocks."""
    from lxml import etree

    texts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            texts.append("\n")
        elif element.tag == "a":
            texts.append(LINK_START if event == "start" else LINK_END)
        text = element.text if event == "start" else element.tail
        if text:
            texts.append(text.replace("\n", " ").replace("\r", " "))
    return texts
