"""What the cluster knows about words: how many articles contain them, and which ones are spelled alike."""

import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.engine.client import Cluster
from bot.engine.documents import token, tokens
from bot.engine.queries import ARTICLES
from bot.engine.requests import all_or_first_error
from bot.errors import SearchUnavailable

KEPT_S = 30.0
"""How long figures are kept: a ranking changes little by the articles of half a minute."""
_MAX_KEPT = 200_000
"""Terms whose figures are kept, about 100 bytes each."""
_MAX_ASKED = 10_000
"""Terms asked for at once."""
_NEAR_WORDS = 20
"""Word forms that each shard returns."""


@dataclass(frozen=True, slots=True)
class CorpusSize:
    """Figures of all articles.

    Args:
        length: Terms in all articles.
        languages: Whose analyzers the articles went through.
        index: The index that holds them, never an alias; empty if there are none.
        shards: Of that index.
    """

    articles: int
    length: int
    languages: tuple[str, ...]
    index: str
    shards: int


class Vocabulary:
    """Figures of words, kept for half a minute.

    Args:
        name: The index that holds the articles.
    """

    def __init__(self, cluster: Cluster, name: str) -> None:
        self._cluster = cluster
        self._name = name
        self._size: CorpusSize | None = None
        self._doc_freqs: dict[str, int] = {}
        self._since = 0.0

    def forget(self) -> None:
        """Ask the cluster again, because articles changed."""
        self._size = None
        self._doc_freqs = {}

    async def size(self) -> CorpusSize:
        """Return the figures of all articles."""
        if time.monotonic() - self._since > KEPT_S:
            self.forget()
        if self._size is None:
            self._size, self._since = await self._read_size(), time.monotonic()
        return self._size

    async def _read_size(self) -> CorpusSize:
        body = {
            "size": 0,
            "track_total_hits": True,
            "query": ARTICLES,
            "aggs": {
                "length": {"sum": {"field": "length"}},
                "analyzers": {"terms": {"field": "analyzer", "size": 100}},
                "indices": {"terms": {"field": "_index", "size": 1}},
            },
        }
        found = await self._cluster.search([self._name], body)
        analyzers, indices = (
            [bucket["key"] for bucket in found["aggregations"][name]["buckets"]]
            for name in ("analyzers", "indices")
        )
        return CorpusSize(
            found["hits"]["total"]["value"],
            int(found["aggregations"]["length"]["value"]),
            tuple(analyzers) or ("und",),
            self._cluster.name(indices[0]) if indices else "",
            found["_shards"]["total"],
        )

    async def doc_freqs(self, terms: Collection[str]) -> Mapping[str, int]:
        """Return how many articles contain each term, and perhaps further terms.

        Removed articles may count until the cluster merges their segment.
        """
        size = await self.size()  # forgets old figures
        known = self._doc_freqs
        unknown = [term for term in terms if term not in known]
        if len(known) + len(unknown) > _MAX_KEPT:
            known, unknown = {}, list(terms)
            self._doc_freqs = known
        for start in range(0, len(unknown), _MAX_ASKED):
            known.update(await self._read_doc_freqs(size, unknown[start : start + _MAX_ASKED]))
        return known

    async def _read_doc_freqs(self, size: CorpusSize, terms: Sequence[str]) -> Counter[str]:
        """Return the sums over all shards, which answer one by one."""
        freqs = Counter(dict.fromkeys(terms, 0))
        if not size.articles:
            return freqs
        body = {
            "doc": {"terms": tokens(terms)},
            "fields": ["terms"],
            "term_statistics": True,
            "field_statistics": False,
            "positions": False,
            "offsets": False,
        }
        shards = (self._cluster.term_vectors(size.index, body, shard=shard) for shard in range(size.shards))
        try:
            answers = await all_or_first_error(shards)
        except SearchUnavailable:
            self.forget()  # the index may have been replaced, and deleted by now
            raise
        for answer in answers:
            found = answer["term_vectors"].get("terms", {}).get("terms", {})
            freqs.update({term: found.get(token(term), {}).get("doc_freq", 0) for term in terms})
        return freqs

    async def near(self, words: Sequence[str]) -> list[str]:
        """Return word forms spelled like some words, those that most articles have first."""
        if not words:
            return []
        nearest = {
            "field": "forms",
            "size": _NEAR_WORDS * (await self.size()).shards,
            "shard_size": _NEAR_WORDS,
            "suggest_mode": "always",
            "max_edits": 2,
            "prefix_length": 0,
            "sort": "frequency",
        }
        asked = {str(number): {"text": word, "term": nearest} for number, word in enumerate(words)}
        found = await self._cluster.search([self._name], {"size": 0, "suggest": asked})
        suggested = (entry for entries in found["suggest"].values() for entry in entries)
        return list(dict.fromkeys(option["text"] for entry in suggested for option in entry["options"]))
