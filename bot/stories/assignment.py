"""What a story index answers about a new article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.corpus.article import ArticleId
from bot.stories.story import StoryId


@dataclass(frozen=True, slots=True)
class Move:
    """An article that another one moved to another story."""

    article_id: ArticleId
    left: StoryId
    joined: StoryId


@dataclass(frozen=True, slots=True)
class Assignment:
    """The story of an article, and what the article changes about others.

    Args:
        nearest: The most similar article of the story; None when the article founds the story.
        similarity: Cosine to `nearest`, in [0, 1]; 0 without one.
        moves: Articles that change stories, those of merging stories included.
        redirects: Stories that merge, each with the story its id must redirect to.
        complete: Whether the article was compared with all others; if not, it has to be assigned again later.
    """

    article_id: ArticleId
    story_id: StoryId
    nearest: ArticleId | None = None
    similarity: float = 0.0
    moves: tuple[Move, ...] = ()
    redirects: tuple[tuple[StoryId, StoryId], ...] = ()
    complete: bool = True


def moved_alone(assigned: Sequence[Assignment]) -> dict[ArticleId, StoryId]:
    """Return the articles that move without their story, each with the story that it joins last.

    Those that `assigned` is about are left out.
    """
    own = {assignment.article_id for assignment in assigned}
    return {move.article_id: move.joined for move in _alone(assigned) if move.article_id not in own}


def _alone(assigned: Sequence[Assignment]) -> Iterator[Move]:
    for assignment in assigned:
        for move in assignment.moves:
            if (move.left, move.joined) not in assignment.redirects:
                yield move
