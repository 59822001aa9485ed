"""Which article is in which slot, and which slots a story has.

An article takes some 40 bytes; its id, and that of its story, are in a mapped file.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from bot.corpus.article import ArticleId
from bot.stories.numbered_names import Array, NumberedNames, PackedNames
from bot.stories.story import StoryId

UNDATED = np.iinfo(np.int64).min
_NONE = -1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_BY_SLOT = {"article_of": "i", "story_of": "i", "published": "q", "following": "i"}
_OTHERS = {"slot_of": "i", "first_of": "i", "last_of": "i"}


class Members:
    """Articles and stories by slot. A story is a chain of slots in order of arrival; it may be empty.

    Args:
        saved: As `arrays` returns them; may be mapped.
    """

    def __init__(self, saved: Mapping[str, Array] | None = None) -> None:
        saved = saved or {}
        known = {name: PackedNames.of(saved, name) for name in ("articles", "stories") if saved}
        self._articles = NumberedNames(known.get("articles"))
        self._stories = NumberedNames(known.get("stories"))
        columns = {
            name: array(kind, saved[name].tobytes() if saved else b"")
            for name, kind in (_BY_SLOT | _OTHERS).items()
        }
        self._article_of, self._story_of = columns["article_of"], columns["story_of"]
        self._published, self._following = columns["published"], columns["following"]
        self._slot_of, self._first_of, self._last_of = (columns[name] for name in _OTHERS)
        self._live = int(np.count_nonzero(np.array(self._story_of) != _NONE))

    def arrays(self) -> dict[str, Array]:
        """Return everything as arrays by name."""
        columns = {name: np.array(getattr(self, f"_{name}")) for name in _BY_SLOT | _OTHERS}
        return self._articles.packed().arrays("articles") | self._stories.packed().arrays("stories") | columns

    def compacted(self) -> "Members":
        """Return the same articles in slots without gaps, in their order, and all stories, empty ones too."""
        live = np.fromiter(self.slots(), np.int32)
        numbers = np.full(len(self._story_of) + 1, _NONE, np.int32)  # the last one is for `_NONE`
        numbers[live] = own = np.arange(len(live), dtype=np.int32)
        names = [self._articles.name(article) for article in np.array(self._article_of)[live].tolist()]
        columns = {
            "article_of": own,
            "slot_of": own,
            "story_of": np.array(self._story_of)[live],
            "published": np.array(self._published)[live],
            "following": numbers[np.array(self._following)[live]],
            "first_of": numbers[np.array(self._first_of)],
            "last_of": numbers[np.array(self._last_of)],
        }
        articles = PackedNames.empty().followed_by(names).arrays("articles")
        return Members(articles | self._stories.packed().arrays("stories") | columns)

    def keep_in(self, saved: Mapping[str, Array]) -> None:
        """Read names from a file from now on; it has what `arrays` returned."""
        self._articles.keep_in(PackedNames.of(saved, "articles"))
        self._stories.keep_in(PackedNames.of(saved, "stories"))

    def __len__(self) -> int:
        """Return the number of articles."""
        return self._live

    def slots(self) -> Iterator[int]:
        """Yield the slots that have an article, ascending."""
        return (slot for slot, story in enumerate(self._story_of) if story != _NONE)

    def slot(self, article_id: ArticleId) -> int | None:
        """Return the slot of an article, None for an unknown one."""
        number = self._articles.find(article_id)
        slot = _NONE if number is None else self._slot_of[number]
        return None if slot == _NONE else slot

    def article(self, slot: int) -> ArticleId:
        """Return the article in a slot."""
        return ArticleId(self._articles.name(self._article_of[slot]))

    def story(self, slot: int) -> StoryId:
        """Return the story of the article in a slot."""
        return StoryId(self._stories.name(self._story_of[slot]))

    def published(self, slot: int) -> int:
        """Return when the article in a slot was published, in microseconds since 1970, or `UNDATED`."""
        return self._published[slot]

    def add(self, slot: int, article_id: ArticleId, story_id: StoryId, published: int) -> None:
        """Put an article that is not here into a slot, as the last one of its story.

        Args:
            slot: Higher than all before.
            published: As `published` returns it.
        """
        skipped = slot - len(self._story_of)
        for column, value in ((self._article_of, _NONE), (self._story_of, _NONE), (self._following, _NONE)):
            column.extend([value] * (skipped + 1))
        self._published.extend([UNDATED] * (skipped + 1))
        self._article_of[slot] = self._number(article_id)
        self._slot_of[self._article_of[slot]] = slot
        self._published[slot] = published
        self._live += 1
        self.reserve(story_id)
        self._append(slot, self._stories.number(story_id))

    def remove(self, slot: int) -> None:
        """Remove the article in a slot from its story and from here."""
        story_id = self.story(slot)
        self.place([other for other in self.of_story(story_id) if other != slot], story_id)
        self._slot_of[self._article_of[slot]] = self._story_of[slot] = _NONE
        self._live -= 1

    def reserve(self, story_id: StoryId) -> None:
        """Remember the id of a story, which may have no articles."""
        if self._stories.number(story_id) == len(self._first_of):
            self._first_of.append(_NONE)
            self._last_of.append(_NONE)

    def reserves(self, story_id: StoryId) -> bool:
        """Return whether a story has or had articles here, or is reserved."""
        return story_id in self._stories

    def of_story(self, story_id: StoryId) -> tuple[int, ...]:
        """Return the slots of a story, in order of arrival; none for an unknown one."""
        number = self._stories.find(story_id)
        return () if number is None else tuple(self._chain(number))

    def is_alone(self, slot: int) -> bool:
        """Return whether the article in a slot is the only one of its story."""
        story = self._story_of[slot]
        return self._first_of[story] == self._last_of[story]

    def place(self, slots: Sequence[int], story_id: StoryId) -> None:
        """Give a story these slots and no others, in order of arrival.

        Slots that it had before must be placed in another story, or removed.
        """
        self.reserve(story_id)
        number = self._stories.number(story_id)
        self._first_of[number] = self._last_of[number] = _NONE
        for slot in slots:
            self._append(slot, number)

    def retired(self) -> list[StoryId]:
        """Return the stories without articles."""
        return [StoryId(self._stories.name(at)) for at, first in enumerate(self._first_of) if first == _NONE]

    def held(self) -> set[StoryId]:
        """Return the stories that have articles."""
        return {StoryId(self._stories.name(at)) for at, first in enumerate(self._first_of) if first != _NONE}

    def _append(self, slot: int, story: int) -> None:
        """Make a slot the last one of a story."""
        last = self._last_of[story]
        if last == _NONE:
            self._first_of[story] = slot
        else:
            self._following[last] = slot
        self._last_of[story], self._story_of[slot], self._following[slot] = slot, story, _NONE

    def _chain(self, story: int) -> Iterator[int]:
        slot = self._first_of[story]
        while slot != _NONE:
            yield slot
            slot = self._following[slot]

    def _number(self, article_id: ArticleId) -> int:
        number = self._articles.number(article_id)
        if number == len(self._slot_of):
            self._slot_of.append(_NONE)
        return number


def to_micros(at: datetime | None) -> int:
    """Return a time in microseconds since 1970, `UNDATED` for None."""
    return UNDATED if at is None else (at - _EPOCH) // _MICROSECOND
