"""HTML of strangers -> lines of text. Nothing of it is ever shown as HTML."""

from lxml import etree, html

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *(
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
        ),
        *("section", "table", "td", "th", "tr", "ul"),
    }
)
_SILENT = ("script", "style", "template", "noscript", "iframe", "svg", "head")


def html_text(fragment: str) -> str:
    """Return the text of a piece of HTML, one line a block; plain text comes back as it is."""
    if "<" not in fragment and "&" not in fragment:
        return fragment
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = f"<div>{fragment}</div>".encode(errors="replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    etree.strip_elements(root, *_SILENT, with_tail=False)
    lines = (" ".join(line.split()) for line in "".join(_pieces(root)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(root: html.HtmlElement) -> list[str]:
    """Texts in order, with a line break at either edge of a block and none elsewhere."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            pieces.append("\n")
        written = element.text if event == "start" else element.tail
        if written:
            pieces.append(written.replace("\n", " ").replace("\r", " "))
    return pieces
