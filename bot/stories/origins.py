"""How many independent accounts stand behind a story, and whose they are.

Articles share an origin when they are credited to the same outlet or agency, when they cite the same
agency for what they tell, or when one's text is the other's, lightly edited. Two outlets that merely
report the same event are two origins.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from bot.corpus.article import Article
from bot.corpus.gazetteer import canonical
from bot.stories.duplicates import same_text
from bot.stories.story import Origin, Story, StoryId

UNKNOWN = "unknown"
"""Name of an origin whose articles say nothing of where they come from."""
_UNDATED = datetime.max.replace(tzinfo=UTC)


def build_story(story_id: StoryId, articles: Sequence[Article]) -> Story:
    """Return the story of some articles (one or more, in any order)."""
    ordered = oldest_first(articles)
    outlets = dict.fromkeys(article.publisher for article in ordered if article.publisher)
    ids = tuple(article.id for article in ordered)
    return Story(id=story_id, articles=ids, outlets=tuple(outlets), origins=origins(ordered))


def oldest_first(articles: Iterable[Article]) -> list[Article]:
    """Return articles by date of publication, undated ones last, equals by id."""
    return sorted(articles, key=lambda article: (article.published_at or _UNDATED, article.id))


def origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """Return the independent origins of articles on one event, the first to report first."""
    ordered = oldest_first(articles)
    groups = _Groups(len(ordered))
    for positions in _by_source(ordered).values():
        for position in positions[1:]:
            groups.join(positions[0], position)
    for one, other in same_text(ordered):
        groups.join(one, other)
    return tuple(_origin([ordered[at] for at in group]) for group in groups.all())


def sources(article: Article) -> tuple[str, ...]:
    """Return whose account it carries: those credited, else the agencies cited, else the outlet."""
    if article.provenance.original:
        return tuple(hop.name for hop in article.provenance.original)
    agencies = tuple(hop.name for hop in article.provenance.cited if _is_agency(hop.name))
    return agencies or ((article.publisher,) if article.publisher else ())


def _is_agency(name: str) -> bool:
    outlet = canonical(name)
    return outlet is not None and outlet.kind == "agency"


def _by_source(articles: Sequence[Article]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = defaultdict(list)
    for position, article in enumerate(articles):
        for name in {*sources(article), *((article.publisher,) if article.publisher else ())}:
            positions[name].append(position)
    return positions


def _origin(articles: Sequence[Article]) -> Origin:
    """The name most of the articles stand on; of equals the first said."""
    names = Counter(name for article in articles for name in sources(article))
    name = names.most_common(1)[0][0] if names else UNKNOWN
    return Origin(name=name, articles=tuple(article.id for article in articles))


class _Groups:
    """Positions 0 .. size - 1 in disjoint groups."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Make the groups of two positions one, known by its lowest position."""
        low, high = sorted((self._root(one), self._root(other)))
        self._parent[high] = low

    def all(self) -> list[list[int]]:
        """Return the groups by their lowest position."""
        groups: dict[int, list[int]] = defaultdict(list)
        for position in range(len(self._parent)):
            groups[self._root(position)].append(position)
        return list(groups.values())

    def _root(self, position: int) -> int:
        while self._parent[position] != position:
            position = self._parent[position]
        return position
