"""A projection that keeps articles in memory."""

from collections.abc import Sequence

from bot.corpus.article import Article, ArticleId
from bot.search.ports import IndexChange


class MemoryProjection:
    """Implements `bot.ingest.projections.Projection`: the articles that the change log describes."""

    def __init__(self) -> None:
        self.articles: dict[ArticleId, Article] = {}
        self.number = 0

    async def applied(self) -> int:
        return self.number

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        numbers = [change.number for change in changes]
        assert numbers == sorted(set(numbers)), "numbers ascend without repetition"
        for change in changes:
            if change.number <= self.number:
                continue
            self.number = change.number
            self.articles.pop(change.article_id, None)
            if change.article is not None:
                self.articles[change.article_id] = change.article
