"""Bytes and strangers' text -> clean paragraphs.

Nothing past this rim meets a control character, a bidirectional override or an unknown encoding.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAYS_NOTHING = frozenset({"iso8859-1", "ascii", "utf-8"})
WRAP_COLUMNS = 110
_LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls, bidirectional marks and overrides, zero-width space, BOM, soft hyphen, surrogates, non-characters.
# U+200C/U+200D stay: Persian and Indic spelling and emoji need them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_PRINTABLE = bytes(range(32, 127)) + b"\n"
_UNTIDY = ("  ", " \n", "\n ")
_ARABIC_RUN = re.compile("[\u0621-\u064a]{3,}")
_ASCII = bytes(range(128))
_TURKISH = re.compile("[ğĞıİşŞçÇöÖüÜ]")
_LATIN_ODD = re.compile("[^\x00-\x7fÀ-ÿğĞıİşŞ‘’“”–—…€™•]")


def decode(data: bytes, *declared: str | None) -> str:
    """Return `data` as text: by its byte order mark, as UTF-8, as declared, else by the likeliest guess.

    Args:
        declared: Names of encodings that the sender gave, the most believable first. Only those are believed
            that fit, and Latin-1 never: it fits everything, and is what servers say without looking.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8") if b"\x00" not in data else _decode_wide(data)
    except UnicodeDecodeError:
        return _decode_declared(data, declared) or _decode_narrow(data)


def _decode_declared(data: bytes, names: Iterable[str | None]) -> str | None:
    for name in names:
        try:
            codec = codecs.lookup(name or "").name
            if codec not in _SAYS_NOTHING:
                return str(data, codec)
        except (LookupError, ValueError):
            continue
    return None


def _decode_wide(data: bytes) -> str:
    """UTF-16 without a mark: in Latin and Arabic text one byte of each pair is nearly constant."""
    zeros_even, zeros_odd = data[0::2].count(0), data[1::2].count(0)
    most, least = max(zeros_even, zeros_odd), min(zeros_even, zeros_odd)
    if most * 8 < len(data) or least * 4 > most:
        return data.decode("utf-8", errors="replace")
    return data.decode("utf-16-be" if zeros_even > zeros_odd else "utf-16-le", errors="replace")


def _decode_narrow(data: bytes) -> str:
    arabic = data.decode("windows-1256", errors="replace")
    # In runs: single letters with marks of other languages fall among the Arabic ones as well.
    if sum(map(len, _ARABIC_RUN.findall(arabic))) * 2 > len(data.translate(None, _ASCII)):
        return arabic
    turkish = data.decode("windows-1254", errors="replace")
    western = data.decode("windows-1252", errors="replace")
    return turkish if _TURKISH.search(turkish) and not _LATIN_ODD.search(turkish) else western


def clean(text: str) -> str:
    """Return `text` in NFC with newlines as the only line breaks and nothing invisible that misleads.

    Runs of spaces become one; lines have no outer white space. Newlines stay.
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
    """Return the paragraphs of cleaned `text`; lines a program wrapped at a column are joined again."""
    lines = text.split("\n")
    if not _is_hard_wrapped(lines):
        return [line for line in lines if line]
    blocks = re.split(r"\n{2,}", text.strip("\n"))
    width = max(map(len, lines))
    return [paragraph for block in blocks for paragraph in _unwrap(block.split("\n"), width)]


def _wrapped_after(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted, the mark of wrapping at a column."""
    return bool(line and following) and len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _is_hard_wrapped(lines: Sequence[str]) -> bool:
    width = max(map(len, lines), default=0)
    if not 40 <= width <= WRAP_COLUMNS:
        return False
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    wrapped = sum(_wrapped_after(a, b, width) for a, b in pairs)
    return wrapped >= 2 and wrapped * 3 >= len(pairs) * 2


def _unwrap(lines: Sequence[str], width: int) -> list[str]:
    # A ragged column: one long word may have been let through, so lines a little short still count.
    joined: list[str] = []
    previous = ""
    for line in lines:
        if joined and _wrapped_after(previous, line, width - 8):
            joined[-1] += " " + line
        else:
            joined.append(line)
        previous = line
    return [line for line in joined if line]
