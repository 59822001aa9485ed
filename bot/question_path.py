"""The question path, whole: text -> Query -> hits -> stories -> sentences -> Answer.

text --search/query.py--> Query --search index--> hits --stories--> one entry a story
     --summaries--> brief and summaries, every sentence verbatim and credited --> Answer
"""

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from time import perf_counter
from typing import Protocol

from bot.alerts.settings import ChatSettings
from bot.alerts.taste import taste_for, to_taste
from bot.conversation.view import ANSWER_ENTRIES, STORY_ENTRIES
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, CorpusFacts
from bot.errors import UserError, wording
from bot.measures import Measures
from bot.search.ports import ArticleIndex, Hit, Order, Passages, SearchRequest, SearchResult
from bot.search.query import Query, parse
from bot.search.syntax import Field, leaves, render, words_only
from bot.stories.origins import newest_first
from bot.stories.ports import StoryStore
from bot.stories.shelf import StoryShelf
from bot.stories.story import Story, StoryId
from bot.summaries.accounts import accounts
from bot.summaries.answer import (
    Answer,
    Card,
    Context,
    Entry,
    Listing,
    Nothing,
    Notice,
    Pasted,
    Question,
    StoryCard,
)
from bot.summaries.brief import brief
from bot.summaries.sentence import QuotedSentence
from bot.summaries.summarize import summarize

LONGEST_QUESTION = 1_000
"""Characters of a question that are read; the rest is cut, and the answer says so."""
LONGEST_PASTE = 8_000
"""Characters of a pasted paragraph that are read."""
PASTE_FROM_WORDS = 25
"""A text of at least so many words is taken as a pasted paragraph, not as search words."""
SAME_TEXT = 0.6
"""Cosine from which a pasted paragraph counts as standing in an article."""
RANKED = 100
BRIEF_FROM = 0.6
"""Share of the best score from which an article may speak in the brief; others share a word by chance."""
COMPARED = 40
"""Articles of one story, the newest, that are compared and listed on its card."""
_FILTERS = 4
"""Filters of a question looked up by themselves when nothing was found."""
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


class SamplePolicy(StrEnum):
    """When the invented starter articles may be found."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class ArticleLookup(Protocol):
    """Finding an article by its address."""

    async def by_url(self, url: str) -> ArticleId | None:
        """Return the live article at an address; scheme, `www.`, fragment, tracking words don't count."""
        ...


class ArticleGone(UserError):
    """The article of an old button is no longer in the corpus."""


class NothingAsked(UserError):
    """A question of which nothing was left to look for."""


@dataclass(slots=True)
class Facts:
    """The corpus in figures, asked of the store again only after the index took in a change."""

    store: ArticleStore
    index: ArticleIndex
    _at: int = -1
    _facts: CorpusFacts | None = None

    async def now(self) -> CorpusFacts:
        """Return the figures as of the last change the index took in."""
        applied = await self.index.applied()
        if self._facts is None or applied != self._at:
            self._facts, self._at = await self.store.facts(), applied
        return self._facts


@dataclass(frozen=True, slots=True)
class QuestionPath:
    """Answers questions from the index, the store and the stories."""

    articles: ArticleStore
    lookup: ArticleLookup
    stories: StoryStore
    shelf: StoryShelf
    index: ArticleIndex
    facts: Facts
    clock: Callable[[], datetime]
    samples: SamplePolicy = SamplePolicy.AUTO
    stale_after: timedelta = timedelta(days=7)
    measures: Measures = field(default_factory=Measures)

    async def ask(self, question: Question, chosen: ChatSettings | None = None) -> Answer:
        """Return one page of the answer to a question, a pasted link or a pasted paragraph.

        Args:
            chosen: What the chat prefers and leaves out.

        Raises:
            QueryError: The question can't be parsed; says where.
            NothingAsked: Nothing of it was understood; says what and why.
        """
        started, outcome = perf_counter(), "failed"
        try:
            answer = await self._ask(question, chosen)
            outcome = "answered" if answer.entries else "nothing"
            return answer
        except UserError:
            outcome = "refused"
            raise
        finally:
            self.measures.question(outcome, perf_counter() - started)

    async def _ask(self, question: Question, chosen: ChatSettings | None) -> Answer:
        text = question.text.strip()
        if link := _LINK.search(text):
            return await self._about_link(question, link.group(0))
        if _is_paragraph(text):
            return await self._about_paragraph(question, text[:LONGEST_PASTE])
        query = parse(text[:LONGEST_QUESTION], now=question.now)
        if query.root is None and query.problems:
            raise NothingAsked(*query.problems)
        result = await self._search(query, question)
        wanted = await self._to_taste(result, taste_for(query, chosen))
        answer = await self._answer(question, query, wanted)
        if answer.nothing is None or wanted is result:
            return answer
        return replace(answer, nothing=replace(answer.nothing, left_out=result.total - wanted.total))

    async def _to_taste(self, result: SearchResult, taste: ChatSettings | None) -> SearchResult:
        """The hits that a chat wants, the account it likes best first of each story's."""
        if taste is None:
            return result
        ids = [hit.article_id for hit in result.hits]
        stories = await self.stories.story_ids(ids)
        hit_of = {hit.article_id: hit for hit in result.hits}
        kept = [hit_of[each] for each in to_taste(await self.articles.get(ids), stories, taste)]
        left_out = len(ids) - len(kept)
        return replace(result, hits=tuple(kept), total=result.total - left_out)

    async def card(self, article_id: ArticleId, question: str) -> Card:
        """Return an article's card, its summary chosen for the question, or for itself without one.

        Raises:
            ArticleGone: It is no longer in the corpus.
        """
        article = await self._article(article_id)
        query = self._focus(question)
        (passages,) = await self.index.passages([article_id], query) or (None,)
        focused = passages is not None and bool(passages.scores.any())
        summary = summarize(article, passages)
        story = (await self._stories([article_id])).get(article_id)
        return Card(article, story, summary, focused)

    async def context(self, article_id: ArticleId, question: str, number: int) -> Context:
        """Return sentence `number` (from 1) of the card's summary between its neighbours."""
        card = await self.card(article_id, question)
        if not card.summary:
            raise ArticleGone(wording("article-unquotable"))
        number = min(max(number, 1), len(card.summary))
        sentence = card.summary[number - 1]
        spans, i = card.article.sentences, sentence.index
        before = tuple(card.article.quote(span) for span in spans[max(i - 2, 0) : i])
        after = tuple(card.article.quote(span) for span in spans[i + 1 : i + 3])
        return Context(card.article, sentence, before, after, number, len(card.summary))

    async def similar(self, article_id: ArticleId) -> Listing:
        """Return the articles most like one, its own story left out."""
        article = await self._article(article_id)
        hits = await self.index.similar(article_id, limit=30)
        own = (await self._stories([article_id])).get(article_id)
        near = await self._findable([hit.article_id for hit in hits])
        others = [each for each in near if not own or each not in own.articles]
        entries = await self.entries((await self._one_a_story(others))[:ANSWER_ENTRIES])
        return Listing(article, entries)

    async def story(self, article_id: ArticleId, page: int = 1) -> StoryCard:
        """Return a page of the story of an article: who repeats whom, and what each outlet added."""
        article = await self._article(article_id)
        story = (await self._stories([article_id])).get(article_id)
        members = await self.articles.get(story.articles) if story else [article]
        compared = newest_first(members)[:COMPARED]
        pages = max(1, -(-len(compared) // STORY_ENTRIES))
        page = min(max(page, 1), pages)
        passages = await self.index.passages([each.id for each in compared], None)
        found = await asyncio.to_thread(
            accounts, compared, passages, first=(page - 1) * STORY_ENTRIES, most=STORY_ENTRIES
        )
        return StoryCard(
            article,
            story,
            {each.id: each.publisher for each in members if each.publisher},
            found,
            page=page,
            pages=pages,
            older=len(members) - len(compared),
        )

    async def _article(self, article_id: ArticleId) -> Article:
        found = await self.articles.get([article_id])
        if not found:
            raise ArticleGone(wording("article-gone"))
        return found[0]

    def _focus(self, question: str) -> Query | None:
        if not question or _LINK.search(question) or _is_paragraph(question):
            return None
        return parse(question[:LONGEST_QUESTION], now=self.clock())

    async def with_samples(self) -> bool:
        """Return whether the invented starter articles may be found now."""
        if self.samples is not SamplePolicy.AUTO:
            return self.samples is SamplePolicy.ALWAYS
        facts = await self.facts.now()
        return facts.samples == facts.articles

    async def _findable(self, ids: Sequence[ArticleId]) -> list[ArticleId]:
        """The articles that may be shown now, order kept: without the samples once these have left."""
        if await self.with_samples():
            return list(ids)
        return [article.id for article in await self.articles.get(ids) if not article.sample]

    async def _search(self, query: Query, question: Question) -> SearchResult:
        since = question.now - timedelta(hours=question.period_h) if question.period_h else None
        request = SearchRequest(
            query=query,
            now=question.now,
            order=question.order,
            since=since,
            samples=await self.with_samples(),
            limit=RANKED,
        )
        return await self.index.search(request)

    async def _answer(self, question: Question, query: Query, result: SearchResult) -> Answer:
        hits = _listed(question, result)
        ranked = await self._one_a_story([hit.article_id for hit in hits])
        pages = max(1, -(-len(ranked) // ANSWER_ENTRIES))
        page = min(max(question.page, 1), pages)
        score = {hit.article_id: hit.score for hit in result.hits}
        found = await self.entries(ranked[(page - 1) * ANSWER_ENTRIES : page * ANSWER_ENTRIES])
        entries = tuple(replace(entry, score=score[entry.article.id]) for entry in found)
        return Answer(
            question=question,
            understood=query.understood(),
            problems=query.problems,
            brief=await self._brief(entries, query) if page == 1 else (),
            entries=entries,
            page=page,
            pages=pages,
            total=len(hits) if len(hits) < len(result.hits) else result.total,
            repairs=result.repairs,
            nothing=None
            if entries
            else await self._widened(await self._why_nothing(result, query), query, question),
            notices=await self._notices(question, entries),
            newest_at=(await self.facts.now()).newest_at,
        )

    async def _widened(self, nothing: Nothing, query: Query, question: Question) -> Nothing:
        """With what the words alone find of a question that also names filters, dates, exclusions."""
        words = words_only(query.root)
        if words is None or words == query.root:
            return nothing
        wider = replace(query, root=words)
        found = (await self._search(wider, question)).total
        return replace(nothing, outside_filters=found, widened=wider.understood() if found else "")

    async def _why_nothing(self, result: SearchResult, query: Query) -> Nothing:
        """Why nothing was found, with the filters that no article of any time answers to."""
        found = await self._nothing(result)
        filters = dict.fromkeys(leaf for leaf, no in leaves(query.root) if isinstance(leaf, Field) and not no)
        ever = Question("", self.clock())
        vain = [
            render(each)
            for each in list(filters)[:_FILTERS]
            if not (await self._search(replace(query, root=each), ever)).total
        ]
        return replace(found, unknown=(*found.unknown, *vain))

    async def _nothing(self, result: SearchResult) -> Nothing:
        facts = await self.facts.now()
        return Nothing(
            unknown=result.unknown,
            suggestions=result.suggestions,
            outside_period=result.outside_period,
            articles=facts.articles if await self.with_samples() else facts.articles - facts.samples,
            newest_at=facts.newest_at,
        )

    async def _notices(self, question: Question, entries: Sequence[Entry]) -> tuple[Notice, ...]:
        notices = []
        newest = (await self.facts.now()).newest_at
        samples = any(entry.article.sample for entry in entries)
        if len(question.text.strip()) > LONGEST_QUESTION and not _is_paragraph(question.text):
            notices.append(Notice.CUT)
        if samples:
            notices.append(Notice.SAMPLES)
        elif entries and newest and question.now - newest > self.stale_after:
            notices.append(Notice.STALE)
        return tuple(notices)

    async def _about_link(self, question: Question, url: str) -> Answer:
        at = await self.lookup.by_url(url)
        found = await self._findable([at]) if at is not None else []
        if not found:
            return await self._pasted(question, [], Pasted.UNKNOWN_LINK)
        return await self._pasted(question, await self._with_company(found[0]), Pasted.FOUND)

    async def _about_paragraph(self, question: Question, text: str) -> Answer:
        alike = {hit.article_id: hit.score for hit in await self.index.nearest(text, limit=20)}
        near = await self._findable(list(alike))
        if not near:
            return await self._pasted(question, [], Pasted.NOTHING)
        if alike[near[0]] >= SAME_TEXT:
            return await self._pasted(question, await self._with_company(near[0]), Pasted.FOUND)
        return await self._pasted(question, near, Pasted.NEAREST)

    async def _with_company(self, found: ArticleId) -> list[ArticleId]:
        """The article itself, the rest of its story, then the nearest others."""
        story = (await self._stories([found])).get(found)
        hits: tuple[Hit, ...] = await self.index.similar(found, limit=20)
        company = (*(story.articles if story else ()), *(hit.article_id for hit in hits))
        return await self._findable(list(dict.fromkeys((found, *company))))

    async def _pasted(self, question: Question, ids: list[ArticleId], pasted: Pasted) -> Answer:
        pages = max(1, -(-len(ids) // ANSWER_ENTRIES))
        page = min(max(question.page, 1), pages)
        entries = await self.entries(ids[(page - 1) * ANSWER_ENTRIES : page * ANSWER_ENTRIES])
        empty = SearchResult(hits=(), total=len(ids), matched=0)
        return Answer(
            question=question,
            understood="",
            problems=(),
            brief=(),
            entries=entries,
            page=page,
            pages=pages,
            total=len(ids),
            pasted=pasted,
            nothing=None if entries else await self._nothing(empty),
            notices=await self._notices(question, entries),
            newest_at=(await self.facts.now()).newest_at,
        )

    async def _one_a_story(self, ranked: Sequence[ArticleId]) -> list[ArticleId]:
        """The first article of each story, order kept."""
        story_of = await self.stories.story_ids(ranked)
        seen: set[StoryId] = set()
        best = []
        for article_id in ranked:
            story = story_of.get(article_id)
            if story is None or story not in seen:
                best.append(article_id)
            if story is not None:
                seen.add(story)
        return best

    async def entries(self, ids: Sequence[ArticleId]) -> tuple[Entry, ...]:
        """Return the articles there are, in the order asked, each with the story it shares with others."""
        stories = await self._stories(ids)
        return tuple(Entry(each, stories.get(each.id)) for each in await self.articles.get(ids))

    async def _stories(self, ids: Iterable[ArticleId]) -> dict[ArticleId, Story]:
        """The story of each article that shares one with others."""
        story_of = await self.stories.story_ids(list(ids))
        members = await self.stories.members(list(set(story_of.values())))
        built = await self.shelf.stories({story: group for story, group in members.items() if len(group) > 1})
        return {article: built[story] for article, story in story_of.items() if story in built}

    async def _brief(self, entries: Sequence[Entry], query: Query) -> tuple[QuotedSentence, ...]:
        best = max((entry.score for entry in entries), default=0.0)
        entries = [entry for entry in entries if entry.score >= BRIEF_FROM * best]
        by_id: dict[ArticleId, Article] = {entry.article.id: entry.article for entry in entries}
        passages: list[Passages] = await self.index.passages(list(by_id), query)
        origin = {entry.article.id: entry.story.id if entry.story else entry.article.id for entry in entries}
        return brief([(by_id[p.article_id], p, str(origin[p.article_id])) for p in passages])


def _listed(question: Question, result: SearchResult) -> Sequence[Hit]:
    """The hits to show: by date only those with every word, if there are any, as one word hits too much."""
    if question.order is Order.NEWEST and result.matched:
        return [hit for hit in result.hits if hit.matches]
    return result.hits


def _is_paragraph(text: str) -> bool:
    return len(text.split()) >= PASTE_FROM_WORDS
