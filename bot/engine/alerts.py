"""An `AlertIndex` on the cluster: its percolator finds the alerts that an article matches.

The index has two kinds of documents. A reading is a query, or a part of one, that the percolator matches with
articles. An alert names its readings and vetoes, and says whether and since when it reports. So an article is
matched in two steps: which readings does it match, and which alerts have these?
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.match import MatchBatch
from bot.alerts.ports import AlertChange, AlertLog
from bot.corpus.article import Article
from bot.engine.applied import FollowedIndex
from bot.engine.client import Action, Cluster
from bot.engine.documents import ALERTS, FIELDS, KIND, SETTINGS, document_of, keys_of
from bot.engine.generations import Generations
from bot.engine.queries import Clause, all_of, any_of
from bot.engine.readings import EVERY, Reading, SavedQuery, saved_query
from bot.engine.requests import all_or_first_error
from bot.search.index.segment import microseconds
from bot.stories.story import StoryId

CHANGES = 500
"""Changes read from the log at once."""
_REFRESH_AFTER = 5_000
_MAX_ARTICLES = 10
"""Articles matched in one request."""
_AT_ONCE = 4
"""Such requests under way, so that the cluster and this process work at the same time."""
_PAGE = 10_000
_NEVER = -(2**63)
_MAX_TERMS = 50_000
"""Values of a clause; the cluster refuses more than 65,536."""
_INDEXED = [name for name in FIELDS if name not in ("stored", "forms", "length", "change")]
_SETTINGS = {
    **SETTINGS,
    "merge.policy.expunge_deletes_allowed": 0,
    "queries.cache.enabled": False,
    "requests.cache.enable": False,
}
"""No two articles ask the same, so caches of what was asked would only cost."""
_MAPPING = {
    "dynamic": "strict",
    "properties": {
        **{
            name: {key: value for key, value in FIELDS[name].items() if key != "similarity"}
            for name in _INDEXED
        },
        "query": {"type": "percolator"},
        "keys": {"type": "keyword"},
        "reading": {"type": "long"},
        "analyzers": {"type": "keyword"},
        "alert": {"type": "long"},
        "readings": {"type": "long"},
        "vetoes": {"type": "long"},
        "since": {"type": "long"},
        "silent_until": {"type": "long"},
        "paused": {"type": "boolean"},
        "applied": {"type": "long", "index": False},
    },
}


class EngineAlerts:
    """Matches new articles against all alerts, which no process holds in memory.

    A changed alert is searchable when `catch_up` returns, so that it fires at once.

    Args:
        target: A new index that changes are applied to; None for the one that alerts are matched in.
    """

    def __init__(self, cluster: Cluster, log: AlertLog, *, target: str | None = None) -> None:
        self._cluster = cluster
        self._log = log
        self._index = FollowedIndex(cluster, ALERTS, _MAPPING, _SETTINGS, target=target)
        self._target = target or ALERTS
        """The index that the last `catch_up` brought up to date."""
        self._swept: tuple[str, int] | None = None
        """The index that unused readings were last deleted from, and the request for that."""
        self._working = asyncio.Lock()

    async def close(self) -> None:
        """Do nothing: the cluster holds everything."""

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        return await self._index.applied()

    async def catch_up(self) -> int:
        """Apply every committed change to an alert; return the number of the last one."""
        async with self._working:
            position = await self._index.position()
            self._target = position.index
            applied = searchable = position.applied
            while changes := await self._log.changes(after=applied, limit=CHANGES):
                await self._apply(changes)
                applied = changes[-1].number
                if applied - searchable >= _REFRESH_AFTER:
                    searchable = await self._index.publish(self._target, applied)
            return await self._index.publish(self._target, applied) if applied > searchable else applied

    async def apply(self, changes: Sequence[AlertChange]) -> None:
        """Apply changes, numbers ascending; `catch_up` makes them searchable, and applies them again."""
        if not changes:
            return
        async with self._working:
            self._target = (await self._index.position()).index
            await self._apply(changes)

    async def publish(self, number: int) -> None:
        """Make what was applied searchable; all changes up to a number were."""
        async with self._working:
            await self._index.publish((await self._index.position()).index, number)

    async def _apply(self, changes: Sequence[AlertChange]) -> None:
        queries = await asyncio.to_thread(lambda: list(map(_query, changes)))
        unused = await self._unused(changes, queries)
        number = changes[-1].number
        await self._cluster.write(
            self._target,
            [
                *_reading_actions(changes, queries),
                *(_deletion(reading, number) for reading in unused),
                *map(_action, changes, queries),
            ],
        )

    async def _unused(self, changes: Sequence[AlertChange], queries: Sequence[SavedQuery]) -> list[int]:
        """Return the readings that no alert has after some changes."""
        stored = await self._cluster.get(self._target, [str(change.alert_id) for change in changes])
        had = {
            number
            for alert in stored
            for field in ("readings", "vetoes")
            for number in alert["_source"][field]
        }
        dropped = sorted(had - {part.number for query in queries for part in query.parts})
        if not dropped:
            return []
        await self._cluster.refresh(self._target)
        others = {"bool": {"must_not": [{"terms": {"alert": [change.alert_id for change in changes]}}]}}
        used = await self._used(dropped, others)
        return [number for number in dropped if number not in used]

    async def _used(self, readings: Sequence[int], alerts: Clause) -> set[int]:
        """Return those of some readings that some alerts have."""
        body = {
            "size": 0,
            "query": alerts,
            "aggs": {
                name: {"terms": {"field": name, "include": list(readings), "size": len(readings)}}
                for name in ("readings", "vetoes")
            },
        }
        counts = (await self._cluster.search([self._target], body))["aggregations"].values()
        return {bucket["key"] for fields in counts for bucket in fields["buckets"]}

    async def purge_deleted(self, request: int) -> bool:
        """Remove alerts that are deleted by now from the cluster's files, and indices that are not in use.

        Must not run while an index is built, which would be deleted.

        Args:
            request: Its number; unused readings are looked for once for each, which takes a while.

        Returns:
            Whether nothing is left. The cluster keeps what was deleted in the last half a minute, in case a
            copy needs it.

        Raises:
            SearchUnavailable: The cluster, or a copy of the index, is away.
        """
        self._index.forget()
        applied = await self.catch_up()
        if self._swept != (self._target, request):
            await self._delete_orphans(applied)
            self._swept = self._target, request
        await Generations(self._cluster, (ALERTS,)).drop_others(KIND)
        await self._cluster.expunge(ALERTS)
        return await self._cluster.deleted(ALERTS) == 0

    async def _delete_orphans(self, applied: int) -> None:
        """Delete readings that no alert has: a process that was killed or late may have left some."""
        page = _page("reading", {"exists": {"field": "reading"}})
        while True:
            answer = await self._cluster.search([self._target], page)
            values = answer["aggregations"]["values"]
            readings = [bucket["key"]["reading"] for bucket in values["buckets"]]
            if not readings:
                return
            used = await self._used(readings, {"exists": {"field": "alert"}})
            await self._cluster.write(
                self._target,
                [_deletion(reading, applied) for reading in readings if reading not in used],
            )
            page = _page("reading", {"exists": {"field": "reading"}}, after=values["after_key"])

    async def matches(
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime, silent: bool = False
    ) -> tuple[MatchBatch, ...]:
        """Return the matches of articles ingested at `now` (aware UTC), without articles that have none.

        Args:
            silent: Whether alerts count that are paused or muted.
        """
        news = [(article, story_id) for article, story_id in articles if not article.sample]
        requests = asyncio.Semaphore(_AT_ONCE)
        parts = [news[start : start + _MAX_ARTICLES] for start in range(0, len(news), _MAX_ARTICLES)]
        alerts = await all_or_first_error(
            self._matching([article for article, _ in part], now, silent, requests) for part in parts
        )
        return tuple(
            MatchBatch(
                article.id,
                story_id,
                tuple(alert_ids),
                now,
                article.title,
                article.publisher,
                article.language,
            )
            for (article, story_id), alert_ids in zip(news, chain.from_iterable(alerts), strict=True)
            if alert_ids
        )

    async def _matching(
        self, articles: Sequence[Article], now: datetime, silent: bool, requests: asyncio.Semaphore
    ) -> list[list[AlertId]]:
        """Return the alerts that report each article, ids ascending."""
        async with requests:
            return await self._match_together(articles, now, silent)

    async def _match_together(
        self, articles: Sequence[Article], now: datetime, silent: bool
    ) -> list[list[AlertId]]:
        documents = await asyncio.to_thread(lambda: list(map(_percolated, articles)))
        readings = await self._values("reading", list(map(_matched_by, documents)))
        reported = [
            _reporting(numbers, article, now, silent)
            for numbers, article in zip(readings, articles, strict=True)
        ]
        return [list(map(AlertId, ids)) for ids in await self._values("alert", reported)]

    async def _values(self, field: str, queries: Sequence[Clause]) -> list[list[int]]:
        """Return the values of a field in the documents that each query finds, ascending."""
        values: list[list[int]] = [[] for _ in queries]
        pages = {number: _page(field, query) for number, query in enumerate(queries)}
        while pages:
            answers = await self._cluster.search_each(self._target, list(pages.values()))
            for number, answer in zip(list(pages), answers, strict=True):
                page = answer["aggregations"]["values"]
                values[number] += [bucket["key"][field] for bucket in page["buckets"]]
                if len(page["buckets"]) < _PAGE:
                    del pages[number]
                else:
                    pages[number] = _page(field, queries[number], after=page["after_key"])
        return values


def _page(field: str, query: Clause, after: Mapping[str, int] | None = None) -> dict[str, Any]:
    """Return a request for values: counted, because fetching a hit would match its query again."""
    values: dict[str, Any] = {"size": _PAGE, "sources": [{field: {"terms": {"field": field}}}]}
    if after:
        values["after"] = after
    return {
        "size": 0,
        "track_total_hits": False,
        "query": query,
        "aggs": {"values": {"composite": values}},
    }


def _matched_by(document: Mapping[str, Any]) -> Clause:
    """Return the clause for readings that an article matches."""
    analyzers = {"terms": {"analyzers": [document["analyzer"], EVERY]}}
    ways: list[Clause] = [
        *_terms("keys", keys_of(document)),
        {"percolate": {"field": "query", "document": document}},
    ]
    return all_of([any_of(ways), analyzers])


def _reporting(readings: Sequence[int], article: Article, now: datetime, silent: bool) -> Clause:
    """Return the clause for alerts that report an article that matches some readings."""
    published = microseconds(article.latest_at or now)
    wanted = [
        any_of(_terms("readings", readings)),
        {"range": {"since": {"lte": published}}},
    ]
    if not silent:
        wanted += [{"term": {"paused": False}}, {"range": {"silent_until": {"lte": microseconds(now)}}}]
    return {"bool": {"filter": wanted, "must_not": _terms("vetoes", readings)}}


def _terms(field: str, values: Sequence[Any]) -> list[Clause]:
    """Return clauses for documents that have any of some values in a field."""
    starts = range(0, len(values), _MAX_TERMS)
    return [{"terms": {field: values[start : start + _MAX_TERMS]}} for start in starts]


def _query(change: AlertChange) -> SavedQuery:
    return saved_query(change.alert.query.root) if change.alert else SavedQuery(())


def _reading_actions(changes: Sequence[AlertChange], queries: Sequence[SavedQuery]) -> list[Action]:
    """Return the actions that write readings, with the number of the last change that needs each."""
    needed = {
        part.number: (part, change.number)
        for change, query in zip(changes, queries, strict=True)
        for part in query.parts
    }
    return [
        (
            {"index": _about(_reading_id(number), version)},
            _reading(part),
        )
        for number, (part, version) in needed.items()
    ]


def _reading(reading: Reading) -> dict[str, Any]:
    decides = {"keys": keys} if (keys := reading.keys) else {"query": reading.clause}
    return {"reading": reading.number, "analyzers": list(reading.analyzers), **decides}


def _action(change: AlertChange, query: SavedQuery) -> Action:
    about = _about(str(change.alert_id), change.number)
    return ({"index": about}, _document(change.alert, query)) if change.alert else ({"delete": about}, None)


def _deletion(reading: int, version: int) -> Action:
    return {"delete": _about(_reading_id(reading), version)}, None


def _about(document_id: str, version: int) -> dict[str, Any]:
    return {"_id": document_id, "version": version, "version_type": "external"}


def _reading_id(number: int) -> str:
    return f"reading-{number:x}"


def _document(alert: Alert, query: SavedQuery) -> dict[str, Any]:
    return {
        "alert": alert.id,
        "readings": sorted({part.number for part in query.readings}),
        "vetoes": sorted({part.number for part in query.vetoes}),
        "since": microseconds(alert.created_at),
        "silent_until": microseconds(alert.muted_until) if alert.muted_until else _NEVER,
        "paused": alert.paused,
    }


def _percolated(article: Article) -> dict[str, Any]:
    document = document_of(article)
    return {name: document[name] for name in _INDEXED if name in document}
