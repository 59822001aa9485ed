"""Who says what in a text: the words of the source, and the words that are theirs."""

from dataclasses import dataclass

from bot.corpus.article import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying.

    Args:
        source: Where the speaker is named.
        quoted_content: Where what they say stands: one span, or several when other words stand between.
        cue: Where the word of saying stands; None when a quotation goes on without one.
        to: Where the outlet or person stands whom it was said to ("told Reuters").
        whole_paragraph: True when nobody else speaks up to the paragraph's end, as in a transcript.
        spoken: False when the content only names what somebody is for or about ("called for a vote").
    """

    source: Span
    quoted_content: tuple[Span, ...]
    cue: Span | None = None
    to: Span | None = None
    spoken: bool = True
    whole_paragraph: bool = False

    @property
    def whole(self) -> Span:
        """From the first to the last word of what is said."""
        return Span(self.quoted_content[0].start, self.quoted_content[-1].end)


_AROUND = " ,;:—–-،؛\n"


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, or several joined by a quotation, with the quoted words hidden.

    Args:
        masked: As long as the text it stands for.
        at: Where it begins in the article's text.
    """

    masked: str
    at: int

    def span(self, start: int, end: int) -> Span | None:
        """Return a stretch of the clause in the article, blanks and stray marks around it left out."""
        piece = self.masked[start:end]
        left = len(piece) - len(piece.lstrip(_AROUND))
        right = len(piece.rstrip(_AROUND))
        return Span(self.at + start + left, self.at + start + right) if right > left else None
