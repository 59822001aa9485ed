"""Turns text into terms: one analysis for articles, questions and alerts.

A text is split into words. A word becomes at most one term: normalized (NFKC, lower case by the language's
rules, variants of Arabic letters unified), without possessive, article or light prefix, stemmed (Snowball),
without diacritics. Stop words are dropped. A word in a script other than the language's goes through that
script's usual analyzer, so that English names in an Arabic article are found.
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
"""A word: letters and digits with marks and inner apostrophes, or an acronym with its dots (U.S, e.g)."""
MAX_WORD_LENGTH = 60
"""Characters of a word that count; the rest is ignored."""
_MAX_CACHED = 200_000

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
_USUAL_LANGUAGES = {
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


def normalize(word: str, language: str = "und") -> str:
    """Return a word in NFKC and lower case by the language's rules, variants of Arabic letters unified."""
    if word.isascii():
        return word.lower() if language != "tr" else word.translate(_TURKISH_CASE).lower()
    word = unicodedata.normalize("NFKC", word)
    if language == "tr":
        word = word.translate(_TURKISH_CASE)
    word = word.lower().replace("i̇", "i").replace("’", "'").replace("ʼ", "'")
    if script(word) == "arabic":
        word = _without_marks(word.translate(_ARABIC_LETTERS))
    return word


def fold(text: str) -> str:
    """Return text in lower case without diacritics, for comparing names."""
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


class Analyzer:
    """The analysis of one language; caches the terms of the words it has seen.

    Args:
        language: ISO 639-1 code; a language without a stemmer, or "und", gets normalization and the usual
            rules of its script.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.script = _SCRIPTS.get(language, "latin")
        self._stemmer = Stemmer.Stemmer(_STEMMERS[language], 0) if language in _STEMMERS else None
        self._stop_words = frozenset(normalize(word, language) for word in stop_words(language))
        self._cache: dict[str, str | None] = {}

    def split(self, text: str) -> list[str]:
        """Return the words of a text in order, in lower case."""
        if self.language == "tr":
            text = text.translate(_TURKISH_CASE)
        return WORD.findall(text.lower())

    def terms(self, text: str) -> list[str]:
        """Return the terms of a text in order, without stop words."""
        words = self.split(text)
        try:
            return [term for term in map(self._cache.__getitem__, words) if term is not None]
        except KeyError:  # a word that is not cached
            return [term for term in map(self.term, words) if term is not None]

    def term(self, word: str) -> str | None:
        """Return the term of a word, None for a stop word."""
        try:
            return self._cache[word]
        except KeyError:
            if len(self._cache) >= _MAX_CACHED:
                self._cache.clear()
            term = self._cache[word] = self.analyze_word(word)
            return term

    def analyze_word(self, word: str) -> str | None:
        """Return the same as `term`, bypassing the cache."""
        plain = normalize(word[:MAX_WORD_LENGTH], self.language)
        word_script = script(plain)
        if word_script != self.script or self.language == "und":
            usual = _USUAL_LANGUAGES[word_script]
            if usual != self.language:
                return analyzer_for(usual).analyze_word(plain)
        if plain in self._stop_words:
            return None
        plain = self._strip_affixes(plain)
        if not plain or plain in self._stop_words:
            return None
        stem: str = self._stemmer.stemWord(plain) if self._stemmer and not plain.isdigit() else plain
        return stem if stem.isascii() else fold(stem)

    def prefix(self, beginning: str) -> str:
        """Return the prefix that terms of words with a given beginning share."""
        return fold(self._strip_affixes(normalize(beginning[:MAX_WORD_LENGTH], self.language)))

    def _strip_affixes(self, word: str) -> str:
        """Return a word without acronym dots, possessive, elision, apostrophe suffix, Arabic prefix."""
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
    """Return an Arabic word without a leading conjunction or article.

    Source:
        Larkey, Ballesteros, Connell 2007, Light Stemming for Arabic Information Retrieval, light10.
    """
    if word.startswith("و") and len(word) > 4:
        word = word[1:]
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            return word[len(prefix) :]
    return word


@cache
def analyzer_for(language: str) -> Analyzer:
    """Return the shared analyzer of a language."""
    return Analyzer(language)


def analyzer_language(language: str) -> str:
    """Return the language whose analyzer handles texts of `language`: itself, or "und" if it has no rules."""
    return language if language in _STEMMERS or language in _SCRIPTS else "und"


def analyze(text: str, language: str = "und") -> list[str]:
    """Return the terms of a text in order, without stop words."""
    return analyzer_for(analyzer_language(language)).terms(text)


def find_words(text: str) -> Iterator[re.Match[str]]:
    """Yield matches of the words of a text as written."""
    return WORD.finditer(text)
