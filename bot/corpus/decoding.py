"""Decodes untrusted bytes: by byte order mark, as UTF-8, as declared, else as detected."""

import codecs
import re
from collections.abc import Iterable

import webencodings

from bot.corpus.encodings import detect_encoding, is_certainly_not_western

BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ESCAPE = b"\x1b$"
"""Begins double-byte characters in ISO-2022-JP, whose bytes are all ASCII."""
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", re.DOTALL
)
_SURROGATE_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_ASCII = bytes(range(128))
_VALID_PER_BROKEN = 4
"""UTF-8 sequences per broken byte from which a document is UTF-8; other encodings have hardly any."""
_MAX_BROKEN_SHARE = 0.1
"""Share of a text's letters beyond ASCII that may be broken before a declared encoding is not believed."""
_PUNCTUATION = "\u2026\u2018\u2019\u201c\u201d\u2022\u2013\u2014"


def decode(data: bytes, *declared: str | None) -> str:
    """Return `data` as text; a broken character becomes U+FFFD.

    Args:
        declared: Encodings the sender declares, by their names on the web, most reliable first; those that
            do not fit are ignored.

    Source:
        https://encoding.spec.whatwg.org/: names, and what browsers read under them.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    names = [name for label in declared if label and (name := _web_name(label))]
    if _ESCAPE in data and "iso-2022-jp" in names:
        return data.decode("iso2022_jp", errors="replace")
    if b"\x00" in data:
        if utf16 := _utf16(data):
            return data.decode(utf16, errors="replace")
        data = data.replace(b"\x00", b"")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken_utf8(data, declared="utf-8" in names) or _decode_legacy(data, names)


def _web_name(label: str) -> str | None:
    encoding = webencodings.lookup(label)
    return encoding.name if encoding else None


def _decode_broken_utf8(data: bytes, *, declared: bool) -> str | None:
    """Return a document in UTF-8 with a few broken bytes, None for one in another encoding."""
    data = _SURROGATE_PAIR.sub(_joined_surrogates, data)
    sequences = _UTF8_SEQUENCE.findall(data)
    broken = len(data.translate(None, _ASCII)) - sum(map(len, sequences))
    # Three bytes in a row that fit are no accident.
    certain = declared or any(len(sequence) > 2 for sequence in sequences)
    if len(sequences) < broken * (1 if certain else _VALID_PER_BROKEN):
        return None
    return data.decode("utf-8", errors=_STRAY)


def _joined_surrogates(match: re.Match[bytes]) -> bytes:
    """Return one character for two surrogates, as Java and MySQL write emoji (CESU-8)."""
    halves = match.group().decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le").encode()


def _decode_legacy(data: bytes, names: Iterable[str]) -> str:
    """Decode as declared, else as detected."""
    for name in names:
        text = _decode_declared(data, name)
        if text is not None:
            return text
    return data.decode(detect_encoding(data), errors="replace")


def _decode_declared(data: bytes, name: str) -> str | None:
    """Return a document in an encoding that was declared, None when it is in another one."""
    if name.startswith("utf-") or name in ("replacement", "x-user-defined"):
        return None  # UTF-8 has failed, and UTF-16 has a mark or zeros
    encoding = webencodings.lookup(name)
    codec = "gb18030" if name == "gbk" else encoding.codec_info.name
    text = data.decode(codec, errors="replace")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    if text.count("\ufffd") > beyond_ascii * _MAX_BROKEN_SHARE:
        return None
    # Many servers declare Latin-1 whatever they send.
    return None if name == "windows-1252" and is_certainly_not_western(data) else text


def _utf16(data: bytes) -> str | None:
    """Return the codec of UTF-16 without a byte order mark, None for another encoding with a few stray zeros.

    The high bytes of Latin text are zero, so zeros at even positions mean big-endian, at odd little-endian.
    """
    zeros_even, zeros_odd = data[0::2].count(0), data[1::2].count(0)
    most, least = max(zeros_even, zeros_odd), min(zeros_even, zeros_odd)
    if most * 8 < len(data) or least * 4 > most:
        return None
    return "utf-16-be" if zeros_even > zeros_odd else "utf-16-le"


def _replace_stray(error: UnicodeError) -> tuple[str, int]:
    """Return the character for a broken byte of UTF-8: punctuation pasted from Windows, else U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    character = stray.decode("cp1252", errors="replace") if len(stray) == 1 else ""
    alone = error.object[error.start - 1 : error.start].isascii()
    return (character if alone and character in _PUNCTUATION else "\ufffd") or "\ufffd", error.end


_STRAY = "newsbot-stray"
codecs.register_error(_STRAY, _replace_stray)
