"""A difference between the outlets of a story."""

from dataclasses import dataclass
from datetime import datetime

from bot.summaries.sentence import QuotedSentence


@dataclass(frozen=True, slots=True)
class Voice:
    """An outlet with the sentence in which it states a figure."""

    outlet: str
    sentence: QuotedSentence
    language: str


@dataclass(frozen=True, slots=True)
class Version:
    """One of the figures, and who states it.

    Args:
        figure: As the first of the voices writes it ("at least 3"); "" for a statement that is denied, and
            for its denial.
        voices: One of each origin, oldest first.
    """

    figure: str
    voices: tuple[Voice, ...]

    @property
    def first_at(self) -> datetime | None:
        """When it was first stated, None if no voice is dated."""
        return min((at for voice in self.voices if (at := voice.sentence.published_at)), default=None)

    @property
    def last_at(self) -> datetime | None:
        """When it was last stated, None if no voice is dated."""
        return max((at for voice in self.voices if (at := voice.sentence.published_at)), default=None)


@dataclass(frozen=True, slots=True)
class Difference:
    """Figures of one thing, of which at most one can be right; or a statement, then its denial.

    Args:
        key: What they are about, the same for as long as the story exists ("dead", "dead:soldier"): two
            differences of a story with one key are one difference, perhaps with other figures.
        kind: A key of `differences.kinds` in the language files ("dead"), `COUNTED` or `DENIED`.
        noun: Whom or what they count, as written ("soldiers"); "" for people in general.
        versions: Those that most origins state first, then the latest ones first; at least two.
        later: Whether the figures may just follow each other in time: no outlet stated an earlier one within
            three hours of a later one or after it. Show it as a development; notify nobody of a difference.
    """

    key: str
    kind: str
    noun: str
    versions: tuple[Version, ...]
    later: bool = False
