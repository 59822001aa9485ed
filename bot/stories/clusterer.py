"""Assigns articles to stories as they arrive. Pure: no clock, no database."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.corpus.article import Article, ArticleId
from bot.stories.probability import INITIAL_PRIOR, same_event_probability, updated_prior
from bot.stories.similarity import term_counts
from bot.stories.story import StoryId
from bot.stories.vectors import SimilarArticle, TermVector, VectorIndex

JOIN_THRESHOLD = 0.25
"""Least probability to join a story; below one half because the prior is cautious (`INITIAL_PRIOR`)."""
WINDOW = timedelta(days=4)
"""Longest time between an article and the one it joins; undated articles are always within it."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """The story of an article.

    Args:
        nearest: The most similar article of the story; None when the article founds the story.
        similarity: Cosine to `nearest`, in [0, 1]; 0 without one.
        merged: Stories that merge into `story_id`; their ids must redirect to it.
    """

    article_id: ArticleId
    story_id: StoryId
    nearest: ArticleId | None = None
    similarity: float = 0.0
    merged: tuple[StoryId, ...] = ()


_Member = tuple[ArticleId, StoryId, datetime | None]
"""An article, its story, its publication. Plain tuples: the garbage collector untracks them."""


class StoryClusterer:
    """The stories of all articles added so far."""

    def __init__(self) -> None:
        self._index = VectorIndex()
        self._members: dict[int, _Member] = {}
        self._slots: dict[ArticleId, int] = {}
        self._sizes: dict[StoryId, int] = {}
        self.prior = INITIAL_PRIOR
        """Recent share of articles that report a known event."""

    @classmethod
    def of(
        cls,
        index: VectorIndex,
        members: Sequence[_Member],
        retired: Iterable[StoryId],
        *,
        prior: float = INITIAL_PRIOR,
    ) -> "StoryClusterer":
        """Return a clusterer restored from another's `rows`, `retired` and `prior`, with slots from 0."""
        clusterer = cls()
        clusterer.prior = prior
        clusterer._index = index
        clusterer._members = dict(enumerate(members))
        clusterer._slots = {article_id: slot for slot, (article_id, _, _) in enumerate(members)}
        sizes = Counter(story_id for _, story_id, _ in members)
        clusterer._sizes = {**dict.fromkeys(retired, 0), **sizes}
        return clusterer

    def rows(self) -> Iterator[tuple[ArticleId, TermVector, StoryId, datetime | None]]:
        """Yield each article's id, vector, story and publication, in order of arrival."""
        for slot, (article_id, story_id, published_at) in sorted(self._members.items()):
            vector = self._index.vector(slot)
            assert vector is not None
            yield article_id, vector, story_id, published_at

    def retired(self) -> list[StoryId]:
        """Return the ids of stories without articles; they are never reused."""
        return [story_id for story_id, size in self._sizes.items() if not size]

    def terms(self) -> list[str]:
        """Return the terms of the vectors, in the order of their numbers."""
        return self._index.terms

    def load(self, assigned: Iterable[tuple[Article, StoryId]], retired: Iterable[StoryId] = ()) -> None:
        """Add articles whose stories are known, oldest commit first.

        Args:
            retired: Ids that redirect elsewhere or have no articles left; they are never reused.
        """
        self._sizes.update(dict.fromkeys(retired, 0))
        for article, story_id in assigned:
            self._update_prior(float(self._sizes.get(story_id, 0) > 0))
            self._add_member(self._add_vector(article), article, story_id)

    def assign(self, article: Article) -> Assignment:
        """Add an article and return its story; a known article is assigned again."""
        before = self.story_of(article.id)
        self.remove(article.id)
        slot = self._add_vector(article)
        assignment = self._join_story(slot, article) or self._found_story(article, before)
        self._add_member(slot, article, assignment.story_id)
        return assignment

    def remove(self, article_id: ArticleId) -> None:
        """Remove an article if it is known. The id of its story stays reserved."""
        slot = self._slots.pop(article_id, None)
        if slot is not None:
            self._index.remove(slot)
            _, story_id, _ = self._members.pop(slot)
            self._sizes[story_id] -= 1

    def story_of(self, article_id: ArticleId) -> StoryId | None:
        """Return the story of an article, None for an unknown one."""
        slot = self._slots.get(article_id)
        return None if slot is None else self._members[slot][1]

    def stories(self) -> dict[ArticleId, StoryId]:
        """Return the story of every article."""
        return {article_id: story_id for article_id, story_id, _ in self._members.values()}

    def _add_vector(self, article: Article) -> int:
        return self._index.add(term_counts(article))

    def _join_story(self, slot: int, article: Article) -> Assignment | None:
        similar = self._index.nearest(slot)
        nearest = next((other for other in similar if self._within_window(article, other.slot)), None)
        if nearest is None:
            self._update_prior(0.0)
            return None
        article_id, story_id, _ = self._members[nearest.slot]
        rivals = self._rivals(similar, story_id)
        probability = same_event_probability(nearest.cosine, nearest.shared, rivals=rivals, prior=self.prior)
        self._update_prior(probability)
        if probability < JOIN_THRESHOLD:
            return None
        return Assignment(article.id, story_id, article_id, nearest.cosine)

    def _rivals(self, similar: Sequence[SimilarArticle], story_id: StoryId) -> list[float]:
        """Return the best cosine of each other story, best first; old stories count, too."""
        best: dict[StoryId, float] = {}
        for other in similar:
            best.setdefault(self._members[other.slot][1], other.cosine)
        best.pop(story_id)
        return list(best.values())

    def _update_prior(self, probability: float) -> None:
        self.prior = updated_prior(self.prior, probability, len(self._members))

    def _within_window(self, article: Article, slot: int) -> bool:
        published_at, (_, _, other_at) = article.published_at, self._members[slot]
        return published_at is None or other_at is None or abs(published_at - other_at) <= WINDOW

    def _found_story(self, article: Article, before: StoryId | None) -> Assignment:
        """Assign a story of its own: its previous one if it was alone there, else a new one."""
        if before is not None and not self._sizes[before]:
            return Assignment(article.id, before)
        attempt, story_id = 0, new_story_id(article.id)
        while story_id in self._sizes:
            attempt += 1
            story_id = new_story_id(article.id, attempt)
        return Assignment(article.id, story_id)

    def _add_member(self, slot: int, article: Article, story_id: StoryId) -> None:
        self._members[slot] = (article.id, story_id, article.published_at)
        self._slots[article.id] = slot
        self._sizes[story_id] = self._sizes.get(story_id, 0) + 1


def new_story_id(article_id: ArticleId, attempt: int = 0) -> StoryId:
    """Return the id of the story an article founds: "s" and 15 hex digits, the same on every machine."""
    key = f"{article_id}\n{attempt}" if attempt else article_id
    return StoryId("s" + hashlib.sha256(key.encode()).hexdigest()[:15])
