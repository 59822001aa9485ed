"""Ends of sentences without a mark of their own, as in pages whose lines were joined.

They are behind headings in capitals, whole sentences in brackets, quotations in a row, words that only open
sentences, and, where a language writes a capital after it only before a sentence, colons.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.languages.language import language as words_of
from bot.languages.phrases import any_word
from bot.languages.stopwords import stop_words

_IN_BRACKETS = re.compile(r"\s*\([^()]+\s[^()]+\)(?=\s+(?:[^\W\d_a-z]|\d+\.\s))")
_IN_QUOTES = re.compile(r"\s*[\"“„«][^\"“”„«»]{20,}[\"”“»](?=\s+[\"“„«][^\W\d_a-z])")
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\sa-zß-öø-ÿ,.;()\"]+"
_HEADING = re.compile(rf"\s*(?:{_CAPITALS},? ){{1,9}}{_CAPITALS}(?= [^\W\d_a-z][\w’']*[a-zß-öø-ÿğışçа-яё])")
_FEWEST_LETTERS = 14
"""Letters of a heading in capitals; fewer may be names."""
_COLON = re.compile(r":(?=\s[^\W\d_a-zß-öø-ÿ][\w-]+\s)")
_OPENING = re.compile(r"(?<!\S)(?P<before>[^\W\d_]+)(?P<mark>[,;]?)(?=\s(?P<word>[^\W\d_a-z][^\W\d_]+)\s)")
_FEWEST_BEFORE, _FEWEST_AFTER = 4, 4
"""Words of the sentences before and behind a colon, or a word that opens one."""


def ends_without_mark(sentence: str, language: str) -> Iterator[int]:
    """Yield where sentences end inside what lies between two marks, ascending.

    Args:
        sentence: From behind the last mark to the next one.
        language: ISO 639-1 code.
    """
    start = _at_start(sentence)
    if start:
        yield start
    rest = sentence[start:]
    known = words_of(language).sentences
    places = [match.end() for match in _COLON.finditer(rest)] if known.colon_ends else []
    places += [match.end("mark") for match in _openings(rest, language)] if known.inner_capitals else []
    begin = 0
    for place in sorted(places):
        if _is_end(rest[begin:place], rest[place:], language):
            yield start + place
            begin = place


def _at_start(sentence: str) -> int:
    """Return where a heading, or a sentence in brackets or quotes, ends at the start; 0 without one."""
    first = sentence[:3].lstrip()[:1]
    if first == "(":
        match = _IN_BRACKETS.match(sentence)
    elif first and first in '"“„«':
        match = _IN_QUOTES.match(sentence)
    else:
        match = _HEADING.match(sentence) if sentence[:6].strip().isupper() else None
        return match.end() if match and sum(map(str.isalpha, match[0])) >= _FEWEST_LETTERS else 0
    return match.end() if match else 0


def _is_end(before: str, after: str, language: str) -> bool:
    """Whether two parts of a text are sentences, the first of which does not say who says the second."""
    if len(before.split()) < _FEWEST_BEFORE or len(after.split()) < _FEWEST_AFTER:
        return False
    return before[-1] != ":" or not _reporting(language).search(before)


def _openings(text: str, language: str) -> Iterator[re.Match[str]]:
    """Yield the words with a capital that open a sentence although no mark is before them.

    Words such as "We" hardly ever have one inside a sentence; other stop words are also in titles ("he read
    The Times"), but not behind a word in small letters that is neither a stop word nor a reporting verb.
    """
    known = words_of(language).sentences
    for match in _OPENING.finditer(text):
        if match["word"] in known.openings or _opens_sentence(match, language):
            yield match


def _opens_sentence(match: re.Match[str], language: str) -> bool:
    """Whether a word is a stop word with a capital that no title or form of address explains."""
    before, word, stops = match["before"], match["word"], stop_words(language)
    if not word.istitle() or word in words_of(language).sentences.inner_capitals:
        return False
    if word.replace("İ", "i").casefold() not in stops or before in stops:
        return False
    return match["mark"] == ";" or (before.islower() and not _reporting(language).fullmatch(before))


@cache
def _reporting(language: str) -> re.Pattern[str]:
    cues = words_of(language).attribution
    return re.compile(rf"(?i)(?<!\w){any_word((*cues.verbs, *cues.according))}(?!\w)")
