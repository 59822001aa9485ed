"""Assigns articles to stories as they arrive. Pure: no clock, no database."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import count, islice

import numpy as np

from bot.corpus.article import Article, ArticleId
from bot.stories.assignment import Assignment, Move
from bot.stories.linkage import DATED_PAIR_SIMILARITY, PAIR_SIMILARITY, Neighbourhood, grouped
from bot.stories.members import UNDATED, Members, to_micros
from bot.stories.naming import Names, named
from bot.stories.numbered_names import Array
from bot.stories.recalled import RecalledArticle
from bot.stories.similarity import numbered_codes, term_codes
from bot.stories.story import StoryId
from bot.stories.term_vector import TermVector
from bot.stories.vector_part import SavedVectors
from bot.stories.vectors import SimilarArticle, VectorIndex

WINDOW = timedelta(days=4)
"""Longest time between an article and the one it joins; undated articles are always within it."""
MIN_SIMILARITY = 0.12
"""Articles less similar to a new one don't show which stories to compare it with."""
MAX_STORIES = 4
"""Stories that an article is compared with: those of its most similar articles."""
MAX_ARTICLES, MAX_NEIGHBOURS = 16, 48
"""Newest articles of a story that it is compared with, and of all these stories."""
_WINDOW_MICROS = WINDOW // timedelta(microseconds=1)
_LATER = 2**62


class StoryClusterer:
    """The stories of all articles added so far."""

    def __init__(self) -> None:
        self._index = VectorIndex()
        self._members = Members()
        self._arrivals: dict[int, int] = {}
        """When recalled articles arrived; all others came later, in the order of their slots."""
        self._prepared: dict[ArticleId, Mapping[str, int]] = {}

    @classmethod
    def of(cls, index: VectorIndex, members: Members) -> "StoryClusterer":
        """Return a clusterer restored from another's vectors and members."""
        clusterer = cls()
        clusterer._index, clusterer._members = index, members
        return clusterer

    @property
    def held(self) -> Members:
        """The articles and stories by slot."""
        return self._members

    def keep_in(self, saved: SavedVectors, arrays: Mapping[str, Array]) -> None:
        """Read vectors and names from files from now on; they have all that is here."""
        self._index.keep_in(saved, arrays)
        self._members.keep_in(arrays)

    def take_over(self, other: "StoryClusterer") -> None:
        """Continue with the vectors and members of another clusterer, of the same articles and stories."""
        self._index, self._members = other._index, other._members

    def retired(self) -> list[StoryId]:
        """Return the ids of stories without articles; they are never reused."""
        return self._members.retired()

    def load(self, assigned: Iterable[tuple[Article, StoryId]], retired: Iterable[StoryId] = ()) -> None:
        """Add articles whose stories are known, oldest commit first.

        Args:
            retired: Ids that redirect elsewhere or have no articles left; they are never reused.
        """
        for story_id in retired:
            self._members.reserve(story_id)
        for article, story_id in assigned:
            self._members.add(
                self._add_vector(article), article.id, story_id, to_micros(article.published_at)
            )

    def prepare(self, articles: Iterable[Article]) -> list[Mapping[str, int]]:
        """Return the codes of the terms of articles, which are kept until these are assigned."""
        self._prepared = {article.id: term_codes(article) for article in articles}
        return list(self._prepared.values())

    def recall(self, articles: Iterable[RecalledArticle]) -> None:
        """Add stored articles, which `count` counted; skip those that are here."""
        for article in articles:
            if article.id not in self:
                slot = self._index.add(article.codes, article.language, counted=True)
                self._arrivals[slot] = article.arrived
                self._members.add(slot, article.id, article.story_id, to_micros(article.published_at))

    @property
    def vectors(self) -> VectorIndex:
        """The vectors of the articles."""
        return self._index

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._members)

    def __contains__(self, article_id: ArticleId) -> bool:
        """Return whether an article is here."""
        return self._members.slot(article_id) is not None

    def held_stories(self) -> set[StoryId]:
        """Return the stories that have articles here."""
        return self._members.held()

    def reserves(self, story_id: StoryId) -> bool:
        """Return whether no new story gets an id."""
        return self._members.reserves(story_id)

    def assign(self, article: Article, may_move: Callable[[ArticleId], bool] = lambda _: True) -> Assignment:
        """Add an article and return its story; a known article is assigned again.

        The stories of similar articles are decided again with it: they may merge, and articles may move.

        Args:
            may_move: Whether another article may move to another story without its own.
        """
        before = self.story_of(article.id)
        self.remove(article.id)
        slot = self._add_vector(article)
        try:
            assignment = self._join_stories(slot, article, may_move) or self._found_story(article, before)
        except Exception:
            self._index.remove(slot)
            raise
        self._members.add(slot, article.id, assignment.story_id, to_micros(article.published_at))
        return assignment

    def remove(self, article_id: ArticleId) -> None:
        """Remove an article if it is known. The id of its story stays reserved."""
        slot = self._members.slot(article_id)
        if slot is not None:
            self._index.remove(slot)
            self._members.remove(slot)

    def move(self, article_ids: Collection[ArticleId], story_id: StoryId) -> None:
        """Move articles to a story; skip unknown ones."""
        slots = {slot for article_id in article_ids if (slot := self._members.slot(article_id)) is not None}
        for before in {self._members.story(slot) for slot in slots}:
            self._members.place(
                [held for held in self._members.of_story(before) if held not in slots], before
            )
        joined = sorted((*self._members.of_story(story_id), *slots), key=self._arrival)
        self._members.place(joined, story_id)

    def merge(self, merged: StoryId, kept: StoryId) -> list[ArticleId]:
        """Move the articles of a story to another, and return them. The id of the former stays reserved."""
        self._members.reserve(merged)
        moved = list(self.members(merged))
        if moved:
            self.move(moved, kept)
        return moved

    def story_of(self, article_id: ArticleId) -> StoryId | None:
        """Return the story of an article, None for an unknown one."""
        held = self._members  # a save may put others in its place meanwhile, with other slots
        slot = held.slot(article_id)
        return None if slot is None else held.story(slot)

    def members(self, story_id: StoryId) -> tuple[ArticleId, ...]:
        """Return the articles of a story, in order of arrival."""
        held = self._members
        return tuple(map(held.article, held.of_story(story_id)))

    def stories(self) -> dict[ArticleId, StoryId]:
        """Return the story of every article."""
        held = self._members
        return {held.article(slot): held.story(slot) for slot in held.slots()}

    def _add_vector(self, article: Article) -> int:
        codes = self._prepared.pop(article.id, None)
        if codes is not None:
            return self._index.add(codes, article.language)
        vector = TermVector(*numbered_codes(article, self._index.numbers))
        return self._index.add_vector(vector, article.language)

    def _arrival(self, slot: int) -> int:
        return self._arrivals.get(slot, _LATER + slot)

    def _join_stories(
        self, slot: int, article: Article, may_move: Callable[[ArticleId], bool]
    ) -> Assignment | None:
        """Decide the stories of similar articles again; None if the article is in none of them."""
        near = [other for other in self._index.nearest(slot) if other.cosine >= MIN_SIMILARITY]
        published = to_micros(article.published_at)
        near = [other for other in near if self._within_window(published, other.slot)]
        if not near or self._is_alone(near, article):
            return None
        slots = [*self._neighbours(near, article), slot]
        neighbourhood = self._neighbourhood(slots, article, may_move)
        groups = grouped(neighbourhood)
        own = next(number for number, group in enumerate(groups) if group[-1] == len(slots) - 1)
        if len(groups[own]) == 1:
            return None
        names = named(groups, neighbourhood, self._outside(slots))
        moves = self._regroup([[slots[at] for at in group] for group in groups], names, slot)
        story_id = self._members.story(slots[groups[own][0]])
        nearest = next((other for other in near if self._members.story(other.slot) == story_id), near[0])
        article_id = self._members.article(nearest.slot)
        redirects = tuple(names.redirects.items())
        return Assignment(article.id, story_id, article_id, nearest.cosine, tuple(moves), redirects)

    def _is_alone(self, near: Sequence[SimilarArticle], article: Article) -> bool:
        """Whether an article joins none of its neighbours, nor do they each other: most articles."""
        enough = DATED_PAIR_SIMILARITY if article.published_at else PAIR_SIMILARITY
        return near[0].cosine < enough and all(self._members.is_alone(other.slot) for other in near)

    def _neighbours(self, near: Sequence[SimilarArticle], article: Article) -> list[int]:
        """Return the slots of articles to compare with, oldest first: those of the most similar stories."""
        stories = dict.fromkeys(self._members.story(other.slot) for other in near)
        published = to_micros(article.published_at)
        slots: list[int] = []
        for story_id in islice(stories, MAX_STORIES):
            held = [slot for slot in self._members.of_story(story_id) if self._within_window(published, slot)]
            slots += [slot for slot in held if self._index.vector(slot)][-MAX_ARTICLES:]
        return sorted(slots[:MAX_NEIGHBOURS], key=self._arrival)

    def _neighbourhood(
        self, slots: Sequence[int], article: Article, may_move: Callable[[ArticleId], bool]
    ) -> Neighbourhood:
        """Return the neighbourhood of an article, which has the last of the slots."""
        held, others = self._members, slots[:-1]
        return Neighbourhood(
            self._index.cosines(slots, article.language),
            [*map(held.story, others), None],
            np.array([*(not may_move(held.article(slot)) for slot in others), False]),
            np.array(
                [*(held.published(slot) != UNDATED for slot in others), article.published_at is not None]
            ),
        )

    def _outside(self, slots: Sequence[int]) -> dict[StoryId, int]:
        """Return how many further articles the stories of neighbours have."""
        inside = Counter(map(self._members.story, slots[:-1]))
        return {story_id: len(self._members.of_story(story_id)) - count for story_id, count in inside.items()}

    def _regroup(self, groups: Sequence[Sequence[int]], names: Names, slot: int) -> list[Move]:
        """Move articles to the stories of their groups, and merge stories; `slot` has none yet."""
        moves: list[Move] = []
        for group, name in zip(groups, names.groups, strict=True):
            others = [other for other in group if other != slot]
            if others:
                story_id = name or self._new_story(self._members.article(others[0]))
                moves += self._move(others, story_id)
        for merged, kept in names.redirects.items():
            moves += self._move(self._members.of_story(merged), kept)
        return moves

    def _move(self, slots: Sequence[int], story_id: StoryId) -> list[Move]:
        """Move the articles in slots to a story; return those that were in others."""
        moves = [
            Move(self._members.article(slot), left, story_id)
            for slot in slots
            if (left := self._members.story(slot)) != story_id
        ]
        self.move([move.article_id for move in moves], story_id)
        return moves

    def _within_window(self, published: int, slot: int) -> bool:
        other = self._members.published(slot)
        return published == UNDATED or other == UNDATED or abs(published - other) <= _WINDOW_MICROS

    def _found_story(self, article: Article, before: StoryId | None) -> Assignment:
        """Assign a story of its own: its previous one if it was alone there, else a new one."""
        if before is not None and not self._members.of_story(before):
            return Assignment(article.id, before)
        return Assignment(article.id, self._new_story(article.id))

    def _new_story(self, founder: ArticleId) -> StoryId:
        """Return an id that no story has or had."""
        attempts = (new_story_id(founder, attempt) for attempt in count())
        return next(story_id for story_id in attempts if not self._members.reserves(story_id))


def new_story_id(article_id: ArticleId, attempt: int = 0) -> StoryId:
    """Return the id of the story an article founds: "s" and 15 hex digits, the same on every machine."""
    key = f"{article_id}\n{attempt}" if attempt else article_id
    return StoryId("s" + hashlib.sha256(key.encode()).hexdigest()[:15])
