"""What a story index answers about a new article."""

from dataclasses import dataclass

from bot.corpus.article import ArticleId
from bot.stories.story import StoryId


@dataclass(frozen=True, slots=True)
class Assignment:
    """The story of an article.

    Args:
        nearest: The most similar article of the story; None when the article founds the story.
        similarity: Cosine to `nearest`, in [0, 1]; 0 without one.
        moved: Articles of stories that merge into `story_id`, each with the story it leaves.
    """

    article_id: ArticleId
    story_id: StoryId
    nearest: ArticleId | None = None
    similarity: float = 0.0
    moved: tuple[tuple[ArticleId, StoryId], ...] = ()

    @property
    def merged(self) -> tuple[StoryId, ...]:
        """Stories that merge into `story_id`; their ids must redirect to it."""
        return tuple(dict.fromkeys(story_id for _, story_id in self.moved))
