"""An `AlertIndex` on the cluster: its percolator finds the alerts that an article matches."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.match import MatchBatch
from bot.alerts.ports import AlertChange, AlertLog
from bot.corpus.article import Article
from bot.engine.applied import FollowedIndex
from bot.engine.client import Action, Cluster
from bot.engine.documents import ALERTS, FIELDS, SETTINGS, document_of
from bot.engine.queries import Clause, any_of, by_reading, leaf_count
from bot.search.index.segment import microseconds
from bot.stories.story import StoryId

CHANGES = 500
"""Changes read from the log at once."""
_REFRESH_AFTER = 5_000
_MAX_ARTICLES = 30
"""Articles matched in one request."""
_PAGE = 5_000
_NEVER = -(2**63)
_MAX_LEAVES = 900
"""Of a query: the cluster fails to match one of more than 1,024."""
_PARTS = ["query", *(f"query_{number}" for number in range(2, 9))]
"""Fields of the parts of a query: 64 words with 22 readings of up to three terms need five."""
_SLOTS = "_percolator_document_slot"
_INDEXED = [name for name in FIELDS if name not in ("stored", "forms", "length", "change")]
_SETTINGS = {
    **SETTINGS,
    "merge.policy.expunge_deletes_allowed": 0,
}
_MAPPING = {
    "dynamic": "strict",
    "properties": {
        **{name: {key: v for key, v in FIELDS[name].items() if key != "similarity"} for name in _INDEXED},
        **{part: {"type": "percolator"} for part in _PARTS},
        "parts": {"type": "integer"},
        "alert": {"type": "long"},
        "since": {"type": "long"},
        "silent_until": {"type": "long"},
        "paused": {"type": "boolean"},
        "applied": {"type": "long", "index": False},
    },
}


class EngineAlerts:
    """Matches new articles against all alerts, which no process holds in memory.

    A changed alert is searchable when `catch_up` returns, so that it fires at once.
    """

    def __init__(self, cluster: Cluster, log: AlertLog) -> None:
        self._cluster = cluster
        self._log = log
        self._index = FollowedIndex(cluster, ALERTS, _MAPPING, _SETTINGS)
        self._working = asyncio.Lock()

    async def close(self) -> None:
        """Do nothing: the cluster holds everything."""

    async def catch_up(self) -> int:
        """Apply every committed change to an alert; return the number of the last one."""
        async with self._working:
            applied = searchable = await self._index.applied()
            while changes := await self._log.changes(after=applied, limit=CHANGES):
                await self._cluster.write(ALERTS, await asyncio.to_thread(_actions, changes))
                applied = changes[-1].number
                if applied - searchable >= _REFRESH_AFTER:
                    searchable = await self._index.publish(applied)
            return await self._index.publish(applied) if applied > searchable else applied

    async def purge_deleted(self) -> None:
        """Remove alerts that are deleted by now from the cluster's files."""
        await self.catch_up()
        await self._cluster.expunge(ALERTS)

    async def matches(
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime
    ) -> tuple[MatchBatch, ...]:
        """Return the matches of articles ingested at `now` (aware UTC), without articles that have none."""
        news = [(article, story_id) for article, story_id in articles if not article.sample]
        batches: list[MatchBatch] = []
        for start in range(0, len(news), _MAX_ARTICLES):
            some = news[start : start + _MAX_ARTICLES]
            alerts = await self._matching([article for article, _ in some], now)
            batches += [
                MatchBatch(a.id, story_id, tuple(ids), now, a.title, a.publisher, a.language)
                for (a, story_id), ids in zip(some, alerts, strict=True)
                if ids
            ]
        return tuple(batches)

    async def _matching(self, articles: Sequence[Article], now: datetime) -> list[list[AlertId]]:
        """Return the alerts that report each article, ids ascending."""
        documents = await asyncio.to_thread(lambda: list(map(_percolated, articles)))
        published = [microseconds(article.latest_at or now) for article in articles]
        matches: list[list[AlertId]] = [[] for _ in articles]
        async for hit in self._hits(documents, now):
            fields = hit["fields"]
            for slot in {slot for name in fields if name.startswith(_SLOTS) for slot in fields[name]}:
                if fields["since"][0] <= published[slot]:
                    matches[slot].append(AlertId(fields["alert"][0]))
        return matches

    async def _hits(
        self, documents: Sequence[Mapping[str, Any]], now: datetime
    ) -> AsyncIterator[Mapping[str, Any]]:
        """Yield the alerts whose queries match any document, ids ascending, however many there are."""
        news = list(documents)
        used = _PARTS[: await self._most_parts()]
        wanted = [
            any_of([{"percolate": {"field": part, "name": part, "documents": news}} for part in used]),
            {"term": {"paused": False}},
            {"range": {"silent_until": {"lte": microseconds(now)}}},
        ]
        body: dict[str, Any] = {
            "size": _PAGE,
            "_source": False,
            "docvalue_fields": ["alert", "since"],
            "query": {"bool": {"filter": wanted}},
            "sort": [{"alert": "asc"}],
            "track_total_hits": False,
        }
        while True:
            hits = (await self._cluster.search([ALERTS], body))["hits"]["hits"]
            for hit in hits:
                yield hit
            if len(hits) < _PAGE:
                return
            body["search_after"] = hits[-1]["sort"]

    async def _most_parts(self) -> int:
        """Return how many parts the longest query has."""
        body = {"size": 0, "track_total_hits": False, "aggs": {"most": {"max": {"field": "parts"}}}}
        found = await self._cluster.search([ALERTS], body)
        return int(found["aggregations"]["most"]["value"] or 1)


def _actions(changes: Sequence[AlertChange]) -> list[Action]:
    return list(map(_action, changes))


def _action(change: AlertChange) -> Action:
    about = {"_id": str(change.alert_id), "version": change.number, "version_type": "external"}
    if change.alert is None:
        return {"delete": about}, None
    return {"index": about}, _document(change.alert)


def _document(alert: Alert) -> dict[str, Any]:
    parts = _parts(by_reading(alert.query.root))
    return {
        **dict(zip(_PARTS, map(any_of, parts), strict=False)),
        "parts": min(len(parts), len(_PARTS)),
        "alert": alert.id,
        "since": microseconds(alert.created_at),
        "silent_until": microseconds(alert.muted_until) if alert.muted_until else _NEVER,
        "paused": alert.paused,
    }


def _parts(readings: Sequence[Clause]) -> list[list[Clause]]:
    """Return the readings of a query in parts that the cluster can match."""
    parts: list[list[Clause]] = [[]]
    leaves = 0
    for reading in readings:
        leaves += leaf_count(reading)
        if leaves > _MAX_LEAVES and parts[-1]:
            parts.append([])
            leaves = leaf_count(reading)
        parts[-1].append(reading)
    return parts


def _percolated(article: Article) -> dict[str, Any]:
    document = document_of(article)
    return {name: document[name] for name in _INDEXED if name in document}
