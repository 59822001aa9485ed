"""How many independent origins a story has, and which.

Articles give the same account when they are of one outlet, when their texts are near-duplicates, or when one
is credited to nobody but the other's outlet. Accounts share an origin when they name the same agency or
outlet as a source. An account that names two sources may come from either, but does not link the two. Each
account is assigned to one of its sources so that few sources cover all accounts: corroboration is never
invented. Accounts that name no source may come from anywhere; they form one group that counts as no origin.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from bot.corpus.analysis.agencies import is_agency
from bot.corpus.article import Article
from bot.stories.duplicates import near_duplicates
from bot.stories.story import Origin, Story, StoryId

_LAST = datetime.max.replace(tzinfo=UTC)


def build_story(story_id: StoryId, articles: Sequence[Article]) -> Story:
    """Return the story of one or more articles, in any order."""
    ordered = oldest_first(articles)
    outlets = dict.fromkeys(article.publisher for article in ordered if article.publisher)
    ids = tuple(article.id for article in ordered)
    return Story(id=story_id, articles=ids, outlets=tuple(outlets), origins=origins(ordered))


def oldest_first(articles: Iterable[Article]) -> list[Article]:
    """Return articles by date of publication, then by id; undated ones last."""
    return sorted(articles, key=lambda article: (article.published_at or _LAST, article.id))


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Return articles by date of publication, newest first; undated ones last."""
    ordered = oldest_first(articles)
    dated = [article for article in ordered if article.published_at]
    return [*reversed(dated), *ordered[len(dated) :]]


def origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """Return the independent origins of articles about one event, first to report first."""
    ordered = oldest_first(articles)
    groups = _cover_with_sources(ordered, _accounts(ordered))
    groups.sort(key=lambda group: (group[0] is None, group[1][0]))
    return tuple(
        Origin(name, tuple(ordered[position].id for position in positions)) for name, positions in groups
    )


def account_sources(article: Article) -> tuple[str, ...]:
    """Return the sources of an article: those credited, else the agencies cited, else its publisher."""
    if article.provenance.original:
        return tuple(hop.name for hop in article.provenance.original)
    agencies = tuple(hop.name for hop in article.provenance.cited if is_agency(hop.name))
    return agencies or ((article.publisher,) if article.publisher else ())


def _accounts(articles: Sequence[Article]) -> list[list[int]]:
    """Group the positions of articles that give the same account."""
    accounts = _UnionFind(len(articles))
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for position, article in enumerate(articles):
        if article.publisher:
            by_outlet[article.publisher].append(position)
    for position, article in enumerate(articles):
        sources = account_sources(article)
        only_source = sources if len(sources) == 1 else ()
        for outlet in {article.publisher or "", *only_source} & by_outlet.keys():
            accounts.union(by_outlet[outlet][0], position)
    for first, second in near_duplicates(articles):
        accounts.union(first, second)
    return accounts.groups()


def _cover_with_sources(
    articles: Sequence[Article], accounts: Sequence[list[int]]
) -> list[tuple[str | None, list[int]]]:
    """Return few sources that cover all accounts, each with the positions of its articles.

    A greedy set cover: repeatedly takes the source of the most remaining accounts; ties go to the source that
    more articles name, then to the one named first. Accounts without a source are grouped under None.
    """
    named = [
        Counter(name for position in positions for name in account_sources(articles[position]))
        for positions in accounts
    ]
    total = sum(named, Counter[str]())
    nameless = sorted(
        position
        for positions, names in zip(accounts, named, strict=True)
        if not names
        for position in positions
    )
    groups: list[tuple[str | None, list[int]]] = [(None, nameless)] if nameless else []
    remaining = [account for account, names in enumerate(named) if names]
    while remaining:
        votes = Counter(name for account in remaining for name in named[account])
        best = max(votes, key=lambda name: (votes[name], total[name]))
        covered = [account for account in remaining if best in named[account]]
        groups.append((best, sorted(position for account in covered for position in accounts[account])))
        remaining = [account for account in remaining if account not in covered]
    return groups


class _UnionFind:
    """Disjoint groups of the positions 0 .. size - 1."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def union(self, first: int, second: int) -> None:
        """Merge the groups of two positions; the lowest position is the root."""
        low, high = sorted((self._find(first), self._find(second)))
        self._parent[high] = low

    def groups(self) -> list[list[int]]:
        """Return the groups, ordered by their lowest position."""
        groups: dict[int, list[int]] = defaultdict(list)
        for position in range(len(self._parent)):
            groups[self._find(position)].append(position)
        return list(groups.values())

    def _find(self, position: int) -> int:
        while self._parent[position] != position:
            position = self._parent[position]
        return position
