"""Articles like another one or a text: the cluster finds candidates, `bot.search.ranking` compares them."""

import asyncio
from collections.abc import Sequence

import numpy as np

from bot.corpus.article import ArticleId
from bot.engine.client import Cluster
from bot.engine.documents import NEWS, terms_in, token
from bot.engine.queries import ARTICLES, Clause, in_row, none_of, published, written_in
from bot.engine.snapshots import BEST, documents, snapshot_of
from bot.engine.vocabulary import Vocabulary
from bot.search.analyzer import analyze, analyzer_for
from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Longs, microseconds
from bot.search.index.snapshot import Snapshot
from bot.search.ports import Hit, SharedWords
from bot.search.ranking.similar import heaviest_terms, nearest_articles


class SimilarArticles:
    """Finds articles by the terms that they share with a text."""

    def __init__(self, cluster: Cluster, vocabulary: Vocabulary) -> None:
        self._cluster = cluster
        self._vocabulary = vocabulary

    async def similar(self, article_id: ArticleId, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most similar to an article in the index."""
        found = await documents(self._cluster, [article_id])
        if not found:
            return ()
        return await self._nearest(
            terms_in(found[0]["_source"]), limit, none_of([{"ids": {"values": [article_id]}}])
        )

    async def nearest(self, text: str, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most similar to a text; scores are cosines in [0, 1]."""
        languages = (await self._vocabulary.size()).languages
        readings = [analyze(text, language) for language in languages]
        freqs = await self._vocabulary.doc_freqs({term for reading in readings for term in reading})
        known = [[term for term in reading if freqs[term]] for reading in readings]
        return await self._nearest(max(known, key=len), limit, ARTICLES)

    async def _nearest(self, terms: Sequence[str], limit: int, wanted: Clause) -> tuple[Hit, ...]:
        model = PostingsBM25.over(await snapshot_of((), self._vocabulary, terms))
        known = model.snapshot.dictionary.terms
        heaviest = heaviest_terms(model, _numbers(model.snapshot, terms))
        should = [in_row("terms", [token(known[number])], boost=weight) for weight, number in heaviest]
        if not should:
            return ()
        query = {"bool": {"should": should, "filter": [ARTICLES, wanted], "minimum_should_match": 1}}
        body = {"size": 4 * limit + 20, "query": query, "sort": BEST}
        hits = (await self._cluster.search([NEWS], body, by_length=True))["hits"]["hits"]
        snapshot = await snapshot_of(hits, self._vocabulary, terms)
        numbers, model = _numbers(snapshot, terms), PostingsBM25.over(snapshot)
        docs, cosines = await asyncio.to_thread(nearest_articles, model, numbers, limit=limit)
        return tuple(
            Hit(ArticleId(hits[doc]["_id"]), float(cosine), matches=True)
            for doc, cosine in zip(docs.tolist(), cosines, strict=True)
        )

    async def sharing(self, request: SharedWords) -> list[ArticleId]:
        """Return the articles that share most of a request's words, best first within each language."""
        languages = (await self._vocabulary.size()).languages
        found: list[ArticleId] = []
        for language in languages:
            if words := request.words.get(language):
                found += await self._sharing(request, language, words)
        return found

    async def _sharing(self, request: SharedWords, language: str, words: Sequence[str]) -> list[ArticleId]:
        analyzer = analyzer_for(language)
        terms = sorted({term for word in words if (term := analyzer.term(word)) is not None})
        freqs = await self._vocabulary.doc_freqs(terms)
        model = PostingsBM25.over(await snapshot_of((), self._vocabulary, terms))
        should = [
            in_row("terms", [token(term)], boost=weight)
            for term in terms
            if (weight := model.term_idf(freqs[term])) > 0
        ]
        wanted = [
            written_in([language]),
            published(microseconds(request.since), microseconds(request.until) + 1),
            *([] if request.samples else [{"term": {"sample": False}}]),
        ]
        query = {"bool": {"should": should, "filter": wanted, "minimum_should_match": 1}}
        body = {"size": request.limit, "_source": False, "query": query, "sort": BEST}
        if not should:
            return []
        found = await self._cluster.search([NEWS], body, by_length=True)
        return [ArticleId(hit["_id"]) for hit in found["hits"]["hits"]]


def _numbers(snapshot: Snapshot, terms: Sequence[str]) -> Longs:
    return np.array([snapshot.dictionary.numbers[term] for term in terms], np.int64)
