"""Who says a sentence."""

from dataclasses import dataclass

from bot.corpus.article import Certainty, Span


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose words a sentence carries.

    Args:
        speaker: Who says it ("anonymous Turkish official"); None for the outlet's own words.
        via: The outlet or agency it was said to or reported by ("Reuters").
        evidence: Where the article's text says so.
    """

    speaker: str | None = None
    via: str | None = None
    evidence: Span | None = None
    certainty: Certainty = Certainty.INFERRED

    @property
    def outlet_own(self) -> bool:
        """Whether nobody else is named: the outlet itself says it."""
        return self.speaker is None and self.via is None


def label(credit: Credit) -> str:
    """Return "SANA" or "Turkish official, via Reuters"; "" for the outlet's own words."""
    if credit.speaker and credit.via:
        return f"{credit.speaker}, via {credit.via}"
    return credit.speaker or credit.via or ""
