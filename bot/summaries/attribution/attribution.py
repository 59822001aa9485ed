"""Who says what in a text: how the text names the speaker, and which words are theirs."""

import re
from dataclasses import dataclass

from bot.corpus.article import Span

_AROUND = " ,;:—–-،؛\n"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement and who makes it.

    Args:
        source: Where the speaker is named.
        quoted_content: What they say: one span, or several with other words between.
        cue: The reporting verb; None where a quotation continues without one.
        to: The outlet or person they speak to ("informed Reuters").
        whole_paragraph: Whether nobody else speaks up to the paragraph's end, as in a transcript.
        spoken: False when the content only names what somebody is for or against ("called for a vote").
    """

    source: Span
    quoted_content: tuple[Span, ...]
    cue: Span | None = None
    to: Span | None = None
    spoken: bool = True
    whole_paragraph: bool = False

    @property
    def whole(self) -> Span:
        """From the first to the last character of the content."""
        return Span(self.quoted_content[0].start, self.quoted_content[-1].end)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, or several joined by a quotation, with the quoted words masked.

    Args:
        masked: The masked text, as long as the original.
        at: Where it begins in the article's text.
    """

    masked: str
    at: int

    def span(self, start: int, end: int) -> Span | None:
        """Return a part of the clause in the article, without blanks and marks at its ends; None if empty."""
        piece = self.masked[start:end]
        left = len(piece) - len(piece.lstrip(_AROUND))
        right = len(piece.rstrip(_AROUND))
        return Span(self.at + start + left, self.at + start + right) if right > left else None

    def group(self, match: re.Match[str], name: str) -> Span | None:
        """Return a group of a match in `masked` in the same way; None if it took no part."""
        return self.span(*match.span(name))

    def rest(self, start: int) -> Span | None:
        """Return the clause from a place to its end in the same way."""
        return self.span(start, len(self.masked))

    def exact(self, start: int, end: int) -> Span:
        """Return a part of the clause in the article, blanks and marks included."""
        return Span(self.at + start, self.at + end)
