"""A story: articles on one event, and the independent origins behind them."""

from dataclasses import dataclass
from typing import NewType

from bot.corpus.article import ArticleId

StoryId = NewType("StoryId", str)


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that stand on one and the same account.

    Args:
        name: The agency or outlet the account comes from ("Reuters"), or the outlet itself; None for the
            articles that say nothing of where they come from, which corroborate nothing.
        articles: Whoever repeats it, oldest first.
    """

    name: str | None
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One event.

    Args:
        id: Permanent; a merge leaves a redirect from the id that went.
        articles: Oldest first.
        outlets: Distinct publishers, first to report first.
        origins: Independent origins; their articles part `articles`.
    """

    id: StoryId
    articles: tuple[ArticleId, ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]

    @property
    def independent(self) -> int:
        """How many origins are known to be independent."""
        return sum(origin.name is not None for origin in self.origins)
