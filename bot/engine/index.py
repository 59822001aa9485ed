"""An `ArticleIndex` on the cluster, which finds and counts; `bot.search.ranking` ranks the best it finds."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from bot.corpus.article import Article, ArticleId
from bot.corpus.faults import log_fault
from bot.corpus.ports import CorpusFacts
from bot.engine.applied import FollowedIndex, Position
from bot.engine.client import Action, Cluster
from bot.engine.counting import count_corpus, count_mentions, count_rows, counts, figures, inside
from bot.engine.documents import ALERTS, FIELDS, NEWS, SETTINGS, STAGED, document_of
from bot.engine.finding import Finding, spelled_words, terms_of
from bot.engine.generations import Generations
from bot.engine.lexicon import Lexicon
from bot.engine.queries import ARTICLES, Clause, all_of
from bot.engine.similar import SimilarArticles
from bot.engine.snapshots import BEST, Hits, documents, snapshot_of
from bot.engine.vocabulary import Vocabulary
from bot.errors import SearchUnavailable
from bot.search.bm25 import PostingsBM25
from bot.search.ports import (
    NO_SYNONYMS,
    Hit,
    IndexChange,
    IndexStats,
    Mentions,
    Order,
    Passages,
    SearchRequest,
    SearchResult,
    SharedWords,
    Synonyms,
)
from bot.search.query.query import Query
from bot.search.ranking.config import RankingConfig
from bot.search.ranking.passages import passages_of
from bot.search.ranking.searcher import Search, search
from bot.search.scoring import K1, B

_SETTINGS = {
    **SETTINGS,
    "similarity": {
        "weighted": {
            "type": "scripted",
            "weight_script": {"source": "return query.boost;"},
            "script": {
                "source": "double mean = field.sumTotalTermFreq / (double) field.docCount;"
                f" double norm = {K1 * B} * doc.length / mean + {K1 * (1 - B)};"
                f" return weight * {K1 + 1} * doc.freq / (norm + doc.freq);"
            },
        }
    },
}
"""BM25+ with our weights instead of the cluster's."""
_MAPPING = {
    "dynamic": "strict",
    "_source": {"excludes": ["forms"]},
    "properties": {**FIELDS, "applied": {"type": "long", "index": False}},
}
_NO_TERMS = {"terms": ""}
"""Lengths that every document of a segment has are merged three times as fast; it has no term to count."""
_MAX_EXCLUDED = 50_000
_SPARE = 1.5
"""Articles found for each that is re-ranked: rounded lengths put some of the best behind others."""
_NEWEST = [{"_score": "desc"}, {"published": {"order": "desc", "missing": "_last"}}, {"change": "asc"}]


class EngineIndex:
    """An `ArticleIndex` on a cluster, shared by all processes.

    Any process may apply changes: versions are change numbers, so that doing it twice, or late, does no harm.

    Args:
        target: A new index that changes are applied to; None for the one that is searched.
        shards: Of the index if this creates it, 1 to 64.
        rebuilding: Returns the lock of those that delete indices, and yields whether it is free; None to
            delete none.
    """

    def __init__(
        self,
        cluster: Cluster,
        config: RankingConfig | None = None,
        *,
        target: str | None = None,
        shards: int = 1,
        rebuilding: Callable[[], AbstractAsyncContextManager[bool]] | None = None,
    ) -> None:
        self._cluster = cluster
        self._rebuilding = rebuilding
        self._config = config or RankingConfig()
        self._vocabulary = Vocabulary(cluster, NEWS)
        self._lexicon = Lexicon(cluster)
        self._similar = SimilarArticles(cluster, self._vocabulary)
        settings = {**_SETTINGS, "number_of_shards": shards}
        self._index = FollowedIndex(cluster, NEWS, _MAPPING, settings, target=target, fields=_NO_TERMS)
        self._staged: set[ArticleId] = set()

    async def ready(self) -> None:
        """Delete what a rebuild replaced long ago; the cluster is ready, or will be."""
        if self._rebuilding is None:
            return
        async with self._rebuilding() as free:
            if free:
                with suppress(SearchUnavailable):
                    await Generations(self._cluster, (NEWS, ALERTS)).drop_old(now=datetime.now(UTC))

    async def close(self) -> None:
        """Drop what is staged."""
        with suppress(SearchUnavailable):
            await self.discard_staged()

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        return await self._index.applied()

    async def position(self) -> Position:
        """Return the index that changes are applied to, and how far it is."""
        return await self._index.position()

    async def stats(self) -> IndexStats:
        """Return the size of the index."""
        size = await self._vocabulary.size()
        disk, segments = await self._cluster.size([NEWS])
        return IndexStats(await self._index.applied(), size.articles, 0, segments, disk)

    async def facts(self) -> CorpusFacts:
        """Return figures of the articles in the index."""
        return await count_corpus(self._cluster, NEWS)

    async def ids(self) -> AsyncIterator[ArticleId]:
        """Yield the id of every article."""
        body = {"size": 5_000, "_source": False, "query": ARTICLES, "sort": [{"change": "asc"}]}
        while hits := (await self._cluster.search([NEWS], body))["hits"]["hits"]:
            for hit in hits:
                yield ArticleId(hit["_id"])
            body["search_after"] = hits[-1]["sort"]

    async def apply(self, changes: Sequence[IndexChange], *, to: str | None = None) -> None:
        """Apply changes, numbers ascending; changes already applied are skipped.

        Those that must become visible together do when the last one was applied.

        Args:
            to: The index whose last change they follow; None if that is known to be in use.

        Raises:
            SearchUnavailable: The cluster is away, or another index than `to` is in use by now.
        """
        latest = {change.article_id: change for change in changes}
        position = await self._index.position()
        if to not in (None, position.index):
            raise SearchUnavailable(f"{position.index} replaced {to}: its changes follow later")
        if not latest or changes[-1].number <= position.applied:
            return
        actions = await asyncio.to_thread(lambda: list(map(_action, latest.values())))
        await self._cluster.write(position.index, [action for action in actions if action])
        if changes[-1].visible_with <= changes[-1].number:
            await self._index.publish(position.index, changes[-1].number)
            self._vocabulary.forget()

    async def search(self, request: SearchRequest) -> SearchResult:
        """Return the best articles for a query."""
        return await self._search(request, [NEWS])

    async def _search(
        self, request: SearchRequest, names: Sequence[str], excluded: Clause | None = None
    ) -> SearchResult:
        plan = await self._plan(request)
        finding = Finding(plan, request, excluded)
        ranks = plan.plan.ranked and request.order is Order.RELEVANCE
        if ranks and (rows := finding.rows()):
            freqs = finding.row_freqs(await count_rows(self._cluster, names, rows))
            finding = replace(finding, freqs=freqs)
        body = {
            "size": max(request.limit, round(_SPARE * self._config.depth)) if ranks else request.limit,
            "track_total_hits": False,
            "query": finding.ranked() if ranks else _marked(finding),
            "post_filter": inside(request),
            "sort": BEST if ranks else _NEWEST,
            "_source": ranks,
            "aggs": counts(request, finding.matching()),
        }
        found = await self._cluster.search(names, body, by_length=ranks)
        counted, hits = figures(found["aggregations"]), found["hits"]["hits"]
        if not ranks:
            listed = tuple(Hit(ArticleId(hit["_id"]), 0.0, matches=hit["sort"][0] > 0) for hit in hits)
            return replace(plan.result(), hits=listed, **counted)
        return replace(await self._rank(finding, hits), **counted)

    async def _plan(self, request: SearchRequest) -> Search:
        """Return a search on a snapshot that knows the query's words, but no articles."""
        languages = (await self._vocabulary.size()).languages
        terms = terms_of(request.query, languages, spelled_words(request))
        snapshot = await snapshot_of((), self._vocabulary, terms)
        planned = Search(PostingsBM25.over(snapshot), replace(request, spellings={}), self._config)
        if not planned.plan.unknown:
            return planned
        forms = await self._vocabulary.near([word.lower() for word in planned.plan.unknown])
        terms |= terms_of(Query(""), languages, forms)
        snapshot = await snapshot_of((), self._vocabulary, terms, forms)
        return Search(PostingsBM25.over(snapshot), replace(request, spellings={}), self._config)

    async def _rank(self, finding: Finding, hits: Hits) -> SearchResult:
        """Return the result of a search among the articles that the cluster found."""
        dictionary = finding.search.snapshot.dictionary
        by_change = sorted(hits, key=lambda hit: hit["sort"][-1])
        lexicon = await self._lexicon.terms(await self._vocabulary.size()) if self._config.expansion else None
        snapshot = await snapshot_of(
            by_change, self._vocabulary, dictionary.terms, dictionary.word_forms, lexicon
        )
        model = PostingsBM25.over(snapshot)
        return await asyncio.to_thread(search, model, finding.request, self._config, finding.freqs)

    async def mentions(self, request: SearchRequest, zone: tzinfo) -> Mentions:
        """Return how many articles a request's query matches, by publisher and by day in a time zone."""
        languages = (await self._vocabulary.size()).languages
        return await count_mentions(self._cluster, NEWS, request, languages, zone)

    async def similar(self, article_id: ArticleId, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most similar to an article in the index."""
        return await self._similar.similar(article_id, limit=limit)

    async def nearest(self, text: str, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most similar to a text; scores are cosines in [0, 1]."""
        return await self._similar.nearest(text, limit=limit)

    async def sharing(self, request: SharedWords) -> list[ArticleId]:
        """Return the articles that share most of a request's words, best first within each language."""
        return await self._similar.sharing(request)

    async def passages(
        self, ids: Sequence[ArticleId], query: Query | None, *, synonyms: Synonyms = NO_SYNONYMS
    ) -> list[Passages]:
        """Return the sentences of those articles that are in the index, in the order given."""
        hits = await documents(self._cluster, ids)
        languages = (await self._vocabulary.size()).languages
        others = [word for words in synonyms.values() for word in words]
        terms = terms_of(query or Query(""), languages, others)
        snapshot = await snapshot_of(hits, self._vocabulary, terms)
        return await asyncio.to_thread(passages_of, PostingsBM25.over(snapshot), ids, query, synonyms)

    async def stage(self, articles: Sequence[Article]) -> None:
        """Index articles without showing them, so that a check can search them."""
        if not articles:
            return
        if not self._staged:
            await self._cluster.delete(STAGED)  # what a process left that ended in the middle of a reload
        await self._cluster.create(STAGED, _MAPPING, _SETTINGS)
        changes = [IndexChange(1, article.id, article) for article in articles]
        actions = await asyncio.to_thread(lambda: list(map(_action, changes)))
        await self._cluster.write(STAGED, [action for action in actions if action])
        self._staged |= {article.id for article in articles}

    async def search_staged(
        self, requests: Sequence[SearchRequest], removed: Sequence[ArticleId]
    ) -> list[SearchResult]:
        """Return what searches would find with all staged articles visible and some articles removed."""
        if not self._staged:
            return [await self._search(request, [NEWS], _ids(removed)) for request in requests]
        await self._cluster.refresh(STAGED)
        active = {"term": {"_index": self._cluster.index(NEWS)}}
        excluded = all_of([active, _ids([*removed, *sorted(self._staged)])])
        return [await self._search(request, [NEWS, STAGED], excluded) for request in requests]

    async def discard_staged(self) -> None:
        """Drop the staged articles."""
        staged, self._staged = self._staged, set()
        if staged:
            await self._cluster.delete(STAGED)


def _marked(finding: Finding) -> Clause:
    """Return the clause that scores the candidates that match 1, the others 0."""
    mark = {"constant_score": {"filter": finding.matching(), "boost": 1.0}}
    return {"bool": {"should": [mark], "filter": [finding.candidates()]}}


def _ids(ids: Sequence[ArticleId]) -> Clause:
    return {"ids": {"values": list(ids[:_MAX_EXCLUDED])}}


def _action(change: IndexChange) -> Action | None:
    """Return the action that applies a change; None after an error, so that other articles are indexed."""
    about = {"_id": change.article_id, "version": change.number, "version_type": "external"}
    if change.article is None:
        return {"delete": about}, None
    try:
        return {"index": about}, document_of(change.article, change=change.number)
    except Exception as error:
        log_fault("article_not_indexed", error, change.article_id)
        return None
