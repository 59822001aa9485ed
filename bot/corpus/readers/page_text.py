"""The text of a page as trafilatura returns it, in paragraphs."""

import re

_ROW = re.compile(r"\|(.*)\|\s*")
_RULE = re.compile(r"[\s|:-]+")


def page_text(extracted: str) -> str:
    """Return extracted text, one paragraph per line, with the rows of tables as lines of their cells."""
    lines = (_cells(line) for line in extracted.split("\n"))
    # An empty line between paragraphs: they were not wrapped at a column.
    return "\n\n".join(line for line in lines if line)


def _cells(line: str) -> str:
    row = _ROW.fullmatch(line.strip())
    if not row:
        return line
    if _RULE.fullmatch(line):
        return ""
    return ", ".join(cell.strip() for cell in row[1].split("|") if cell.strip())
