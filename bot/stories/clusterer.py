"""Which story an article belongs to, decided as articles arrive. Pure: no clock, no database."""

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
"""Least probability of one event that joins: the prior is wary, see `evidence.BEFORE`."""
WINDOW = timedelta(days=4)
"""Longest time between an article and the one it joins."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Where an article went.

    Args:
        nearest: The article of the story it is likest to; None when it founds the story.
        similarity: To that article, in [0, 1]; 0 without one.
        merged: Stories that are one with `story_id` from now on; their ids must redirect to it.
    """

    article_id: ArticleId
    story_id: StoryId
    nearest: ArticleId | None = None
    similarity: float = 0.0
    merged: tuple[StoryId, ...] = ()


_Member = tuple[ArticleId, StoryId, datetime | None]
"""An article, its story, when it was published: a bare tuple, which garbage collections soon pass over."""


class StoryClusterer:
    """Stories of all articles taken in so far; forgets nothing until told.

    Args:
        threshold: Least probability that joins, in (0, 1].
        window: Longest time between two articles of one event; undated articles are always near.
    """

    def __init__(self, *, threshold: float = JOIN_THRESHOLD, window: timedelta = WINDOW) -> None:
        self._threshold = threshold
        self._window = window
        self._index = VectorIndex()
        self._members: dict[int, _Member] = {}
        self._slots: dict[ArticleId, int] = {}
        self._sizes: dict[StoryId, int] = {}
        self.share = INITIAL_PRIOR
        """Of articles, lately, that tell of a known event."""

    @classmethod
    def of(
        cls,
        index: VectorIndex,
        members: Sequence[tuple[ArticleId, StoryId, datetime | None]],
        retired: Iterable[StoryId],
        *,
        share: float = INITIAL_PRIOR,
    ) -> "StoryClusterer":
        """Return a clusterer of what `rows`, `retired` and `share` of another said, its slots from 0."""
        made = cls()
        made.share = share
        made._index = index
        made._members = dict(enumerate(members))
        made._slots = {each[0]: slot for slot, each in enumerate(members)}
        made._sizes = {**dict.fromkeys(retired, 0), **Counter(each[1] for each in members)}
        return made

    def rows(self) -> Iterator[tuple[ArticleId, TermVector, StoryId, datetime | None]]:
        """Yield each article with its vector, its story and when it was published, in order of arrival."""
        for slot, member in sorted(self._members.items()):
            vector = self._index.vector(slot)
            assert vector is not None
            article_id, story_id, published_at = member
            yield article_id, vector, story_id, published_at

    def retired(self) -> list[StoryId]:
        """Return the ids of stories without articles; they are never given again."""
        return [story for story, size in self._sizes.items() if not size]

    def words(self) -> list[str]:
        """Return the terms of the vectors, in the order of their numbers."""
        return self._index.words

    def load(self, assigned: Iterable[tuple[Article, StoryId]], retired: Iterable[StoryId] = ()) -> None:
        """Take in articles whose story is known, oldest commit first, without deciding anything.

        Args:
            retired: Ids that redirect elsewhere, or whose articles are all gone; never given again.
        """
        self._sizes.update(dict.fromkeys(retired, 0))
        for article, story_id in assigned:
            self._note(float(self._sizes.get(story_id, 0) > 0))
            self._place(self._take_in(article), article, story_id)

    def assign(self, article: Article) -> Assignment:
        """Take in an article and say which story it belongs to; one known already is looked at afresh."""
        before = self.story_of(article.id)
        self.remove(article.id)
        slot = self._take_in(article)
        assignment = self._join(slot, article) or self._found(article, before)
        self._place(slot, article, assignment.story_id)
        return assignment

    def remove(self, article_id: ArticleId) -> None:
        """Forget an article; an unknown one is no error. Its story's id stays taken."""
        slot = self._slots.pop(article_id, None)
        if slot is not None:
            self._index.remove(slot)
            _, story_id, _ = self._members.pop(slot)
            self._sizes[story_id] -= 1

    def story_of(self, article_id: ArticleId) -> StoryId | None:
        """Return the story of an article taken in, or None."""
        slot = self._slots.get(article_id)
        return None if slot is None else self._members[slot][1]

    def stories(self) -> dict[ArticleId, StoryId]:
        """Return the story of each article taken in."""
        return {article_id: story_id for article_id, story_id, _ in self._members.values()}

    def _take_in(self, article: Article) -> int:
        return self._index.add(term_counts(article))

    def _join(self, slot: int, article: Article) -> Assignment | None:
        neighbours = self._index.nearest(slot)
        near = (each for each in neighbours if self._near(article, self._members[each.slot]))
        likest = next(near, None)
        if likest is None:
            self._note(0.0)
            return None
        article_id, story_id, _ = self._members[likest.slot]
        rivals = self._rivals(neighbours, story_id)
        probability = same_event_probability(likest.cosine, likest.shared, rivals=rivals, share=self.share)
        self._note(probability)
        if probability < self._threshold:
            return None
        return Assignment(article.id, story_id, article_id, likest.cosine)

    def _rivals(self, neighbours: Sequence[SimilarArticle], story_id: StoryId) -> list[float]:
        """The cosine of each other story's likest article, best first; also of stories long over."""
        best: dict[StoryId, float] = {}
        for each in neighbours:
            best.setdefault(self._members[each.slot][1], each.cosine)
        best.pop(story_id)
        return list(best.values())

    def _note(self, probability: float) -> None:
        self.share = updated_prior(self.share, probability, len(self._members))

    def _near(self, article: Article, member: _Member) -> bool:
        one, (_, _, other) = article.published_at, member
        return one is None or other is None or abs(one - other) <= self._window

    def _found(self, article: Article, before: StoryId | None) -> Assignment:
        """A story of its own; an article that stood alone before keeps the id it had."""
        if before is not None and not self._sizes[before]:
            return Assignment(article.id, before)
        attempt, story_id = 0, new_story_id(article.id)
        while story_id in self._sizes:
            attempt += 1
            story_id = new_story_id(article.id, attempt)
        return Assignment(article.id, story_id)

    def _place(self, slot: int, article: Article, story_id: StoryId) -> None:
        self._members[slot] = (article.id, story_id, article.published_at)
        self._slots[article.id] = slot
        self._sizes[story_id] = self._sizes.get(story_id, 0) + 1


def new_story_id(article_id: ArticleId, attempt: int = 0) -> StoryId:
    """Return the id of the story an article founds: "s" and 15 hex digits, the same on every machine."""
    key = f"{article_id}\n{attempt}" if attempt else article_id
    return StoryId("s" + hashlib.sha256(key.encode()).hexdigest()[:15])
