"""How many independent accounts stand behind a story, and whose they are.

Articles tell one account when an outlet repeats itself, when one's text is the other's, lightly edited, or
when one has all it tells from the other's outlet. Accounts share an origin when one agency or outlet stands
behind them; who cites two agencies stands on either, but makes these no one origin. Of all ways to put each
account behind one of its sources, the one with the fewest is counted: corroboration is never made up.
Accounts that name no source may be anybody's: they stand together, last, and count for nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from bot.corpus.analysis.gazetteer import canonical
from bot.corpus.article import Article
from bot.stories.duplicates import near_duplicates
from bot.stories.story import Origin, Story, StoryId

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


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Return articles by date of publication, latest first; undated ones, from any time, last."""
    ordered = oldest_first(articles)
    dated = [article for article in ordered if article.published_at]
    return [*reversed(dated), *ordered[len(dated) :]]


def origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """Return the independent origins of articles on one event, the first to report first."""
    ordered = oldest_first(articles)
    found = _fewest_sources(ordered, _accounts(ordered))
    found.sort(key=lambda origin: (origin[0] is None, origin[1][0]))
    return tuple(Origin(name, tuple(ordered[at].id for at in places)) for name, places in found)


def account_sources(article: Article) -> tuple[str, ...]:
    """Return whose account it carries: those credited, else the agencies cited, else the outlet."""
    if article.provenance.original:
        return tuple(hop.name for hop in article.provenance.original)
    agencies = tuple(hop.name for hop in article.provenance.cited if _is_agency(hop.name))
    return agencies or ((article.publisher,) if article.publisher else ())


def _is_agency(name: str) -> bool:
    outlet = canonical(name)
    return outlet is not None and outlet.kind == "agency"


def _accounts(articles: Sequence[Article]) -> list[list[int]]:
    """Positions of the articles that tell one account, grouped."""
    groups = _Groups(len(articles))
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for position, article in enumerate(articles):
        if article.publisher:
            by_outlet[article.publisher].append(position)
    for position, article in enumerate(articles):
        said = account_sources(article)
        for name in {article.publisher or "", *(said if len(said) == 1 else ())} & by_outlet.keys():
            groups.join(by_outlet[name][0], position)
    for one, other in near_duplicates(articles):
        groups.join(one, other)
    return groups.all()


def _fewest_sources(
    articles: Sequence[Article], accounts: Sequence[list[int]]
) -> list[tuple[str | None, list[int]]]:
    """Few sources that stand behind all accounts, each with the positions of the articles behind it.

    The source of most accounts first, of equals the one that more articles name, then the one first named;
    then of those left, and so on. Last, without a name, the accounts that have none.
    """
    named = [Counter(name for at in places for name in account_sources(articles[at])) for places in accounts]
    total = sum(named, Counter[str]())
    nameless = sorted(at for places, names in zip(accounts, named, strict=True) if not names for at in places)
    found: list[tuple[str | None, list[int]]] = [(None, nameless)] if nameless else []
    left = [number for number, names in enumerate(named) if names]
    while left:
        votes = Counter(name for number in left for name in named[number])
        best = max(votes, key=lambda name: (votes[name], total[name]))
        behind = [number for number in left if best in named[number]]
        found.append((best, sorted(at for number in behind for at in accounts[number])))
        left = [number for number in left if number not in behind]
    return found


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
