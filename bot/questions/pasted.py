"""Pasted links and paragraphs, and the articles they lead to."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.corpus.article import Article, ArticleId
from bot.corrections.correction import Correction
from bot.corrections.log import CorrectionLog
from bot.questions.grouping import StoryGrouper
from bot.questions.model import PasteOutcome
from bot.questions.phrasing import reads_as_question
from bot.questions.shingles import SAME_TEXT, containment, shingles
from bot.questions.traces import TRACE_FROM_WORDS, Carrier, find_carriers, queries_of
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import ArticleIndex, SearchRequest

LONGEST_PASTE = 8_000
"""Characters of a pasted paragraph that are read."""
PASTE_FROM_WORDS = 25
"""A text with at least this many words is a pasted paragraph, not a query."""
_NEAREST = 20
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


class ArticleLookup(Protocol):
    """Finds articles by their URL."""

    async def by_url(self, url: str) -> ArticleId | None:
        """Return the live article at a URL; scheme, `www.`, fragment and tracking parameters don't count."""
        ...


@dataclass(frozen=True, slots=True)
class PasteMatch:
    """What a pasted text leads to.

    Args:
        ids: The article itself first, if found, then its story, then similar articles. Of a traced message,
            the articles that carry it, or the nearest ones if none does.
        sentences: Indexes of the articles' sentences that match.
        withdrawal: Of the article at the link, which leads to the rest of its story then.
    """

    ids: list[ArticleId]
    outcome: PasteOutcome
    sentences: Mapping[ArticleId, tuple[int, ...]] = field(default_factory=dict)
    withdrawal: Correction | None = None


@dataclass(frozen=True, slots=True)
class PasteLookup:
    """Finds the article that a pasted text comes from."""

    lookup: ArticleLookup
    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper
    corrections: CorrectionLog

    async def find(self, text: str) -> PasteMatch | None:
        """Return what a link or a paragraph leads to, None for a question.

        Returns None for a long question too, unless an article contains it.
        """
        if link := _LINK.search(text):
            return await self._find_link(link[0])
        return await self._find_paragraph(text[:LONGEST_PASTE]) if is_paragraph(text) else None

    async def trace(self, message: str, *, now: datetime) -> PasteMatch | None:
        """Return the articles that carry a message, None for a question."""
        if link := _LINK.search(message):
            return await self._find_link(link[0])
        if not is_traceable(message):
            return None
        text = message[:LONGEST_PASTE]
        hits = await self.index.nearest(text, limit=_NEAREST)
        nearest = await self.corpus.visible([hit.article_id for hit in hits])
        carriers = await self._carriers(text, [*nearest, *await self._looked_up(text, now)])
        if carriers:
            sentences = {carrier.article.id: carrier.sentences for carrier in carriers}
            whole = all(carrier.has_most for carrier in carriers)
            outcome = PasteOutcome.CARRIED if whole else PasteOutcome.CARRIED_IN_PART
            return PasteMatch(list(sentences), outcome, sentences)
        if not nearest:
            return PasteMatch([], PasteOutcome.NOTHING)
        return PasteMatch(await self.grouper.first_of_each_story(nearest), PasteOutcome.NOT_CARRIED)

    async def _looked_up(self, message: str, now: datetime) -> list[ArticleId]:
        """Return the best articles for a message's sentences; a long article is not near one sentence."""
        samples = await self.corpus.with_samples()
        found: list[ArticleId] = []
        for query in queries_of(message):
            request = SearchRequest(query=query, now=now, samples=samples, limit=_NEAREST)
            found += [hit.article_id for hit in (await self.index.search(request)).hits]
        return found

    async def _carriers(self, message: str, ids: Sequence[ArticleId]) -> list[Carrier]:
        """Return which of some articles, and of their stories, carry a message."""
        articles = await self.corpus.articles.get(list(dict.fromkeys(ids)))
        carriers = await asyncio.to_thread(find_carriers, message, articles)
        stories = await self.grouper.stories_of([carrier.article.id for carrier in carriers])
        members = {member for story in stories.values() for member in story.articles}
        others = await self.corpus.visible(sorted(members - set(ids)))
        if not others:
            return carriers
        articles += await self.corpus.articles.get(others)
        return await asyncio.to_thread(find_carriers, message, articles)

    async def _find_link(self, url: str) -> PasteMatch:
        article_id = await self.lookup.by_url(url)
        visible = await self.corpus.visible([article_id]) if article_id is not None else []
        if not visible:
            return await self._withdrawn(url) or PasteMatch([], PasteOutcome.UNKNOWN_LINK)
        return PasteMatch(await self._with_related(visible[0]), PasteOutcome.FOUND)

    async def _withdrawn(self, url: str) -> PasteMatch | None:
        """Return what is left of the story of an article that was withdrawn; None if none was at the link."""
        withdrawal = await self.corrections.withdrawal_at(url)
        if withdrawal is None or (withdrawal.version.sample and not await self.corpus.with_samples()):
            return None
        story_id = withdrawal.story_id
        members = await self.grouper.stories.members([story_id]) if story_id else {}
        ids = await self.corpus.visible(list(members.get(story_id, ()) if story_id else ()))
        return PasteMatch(ids, PasteOutcome.WITHDRAWN, withdrawal=withdrawal)

    async def _find_paragraph(self, text: str) -> PasteMatch | None:
        hits = await self.index.nearest(text, limit=_NEAREST)
        nearest = await self.corpus.visible([hit.article_id for hit in hits])
        articles = await self.corpus.articles.get(nearest)
        source = await asyncio.to_thread(source_of, text, articles)
        if source is not None:
            return PasteMatch(await self._with_related(source), PasteOutcome.FOUND)
        if reads_as_question(text):
            return None
        if not nearest:
            return PasteMatch([], PasteOutcome.NOTHING)
        return PasteMatch(await self.grouper.first_of_each_story(nearest), PasteOutcome.NEAREST)

    async def _with_related(self, article_id: ArticleId) -> list[ArticleId]:
        """Return an article, the rest of its story, then the most similar articles."""
        story = await self.grouper.story_of(article_id)
        hits = await self.index.similar(article_id, limit=_NEAREST)
        related = (*(story.articles if story else ()), *(hit.article_id for hit in hits))
        return await self.corpus.visible(list(dict.fromkeys((article_id, *related))))


def source_of(text: str, articles: Sequence[Article]) -> ArticleId | None:
    """Return the article that contains most of a text verbatim, or None; the first of equals."""
    pasted = shingles(text)
    shares = {
        article.id: containment(pasted, shingles(f"{article.title} {article.text}")) for article in articles
    }
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= SAME_TEXT else None


def is_pasted(text: str) -> bool:
    """Return whether a text is a link or a paragraph, not a query or a long question."""
    return _LINK.search(text) is not None or (is_paragraph(text) and not reads_as_question(text))


def is_traceable(text: str) -> bool:
    """Return whether a message is long enough to trace, or has a link."""
    return _LINK.search(text) is not None or len(text.split()) >= TRACE_FROM_WORDS


def is_paragraph(text: str) -> bool:
    """Return whether a text is too long for a query."""
    return len(text.split()) >= PASTE_FROM_WORDS
