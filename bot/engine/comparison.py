"""Whether the cluster has what the database has: which articles and alerts, and in which version."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from typing import Any

from bot.alerts.ports import AlertLog
from bot.corpus.article import ArticleId
from bot.engine.alerts import CHANGES
from bot.engine.client import Cluster
from bot.engine.documents import ALERTS, NEWS
from bot.engine.queries import ARTICLES, Clause

MAX_NAMED = 5
"""Articles or alerts named per problem."""
_PAGE = 5_000


async def differing_articles(
    cluster: Cluster, changes: Mapping[ArticleId, int], last_change: Callable[[], Awaitable[int]]
) -> list[str]:
    """Return what is wrong with the index of articles; empty if it agrees with the database.

    Args:
        changes: The number of the change that brought the text of each article of the database.
        last_change: Returns the number of the newest change; asked after the cluster, which others write to.
    """
    versions = {
        hit["_id"]: hit["sort"][0] async for hit in _documents(cluster, NEWS, ARTICLES, "change", fields=[])
    }
    stored = {str(name): number for name, number in changes.items()}
    last = await last_change()
    newer = [name for name in versions.keys() & stored.keys() if versions[name] > last]
    return [*_differences("article", versions, stored), *_newer("article", newer)]


async def differing_alerts(cluster: Cluster, log: AlertLog) -> list[str]:
    """Return what is wrong with the index of alerts; empty if it agrees with the database."""
    found: dict[str, int] = {}
    needed: set[int] = set()
    fields = ["readings", "vetoes"]
    alerts: Clause = {"exists": {"field": "alert"}}
    async for hit in _documents(cluster, ALERTS, alerts, "alert", fields=fields):
        found[hit["_id"]] = hit["_version"]
        needed |= {number for values in hit.get("fields", {}).values() for number in values}
    readings: Clause = {"exists": {"field": "reading"}}
    present = {hit["sort"][0] async for hit in _documents(cluster, ALERTS, readings, "reading", fields=[])}
    missing = needed - present
    saved = await _saved(log)
    newer = [name for name in found.keys() & saved.keys() if found[name] > saved[name]]
    return [
        *_differences("alert", found, saved),
        *_newer("alert", newer),
        *([f"parts of alerts' queries missing in the cluster: {len(missing):,}"] if missing else []),
    ]


async def _saved(log: AlertLog) -> dict[str, int]:
    """Return the number of the last change to each alert that matches words."""
    saved: dict[str, int] = {}
    after = 0
    while changes := await log.changes(after=after, limit=CHANGES):
        saved |= {str(change.alert_id): change.number for change in changes if change.alert}
        after = changes[-1].number
    return saved


async def _documents(
    cluster: Cluster, name: str, query: Clause, order: str, *, fields: list[str]
) -> AsyncIterator[Mapping[str, Any]]:
    body: dict[str, Any] = {
        "size": _PAGE,
        "_source": False,
        "docvalue_fields": fields,
        "version": True,
        "query": query,
        "sort": [{order: "asc"}],
    }
    while hits := (await cluster.search([name], body))["hits"]["hits"]:
        for hit in hits:
            yield hit
        body["search_after"] = hits[-1]["sort"]


def _differences(kind: str, found: Mapping[str, int], stored: Mapping[str, int]) -> list[str]:
    older = [name for name in found.keys() & stored.keys() if found[name] < stored[name]]
    return [
        *_named(f"{kind}s only in the cluster", found.keys() - stored.keys()),
        *_named(f"{kind}s missing in the cluster", stored.keys() - found.keys()),
        *_named(f"{kind}s in an older version in the cluster", older),
    ]


def _newer(kind: str, names: Iterable[str]) -> list[str]:
    """Return the problem that an older database was restored: its changes are not written over newer ones."""
    return _named(f"{kind}s in a newer version in the cluster", names)


def _named(problem: str, names: Iterable[str]) -> list[str]:
    listed = sorted(names)
    return [f"{problem}: {len(listed):,} ({', '.join(listed[:MAX_NAMED])})"] if listed else []
