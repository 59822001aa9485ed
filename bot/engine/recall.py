"""What the cluster and the database know about articles like new ones."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.engine.client import Cluster
from bot.engine.documents import NEWS, Document, terms_in, token
from bot.engine.queries import ARTICLES, Clause, any_of, in_row, none_of, published
from bot.engine.snapshots import BEST
from bot.engine.vocabulary import KEPT_S, Vocabulary
from bot.errors import SearchUnavailable
from bot.search.index.segment import UNDATED, microseconds
from bot.search.ranking.facets import moment_of
from bot.stories.clusterer import WINDOW, StoryClusterer, new_story_id
from bot.stories.ports import StoryStore
from bot.stories.recalled import RecalledArticle
from bot.stories.similarity import codes_of, term_codes
from bot.stories.story import StoryId
from bot.stories.vectors import MIN_SHARED

CANDIDATES = 24
"""Similar articles asked for, for each new one."""
_PAGE = 250
"""Articles read at once: as words, their terms need several times the memory of vectors."""
_TOGETHER = 50
"""Searches in one request."""
_MOMENT = timedelta(microseconds=1)
_NEWEST = 2**61
"""Arrival of an article that the cluster doesn't have yet."""


class Recall:
    """Finds stored articles that a clusterer needs to assign new ones."""

    def __init__(self, cluster: Cluster, articles: ArticleStore, stories: StoryStore) -> None:
        self._cluster = cluster
        self._articles = articles
        self._stories = stories
        self._vocabulary = Vocabulary(cluster, NEWS)
        self._by_language: dict[str, int] = {}
        self._counted_at = -KEPT_S

    def forget(self) -> None:
        """Ask again how many articles have each term: a new clusterer counts from there."""
        self._vocabulary.forget()
        self._counted_at = -KEPT_S

    async def count(self, clusterer: StoryClusterer, codes: Sequence[Mapping[str, int]]) -> bool:
        """Let a clusterer know how many articles have each term; return whether the cluster answered."""
        unknown = clusterer.vectors.unknown(term for terms in codes for term in terms)
        try:
            await self._count_languages()
            freqs = await self._vocabulary.doc_freqs(unknown)
        except SearchUnavailable:
            clusterer.vectors.count({}, self._by_language)
            return False
        clusterer.vectors.count({term: freqs.get(term, 0) for term in unknown}, self._by_language)
        return True

    async def _count_languages(self) -> None:
        if time.monotonic() - self._counted_at < KEPT_S:
            return
        body = {
            "size": 0,
            "track_total_hits": False,
            "aggs": {"languages": {"terms": {"field": "language", "size": 1_000}}},
        }
        found = (await self._cluster.search([NEWS], body))["aggregations"]["languages"]["buckets"]
        self._by_language = {bucket["key"]: bucket["doc_count"] for bucket in found}
        self._counted_at = time.monotonic()

    async def similar(
        self, clusterer: StoryClusterer, articles: Sequence[Article], codes: Sequence[Mapping[str, int]]
    ) -> list[ArticleId]:
        """Return articles of the cluster that share much of the weight of new ones' heaviest terms.

        Raises:
            SearchUnavailable: The cluster is away.
        """
        bodies = await asyncio.to_thread(_searches, clusterer, articles, codes)
        found: dict[ArticleId, None] = {}
        for start in range(0, len(bodies), _TOGETHER):
            for answer in await self._cluster.search_each(NEWS, bodies[start : start + _TOGETHER]):
                found |= dict.fromkeys(ArticleId(hit["_id"]) for hit in answer["hits"]["hits"])
        return list(found)

    async def members(
        self, clusterer: StoryClusterer, story_ids: Sequence[StoryId]
    ) -> AsyncIterator[list[RecalledArticle]]:
        """Yield the articles of stories that a clusterer lacks, a page at a time."""
        members = await self._stories.members(story_ids)
        stories = {
            article_id: story_id
            for story_id, ids in members.items()
            for article_id in ids
            if article_id not in clusterer
        }
        ids = list(stories)
        for start in range(0, len(ids), _PAGE):
            recalled = await self._recalled({one: stories[one] for one in ids[start : start + _PAGE]})
            yield sorted(recalled, key=lambda article: article.arrived)

    async def _recalled(self, stories: Mapping[ArticleId, StoryId]) -> list[RecalledArticle]:
        """Return stored articles, from the cluster where it has them, else from the database."""
        recalled: list[RecalledArticle] = []
        with suppress(SearchUnavailable):
            hits = await self._cluster.get(NEWS, list(stories), realtime=False)
            recalled = await asyncio.to_thread(_all_recalled, hits, stories)
        missing = sorted(set(stories) - {article.id for article in recalled})
        stored = await self._articles.get(missing) if missing else []
        analysed = await asyncio.to_thread(
            lambda: [_analysed(article, stories[article.id]) for article in stored]
        )
        return recalled + analysed

    async def taken(self, clusterer: StoryClusterer, founders: Sequence[ArticleId]) -> list[StoryId]:
        """Return the ids that the store has, and a clusterer lacks, of stories that some articles founded."""
        taken: list[StoryId] = []
        attempt = 0
        while founders:
            ids = {new_story_id(founder, attempt): founder for founder in founders}
            unknown = sorted(story_id for story_id in ids if not clusterer.reserves(story_id))
            stored = list(await self._stories.members(unknown))
            taken += stored
            free = {*unknown} - {*stored}
            founders = [founder for story_id, founder in ids.items() if story_id not in free]
            attempt += 1
        return taken

    async def ids(self) -> AsyncIterator[list[ArticleId]]:
        """Yield the ids of all articles of the cluster, in pages."""
        body: dict[str, Any] = {
            "size": 5_000,
            "_source": False,
            "query": ARTICLES,
            "sort": [{"change": "asc"}],
        }
        while hits := (await self._cluster.search([NEWS], body))["hits"]["hits"]:
            yield [ArticleId(hit["_id"]) for hit in hits]
            body["search_after"] = hits[-1]["sort"]


def _searches(
    clusterer: StoryClusterer, articles: Sequence[Article], codes: Sequence[Mapping[str, int]]
) -> list[dict[str, Any]]:
    return [
        {
            "size": CANDIDATES,
            "_source": False,
            "track_total_hits": False,
            "min_score": MIN_SHARED,
            "sort": BEST,
            "query": {
                "bool": {
                    "should": [
                        {"constant_score": {"filter": in_row("terms", [token(term)]), "boost": share}}
                        for term, share in clusterer.vectors.probes(terms, article.language).items()
                    ],
                    "filter": [ARTICLES, *_within_window(article)],
                    "minimum_should_match": 1,
                }
            },
        }
        for article, terms in zip(articles, codes, strict=True)
    ]


def _within_window(article: Article) -> list[Clause]:
    if article.published_at is None:
        return []
    since, until = article.published_at - WINDOW, article.published_at + WINDOW + _MOMENT
    undated = none_of([{"exists": {"field": "published"}}])
    return [any_of([published(microseconds(since), microseconds(until)), undated])]


def _all_recalled(
    hits: Sequence[Mapping[str, Any]], stories: Mapping[ArticleId, StoryId]
) -> list[RecalledArticle]:
    return [_recalled(hit, stories[hit["_id"]]) for hit in hits]


def _recalled(hit: Mapping[str, Any], story_id: StoryId) -> RecalledArticle:
    document: Document = hit["_source"]
    terms = terms_in(document)
    title = document["stored"]["lengths"][0]
    return RecalledArticle(
        ArticleId(hit["_id"]),
        story_id,
        moment_of(document.get("published", UNDATED)),
        document["language"],
        codes_of(terms[:title], terms[title:]),
        document["change"],
    )


def _analysed(article: Article, story_id: StoryId) -> RecalledArticle:
    return RecalledArticle(
        article.id, story_id, article.published_at, article.language, term_codes(article), _NEWEST
    )
