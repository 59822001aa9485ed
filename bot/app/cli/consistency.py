"""`newsbot doctor --deep`: checks that database, index and stories agree, article by article."""

from collections.abc import Sequence

from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.storage.admin.consistency import MAX_NAMED, ConsistencyReport


async def find_inconsistencies(settings: Settings) -> tuple[int, list[str]]:
    """Return the number of live articles, and everything that is inconsistent.

    Opens the app, which follows the change log.

    Raises:
        StoreError: The database refused.
    """
    async with open_app(settings, read_corpus=False) as app:
        await app.pipeline.follow()
        report = await app.stores.consistency.run()
        problems = [
            *report.problems,
            *await _index_problems(app, report),
            *await _story_problems(app, report),
        ]
    return len(report.stories), problems


async def _index_problems(app: App, report: ConsistencyReport) -> list[str]:
    ids = [article_id async for article_id in app.index.ids()]
    applied = await app.index.applied()
    behind = applied < report.last_change
    return [
        *([f"the index is at change {applied}, the database at {report.last_change}"] if behind else []),
        *_differences("index", ids, list(report.stories)),
    ]


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
