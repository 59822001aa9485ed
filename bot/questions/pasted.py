"""A link or a paragraph somebody pasted, and the articles it leads to."""

import asyncio
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from bot.corpus.article import Article, ArticleId
from bot.questions.grouping import StoryGrouper
from bot.questions.model import PasteOutcome
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import ArticleIndex

LONGEST_PASTE = 8_000
"""Characters of a pasted paragraph that are read."""
PASTE_FROM_WORDS = 25
"""A text of at least so many words is taken as a pasted paragraph, not as search words."""
SAME_TEXT = 0.5
"""Share of runs of words from which a pasted paragraph counts as standing in an article, or around it."""
_RUN = 5
"""Words of a run: so many in a row are hardly written twice by chance."""
_NEAREST = 20
_WORD = re.compile(r"\w+")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)

_Run = tuple[str, ...]


class ArticleLookup(Protocol):
    """Finding an article by its address."""

    async def by_url(self, url: str) -> ArticleId | None:
        """Return the live article at an address; scheme, `www.`, fragment, tracking words don't count."""
        ...


@dataclass(frozen=True, slots=True)
class PasteMatch:
    """Where something pasted leads.

    Args:
        ids: The article itself first, where there is one; then its story, then what is like it.
    """

    ids: list[ArticleId]
    pasted: PasteOutcome


@dataclass(frozen=True, slots=True)
class PasteLookup:
    """Finds the article that something pasted comes from."""

    lookup: ArticleLookup
    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper

    async def follow(self, text: str) -> PasteMatch | None:
        """Return where a text leads; None when it is neither a link nor a paragraph, but a question."""
        if link := _LINK.search(text):
            return await self._link(link.group(0))
        return await self._paragraph(text[:LONGEST_PASTE]) if is_paragraph(text) else None

    async def _link(self, url: str) -> PasteMatch:
        at = await self.lookup.by_url(url)
        found = await self.corpus.visible([at]) if at is not None else []
        if not found:
            return PasteMatch([], PasteOutcome.UNKNOWN_LINK)
        return PasteMatch(await self._with_company(found[0]), PasteOutcome.FOUND)

    async def _paragraph(self, text: str) -> PasteMatch:
        hits = await self.index.nearest(text, limit=_NEAREST)
        near = await self.corpus.visible([hit.article_id for hit in hits])
        if not near:
            return PasteMatch([], PasteOutcome.NOTHING)
        articles = await self.corpus.articles.get(near)
        source = await asyncio.to_thread(source_of, text, articles)
        if source is not None:
            return PasteMatch(await self._with_company(source), PasteOutcome.FOUND)
        return PasteMatch(await self.grouper.first_of_each_story(near), PasteOutcome.NEAREST)

    async def _with_company(self, found: ArticleId) -> list[ArticleId]:
        """The article itself, the rest of its story, then the nearest others."""
        story = await self.grouper.story_of(found)
        hits = await self.index.similar(found, limit=_NEAREST)
        company = (*(story.articles if story else ()), *(hit.article_id for hit in hits))
        return await self.corpus.visible(list(dict.fromkeys((found, *company))))


def source_of(text: str, articles: Sequence[Article]) -> ArticleId | None:
    """Return the article most of a text stands in word for word, the first of equals; None when in none."""
    mine = _runs(text)
    shares = {article.id: _shared(mine, _runs(f"{article.title} {article.text}")) for article in articles}
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= SAME_TEXT else None


def _shared(one: Set[_Run], other: Set[_Run]) -> float:
    """The share of the shorter text's runs that the other has, 0 to 1."""
    return len(one & other) / max(min(len(one), len(other)), 1)


def _runs(text: str) -> set[_Run]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def is_pasted(text: str) -> bool:
    """Return whether a text is a link or a paragraph, not search words."""
    return _LINK.search(text) is not None or is_paragraph(text)


def is_paragraph(text: str) -> bool:
    """Return whether a text is too long for search words."""
    return len(text.split()) >= PASTE_FROM_WORDS
