"""A corpus folder, and what the app has of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.app.settings import Settings
from bot.app.wiring import App
from tests.databases import live_articles
from tests.factories import write_jsonl


def report(name: str, *, days: float | None = None, text: str = "The quay was rebuilt.") -> dict[str, Any]:
    record = {"id": name, "title": f"Report {name}", "text": f"{text} So says {name}."}
    if days is not None:
        record["published"] = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    return record


def write(settings: Settings, name: str, *records: dict[str, Any]) -> None:
    write_jsonl(settings.corpus / f"{name}.jsonl", *records)


async def live(app: App) -> list[str]:
    return sorted([article.id for article in await live_articles(app.stores.articles)])
