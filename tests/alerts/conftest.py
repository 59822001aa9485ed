"""Alerts and outbox to test against; every backend stands the same tests."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import AlertDraft
from bot.alerts.outbox import MatchBatch
from bot.corpus.article import ArticleId
from bot.stories.story import StoryId
from tests.fakes.alerts import MemoryAlerts

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture(params=["memory"])
def alerts() -> MemoryAlerts:
    return MemoryAlerts()


@pytest.fixture
def draft() -> Callable[..., AlertDraft]:
    def make(text: str = "ferry", *, chat_id: int = 7, thread_id: int | None = None) -> AlertDraft:
        return AlertDraft(chat_id, thread_id, 7, text, NOW)

    return make


@pytest.fixture
def promised() -> Callable[..., MatchBatch]:
    def make(*alert_ids: int, story: str = "s1", article: str = "a1") -> MatchBatch:
        return MatchBatch(ArticleId(article), StoryId(story), tuple(alert_ids), NOW)  # type: ignore[arg-type]

    return make
