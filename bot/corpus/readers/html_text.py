"""Converts untrusted HTML to plain text."""

from lxml import etree, html

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_INVISIBLE = ("script", "style", "template", "noscript", "iframe", "svg", "head")


def html_text(fragment: str) -> str:
    """Return the text of an HTML fragment, one line per block; plain text is returned as is."""
    if "<" not in fragment and "&" not in fragment:
        return fragment
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = f"<div>{fragment}</div>".encode(errors="replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    etree.strip_elements(root, *_INVISIBLE, with_tail=False)
    lines = (" ".join(line.split()) for line in "".join(_texts(root)).split("\n"))
    return "\n".join(line for line in lines if line)


def _texts(root: html.HtmlElement) -> list[str]:
    """Return texts in document order, with line breaks only around blocks."""
    texts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            texts.append("\n")
        text = element.text if event == "start" else element.tail
        if text:
            texts.append(text.replace("\n", " ").replace("\r", " "))
    return texts
