"""The stretch of text in which one act of saying stands."""

from dataclasses import dataclass

from bot.corpus.article import Span

_AROUND = " ,;:—–-،؛\n"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several joined by a quotation, with the quoted words hidden.

    Args:
        masked: As long as the text it stands for.
        at: Where it begins in the article's text.
    """

    masked: str
    at: int

    def span(self, start: int, end: int) -> Span | None:
        """Return a stretch of the unit in the article, blanks and stray marks around it left out."""
        piece = self.masked[start:end]
        left = len(piece) - len(piece.lstrip(_AROUND))
        right = len(piece.rstrip(_AROUND))
        return Span(self.at + start + left, self.at + start + right) if right > left else None
