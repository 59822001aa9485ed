"""What an alert would have found, told before it is saved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.search.ports import ArticleIndex, Hit, Order, SearchRequest
from bot.search.query.ast import And, Field, Node, Not, Or, Phrase, Prefix, Word, leaves
from bot.search.query.parser import Query
from bot.stories.ports import StoryStore

LOOKED_BACK = timedelta(days=7)
TOP = 3
WIDE_A_DAY = 20
"""Stories a day from which an alert is called too wide."""
COMMON_FROM = 20
"""Articles a corpus must hold before a word in half of them means anything."""
_COUNTED = 1_000
_WORDS = 12


class PreviewWarning(StrEnum):
    """What a person should know before saving."""

    NOTHING = "nothing"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A word that no article holds, and the known words nearest to it, best first."""

    word: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query that may serve better, and how many articles match it, > 0."""

    query: Query
    articles: int


@dataclass(frozen=True, slots=True)
class Preview:
    """An alert before it is saved.

    Args:
        articles: How many articles of the last 7 days match.
        stories: How many stories these tell: the messages it would have sent.
        top: The best of them, one a story; of all time when the week had none.
        ever: How many articles match at all.
        mistyped: Words that no article holds though it holds some that look like them.
        common: Words in half of all articles or more.
        instead: What to ask for instead, where words are mistyped, or nothing or too much matches.
        samples: Whether it was looked for among the sample articles, because there are no others.
    """

    query: Query
    articles: int
    stories: int
    top: tuple[Article, ...]
    ever: int
    mistyped: tuple[Mistyped, ...] = ()
    common: tuple[str, ...] = ()
    cautions: tuple[PreviewWarning, ...] = ()
    instead: Suggestion | None = None
    samples: bool = False


@dataclass(frozen=True, slots=True)
class PreviewBuilder:
    """Looks what a query would have found."""

    index: ArticleIndex
    articles: ArticleStore
    stories: StoryStore

    async def preview(self, query: Query, *, now: datetime) -> Preview:
        """Return what an alert on `query` would have found up to `now` (aware UTC)."""
        facts = await self.articles.facts()
        everything = SearchRequest(query, now, samples=facts.samples == facts.articles, limit=100)
        ever = await self.index.search(everything)
        week = replace(everything, since=now - LOOKED_BACK)
        recent = await self.index.search(replace(week, order=Order.NEWEST, limit=_COUNTED))
        shown = await self.index.search(week) if recent.matched else ever
        stories = await self._stories(recent.hits)
        mistyped, common = await self._words(everything)
        cautions = tuple(_cautions(stories, ever.matched))
        return Preview(
            query=query,
            articles=recent.matched,
            stories=round(stories * recent.matched / _COUNTED) if recent.matched > _COUNTED else stories,
            top=await self._top(shown.hits),
            ever=ever.matched,
            mistyped=mistyped,
            common=common,
            cautions=cautions,
            instead=await self._instead(everything, cautions, mistyped),
            samples=everything.samples,
        )

    async def _stories(self, hits: Sequence[Hit]) -> int:
        ids = [hit.article_id for hit in hits if hit.matches]
        return len(set((await self.stories.story_ids(ids)).values()))

    async def _top(self, hits: Sequence[Hit]) -> tuple[Article, ...]:
        ids = [hit.article_id for hit in hits if hit.matches]
        story_of = await self.stories.story_ids(ids)
        best: dict[object, ArticleId] = {}
        for article_id in ids:
            best.setdefault(story_of.get(article_id, article_id), article_id)
        return tuple(await self.articles.get(list(best.values())[:TOP]))

    async def _instead(
        self, everything: SearchRequest, cautions: Sequence[PreviewWarning], mistyped: Sequence[Mistyped]
    ) -> Suggestion | None:
        """The query as it may have been meant; of others nearby, the one that most articles match."""
        root = everything.query.root
        if meant := _respelt(root, {each.word: each.instead[0] for each in mistyped}):
            if as_meant := await self._ever(meant, everything):
                return as_meant
            root = meant
        nearby = islice(_nearby(root, cautions), _WORDS)
        others = [found for each in nearby if (found := await self._ever(each, everything))]
        return max(others, key=lambda each: each.articles, default=None)

    async def _ever(self, root: Node, everything: SearchRequest) -> Suggestion | None:
        query = replace(everything.query, root=root)
        found = (await self.index.search(replace(everything, query=query))).matched
        return Suggestion(query, found) if found else None

    async def _words(self, everything: SearchRequest) -> tuple[tuple[Mistyped, ...], tuple[str, ...]]:
        """Look up each word by itself: the mistyped ones, the common ones."""
        held = (await self.index.search(replace(everything, query=Query("")))).matched
        mistyped, common = [], []
        for word in everything.query.words[:_WORDS]:
            alone = replace(everything.query, text=word, root=_word(word, everything.query))
            found = await self.index.search(replace(everything, query=alone))
            if found.unknown and found.suggestions:
                mistyped.append(Mistyped(word, found.suggestions[:3]))
            if held >= COMMON_FROM and 2 * found.matched >= held:
                common.append(word)
        return tuple(mistyped), tuple(common)


def _word(word: str, query: Query) -> Word | Prefix:
    """A word of the query as it stands there: whole, or as a beginning."""
    prefix = Prefix(word)
    return prefix if any(leaf == prefix for leaf, _ in leaves(query.root)) else Word(word)


def _respelt(root: Node | None, instead: Mapping[str, str]) -> Node | None:
    """The same with words put right; None when there is nothing to put right."""
    if isinstance(root, Word):
        return Word(instead[root.text]) if root.text in instead else None
    if not isinstance(root, And | Or):
        return None
    nodes = tuple(_respelt(each, instead) or each for each in root.nodes)
    return type(root)(nodes) if nodes != root.nodes else None


def _nearby(root: Node | None, cautions: Sequence[PreviewWarning]) -> Iterator[Node]:
    """What matches nothing, with one thing less; what is wide, with two neighbours as a phrase."""
    nodes = root.nodes if isinstance(root, And) else ()
    for at, node in enumerate(nodes):
        before, after = nodes[:at], nodes[at + 1 :]
        if PreviewWarning.NOTHING in cautions and not isinstance(node, Not):
            rest = And((*before, *after)) if len(nodes) > 2 else (*before, *after)[0]
            if asks(rest):
                yield rest
        elif PreviewWarning.WIDE in cautions and after:
            match node, after[0]:
                case Word(one), Word(other):
                    both = Phrase((one, other))
                    yield And((*before, both, *after[1:])) if len(nodes) > 2 else both


def asks(root: Node | None) -> bool:
    """Whether a query names something that must be there."""
    return any(isinstance(leaf, Word | Prefix | Phrase | Field) and not no for leaf, no in leaves(root))


def _cautions(stories: int, ever: int) -> list[PreviewWarning]:
    if stories > WIDE_A_DAY * LOOKED_BACK.days:
        return [PreviewWarning.WIDE]
    return [] if ever else [PreviewWarning.NOTHING]
