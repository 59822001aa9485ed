"""Turns text into terms: one analysis for articles, questions and alerts.

A text is split into words. Most words become at most one term: normalized (NFKC, lower case by the language's
rules, variants of Arabic letters unified), without possessive, article or light prefix, stemmed, without
diacritics. Stop words are dropped, unless they are written as names ("WHO"). A word in a script other than
the language's goes through that script's usual analyzer, so that English names in an Arabic article are
found. `words.py` says which words become several terms.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product

import Stemmer

from bot.languages.language import language as words_of_language
from bot.languages.stopwords import stop_words
from bot.search import arabic
from bot.search.capitals import has_capital, names_among
from bot.search.letters import fold, lower, normalize, script
from bot.search.recent import Recent
from bot.search.words import HALF_SPACE, is_signs, pairs, parts, split_words

ANALYSIS_VERSION = 9
"""Increases when texts are analyzed into other terms: indices of other versions are built again."""
MAX_WORD_LENGTH = 60
"""Characters of a word that count; the rest is ignored."""
NAME = "="
"""Begins the term of a stop word that is written as a name."""
SPECIAL = object()
"""What `Analyzer.lookup` returns for a word whose terms depend on the words around it, or are several."""
MAX_READINGS = 16
_MAX_CACHED, _MAX_SPECIAL = 30_000, 10_000
"""Words of one language in a generation of those whose terms are cached, and of those that are special."""

_STEMMERS = {
    "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
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
LANGUAGES = tuple(sorted({*_STEMMERS, *_SCRIPTS, "und"}))
"""The languages that have an analyzer."""
_ELISION = re.compile(r"(?:l|d|j|n|s|c|m|t|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un)'(?=..)")
_PERSIAN_VERB_PREFIXES = ("مي", "نمي")


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
        words = words_of_language(language).spelling
        self._stop_words = frozenset(normalize(word, language) for word in stop_words(language))
        self._never_names = frozenset(normalize(word, language) for word in words.never_names)
        self._cache = Recent(_MAX_CACHED, self._look_up)
        self._special_words = Recent(_MAX_SPECIAL, self._analyze_special)

    def lower(self, word: str) -> str:
        """Return a word in lower case by the language's rules."""
        return word if word.islower() and word.isascii() else lower(word, self.language)

    def terms(self, text: str) -> list[str]:
        """Return the terms of a text in order, then other spellings; no stop words."""
        words = split_words(text)
        found = self._cache.values_of(words)
        if SPECIAL not in found:
            return [term for term in found if term is not None]  # type: ignore[misc]
        special = [index for index, term in enumerate(found) if term is SPECIAL]
        terms, spellings = self.special_terms(text, words, special)
        in_order = (terms.get(index, (term,)) for index, term in enumerate(found))
        return [*filter(None, chain.from_iterable(in_order)), *spellings]  # type: ignore[list-item]

    def lookup(self, word: str) -> object:
        """Return the term of a word as written in any text, None for a stop word, or `SPECIAL`."""
        return self._cache[word]

    def terms_of_plain(self, words: list[str]) -> list[str | None]:
        """Return the same as `lookup` for words of small ASCII letters, in less time: none is `SPECIAL`."""
        if self._stemmer is None or self.script != "latin":
            return [self.lookup(word) for word in words]  # type: ignore[misc]
        stems = self._stemmer.stemWords([word[:MAX_WORD_LENGTH] for word in words])
        stop_words = self._stop_words
        return [
            None if word in stop_words else stem if stem.isascii() else fold(stem)
            for word, stem in zip(words, stems, strict=True)
        ]

    def term(self, word: str) -> str | None:
        """Return the term of a word of one term, None for a stop word in small letters."""
        term = self.lookup(word)
        return self.analyze_word(word) if term is SPECIAL else term  # type: ignore[return-value]

    def readings(self, words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the sequences of terms by which a text may contain some words in a row.

        The first one is what every text needs: it is empty for stop words alone.
        """
        readings: list[tuple[str, ...]] = [()]
        shouted = len(words) > 1 and all(word == word.upper() for word in words)
        for index, word in enumerate(words):
            ways = self._ways(word, strict=_is_name(words, index) and not shouted)
            if len(readings) * len(ways) > MAX_READINGS:
                ways = ways[:1]
            readings = [(*reading, *way) for way, reading in product(ways, readings)]
        return tuple(dict.fromkeys(readings))

    def analyze_word(self, word: str) -> str | None:
        """Return the same as `term`, bypassing the cache."""
        plain = normalize(word[:MAX_WORD_LENGTH], self.language)
        if is_signs(plain):
            return plain
        word_script = script(plain)
        if word_script != self.script or self.language == "und":
            usual = _USUAL_LANGUAGES[word_script]
            if usual != self.language:
                return analyzer_for(usual).analyze_word(word)
        if plain in self._stop_words:
            return self._name(word, plain)
        plain = self._strip_affixes(plain)
        if not plain or plain in self._stop_words:
            return self._name(word, plain)
        return self._stem(plain)

    def prefix(self, beginning: str) -> str:
        """Return the prefix that terms of words with a given beginning share."""
        return fold(self._strip_affixes(normalize(beginning[:MAX_WORD_LENGTH], self.language)))

    def _stem(self, plain: str) -> str:
        if self.language == "ar":
            return arabic.stem(plain) if not plain.isdigit() else plain
        stem: str = self._stemmer.stemWord(plain) if self._stemmer and not plain.isdigit() else plain
        return stem if stem.isascii() else fold(stem)

    def _name(self, word: str, plain: str) -> str | None:
        """Return the term of a stop word that is written as a name, None for any other."""
        named = has_capital(word) and len(plain) > 1 and "'" not in plain and plain not in self._never_names
        return f"{NAME}{plain}" if named else None

    def _look_up(self, word: str) -> object:
        if word.isascii() and word.isalpha() and (term := self._stem_of_letters(word)):
            return term
        if not word.isascii() and is_signs(word):
            return SPECIAL
        if not word.isalpha() and len(self._parts(word)) > 1:
            return SPECIAL
        term = self.analyze_word(word)
        return SPECIAL if term and term[0] == NAME else term

    def _stem_of_letters(self, word: str) -> str | None:
        """Return what `analyze_word` returns for a word of ASCII letters, but None for stop words."""
        own = self.script == "latin" and self.language != "und"
        analyzer = self if own else analyzer_for(_USUAL_LANGUAGES["latin"])
        plain = analyzer.lower(word[:MAX_WORD_LENGTH])
        return None if plain in analyzer._stop_words else analyzer._stem(plain)

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return a word's parts that have terms; "A4" stays whole, as "A" alone is a stop word."""
        known = parts(word)
        if len(known) > 1 and HALF_SPACE not in word and not all(self.analyze_word(part) for part in known):
            return (word,)
        return known

    def special_terms(
        self, text: str, words: Sequence[str], special: Sequence[int]
    ) -> tuple[dict[int, tuple[str, ...]], list[str]]:
        """Return the terms of special words by index, and terms of their other spellings.

        Args:
            text: What the words are split from.
            special: The indices of all words whose lookup is `SPECIAL`.
        """
        known = {index: self._special_words[words[index]] for index in special}
        stop_words = [index for index, word in known.items() if word.stop_word]
        names = names_among(text, words, self._is_common, among=stop_words) if stop_words else ()
        terms = {
            index: word.terms if not word.stop_word or index in names else () for index, word in known.items()
        }
        return terms, [spelling for word in known.values() for spelling in word.spellings]

    def _analyze_special(self, word: str) -> "_SpecialWord":
        if is_signs(word):
            signs = pairs(word)
            return _SpecialWord(tuple(signs if len(signs[0]) == 1 else [*signs, signs[-1][1:]]))
        if self._is_common(word):
            return _SpecialWord((self.analyze_word(word) or "",), stop_word=True)
        first, *others = self._ways(word, strict=False)
        return _SpecialWord(first, tuple(way[0] for way in others if way[0] not in first))

    def _is_common(self, word: str) -> bool:
        return self.lookup(word.lower()) is None

    def _ways(self, word: str, *, strict: bool) -> list[tuple[str, ...]]:
        """Return the terms of a word in each way it may be written, the usual one first.

        Args:
            strict: A stop word in it is a name.
        """
        if is_signs(word):
            return [tuple(pairs(word))]
        known = self._parts(word)
        if len(known) > 1:
            apart = tuple(term for part in known if (term := self.analyze_word(part.lower())))
            joined = self.analyze_word(word.replace(HALF_SPACE, "").lower()) if HALF_SPACE in word else None
            return [apart, (joined,)] if joined and (joined,) != apart else [apart]
        term = self.term(word)
        if term is None:
            name = self.term(word.upper())
            return [(), (name,)] if name else [()]
        return [(), (term,)] if term.startswith(NAME) and not strict else [(term,)]

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
            word = arabic.without_prefix(word)
        elif self.language == "fa":
            word = self._without_persian_prefix(word)
        return word

    def _without_persian_prefix(self, word: str) -> str:
        """Return a verb without the sign of the present tense, if the verb is a stop word."""
        for prefix in _PERSIAN_VERB_PREFIXES:
            if word.startswith(prefix) and word[len(prefix) :] in self._stop_words:
                return word[len(prefix) :]
        return word


@dataclass(frozen=True, slots=True)
class _SpecialWord:
    """A word that `Analyzer.lookup` calls special.

    Args:
        stop_word: Whether it has its terms only where it is written as a name.
        spellings: Terms of its other spellings.
    """

    terms: tuple[str, ...]
    spellings: tuple[str, ...] = ()
    stop_word: bool = False


def _is_name(words: Sequence[str], index: int) -> bool:
    """Whether a stop word with a capital can only be a name: alone, "the WHO said", "Theresa May"."""
    word = words[index]
    if len(words) == 1 or (len(word) > 1 and word == word.upper()):
        return True
    follows_name = index > 0 and has_capital(words[index - 1])
    return (
        has_capital(word) and follows_name and not (index + 1 < len(words) and has_capital(words[index + 1]))
    )


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
