"""The statements of the speakers that a query names with `said:`."""

from functools import cached_property

import numpy as np

from bot.search.index.segment import Bools, Floats, Longs
from bot.search.index.snapshot import Snapshot
from bot.search.query.ast import Field, FieldName, leaves, render
from bot.search.query.query import Query
from bot.search.query.speaking import wanted_speaker
from bot.search.ranking.vectors import DocTokens, SentenceScores


class SpokenStatements:
    """The statements in a snapshot by speakers that a query names."""

    def __init__(self, snapshot: Snapshot, query: Query) -> None:
        self._snapshot = snapshot
        self._speakers = [
            leaf.value
            for leaf, negated in leaves(query.root)
            if isinstance(leaf, Field) and leaf.name is FieldName.SAID and not negated
        ]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._spoken.any())

    def best_scores(self, scored: SentenceScores, tokens: DocTokens, docs: Longs) -> Floats:
        """Return the score of the best of them in each article, 0 without one, shape of `docs`.

        Args:
            scored: Of the sentences in `tokens`.
            docs: The articles of `tokens`.
        """
        statements = self._snapshot.statements
        spoken = np.flatnonzero(self._spoken & np.isin(statements.docs, docs))
        rows = np.argsort(docs)[np.searchsorted(np.sort(docs), statements.docs[spoken])]
        numbers = tokens.titles[rows] + 1 + statements.sentences[spoken]
        best = np.zeros(len(docs))
        places = np.isin(scored.sentences, numbers)
        np.maximum.at(best, scored.rows[places], scored.scores[places])
        return best

    def suggestions(self) -> tuple[str, ...]:
        """Return filters with similar names for speakers whom no article quotes."""
        table = self._snapshot.speakers
        unknown = [value for value in self._speakers if not table.matching(wanted_speaker(value)).any()]
        if not unknown:
            return ()
        counts = np.bincount(self._snapshot.statements.speakers, minlength=len(table.keys))
        names = [name for value in unknown for name in table.similar(value, counts)]
        return tuple(render(Field(FieldName.SAID, name)) for name in dict.fromkeys(names))

    @cached_property
    def _spoken(self) -> Bools:
        """Which of the snapshot's statements they are, shape (s,)."""
        if not self._speakers:
            return np.zeros(0, np.bool_)
        table = self._snapshot.speakers
        wanted = [table.matching(wanted_speaker(value)) for value in self._speakers]
        size = min(map(len, wanted))
        return self._snapshot.statements.of(np.logical_or.reduce([matches[:size] for matches in wanted]))
