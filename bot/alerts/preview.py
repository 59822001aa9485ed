"""What an alert would have found, told before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.search.ports import ArticleIndex, Hit, Order, SearchRequest
from bot.search.query import Query
from bot.search.syntax import Field, Phrase, Prefix, Word, leaves
from bot.stories.ports import StoryStore

LOOKED_BACK = timedelta(days=7)
TOP = 3
WIDE_A_DAY = 20
"""Stories a day from which an alert is called too wide."""
COMMON_FROM = 20
"""Articles a corpus must hold before a word in half of them means anything."""
_COUNTED = 1_000
_WORDS = 12


class Caution(StrEnum):
    """What a person should know before saving."""

    NOTHING = "nothing"
    WIDE = "wide"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A word that no article holds, and the known words nearest to it, best first."""

    word: str
    instead: tuple[str, ...]


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
        samples: Whether it was looked for among the sample articles, because there are no others.
    """

    query: Query
    articles: int
    stories: int
    top: tuple[Article, ...]
    ever: int
    mistyped: tuple[Mistyped, ...] = ()
    common: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()
    samples: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
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
        return Preview(
            query=query,
            articles=recent.matched,
            stories=round(stories * recent.matched / _COUNTED) if recent.matched > _COUNTED else stories,
            top=await self._top(shown.hits),
            ever=ever.matched,
            mistyped=mistyped,
            common=common,
            cautions=tuple(_cautions(query, stories, ever.matched)),
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


def _cautions(query: Query, stories: int, ever: int) -> list[Caution]:
    asks = any(isinstance(leaf, Word | Prefix | Phrase | Field) and not no for leaf, no in leaves(query.root))
    if not asks:
        return [Caution.EVERYTHING]
    if stories > WIDE_A_DAY * LOOKED_BACK.days:
        return [Caution.WIDE]
    return [] if ever else [Caution.NOTHING]
