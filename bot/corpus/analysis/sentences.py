"""The sentences of a body, as spans."""

import re
from collections.abc import Iterable, Iterator

import sentencex

from bot.corpus.article import Span
from bot.languages.language import language as words_of
from bot.languages.phrases import words

_ORDINAL_DOT = frozenset({"pl", "cs", "da", "nb", "no", "fi", "hu", "hr", "sr", "sl", "az"})
"""Languages without a file in `bot.languages` that write "3." for "third"."""
_BLANKS = " \t\xa0"
_OPENING = "([«“\"'‘{<"
_CLOSERS_ONLY = re.compile(r"[\s\"'”’»)\]}.،,!?…]*")


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
        if paragraph:
            spans += _trimmed(text, offset, _merged(sentencex.segment(language, paragraph), language))
        offset += len(paragraph) + 1
    return tuple(spans)


def _trimmed(text: str, offset: int, pieces: Iterable[str]) -> Iterator[Span]:
    for piece in pieces:
        inner = piece.strip()
        if inner:
            start = offset + piece.index(inner)
            yield Span(start, start + len(inner))
        offset += len(piece)


def _merged(pieces: Iterable[str], language: str) -> Iterator[str]:
    """Yield sentences, with pieces joined where sentencex splits too early."""
    sentence = ""
    for piece in pieces:
        if sentence and not _continues(sentence, piece, language):
            yield sentence
            sentence = piece
        else:
            sentence += piece
    if sentence:
        yield sentence


def _continues(sentence: str, piece: str, language: str) -> bool:
    """Whether a piece belongs to the sentence before it."""
    if _CLOSERS_ONLY.fullmatch(piece):
        return True
    sentence = sentence.rstrip()
    if not sentence.endswith("."):
        return False
    word = sentence[max(sentence.rfind(blank) for blank in _BLANKS) + 1 :].lstrip(_OPENING).casefold()
    if word in words("sentences.abbreviations", language):
        return True
    return word[:-1].isdigit() and _writes_ordinals_with_dot(language) and piece.lstrip()[:1].islower()


def _writes_ordinals_with_dot(language: str) -> bool:
    return language in _ORDINAL_DOT or words_of(language).sentences.ordinal_dot
