"""The one analysis chain: text -> terms, the same for articles, questions and alerts.

A text is cut into words; a word becomes at most one term: normalised (NFKC, lower case by the language's
rules, Arabic letters made one), without possessive, article or light prefix, stemmed (Snowball), without
diacritics. Stop words become None. A word in another script than the language's is taken for that script's
usual language, so that an Arabic article's English names are found.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import Stemmer

from bot.languages.stopwords import stop_words

WORD = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])|[^\W_]+(?:['’ʼ\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]+[^\W_]+)*"
)
"""One word: letters and digits, marks and inner apostrophes; or an acronym with its dots (U.S, e.g)."""
LONGEST_WORD = 60
"""Characters of a word that count; the rest of a monster is cut."""
_REMEMBERED = 200_000

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "nb": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip
_SCRIPTS = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), "arabic"),
    **dict.fromkeys(("ru", "uk", "bg", "sr", "be", "mk", "kk"), "cyrillic"),
    **dict.fromkeys(("el",), "greek"),
    **dict.fromkeys(("hi", "ne", "mr"), "devanagari"),
    **dict.fromkeys(("hy",), "armenian"),
    **dict.fromkeys(("ta",), "tamil"),
}
_USUAL = {
    "arabic": "ar", "cyrillic": "ru", "greek": "el", "devanagari": "hi", "armenian": "hy", "tamil": "ta",
    "latin": "en",
}  # fmt: skip
_BLOCKS = (
    (0x0370, 0x0400, "greek"), (0x0400, 0x0530, "cyrillic"), (0x0530, 0x0590, "armenian"),
    (0x0600, 0x0780, "arabic"), (0x0900, 0x0980, "devanagari"), (0x0B80, 0x0C00, "tamil"),
)  # fmt: skip
_ARABIC_LETTERS = str.maketrans("أإآٱىةیک", "اااايهيك", "ـ\u200c\u200d")
_PLAIN_LETTERS = str.maketrans({"ı": "i", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe"})
_TURKISH_CASE = str.maketrans({"İ": "i", "I": "ı"})
_ELISION = re.compile(r"(?:l|d|j|n|s|c|m|t|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un)'(?=..)")
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")


def normalise(word: str, language: str = "und") -> str:
    """Return a word's plain form: NFKC, lower case by the language's rules, Arabic letters made one."""
    if word.isascii():
        return word.lower() if language != "tr" else word.translate(_TURKISH_CASE).lower()
    word = unicodedata.normalize("NFKC", word)
    if language == "tr":
        word = word.translate(_TURKISH_CASE)
    word = word.lower().replace("i̇", "i").replace("’", "'").replace("ʼ", "'")
    if script(word) == "arabic":
        word = "".join(
            letter for letter in word.translate(_ARABIC_LETTERS) if not unicodedata.combining(letter)
        )
    return word


def fold(text: str) -> str:
    """Return text without diacritics and case, for comparing names."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return plain.translate(_PLAIN_LETTERS).translate(_ARABIC_LETTERS)


def script(word: str) -> str:
    """Return the script of a word's first letter; "latin" when it is none of those known."""
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


class Chain:
    """The analysis of one language; remembers the words it has seen.

    Args:
        language: ISO 639-1; one without a stemmer, or "und", gets normalisation and its script's usual rules.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.script = _SCRIPTS.get(language, "latin")
        self._stem = Stemmer.Stemmer(_STEMMERS[language], 0) if language in _STEMMERS else None
        self._stop = frozenset(normalise(word, language) for word in stop_words(language))
        self._terms: dict[str, str | None] = {}

    def split(self, text: str) -> list[str]:
        """Return the words of a text in order, in lower case."""
        if self.language == "tr":
            text = text.translate(_TURKISH_CASE)
        return WORD.findall(text.lower())

    def terms(self, text: str) -> list[str]:
        """Return the terms of a text in order, stop words left out."""
        words = self.split(text)
        try:
            return [term for term in map(self._terms.__getitem__, words) if term is not None]
        except KeyError:  # a word not met before, or not lately
            return [term for term in map(self.term, words) if term is not None]

    def term(self, word: str) -> str | None:
        """Return the term of one word, None for a stop word."""
        try:
            return self._terms[word]
        except KeyError:
            if len(self._terms) >= _REMEMBERED:
                self._terms.clear()
            term = self._terms[word] = self.analyse(word)
            return term

    def analyse(self, word: str) -> str | None:
        """Return what `term` does, without remembering it."""
        plain = normalise(word[:LONGEST_WORD], self.language)
        written = script(plain)
        if written != self.script or self.language == "und":
            usual = _USUAL[written]
            if usual != self.language:
                return chain(usual).analyse(plain)
        if plain in self._stop:
            return None
        plain = self._stripped(plain)
        if not plain or plain in self._stop:
            return None
        stem: str = self._stem.stemWord(plain) if self._stem and not plain.isdigit() else plain
        return stem if stem.isascii() else fold(stem)

    def beginning(self, word: str) -> str:
        """Return what the terms of words beginning like this begin with."""
        return fold(self._stripped(normalise(word[:LONGEST_WORD], self.language)))

    def _stripped(self, word: str) -> str:
        """Without an acronym's dots, possessive, elided article, apostrophe suffix, Arabic prefix."""
        word = word.replace(".", "")
        if "'" in word:
            if self.language == "tr":
                return word.split("'")[0]
            if self.language in ("fr", "it", "ca"):
                word = _ELISION.sub("", word, count=1)
            word = word.removesuffix("'s").replace("'", "")
        elif self.language == "ar":
            word = _without_arabic_prefix(word)
        return word


def _without_arabic_prefix(word: str) -> str:
    """Source: Larkey, Ballesteros, Connell 2007, Light Stemming for Arabic Information Retrieval, light10."""
    if word.startswith("و") and len(word) > 4:
        word = word[1:]
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            return word[len(prefix) :]
    return word


@cache
def chain(language: str) -> Chain:
    """Return the analysis of a language, made once."""
    return Chain(language)


def supported(language: str) -> str:
    """Return the language whose chain analyses texts of `language`: itself, "und" without rules for it."""
    return language if language in _STEMMERS or language in _SCRIPTS else "und"


def analyze(text: str, language: str = "und") -> list[str]:
    """Return the terms of a text in order, stop words left out."""
    return chain(supported(language)).terms(text)


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text as written, with their places."""
    return WORD.finditer(text)
