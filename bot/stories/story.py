"""A story: articles about one event, and the independent origins behind them."""

from dataclasses import dataclass
from typing import NewType

from bot.corpus.article import ArticleId

StoryId = NewType("StoryId", str)


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that repeat the same account.

    Args:
        name: The agency or outlet the account comes from ("Reuters"). None groups the articles that name no
            source; they corroborate nothing.
        articles: Oldest first.
    """

    name: str | None
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One event.

    Args:
        id: Permanent; after a merge, the other story's id redirects to it.
        articles: Oldest first.
        outlets: Distinct publishers, first to report first.
        origins: Independent origins; each article belongs to exactly one.
    """

    id: StoryId
    articles: tuple[ArticleId, ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]

    @property
    def independent_origins(self) -> int:
        """Number of origins with a known name, which are independent of each other."""
        return sum(origin.name is not None for origin in self.origins)
