"""The alerts an article matched."""

from dataclasses import dataclass
from datetime import datetime

from bot.alerts.alert import AlertId
from bot.corpus.article import ArticleId
from bot.stories.story import StoryId


@dataclass(frozen=True, slots=True)
class MatchBatch:
    """The alerts one article matched, stored in the article's own transaction.

    Args:
        alert_ids: Ascending, without duplicates, not empty.
        committed_at: Aware UTC.
        title: The article's title, which is still known if the article is withdrawn.
        publisher: The article's publisher; None if unknown.
        language: The article's language, ISO 639-1 or "und".
    """

    article_id: ArticleId
    story_id: StoryId
    alert_ids: tuple[AlertId, ...]
    committed_at: datetime
    title: str = ""
    publisher: str | None = None
    language: str = "und"
