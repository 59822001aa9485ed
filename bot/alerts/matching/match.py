"""Which alerts an article fired."""

from dataclasses import dataclass
from datetime import datetime

from bot.alerts.alert import AlertId
from bot.corpus.article import ArticleId
from bot.stories.story import StoryId


@dataclass(frozen=True, slots=True)
class MatchBatch:
    """The promise: which alerts one article fired. Commits in the article's own transaction.

    Args:
        alert_ids: Ascending, each once, not empty.
        committed_at: Aware UTC.
        title: The article's, to name it by should it be withdrawn.
        publisher: The article's; None when unknown.
        language: The article's, ISO 639-1 or "und".
    """

    article_id: ArticleId
    story_id: StoryId
    alert_ids: tuple[AlertId, ...]
    committed_at: datetime
    title: str = ""
    publisher: str | None = None
    language: str = "und"
