"""`newsbot doctor --deep`: checks that database, index and stories agree, article by article."""

from collections.abc import Sequence

from bot.app.search_index import connect
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.storage.admin.consistency import MAX_NAMED, ConsistencyReport

MAX_WAITING = 10_000
"""Articles counted that wait for their alerts."""


async def find_inconsistencies(settings: Settings) -> tuple[int, list[str]]:
    """Return the number of live articles, and everything that is inconsistent.

    Opens the app, which follows the change log.

    Raises:
        StoreError: The database refused.
    """
    async with open_app(settings, read_corpus=False) as app:
        await app.pipeline.follow()
        report = await app.stores.consistency.run()
        if settings.engine_url:  # which has no stories: they are in the database
            problems = await _cluster_problems(app, settings, report)
        else:
            problems = [*await _index_problems(app, report), *await _story_problems(app, report)]
    return len(report.stories), [*report.problems, *problems]


async def _index_problems(app: App, report: ConsistencyReport) -> list[str]:
    ids = [article_id async for article_id in app.index.ids()]
    return [*await _lag(app, report), *_differences("index", ids, list(report.stories))]


async def _cluster_problems(app: App, settings: Settings, report: ConsistencyReport) -> list[str]:
    """Differences between the indices of the cluster and the database, and articles that wait for alerts."""
    from bot.engine.comparison import differing_alerts, differing_articles

    await app.alerts.catch_up()
    cluster = connect(settings, await app.stores.alerts.store_id())
    purges = app.stores.purges
    try:
        waiting = await app.stores.article_commit.unmatched(MAX_WAITING)
        return [
            *await _lag(app, report),
            *await differing_articles(cluster, report.changes, app.stores.articles.last_change),
            *await differing_alerts(cluster, app.stores.alerts),
            *([_named("articles that wait for their alerts", waiting)] if waiting else []),
            *(["deleted alerts wait to be purged from the cluster"] if await purges.newest() else []),
        ]
    finally:
        await cluster.close()


async def _lag(app: App, report: ConsistencyReport) -> list[str]:
    applied = await app.index.applied()
    if applied >= report.last_change:
        return []
    return [f"the index is at change {applied}, the database at {report.last_change}"]


async def _story_problems(app: App, report: ConsistencyReport) -> list[str]:
    """Differences between the stories in memory and those in the database."""
    known = await app.writer.stories.known()
    wrong = [article_id for article_id, story in report.stories.items() if known.get(article_id) != story]
    return [_named("articles with another story than in the database", wrong)] if wrong else []


def _differences(where: str, actual: Sequence[str], expected: Sequence[str]) -> list[str]:
    extra, missing = sorted(set(actual) - set(expected)), sorted(set(expected) - set(actual))
    duplicates = len(actual) - len(set(actual))
    return [
        *([f"twice in the {where}: {duplicates:,}"] if duplicates else []),
        *([_named(f"only in the {where}", extra)] if extra else []),
        *([_named(f"not in the {where}", missing)] if missing else []),
    ]


def _named(problem: str, ids: Sequence[str]) -> str:
    return f"{problem}: {len(ids):,} ({', '.join(ids[:MAX_NAMED])})"
