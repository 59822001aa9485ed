"""What happens to a story after an alert matched it: an article is added, changed or removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ChangeKind
from bot.stories.origins import origins
from bot.stories.story import StoryId

StoryUpdateId = NewType("StoryUpdateId", int)
BREAKING_ORIGINS = 3
BREAKING_WITHIN = timedelta(hours=1)
BREAKING_FOR = timedelta(hours=2)
"""How long a story stays breaking, because articles arrive late."""


@dataclass(frozen=True, slots=True)
class StoryUpdate:
    """A committed change to a story that has messages.

    Args:
        article_id: The article that was added, changed or removed, or moved to or from the story.
        at: Time of the commit, aware UTC.
    """

    id: StoryUpdateId
    story_id: StoryId
    article_id: ArticleId
    kind: ChangeKind
    at: datetime


def is_breaking(articles: Sequence[Article], *, now: datetime) -> bool:
    """Whether three independent origins reported a story within one hour, the last at most two hours ago."""
    published = {article.id: article.published_at for article in articles}
    first_reports = []
    for origin in origins(articles):
        if origin.name is None:
            continue
        dated = [at for article_id in origin.articles if (at := published[article_id]) is not None]
        first_reports += [min(dated)] if dated else []
    first_reports.sort()
    spans = zip(first_reports, first_reports[BREAKING_ORIGINS - 1 :], strict=False)
    return any(last - first <= BREAKING_WITHIN and now - last <= BREAKING_FOR for first, last in spans)
