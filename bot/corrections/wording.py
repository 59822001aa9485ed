"""Whether two sentences say the same apart from how they are written.

These edits are trivial and are not shown:

- white space, invisible signs, letter case, variants of Arabic letters and marks that may be left out;
- the kind of quotation mark, dash or apostrophe, and hyphens within words;
- punctuation between words, except quotation marks, question marks, signs and symbols;
- a word written twice in a row;
- up to two words with a typing error (`_is_typo`): never a number, a name or a negation;
- a time stamp ("Updated 14:05") and lines of a page that are not the article.

Everything else matters. Every digit counts, and every mark inside a number.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from bot.corpus.analysis.boilerplate import kind_of
from bot.corpus.clock_times import find_clock
from bot.corpus.dates import find_dates
from bot.languages.language import language as language_words
from bot.languages.phrases import alternation, any_of, phrases
from bot.search.letters import normalize

_MOST_TYPOS = 2
_SHORTEST_TYPO, _SHORTEST_DOUBLED = 8, 6
"""Least letters of a word with a typing error, and of one with a letter too few or too many in a row; shorter
words soon become others ("united", "untied")."""
_DOUBLED = re.compile(r"(.)\1")
_LONGEST_STAMP = 100
_QUOTES = '"“”„‟«»＂″「」『』'
_SINGLE_QUOTES = "'‘’‚‛‹›`´′ʼ"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_MARKS = str.maketrans(
    dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_SINGLE_QUOTES, "'") | dict.fromkeys(_DASHES, "-")
)
_ACRONYM = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
_PIECE = re.compile(
    r"(?P<number>(?<![\w-])-(?=\d)|(?<!\w)[+±]?\d+(?:[.,:/٫٬]\d+)*|\d+)"
    r"|(?P<word>(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]|(?<=[^\W\d_])['-](?=[^\W\d_]))+)"
    r"|(?P<mark>\S)"
)
_SILENT = frozenset(".,;:!…-/()[]{}*_|·•،؛۔。、¡¿，；：．・")
"""Marks between words that change nothing."""
_SIGNS = frozenset("-+±%‰")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of a sentence.

    Args:
        key: What is compared.
        name: Whether it may be a name: a word with a capital letter.
    """

    key: str
    name: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it consists of letters."""
        return self.key[:1].isalpha()


@lru_cache(maxsize=4096)
def tokens_of(text: str, language: str) -> tuple[Token, ...]:
    """Return what of a text matters, in order."""
    written = "".join(map(_sign, unicodedata.normalize("NFKC", text).translate(_MARKS)))
    written = _ACRONYM.sub(lambda acronym: acronym[0].replace(".", ""), written)
    tokens: list[Token] = []
    for match in _PIECE.finditer(written):
        token = _token(match, language)
        repeated = bool(tokens) and token is not None and token.is_word and tokens[-1].key == token.key
        if token and not repeated:
            tokens.append(token)
    return tuple(tokens)


def _sign(letter: str) -> str:
    """Return a digit as in "0" to "9", "" for an invisible sign, and anything else unchanged."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return "" if unicodedata.category(letter) == "Cf" and letter not in "\u200c\u200d" else letter


def _token(match: re.Match[str], language: str) -> Token | None:
    piece = match[0]
    if match["word"]:
        key = normalize(piece.replace("-", ""), language).replace("ß", "ss")
        return Token(key, name=any(map(str.isupper, piece))) if key else None
    if match["mark"] and (piece in _SILENT or unicodedata.category(piece) in ("Cc", "Co", "Cs", "Mn")):
        return None
    return Token('"' if piece == "'" else piece)


def key_of(text: str, language: str) -> str:
    """Return a text as it is compared: equal keys say the same."""
    return " ".join(token.key for token in tokens_of(text, language))


def says_the_same(before: str, after: str, language: str) -> bool:
    """Return whether two sentences differ in trivial edits only."""
    old, new = tokens_of(before, language), tokens_of(after, language)
    if len(old) != len(new):
        return False
    different = [(a, b) for a, b in zip(old, new, strict=True) if a.key != b.key]
    return len(different) <= _MOST_TYPOS and all(_is_typo(a, b) for a, b in different)


def differs_in_facts(before: str, after: str, language: str) -> bool:
    """Return whether a number, a name or a negation of one sentence is not in the other."""
    old, new = (tokens_of(text, language) for text in (before, after))
    old_keys, new_keys = {token.key for token in old}, {token.key for token in new}
    names = {token.key for tokens in (old, new) for token in tokens[1:] if token.name}
    different = old_keys.symmetric_difference(new_keys)
    return any(key in names or _is_fact(key, language) for key in different)


def is_stamp(sentence: str) -> bool:
    """Return whether a sentence holds nothing but a date or time, and words that go with it."""
    if len(sentence) > _LONGEST_STAMP:
        return False
    rest, at = [], 0
    for start, end, _ in find_dates(sentence):
        if start >= at:
            rest.append(sentence[at:start])
            at = end
    left = " ".join([*rest, sentence[at:]]).casefold()
    while clock := find_clock(left):
        left = f"{left[: clock.start()]} {left[clock.end() :]}"
    return not any(map(str.isdigit, left)) and _around_dates().fullmatch(left) is not None


def is_furniture(line: str) -> bool:
    """Return whether a whole line is of the page, not of the article."""
    return kind_of(line) is not None


def _is_typo(before: Token, after: Token) -> bool:
    """Whether two words are one: the first and last letters stay, and one letter between them differs.

    Only in Latin, Greek and Cyrillic letters: elsewhere one letter makes another word.
    """
    a, b = before.key, after.key
    if before.name or after.name or not (a + b).isalpha() or max(a + b) >= "\u0530":
        return False
    doubled = _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b)
    shortest = _SHORTEST_DOUBLED if doubled else _SHORTEST_TYPO
    same_ends = min(len(a), len(b)) >= shortest and a[0] == b[0] and a[-1] == b[-1]
    return same_ends and OSA.distance(a, b) == 1 and _negates(a) == _negates(b)


def _is_fact(key: str, language: str) -> bool:
    """Whether a token is a number, in digits or in words, a sign before one, or a negation."""
    return key[:1].isdigit() or key[:1] in _SIGNS or _facts(language).fullmatch(key) is not None


@lru_cache(maxsize=4096)
def _negates(word: str) -> bool:
    """Whether a word is a negation in any language."""
    return _negations("").fullmatch(word) is not None


@cache
def _facts(code: str) -> re.Pattern[str]:
    from_two = [word for words in language_words(code).periods.numbers[1:] for word in words]
    numbers = alternation([*from_two, *phrases("questions.number_words", code)])
    return re.compile(f"{numbers}|{_negations(code).pattern}", re.IGNORECASE)


@cache
def _negations(code: str) -> re.Pattern[str]:
    """Return a pattern of the words that negate in a language, or in all without a code."""
    listed = [*phrases("questions.negations", code), *phrases("questions.negations_after", code)]
    ending = rf"\w+{any_of('questions.negative_endings', code)}"
    return re.compile(f"{alternation(listed)}|{ending}", re.IGNORECASE)


@cache
def _around_dates() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('bylines.around_dates')}|[\W_])+", re.IGNORECASE)
