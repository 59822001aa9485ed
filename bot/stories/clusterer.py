"""Assigns articles to stories as they arrive. Pure: no clock, no database."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.corpus.article import Article, ArticleId
from bot.stories.assignment import Assignment
from bot.stories.linkage import (
    COPY_COSINE,
    DATED_PAIR_SIMILARITY,
    MIN_SIMILARITY,
    PAIR_SIMILARITY,
    Cohesion,
    least_similarity,
)
from bot.stories.similarity import term_codes
from bot.stories.story import StoryId
from bot.stories.term_vector import TermVector
from bot.stories.vectors import SimilarArticle, VectorIndex, VectorSum

WINDOW = timedelta(days=4)
"""Longest time between an article and the one it joins; undated articles are always within it."""
MAX_STORIES = 4
"""Stories that an article is compared with: those of its most similar articles."""
MAX_ARTICLES = 12
"""Newest articles of a story that it is compared with."""


_Member = tuple[ArticleId, StoryId, datetime | None]
"""An article, its story, its publication. Plain tuples: the garbage collector untracks them."""


@dataclass(slots=True)
class _Story:
    """A story while an article is compared with it.

    Args:
        dated: Whether it is one article whose date is known.
    """

    id: StoryId | None
    sum: VectorSum
    cohesion: Cohesion
    dated: bool = False


class StoryClusterer:
    """The stories of all articles added so far."""

    def __init__(self) -> None:
        self._index = VectorIndex()
        self._members: dict[int, _Member] = {}
        self._slots: dict[ArticleId, int] = {}
        self._stories: dict[StoryId, tuple[int, ...]] = {}
        """Slots of each story, ascending; none for an id that must not be reused."""

    @classmethod
    def of(
        cls, index: VectorIndex, members: Sequence[_Member], retired: Iterable[StoryId]
    ) -> "StoryClusterer":
        """Return a clusterer restored from another's `rows` and `retired`, with slots from 0."""
        clusterer = cls()
        clusterer._index = index
        clusterer._members = dict(enumerate(members))
        clusterer._slots = {article_id: slot for slot, (article_id, _, _) in enumerate(members)}
        slots: dict[StoryId, list[int]] = {}
        for slot, (_, story_id, _) in enumerate(members):
            slots.setdefault(story_id, []).append(slot)
        clusterer._stories = dict.fromkeys(retired, ()) | {
            story: tuple(held) for story, held in slots.items()
        }
        return clusterer

    def rows(self) -> Iterator[tuple[ArticleId, TermVector, str, StoryId, datetime | None]]:
        """Yield each article's id, vector, language, story and publication, in order of arrival."""
        for slot, (article_id, story_id, published_at) in sorted(self._members.items()):
            vector = self._index.vector(slot)
            assert vector is not None
            yield article_id, vector, self._index.language(slot), story_id, published_at

    def retired(self) -> list[StoryId]:
        """Return the ids of stories without articles; they are never reused."""
        return [story_id for story_id, slots in self._stories.items() if not slots]

    def terms(self) -> list[str]:
        """Return the terms of the vectors, in the order of their numbers."""
        return self._index.terms

    def load(self, assigned: Iterable[tuple[Article, StoryId]], retired: Iterable[StoryId] = ()) -> None:
        """Add articles whose stories are known, oldest commit first.

        Args:
            retired: Ids that redirect elsewhere or have no articles left; they are never reused.
        """
        for story_id in retired:
            self._stories.setdefault(story_id, ())
        for article, story_id in assigned:
            self._add_member(self._add_vector(article), article, story_id)

    def assign(self, article: Article) -> Assignment:
        """Add an article and return its story; a known article is assigned again.

        Stories that the article shows to be one merge into the one with most articles.
        """
        before = self.story_of(article.id)
        self.remove(article.id)
        slot = self._add_vector(article)
        assignment = self._join_stories(slot, article) or self._found_story(article, before)
        self._add_member(slot, article, assignment.story_id)
        return assignment

    def remove(self, article_id: ArticleId) -> None:
        """Remove an article if it is known. The id of its story stays reserved."""
        slot = self._slots.pop(article_id, None)
        if slot is not None:
            self._index.remove(slot)
            _, story_id, _ = self._members.pop(slot)
            self._stories[story_id] = tuple(other for other in self._stories[story_id] if other != slot)

    def move(self, article_ids: Collection[ArticleId], story_id: StoryId) -> None:
        """Move articles to a story; skip unknown ones."""
        slots = {self._slots[article_id] for article_id in article_ids if article_id in self._slots}
        for before in {self._members[slot][1] for slot in slots}:
            self._stories[before] = tuple(slot for slot in self._stories[before] if slot not in slots)
        for slot in slots:
            article_id, _, published_at = self._members[slot]
            self._members[slot] = article_id, story_id, published_at
        self._stories[story_id] = tuple(sorted((*self._stories.get(story_id, ()), *slots)))

    def merge(self, merged: StoryId, kept: StoryId) -> list[ArticleId]:
        """Move the articles of a story to another, and return them. The id of the former stays reserved."""
        moved = [self._members[slot][0] for slot in self._stories.setdefault(merged, ())]
        if moved:
            self.move(moved, kept)
        return moved

    def story_of(self, article_id: ArticleId) -> StoryId | None:
        """Return the story of an article, None for an unknown one."""
        slot = self._slots.get(article_id)
        return None if slot is None else self._members[slot][1]

    def stories(self) -> dict[ArticleId, StoryId]:
        """Return the story of every article."""
        return {article_id: story_id for article_id, story_id, _ in self._members.values()}

    def _add_vector(self, article: Article) -> int:
        return self._index.add(term_codes(article), article.language)

    def _join_stories(self, slot: int, article: Article) -> Assignment | None:
        near = [other for other in self._index.nearest(slot) if other.cosine >= MIN_SIMILARITY]
        near = [other for other in near if self._within_window(article, other.slot)]
        if not near:
            return None
        joined = self._joined(slot, near, article)
        if not joined:
            return None
        kept = max(joined, key=lambda story_id: (len(self._stories[story_id]), -self._stories[story_id][0]))
        nearest = next(other for other in near if self._members[other.slot][1] in joined)
        article_id = self._members[nearest.slot][0]
        merged = [story_id for story_id in joined if story_id != kept]
        moved = [(member, story_id) for story_id in merged for member in self.merge(story_id, kept)]
        return Assignment(article.id, kept, article_id, nearest.cosine, tuple(moved))

    def _joined(self, slot: int, near: Sequence[SimilarArticle], article: Article) -> list[StoryId]:
        """Return the stories that an article belongs to, the first one that it joins first."""
        stories = list(dict.fromkeys(self._members[other.slot][1] for other in near))[:MAX_STORIES]
        enough = DATED_PAIR_SIMILARITY if article.published_at else PAIR_SIMILARITY
        if near[0].cosine < enough and all(len(self._stories[story_id]) == 1 for story_id in stories):
            return []  # Most articles: not worth the vectors of their neighbours.
        left = [self._compared(story_id, article.language) for story_id in stories]
        itself = self._index.sum_of([slot], article.language)
        current = _Story(None, itself, Cohesion(1, 1.0), dated=article.published_at is not None)
        joined: list[StoryId] = []
        if near[0].cosine >= COPY_COSINE:
            joined = [self._members[near[0].slot][1]]
            current = self._union(current, left.pop(0))
        while left:
            scores = [self._score(current, story) for story in left]
            best = max(range(len(left)), key=scores.__getitem__)
            if scores[best] <= 0:
                break
            story = left.pop(best)
            assert story.id is not None
            joined.append(story.id)
            current = self._union(current, story)
        return joined

    def _compared(self, story_id: StoryId, language: str) -> _Story:
        slots = self._stories[story_id]
        vectors = self._index.sum_of(slots[-MAX_ARTICLES:], language)
        dated = len(slots) == 1 and self._members[slots[0]][2] is not None
        return _Story(story_id, vectors, self._cohesion(vectors), dated)

    def _union(self, first: _Story, second: _Story) -> _Story:
        vectors = first.sum.plus(second.sum)
        return _Story(None, vectors, self._cohesion(vectors))

    def _cohesion(self, vectors: VectorSum) -> Cohesion:
        """Return the mean cosine of the pairs: the squared length of the sum has each pair twice."""
        count = vectors.articles
        if count == 1:
            return Cohesion(1, 1.0)
        return Cohesion(count, (self._index.product(vectors, vectors) - count) / (count * (count - 1)))

    def _score(self, first: _Story, second: _Story) -> float:
        """Return by how much the mean similarity of two stories exceeds the least one."""
        similarity = self._index.product(first.sum, second.sum) / (first.sum.articles * second.sum.articles)
        dated = first.dated and second.dated
        return similarity - least_similarity(first.cohesion, second.cohesion, dated=dated)

    def _within_window(self, article: Article, slot: int) -> bool:
        published_at, (_, _, other_at) = article.published_at, self._members[slot]
        return published_at is None or other_at is None or abs(published_at - other_at) <= WINDOW

    def _found_story(self, article: Article, before: StoryId | None) -> Assignment:
        """Assign a story of its own: its previous one if it was alone there, else a new one."""
        if before is not None and not self._stories[before]:
            return Assignment(article.id, before)
        attempt, story_id = 0, new_story_id(article.id)
        while story_id in self._stories:
            attempt += 1
            story_id = new_story_id(article.id, attempt)
        return Assignment(article.id, story_id)

    def _add_member(self, slot: int, article: Article, story_id: StoryId) -> None:
        self._members[slot] = (article.id, story_id, article.published_at)
        self._slots[article.id] = slot
        self._stories[story_id] = (*self._stories.get(story_id, ()), slot)


def new_story_id(article_id: ArticleId, attempt: int = 0) -> StoryId:
    """Return the id of the story an article founds: "s" and 15 hex digits, the same on every machine."""
    key = f"{article_id}\n{attempt}" if attempt else article_id
    return StoryId("s" + hashlib.sha256(key.encode()).hexdigest()[:15])
