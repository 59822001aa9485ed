"""What the cluster counts: everything a search finds, by day, publisher and language."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, date, timedelta, tzinfo
from typing import Any

from bot.corpus.ports import CorpusFacts
from bot.engine.client import Cluster
from bot.engine.queries import ARTICLES, EVERYTHING, Clause, all_of, dated, matching, published
from bot.search.index.segment import microseconds
from bot.search.ports import Facets, Mentions, SearchRequest
from bot.search.ranking.counts import MAX_AGE, days_between
from bot.search.ranking.facets import moment_of

_EPOCH = date(1970, 1, 1)
_MAX_DAYS = 20_000
_MAX_PUBLISHERS = 1_000
_PUBLISHERS = {"terms": {"field": "publisher", "size": _MAX_PUBLISHERS, "shard_size": 20_000}}
"""Each shard counts all of its publishers, or some would have too few articles."""
_PAGE = 5_000


def counts(request: SearchRequest, matches: Clause) -> dict[str, Any]:
    """Return the aggregations of a search, for `figures`.

    Args:
        matches: What an article must be to match.
    """
    facets = {
        "matched": {"filter": matches},
        "days": {"terms": {"field": "day", "size": _MAX_DAYS, "order": {"_key": "asc"}}},
        "publishers": _PUBLISHERS,
        "languages": {"terms": {"field": "language", "size": 100}},
    }
    return {"any_period": {"filter": EVERYTHING}, "inside": {"filter": inside(request), "aggs": facets}}


async def count_rows(cluster: Cluster, names: Sequence[str], clauses: Sequence[Clause]) -> list[int]:
    """Return how many articles of some indices each clause applies to."""
    rows = {"rows": {"filters": {"filters": list(clauses)}}}
    found = await cluster.search(names, {"size": 0, "query": ARTICLES, "aggs": rows})
    return [bucket["doc_count"] for bucket in found["aggregations"]["rows"]["buckets"]]


def inside(request: SearchRequest) -> Clause:
    """Return the clause for articles of the period of a button."""
    return EVERYTHING if request.since is None else published(microseconds(request.since))


def figures(aggregations: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a `SearchResult` that are counted."""
    found = aggregations["inside"]
    total = found["doc_count"]
    return {
        "total": total,
        "matched": found["matched"]["doc_count"],
        "outside_period": aggregations["any_period"]["doc_count"] - total,
        "facets": Facets(
            {
                _EPOCH + timedelta(days=bucket["key"]): bucket["doc_count"]
                for bucket in found["days"]["buckets"]
            },
            {bucket["key"]: bucket["doc_count"] for bucket in found["publishers"]["buckets"]},
            {bucket["key"]: bucket["doc_count"] for bucket in found["languages"]["buckets"]},
        ),
    }


async def count_corpus(cluster: Cluster, name: str) -> CorpusFacts:
    """Return figures of all articles."""
    figures = {
        "newest": {"max": {"field": "published"}},
        "publishers": _PUBLISHERS,
    }
    groups = {"all": EVERYTHING, "real": {"term": {"sample": False}}}
    aggregations = {group: {"filter": clause, "aggs": figures} for group, clause in groups.items()}
    body = {"size": 0, "track_total_hits": False, "query": ARTICLES, "aggs": aggregations}
    found = (await cluster.search([name], body))["aggregations"]
    total, real = found["all"]["doc_count"], found["real"]["doc_count"]
    shown = found["real" if real else "all"]
    newest = shown["newest"]["value"]
    publishers = [(bucket["key"], bucket["doc_count"]) for bucket in shown["publishers"]["buckets"]]
    return CorpusFacts(
        total,
        total - real,
        None if newest is None else moment_of(round(newest)),
        tuple(sorted(publishers, key=lambda row: (-row[1], row[0]))),
    )


async def count_mentions(
    cluster: Cluster, name: str, request: SearchRequest, languages: Sequence[str], zone: tzinfo
) -> Mentions:
    """Return how many articles a request's query matches, by publisher and by day in a time zone."""
    oldest, newest = request.now - MAX_AGE, request.now + timedelta(days=1)
    wanted = [ARTICLES, matching(request.query.root, languages), inside(request)]
    if not request.samples:
        wanted.append({"term": {"sample": False}})
    counted = all_of([*wanted, published(microseconds(oldest), microseconds(newest))])
    table: defaultdict[str, Counter[date]] = defaultdict(Counter)
    async for bucket in _cells(cluster, name, counted, zone):
        day = date.fromisoformat(bucket["key"]["day"])
        table[bucket["key"]["publisher"] or ""][day] += bucket["doc_count"]
    body = {"size": 0, "track_total_hits": True, "query": all_of(wanted)}
    total = (await cluster.search([name], body))["hits"]["total"]["value"]
    undated = total - sum(counts.total() for counts in table.values())
    if not table:
        return Mentions(undated=undated)
    seen = [day for counts in table.values() for day in counts]
    days = tuple(days_between(min(seen), max(seen)))
    by_size = sorted(table.items(), key=lambda row: (-row[1].total(), row[0]))
    rows = tuple((publisher, tuple(counts[day] for day in days)) for publisher, counts in by_size)
    return Mentions(days, rows, undated)


async def _cells(
    cluster: Cluster, name: str, wanted: Clause, zone: tzinfo
) -> AsyncIterator[Mapping[str, Any]]:
    """Yield counts by publisher and day; a day without an hour is the same everywhere."""
    for whole_day, day_zone in ((False, zone), (True, UTC)):
        clause = all_of([wanted, dated(whole_day=whole_day)])
        async for bucket in _cells_in(cluster, name, clause, day_zone):
            yield bucket


async def _cells_in(
    cluster: Cluster, name: str, wanted: Clause, zone: tzinfo
) -> AsyncIterator[Mapping[str, Any]]:
    day = {"field": "at", "calendar_interval": "day", "time_zone": str(zone), "format": "yyyy-MM-dd"}
    sources = [
        {"publisher": {"terms": {"field": "publisher", "missing_bucket": True}}},
        {"day": {"date_histogram": day}},
    ]
    cells: dict[str, Any] = {"size": _PAGE, "sources": sources}
    while True:
        body = {"size": 0, "query": wanted, "aggs": {"cells": {"composite": cells}}}
        found = (await cluster.search([name], body))["aggregations"]["cells"]
        for bucket in found["buckets"]:
            yield bucket
        if "after_key" not in found or len(found["buckets"]) < _PAGE:
            return
        cells["after"] = found["after_key"]
