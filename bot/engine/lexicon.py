"""The terms of some articles of the cluster, by which terms spelled alike are found.

How alike two terms are depends on how rare their letters in a row are among all terms. The cluster can't say
that, and one query's articles have too few terms; those of a sample have the same shares as those of all.
"""

import asyncio

from bot.engine.client import Cluster
from bot.engine.documents import NEWS, terms_in
from bot.engine.queries import ARTICLES
from bot.engine.vocabulary import CorpusSize
from bot.search.index.term_dictionary import TermDictionary

SAMPLE = 3_000
"""Articles read: about 3 MB once, and 50,000 terms in memory. All of a smaller corpus."""
_GROWTH = 0.05
"""Share by which the number of articles changes before they are read again."""


class Lexicon:
    """Terms of a random sample of the articles, the same for every process."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._terms = TermDictionary()
        self._articles = 0
        self._reading = asyncio.Lock()

    async def terms(self, size: CorpusSize) -> TermDictionary:
        """Return the terms, which nobody may change; read again when the corpus has grown or shrunk."""
        async with self._reading:
            if abs(size.articles - self._articles) > _GROWTH * self._articles:
                self._terms, self._articles = await self._read(), size.articles
        return self._terms

    async def _read(self) -> TermDictionary:
        drawn = {"query": ARTICLES, "random_score": {"seed": 1, "field": "change"}, "boost_mode": "replace"}
        body = {"size": SAMPLE, "_source": ["terms"], "query": {"function_score": drawn}}
        hits = (await self._cluster.search([NEWS], body))["hits"]["hits"]
        return await asyncio.to_thread(
            lambda: TermDictionary(dict.fromkeys(term for hit in hits for term in terms_in(hit["_source"])))
        )
