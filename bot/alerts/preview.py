"""What an alert would have found, shown before it is saved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.search.ports import ArticleIndex, Hit, Order, SearchRequest
from bot.search.query.ast import And, Field, Node, Not, Or, Phrase, Prefix, Word, leaves
from bot.search.query.query import Query
from bot.stories.ports import StoryStore

LOOKBACK = timedelta(days=7)
TOP_STORIES = 3
BROAD_STORIES_PER_DAY = 20
"""An alert with more stories a day gets a warning."""
MIN_CORPUS_FOR_COMMON = 20
"""Articles a corpus needs before a word in half of them counts as common."""
_COUNTED_HITS = 1_000
_CHECKED_WORDS = 12


class PreviewWarning(StrEnum):
    """What a person should know before saving the alert."""

    NO_MATCHES = "nothing"
    TOO_BROAD = "wide"


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word that is in no article, with the most similar known words, best first."""

    word: str
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that may work better, and how many articles match it, > 0."""

    query: Query
    articles: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What an alert would have found.

    Args:
        articles: Matching articles of the last 7 days.
        stories: Stories those articles belong to: the messages the alert would have sent.
        top: The best article of each of the top stories; of all time if the week has none.
        total: Matching articles of all time.
        misspellings: Words that are in no article but resemble words that are.
        common: Words that are in at least half of all articles.
        suggestion: A better query, if words are misspelled or nothing or too much matches.
        samples: Whether sample articles were searched, because there are no others.
    """

    query: Query
    articles: int
    stories: int
    top: tuple[Article, ...]
    total: int
    misspellings: tuple[Misspelling, ...] = ()
    common: tuple[str, ...] = ()
    warnings: tuple[PreviewWarning, ...] = ()
    suggestion: Suggestion | None = None
    samples: bool = False


@dataclass(frozen=True, slots=True)
class PreviewBuilder:
    """Searches the corpus for what an alert would have found."""

    index: ArticleIndex
    articles: ArticleStore
    stories: StoryStore

    async def preview(self, query: Query, *, now: datetime) -> Preview:
        """Return what an alert with `query` would have found up to `now` (aware UTC)."""
        facts = await self.index.facts()
        all_time = SearchRequest(query, now, samples=facts.samples == facts.articles, limit=100)
        total = await self.index.search(all_time)
        week = replace(all_time, since=now - LOOKBACK)
        recent = await self.index.search(replace(week, order=Order.NEWEST, limit=_COUNTED_HITS))
        best = await self.index.search(week) if recent.matched else total
        stories = await self._count_stories(recent.hits)
        misspellings, common = await self._check_words(all_time)
        warnings = tuple(_warnings(stories, total.matched))
        return Preview(
            query=query,
            articles=recent.matched,
            stories=_extrapolated(stories, recent.matched),
            top=await self._top(best.hits),
            total=total.matched,
            misspellings=misspellings,
            common=common,
            warnings=warnings,
            suggestion=await self._suggestion(all_time, warnings, misspellings),
            samples=all_time.samples,
        )

    async def _count_stories(self, hits: Sequence[Hit]) -> int:
        ids = [hit.article_id for hit in hits if hit.matches]
        return len(set((await self.stories.story_ids(ids)).values()))

    async def _top(self, hits: Sequence[Hit]) -> tuple[Article, ...]:
        ids = [hit.article_id for hit in hits if hit.matches]
        story_of = await self.stories.story_ids(ids)
        best: dict[object, ArticleId] = {}
        for article_id in ids:
            best.setdefault(story_of.get(article_id, article_id), article_id)
        return tuple(await self.articles.get(list(best.values())[:TOP_STORIES]))

    async def _suggestion(
        self,
        all_time: SearchRequest,
        warnings: Sequence[PreviewWarning],
        misspellings: Sequence[Misspelling],
    ) -> Suggestion | None:
        """Return the query with its spelling corrected; else the variant that most articles match."""
        root = all_time.query.root
        if corrected := _corrected(root, {typo.word: typo.suggestions[0] for typo in misspellings}):
            if suggestion := await self._evaluate(corrected, all_time):
                return suggestion
            root = corrected
        variants = islice(_variants(root, warnings), _CHECKED_WORDS)
        suggestions = [await self._evaluate(node, all_time) for node in variants]
        return max(filter(None, suggestions), key=lambda suggestion: suggestion.articles, default=None)

    async def _evaluate(self, root: Node, all_time: SearchRequest) -> Suggestion | None:
        query = replace(all_time.query, root=root)
        matched = (await self.index.search(replace(all_time, query=query))).matched
        return Suggestion(query, matched) if matched else None

    async def _check_words(self, all_time: SearchRequest) -> tuple[tuple[Misspelling, ...], tuple[str, ...]]:
        """Search for each word alone; return the misspelled and the common ones."""
        corpus_size = (await self.index.search(replace(all_time, query=Query("")))).matched
        misspellings, common = [], []
        for word in all_time.query.words[:_CHECKED_WORDS]:
            query = replace(all_time.query, text=word, root=_leaf(word, all_time.query))
            results = await self.index.search(replace(all_time, query=query))
            if results.unknown and results.suggestions:
                misspellings.append(Misspelling(word, results.suggestions[:3]))
            if corpus_size >= MIN_CORPUS_FOR_COMMON and 2 * results.matched >= corpus_size:
                common.append(word)
        return tuple(misspellings), tuple(common)


def _leaf(word: str, query: Query) -> Word | Prefix:
    """Return a word as it is in the query, as a whole word or as a prefix."""
    prefix = Prefix(word)
    return prefix if any(leaf == prefix for leaf, _ in leaves(query.root)) else Word(word)


def _corrected(root: Node | None, correction_of: Mapping[str, str]) -> Node | None:
    """Return the query with corrected words, or None if there is nothing to correct."""
    if isinstance(root, Word):
        return Word(correction_of[root.text]) if root.text in correction_of else None
    if not isinstance(root, And | Or):
        return None
    nodes = tuple(_corrected(node, correction_of) or node for node in root.nodes)
    return type(root)(nodes) if nodes != root.nodes else None


def _variants(root: Node | None, warnings: Sequence[PreviewWarning]) -> Iterator[Node]:
    """Yield variants: with one condition less if nothing matches, with a phrase if too much does."""
    nodes = root.nodes if isinstance(root, And) else ()
    for at, node in enumerate(nodes):
        before, after = nodes[:at], nodes[at + 1 :]
        if PreviewWarning.NO_MATCHES in warnings and not isinstance(node, Not):
            rest = And((*before, *after)) if len(nodes) > 2 else (*before, *after)[0]
            if has_positive_term(rest):
                yield rest
        elif PreviewWarning.TOO_BROAD in warnings and after:
            match node, after[0]:
                case Word(first), Word(second):
                    phrase = Phrase((first, second))
                    yield And((*before, phrase, *after[1:])) if len(nodes) > 2 else phrase


def has_positive_term(root: Node | None) -> bool:
    """Whether a query has a word, prefix, phrase or field filter that isn't negated."""
    return any(
        isinstance(leaf, Word | Prefix | Phrase | Field) and not negated for leaf, negated in leaves(root)
    )


def _extrapolated(stories: int, matched: int) -> int:
    """Return the stories of all matches, given those of the newest 1,000."""
    return round(stories * matched / _COUNTED_HITS) if matched > _COUNTED_HITS else stories


def _warnings(stories: int, total: int) -> list[PreviewWarning]:
    if stories > BROAD_STORIES_PER_DAY * LOOKBACK.days:
        return [PreviewWarning.TOO_BROAD]
    return [] if total else [PreviewWarning.NO_MATCHES]
