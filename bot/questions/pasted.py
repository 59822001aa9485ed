"""Pasted links and paragraphs, and the articles they lead to."""

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
"""A text with at least this many words is a pasted paragraph, not a query."""
SAME_TEXT = 0.5
"""Share of common shingles from which a paragraph and an article count as the same text."""
_SHINGLE = 5
"""Words of a shingle; this many in a row rarely coincide by chance."""
_NEAREST = 20
_WORD = re.compile(r"\w+")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)

_Shingle = tuple[str, ...]


class ArticleLookup(Protocol):
    """Finds articles by their URL."""

    async def by_url(self, url: str) -> ArticleId | None:
        """Return the live article at a URL; scheme, `www.`, fragment and tracking parameters don't count."""
        ...


@dataclass(frozen=True, slots=True)
class PasteMatch:
    """What a pasted text leads to.

    Args:
        ids: The article itself first, if found, then its story, then similar articles.
    """

    ids: list[ArticleId]
    outcome: PasteOutcome


@dataclass(frozen=True, slots=True)
class PasteLookup:
    """Finds the article that a pasted text comes from."""

    lookup: ArticleLookup
    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper

    async def find(self, text: str) -> PasteMatch | None:
        """Return what a link or a paragraph leads to, None for a question."""
        if link := _LINK.search(text):
            return await self._find_link(link[0])
        return await self._find_paragraph(text[:LONGEST_PASTE]) if is_paragraph(text) else None

    async def _find_link(self, url: str) -> PasteMatch:
        article_id = await self.lookup.by_url(url)
        visible = await self.corpus.visible([article_id]) if article_id is not None else []
        if not visible:
            return PasteMatch([], PasteOutcome.UNKNOWN_LINK)
        return PasteMatch(await self._with_related(visible[0]), PasteOutcome.FOUND)

    async def _find_paragraph(self, text: str) -> PasteMatch:
        hits = await self.index.nearest(text, limit=_NEAREST)
        nearest = await self.corpus.visible([hit.article_id for hit in hits])
        if not nearest:
            return PasteMatch([], PasteOutcome.NOTHING)
        articles = await self.corpus.articles.get(nearest)
        source = await asyncio.to_thread(source_of, text, articles)
        if source is not None:
            return PasteMatch(await self._with_related(source), PasteOutcome.FOUND)
        return PasteMatch(await self.grouper.first_of_each_story(nearest), PasteOutcome.NEAREST)

    async def _with_related(self, article_id: ArticleId) -> list[ArticleId]:
        """Return an article, the rest of its story, then the most similar articles."""
        story = await self.grouper.story_of(article_id)
        hits = await self.index.similar(article_id, limit=_NEAREST)
        related = (*(story.articles if story else ()), *(hit.article_id for hit in hits))
        return await self.corpus.visible(list(dict.fromkeys((article_id, *related))))


def source_of(text: str, articles: Sequence[Article]) -> ArticleId | None:
    """Return the article that contains most of a text verbatim, or None; the first of equals."""
    shingles = _shingles(text)
    shares = {
        article.id: _containment(shingles, _shingles(f"{article.title} {article.text}"))
        for article in articles
    }
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= SAME_TEXT else None


def _containment(a: Set[_Shingle], b: Set[_Shingle]) -> float:
    """Return the share of the shorter text's shingles that the longer text contains, 0 to 1."""
    return len(a & b) / max(min(len(a), len(b)), 1)


def _shingles(text: str) -> set[_Shingle]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def is_pasted(text: str) -> bool:
    """Return whether a text is a link or a paragraph, not a query."""
    return _LINK.search(text) is not None or is_paragraph(text)


def is_paragraph(text: str) -> bool:
    """Return whether a text is too long for a query."""
    return len(text.split()) >= PASTE_FROM_WORDS
