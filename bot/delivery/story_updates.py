"""What happened to a story that was promised or told: it grew, was corrected, lost an article."""

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
"""How long after that it is still breaking, as articles arrive late."""


@dataclass(frozen=True, slots=True)
class StoryUpdate:
    """A committed change to a story that messages are about.

    Args:
        article_id: The article that was added, changed or removed.
        at: When, aware UTC.
    """

    id: StoryUpdateId
    story_id: StoryId
    article_id: ArticleId
    kind: ChangeKind
    at: datetime


def is_breaking(articles: Sequence[Article], *, now: datetime) -> bool:
    """Whether three independent origins reported a story within one hour, and lately."""
    published = {each.id: each.published_at for each in articles}
    firsts = []
    for origin in origins(articles):
        if origin.name is None:
            continue
        dated = [at for each in origin.articles if (at := published[each]) is not None]
        firsts += [min(dated)] if dated else []
    firsts.sort()
    spans = zip(firsts, firsts[BREAKING_ORIGINS - 1 :], strict=False)
    return any(last - first <= BREAKING_WITHIN and now - last <= BREAKING_FOR for first, last in spans)
