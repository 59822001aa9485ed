"""How many articles of a larger corpus contain a query's prefixes and phrases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.search.ranking.phrases import Phrase


@dataclass(frozen=True, slots=True)
class RowFreqs:
    """How many articles contain a query's prefixes and phrases, in a corpus of which a snapshot has a part.

    Args:
        prefixes: Of each prefix of the plan.
        phrases: By the terms in a row.
    """

    prefixes: tuple[int, ...]
    phrases: Mapping[tuple[str, ...], int]

    def of(self, phrases: Sequence[Phrase], terms: Sequence[str]) -> list[int]:
        """Return how many articles contain each prefix, then each phrase.

        Args:
            terms: By number.
        """
        rows = [tuple(terms[number] for number in phrase) for phrase in phrases]
        return [*self.prefixes, *(self.phrases.get(row, 0) for row in rows)]
