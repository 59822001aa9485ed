"""The question path, whole: text -> Query -> hits -> stories -> sentences -> Answer.

text --asking/phrasing.py--> Query --asking/stock.py--> hits --asking/entries.py--> one entry a story
     --summaries--> brief and summaries, every sentence verbatim and credited --> Answer
A pasted link or paragraph goes by asking/pasted.py to its article instead.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from time import perf_counter

from bot.chats.settings import ChatSettings
from bot.chats.view import ANSWER_ENTRIES, STORY_ENTRIES
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, CorpusFacts
from bot.errors import UserError, localizable
from bot.metrics import Metrics
from bot.questions.grouping import StoryGrouper
from bot.questions.model import (
    Answer,
    AnswerEntry,
    Card,
    Notice,
    Question,
    SentenceContext,
    SimilarArticles,
    StoryCard,
)
from bot.questions.no_results import NoResultsExplainer, OtherScripts
from bot.questions.pagination import page_of
from bot.questions.pasted import PasteLookup, PasteMatch, is_paragraph, is_pasted
from bot.questions.phrasing import parse_question
from bot.questions.preferences import apply_preferences, preferences_for
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import ArticleIndex, Hit, IndexStats, Order, SearchResult
from bot.search.query.query import Query
from bot.stories.origins import newest_first
from bot.stories.story import StoryId
from bot.summaries.accounts import accounts
from bot.summaries.sentence import QuotedSentence
from bot.summaries.summarize import summarize, summarize_articles

LONGEST_QUESTION = 1_000
"""Characters of a question that are read; the rest is cut, and the answer says so."""
BRIEF_FROM = 0.6
"""Share of the best score from which an article may speak in the brief; others share a word by chance."""
COMPARED = 40
"""Articles of one story, the newest, that are compared and listed on its card."""
_ALIKE = 30
"""Articles like another one that are looked at."""


class ArticleGone(UserError):
    """The article of an old button is no longer in the corpus."""


class NothingAsked(UserError):
    """A question of which nothing was left to look for."""


@dataclass(frozen=True, slots=True)
class QuestionService:
    """Answers questions from the index, the store and the stories."""

    articles: ArticleStore
    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper
    pastes: PasteLookup
    explainer: NoResultsExplainer
    clock: Callable[[], datetime]
    stale_after: timedelta = timedelta(days=7)
    metrics: Metrics = field(default_factory=Metrics)

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
            self.metrics.record_question(outcome, perf_counter() - started)

    async def _ask(self, question: Question, chosen: ChatSettings | None) -> Answer:
        text = question.text.strip()
        if trail := await self.pastes.follow(text):
            return await self._pasted(question, trail)
        query = parse_question(text[:LONGEST_QUESTION], now=question.now)
        if query.root is None and query.problems:
            raise NothingAsked(*query.problems)
        result = await self.corpus.search(query, question)
        wanted = await self._to_taste(result, preferences_for(query, chosen))
        answer = await self._answer(question, query, wanted)
        if answer.no_results is None or wanted is result:
            return answer
        return replace(answer, no_results=replace(answer.no_results, left_out=result.total - wanted.total))

    async def _to_taste(self, result: SearchResult, taste: ChatSettings | None) -> SearchResult:
        """The hits that a chat wants, the account it likes best first of each story's."""
        if taste is None:
            return result
        ids = [hit.article_id for hit in result.hits]
        stories = await self.grouper.stories.story_ids(ids)
        hit_of = {hit.article_id: hit for hit in result.hits}
        kept = [hit_of[each] for each in apply_preferences(await self.articles.get(ids), stories, taste)]
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
        story = await self.grouper.story_of(article_id)
        return Card(article, story, summary, focused)

    async def context(self, article_id: ArticleId, question: str, number: int) -> SentenceContext:
        """Return sentence `number` (from 1) of the card's summary between its neighbours."""
        card = await self.card(article_id, question)
        if not card.summary:
            raise ArticleGone(localizable("article-unquotable"))
        number = min(max(number, 1), len(card.summary))
        sentence = card.summary[number - 1]
        spans, i = card.article.sentences, sentence.index
        before = tuple(card.article.quote(span) for span in spans[max(i - 2, 0) : i])
        after = tuple(card.article.quote(span) for span in spans[i + 1 : i + 3])
        return SentenceContext(card.article, sentence, before, after, number, len(card.summary))

    async def similar(self, article_id: ArticleId) -> SimilarArticles:
        """Return the articles most like one, its own story left out."""
        article = await self._article(article_id)
        hits = await self.index.similar(article_id, limit=_ALIKE)
        own = await self.grouper.story_of(article_id)
        near = await self.corpus.visible([hit.article_id for hit in hits])
        others = [each for each in near if not own or each not in own.articles]
        entries = await self.grouper.entries(
            (await self.grouper.first_of_each_story(others))[:ANSWER_ENTRIES]
        )
        return SimilarArticles(article, entries)

    async def story(self, article_id: ArticleId, page: int = 1) -> StoryCard:
        """Return a page of the story of an article: who repeats whom, and what each outlet added."""
        article = await self._article(article_id)
        story = await self.grouper.story_of(article_id)
        members = await self.articles.get(story.articles) if story else [article]
        compared = newest_first(members)[:COMPARED]
        shown = page_of(len(compared), page, size=STORY_ENTRIES)
        passages = await self.index.passages([each.id for each in compared], None)
        found = await asyncio.to_thread(accounts, compared, passages, first=shown.first, most=shown.size)
        return StoryCard(
            article,
            story,
            {each.id: each.publisher for each in members if each.publisher},
            found,
            page=shown.number,
            pages=shown.pages,
            older=len(members) - len(compared),
        )

    async def entries(self, ids: Sequence[ArticleId]) -> tuple[AnswerEntry, ...]:
        """Return the articles that exist, in the given order, each with its story."""
        return await self.grouper.entries(ids)

    async def articles_of(self, story_id: StoryId) -> tuple[ArticleId, ...]:
        """Return the articles of a story, oldest first; empty if the story no longer exists."""
        return (await self.grouper.stories.members([story_id])).get(story_id, ())

    async def corpus_facts(self) -> CorpusFacts:
        """Return the figures of the whole corpus."""
        return await self.corpus.facts()

    async def index_status(self) -> tuple[IndexStats, int]:
        """Return the index in figures and how many committed changes it has yet to apply."""
        figures = self.index.stats()
        return figures, max(await self.articles.last_change() - figures.number, 0)

    async def _article(self, article_id: ArticleId) -> Article:
        found = await self.articles.get([article_id])
        if not found:
            raise ArticleGone(localizable("article-gone"))
        return found[0]

    def _focus(self, question: str) -> Query | None:
        if not question or is_pasted(question):
            return None
        return parse_question(question[:LONGEST_QUESTION], now=self.clock())

    async def _answer(self, question: Question, query: Query, result: SearchResult) -> Answer:
        hits = _listed(question, result)
        ranked = await self.grouper.first_of_each_story([hit.article_id for hit in hits])
        page = page_of(len(ranked), question.page, size=ANSWER_ENTRIES)
        score = {hit.article_id: hit.score for hit in result.hits}
        found = await self.grouper.entries(ranked[page.slice])
        total = len(hits) if len(hits) < len(result.hits) else result.total
        entries = tuple(replace(entry, score=score[entry.article.id]) for entry in found)
        nothing = None if entries else await self.explainer.why(result, query, question)
        scripts = OtherScripts(self.corpus)
        others = await scripts.missed_languages(query, question, nothing) if nothing else ()
        return Answer(
            question=question,
            understood=query.understood(),
            problems=query.problems,
            brief=await self._brief(entries, query) if page.number == 1 else (),
            entries=entries,
            page=page.number,
            pages=page.pages,
            total=total,
            corrections=result.corrections,
            no_results=nothing,
            notices=await self._notices(question, entries),
            newest_at=await self.corpus.newest_at(),
            other_languages=others,
        )

    async def _notices(self, question: Question, entries: Sequence[AnswerEntry]) -> tuple[Notice, ...]:
        notices = []
        newest = await self.corpus.newest_at()
        samples = any(entry.article.sample for entry in entries)
        if len(question.text.strip()) > LONGEST_QUESTION and not is_paragraph(question.text):
            notices.append(Notice.CUT)
        if samples:
            notices.append(Notice.SAMPLES)
        elif entries and newest and question.now - newest > self.stale_after:
            notices.append(Notice.STALE)
        return tuple(notices)

    async def _pasted(self, question: Question, trail: PasteMatch) -> Answer:
        page = page_of(len(trail.ids), question.page, size=ANSWER_ENTRIES)
        entries = await self.grouper.entries(trail.ids[page.slice])
        empty = SearchResult(hits=(), total=len(trail.ids), matched=0)
        return Answer(
            question=question,
            understood="",
            problems=(),
            brief=(),
            entries=entries,
            page=page.number,
            pages=page.pages,
            total=len(trail.ids),
            pasted=trail.pasted,
            no_results=None if entries else await self.explainer.plainly(empty),
            notices=await self._notices(question, entries),
            newest_at=await self.corpus.newest_at(),
        )

    async def _brief(self, entries: Sequence[AnswerEntry], query: Query) -> tuple[QuotedSentence, ...]:
        best = max((entry.score for entry in entries), default=0.0)
        entries = [entry for entry in entries if entry.score >= BRIEF_FROM * best]
        by_id = {entry.article.id: entry.article for entry in entries}
        passages = await self.index.passages(list(by_id), query)
        origin = {entry.article.id: entry.story.id if entry.story else entry.article.id for entry in entries}
        return summarize_articles([(by_id[p.article_id], p, str(origin[p.article_id])) for p in passages])


def _listed(question: Question, result: SearchResult) -> Sequence[Hit]:
    """The hits to show: by date only those with every word, if there are any, as one word hits too much."""
    if question.order is Order.NEWEST and result.matched:
        return [hit for hit in result.hits if hit.matches]
    return result.hits
