"""Cleans untrusted text: nothing after it sees a control character or a bidirectional override."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_MIN_WRAP_WIDTH, _MAX_WRAP_WIDTH = 40, 110
_LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls, bidirectional marks and overrides, zero-width space, BOM, soft hyphen, surrogates, non-characters.
# Not U+200C and U+200D: Persian and Indic spelling and emoji need them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_PRINTABLE = bytes(range(32, 127)) + b"\n"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts without spaces between words."""
_UNTIDY = ("  ", " \n", "\n ")


def clean(text: str) -> str:
    """Return `text` in NFC, without misleading invisible characters, with newlines as the only line breaks.

    Collapses runs of spaces and strips each line; keeps newlines.
    """
    if text.isascii() and not text.encode().translate(None, _PRINTABLE):
        if not any(untidy in text for untidy in _UNTIDY) and text[:1] != " " != text[-1:]:
            return text
    else:
        text = unicodedata.normalize("NFC", _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text)))
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line."""
    return " ".join(clean(text).split())


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of cleaned `text`, joining lines that were wrapped at a column."""
    lines = text.split("\n")
    if not _is_hard_wrapped(lines):
        return [line for line in lines if line]
    blocks = re.split(r"\n{2,}", text.strip("\n"))
    width = max(map(len, lines))
    return [paragraph for block in blocks for paragraph in _unwrap(block.split("\n"), width)]


def _is_wrapped(line: str, next_line: str, width: int) -> bool:
    """Return whether the next line's first word did not fit on this line."""
    if not line or not next_line:
        return False
    if _UNSPACED.match(next_line):
        return len(line) + 1 > width
    return len(line) + 1 + len(next_line.split(" ", 1)[0]) > width


def _is_hard_wrapped(lines: Sequence[str]) -> bool:
    width = max(map(len, lines), default=0)
    if not _MIN_WRAP_WIDTH <= width <= _MAX_WRAP_WIDTH:
        return False
    pairs = [(line, next_line) for line, next_line in pairwise(lines) if line and next_line]
    wrapped = sum(_is_wrapped(line, next_line, width) for line, next_line in pairs)
    return wrapped >= 2 and wrapped * 3 >= len(pairs) * 2


def _unwrap(lines: Sequence[str], width: int) -> list[str]:
    # A long word may overflow the column and set `width`, so slightly shorter lines count as wrapped, too.
    joined: list[str] = []
    previous = ""
    for line in lines:
        if joined and _is_wrapped(previous, line, width - 8):
            joined[-1] += line if _UNSPACED.match(line) else f" {line}"
        else:
            joined.append(line)
        previous = line
    return [line for line in joined if line]
