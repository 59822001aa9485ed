"""The letters of words: their script, and which are the same to a reader."""

import unicodedata

_BLOCKS = (
    (0x0370, 0x0400, "greek"), (0x0400, 0x0530, "cyrillic"), (0x0530, 0x0590, "armenian"),
    (0x0600, 0x0780, "arabic"), (0x0900, 0x0980, "devanagari"), (0x0B80, 0x0C00, "tamil"),
)  # fmt: skip
_ARABIC_LETTERS = str.maketrans(
    "أإآٱىةیېکۀۂ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااايهييكهه01234567890123456789", "ـ\u200c\u200d"
)
_PLAIN_LETTERS = str.maketrans({"ı": "i", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe"})
_TURKISH_CASE = str.maketrans({"İ": "i", "I": "ı"})


def lower(word: str, language: str) -> str:
    """Return a word in lower case by the language's rules."""
    return (word.translate(_TURKISH_CASE) if language == "tr" else word).lower()


def normalize(word: str, language: str = "und") -> str:
    """Return a word in NFKC and lower case by the language's rules, variants of Arabic letters unified."""
    if word.isascii():
        return lower(word, language)
    word = (
        lower(unicodedata.normalize("NFKC", word), language)
        .replace("i̇", "i")
        .replace("’", "'")
        .replace("ʼ", "'")
    )
    if script(word) == "arabic":
        word = _without_marks(word.translate(_ARABIC_LETTERS))
    return word


def fold(text: str) -> str:
    """Return text in lower case without diacritics, for comparing names."""
    if text.isascii():
        return text.lower()
    plain = _without_marks(unicodedata.normalize("NFKD", text.lower()))
    return plain.translate(_PLAIN_LETTERS).translate(_ARABIC_LETTERS)


def _without_marks(text: str) -> str:
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def script(word: str) -> str:
    """Return the script of a word's first letter; "latin" for an unknown script."""
    for letter in word:
        code = ord(letter)
        if code < 0x0370:
            if letter.isalpha():
                return "latin"
            continue
        for start, end, name in _BLOCKS:
            if start <= code < end:
                return name
    return "latin"
