"""The sentences of a body, as spans.

A sentence ends at its mark and the closing quotation marks and brackets behind it, before white space. What
stands around a dot decides whether it belongs to an abbreviation, an initial or an ordinal instead.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.corpus.analysis.unmarked_ends import ends_without_mark
from bot.corpus.article import Span
from bot.languages.language import language as words_of
from bot.languages.phrases import words
from bot.languages.stopwords import stop_words

_ORDINAL_DOT = frozenset({"pl", "cs", "da", "nb", "no", "fi", "hu", "hr", "sr", "sl", "az"})
"""Languages without a file in `bot.languages` that write "3." for "third"."""
_OPENING = "([{<«‹„“”‚‘\"'¿¡—–- \t\xa0\u202f"
_CLOSERS = r"""(?:["'”’“‘»›)\]}]|[«‹](?=\s|$)|[\xa0\u202f ][»›](?!\w))*(?: ?\[\d+(?: ?[-–,] ?\d+)*\])*"""
"""What closes quotations and brackets, and references to notes; before a word, » opens a quotation."""
_MARKS = re.compile("[.!?…؟۔。！？]+")
_CLOSED = re.compile(_CLOSERS)
_CLOSED_IN_CHINESE = re.compile("[”’」』）】]*")
_GLUED_BEFORE = re.compile(r"[^\W\d_]{2}[\"'”’»)\]]*$")
_GLUED_AFTER = re.compile(r"[\"'“‘«(\[]*[^\W\d_](?:[^\W\d_]|\s)")
_VOWEL = "[aeiouyäöüıáéíóúàèâêîôûаеёиоуыэюя]"
_LONG_WORD = re.compile(rf"(?<![^\W\d_])(?![A-ZÀ-Þ])[^\W\d_]{{3,}}(?:{_VOWEL}[^\W\d_]|[^\W\d_]{_VOWEL})$")
_SPACED_CLOSER = re.compile(r' "(?=\s|$)')
_IN_ADDRESS = re.compile(r"[/@.]|www")
_BETWEEN_QUOTATIONS = re.compile(r"""["”“»]\s+["“„«]""")
_ELIDED = re.compile(r"[A-Z][’']\w")
"""A word of one letter before a vowel: "C'est"."""
_WITH_ELISION = ("fr", "it")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.-?){2,}")
_ROMAN = re.compile(r"[IVXL]+")
_MAX_ORDINAL_DIGITS = 3
_LOOK_BACK, _LOOK_AHEAD = 80, 40
"""Characters before and behind a mark that are looked at."""


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of a text in order, not overlapping, without outer white space.

    Every character that is not white space lies in exactly one sentence; no sentence crosses a paragraph.

    Args:
        text: Paragraphs, separated by newlines.
        language: ISO 639-1 code; general rules apply to unknown ones.
    """
    spans: list[Span] = []
    offset = 0
    for paragraph in text.split("\n"):
        start = 0
        for end in _all_ends(paragraph, language):
            inner = paragraph[start:end].strip()
            if inner:
                first = offset + paragraph.index(inner, start)
                spans.append(Span(first, first + len(inner)))
            start = end
        offset += len(paragraph) + 1
    return tuple(spans)


def _all_ends(paragraph: str, language: str) -> Iterator[int]:
    """Yield where the sentences of a paragraph end, with a mark or without one."""
    start = 0
    for end in (*_ends(paragraph, language), len(paragraph)):
        for unmarked in ends_without_mark(paragraph[start:end], language):
            yield start + unmarked
        yield end
        start = end


def _ends(paragraph: str, language: str) -> Iterator[int]:
    no_capitals, has_quotes = paragraph.islower(), '"' in paragraph
    start = counted = straight = 0
    for mark in _MARKS.finditer(paragraph):
        closed = _CLOSED_IN_CHINESE if mark[0][0] in "。！？" else _CLOSED
        end = closed.match(paragraph, mark.end()).end()  # type: ignore[union-attr]  # it matches nothing, too
        if has_quotes:
            straight += paragraph.count('"', counted, mark.start())
            counted = mark.start()
            glued = paragraph[mark.end() : end] == '"' and not paragraph[end : end + 1].isspace()
            if glued and end < len(paragraph) and straight % 2 == 0:
                end = mark.end()  # the mark opens a quotation
            if straight % 2 and _SPACED_CLOSER.match(paragraph, end):
                end += 2
        before = paragraph[max(start, mark.start() - _LOOK_BACK) : mark.start()]
        after = paragraph[end : end + _LOOK_AHEAD]
        bare = end == mark.end() and after[:1].isspace()
        if bare and mark[0] != "…" and (no_capitals or (mark[0] == "." and _ends_in_long_word(before))):
            after = after.title()  # small letters may open a sentence here
        if _is_end(before, mark[0], after, language) or _BETWEEN_QUOTATIONS.match(paragraph, end - 1):
            yield end
            start = counted = end
            straight = 0


def _is_end(before: str, mark: str, after: str, language: str) -> bool:
    """Whether a sentence ends at a mark.

    Args:
        before: The end of the sentence up to the mark.
        after: The beginning of what follows the mark and its closing marks.
    """
    if not after or mark[0] in "。！？":
        return True
    last = (before[-_LOOK_AHEAD:].split() or [""])[-1]  # some texts have white space before every mark
    if not after[0].isspace():
        return _is_glued(last, after)
    following = after.lstrip(_OPENING)
    if following[:1].islower():
        return False
    if mark != ".":
        return mark[0] not in ".…" or not (last[-1:] in ("(", "[") or len(last) == 1)  # "(...)", "and ..."
    return not _is_short_form(before, last.lstrip(_OPENING), following, language)


def _ends_in_long_word(before: str) -> bool:
    """Whether a text ends in a word in small letters whose length or vowels make it no abbreviation."""
    return _LONG_WORD.search(before) is not None


def _is_glued(last: str, after: str) -> bool:
    """Whether a mark without white space behind it ends a sentence; in addresses it doesn't."""
    if not _GLUED_BEFORE.search(last) or not _GLUED_AFTER.match(after):
        return False
    first = after.lstrip(_OPENING)[0]
    cased = last.rstrip("\"'”’»)]")[-1].islower() and first.isupper()
    uncased = not first.isupper() and not first.islower()
    return (cased or uncased) and not _IN_ADDRESS.search(last + after.split(None, 1)[0])


def _is_short_form(before: str, word: str, following: str, language: str) -> bool:
    """Whether a dot belongs to the number or word before it.

    Args:
        before: The end of the sentence up to the dot.
        word: Its last word.
    """
    if word.isdigit() or (word.isupper() and _ROMAN.fullmatch(word)):
        first_word = not before[: -len(word)].strip(_OPENING)
        return first_word or _is_ordinal(word, following, language)
    return _is_abbreviation(word + ".", following, language)


def _is_ordinal(number: str, following: str, language: str) -> bool:
    known = language in _ORDINAL_DOT or words_of(language).sentences.ordinal_dot
    return known and len(number) <= _MAX_ORDINAL_DIGITS and not _opens(following, language)


def _is_abbreviation(word: str, following: str, language: str) -> bool:
    """Whether the sentence goes on after a word with a dot.

    A title ("Dr.") is followed by a capital letter, so that only the list tells. After an initial or an
    abbreviation in small letters ("p.m.", "U.S."), a sentence starts where a stop word has a capital letter.
    """
    if not following:
        return False
    known = words("sentences.before_number", language)
    if following[0].isdigit() and (word.casefold() in known or word.casefold().rpartition("-")[2] in known):
        return True
    listed = word in _titles(language) or word.casefold() in words("sentences.abbreviations", language)
    if listed and word[0].isupper() and not _DOTTED.fullmatch(word):
        return True
    short = (len(word) == 2 and word[0].isalpha()) or _DOTTED.fullmatch(word)
    return bool(listed or short) and not _opens(following, language)


@cache
def _titles(language: str) -> frozenset[str]:
    """Return the abbreviations that are listed in capital letters, which small letters don't make."""
    return frozenset(word for word in words("sentences.abbreviations", language) if word != word.casefold())


def _opens(following: str, language: str) -> bool:
    """Whether a text opens with a stop word in capital letters, as only sentences do; "I." is an initial."""
    if language in _WITH_ELISION and _ELIDED.match(following):
        return True
    match = re.match(r"(?![^\W\d_]\.)[^\W\d_]+", following)
    word = match[0] if match else ""
    return word[:1].isupper() and word.casefold() in stop_words(language)
