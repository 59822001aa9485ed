"""A body's sentences, as spans."""

import re
from collections.abc import Iterable, Iterator

import sentencex

from bot.corpus.article import Span
from bot.languages.phrases import words

# Languages that write "3." for "third".
_ORDINAL_DOT = frozenset({"tr", "de", "ru", "pl", "cs", "da", "nb", "no", "fi", "hu", "hr", "sr", "sl", "az"})
_BLANKS = " \t\xa0"
_OPENING = "([«“\"'‘{<"
_CLOSERS_ONLY = re.compile(r"[\s\"'”’»)\]}.،,!?…]*")


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, not overlapping, without outer white space.

    Every character that is not white space lies in exactly one sentence; none reaches over a paragraph.

    Args:
        text: Paragraphs parted by newlines.
        language: ISO 639-1 code; unknown ones are split by general rules.
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
    held = ""
    for piece in pieces:
        if held and not _continues(held, piece, language):
            yield held
            held = piece
        else:
            held += piece
    if held:
        yield held


def _continues(held: str, piece: str, language: str) -> bool:
    """Whether `piece` belongs to the sentence `held` began."""
    if _CLOSERS_ONLY.fullmatch(piece):
        return True
    held = held.rstrip()
    if not held.endswith("."):
        return False
    word = held[max(held.rfind(blank) for blank in _BLANKS) + 1 :].lstrip(_OPENING).casefold()
    if word in words("abbreviations", language):
        return True
    first = piece.lstrip()[:1]
    return word[:-1].isdigit() and language in _ORDINAL_DOT and first.islower()
