"""Answers questions: text -> query -> hits -> stories -> sentences -> answer.

text --phrasing.py--> Query --visible_corpus.py--> hits --preferences.py, grouping.py--> one entry per story
     --bot/summaries--> brief and summaries, every sentence verbatim and credited --> Answer
A pasted link or paragraph leads through pasted.py to its article instead.
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
    NoResults,
    Notice,
    Question,
    SentenceContext,
    SimilarArticles,
    StoryCard,
)
from bot.questions.no_results import NoResultsExplainer
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
"""Characters of a question that are read; the answer says when the rest was cut."""
BRIEF_FROM = 0.6
"""Share of the best score that an article needs to be quoted in the brief; below, matches are chance."""
COMPARED = 40
"""Newest articles of a story that are compared and listed on its card."""
_SIMILAR = 30
"""Similar articles that are considered."""


class ArticleNotFound(UserError):
    """The article of an old button is no longer in the corpus."""


class NothingAsked(UserError):
    """Nothing of a question was understood."""


@dataclass(frozen=True, slots=True)
class QuestionService:
    """Answers questions from the index, the store and the stories.

    Args:
        clock: Returns the current time, aware UTC.
        stale_after: Age of the newest article from which answers warn that the corpus is old.
    """

    articles: ArticleStore
    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper
    pastes: PasteLookup
    explainer: NoResultsExplainer
    clock: Callable[[], datetime]
    stale_after: timedelta = timedelta(days=7)
    metrics: Metrics = field(default_factory=Metrics)

    async def ask(self, question: Question, settings: ChatSettings | None = None) -> Answer:
        """Return one page of the answer to a question, a pasted link or a pasted paragraph.

        Args:
            settings: What the chat prefers and excludes.

        Raises:
            QueryError: The question can't be parsed; says where.
            NothingAsked: Nothing of it was understood; says why.
        """
        started, outcome = perf_counter(), "failed"
        try:
            answer = await self._ask(question, settings)
            outcome = "answered" if answer.entries else "nothing"
            return answer
        except UserError:
            outcome = "refused"
            raise
        finally:
            self.metrics.record_question(outcome, perf_counter() - started)

    async def card(self, article_id: ArticleId, question: str) -> Card:
        """Return an article's card; its summary answers the question, if there is one.

        Raises:
            ArticleNotFound: The article is no longer in the corpus.
        """
        article = await self._article(article_id)
        (passages,) = await self.index.passages([article_id], self._focus(question)) or (None,)
        focused = passages is not None and bool(passages.scores.any())
        story = await self.grouper.story_of(article_id)
        return Card(article, story, summarize(article, passages), focused)

    async def context(self, article_id: ArticleId, question: str, number: int) -> SentenceContext:
        """Return sentence `number` (from 1) of a card's summary between its neighbours."""
        card = await self.card(article_id, question)
        if not card.summary:
            raise ArticleNotFound(localizable("article-unquotable"))
        number = min(max(number, 1), len(card.summary))
        sentence = card.summary[number - 1]
        spans, i = card.article.sentences, sentence.index
        before = tuple(card.article.quote(span) for span in spans[max(i - 2, 0) : i])
        after = tuple(card.article.quote(span) for span in spans[i + 1 : i + 3])
        return SentenceContext(card.article, sentence, before, after, number, len(card.summary))

    async def similar(self, article_id: ArticleId) -> SimilarArticles:
        """Return the articles most similar to one, without those of its own story."""
        article = await self._article(article_id)
        hits = await self.index.similar(article_id, limit=_SIMILAR)
        story = await self.grouper.story_of(article_id)
        visible = await self.corpus.visible([hit.article_id for hit in hits])
        others = [other for other in visible if not story or other not in story.articles]
        shown = (await self.grouper.first_of_each_story(others))[:ANSWER_ENTRIES]
        return SimilarArticles(article, await self.grouper.entries(shown))

    async def story(self, article_id: ArticleId, page: int = 1) -> StoryCard:
        """Return a page of an article's story: which outlets repeat which, and what each article adds."""
        article = await self._article(article_id)
        story = await self.grouper.story_of(article_id)
        members = await self.articles.get(story.articles) if story else [article]
        compared = newest_first(members)[:COMPARED]
        shown = page_of(len(compared), page, size=STORY_ENTRIES)
        passages = await self.index.passages([member.id for member in compared], None)
        listed = await asyncio.to_thread(accounts, compared, passages, first=shown.first, most=shown.size)
        return StoryCard(
            article,
            story,
            {member.id: member.publisher for member in members if member.publisher},
            listed,
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
        """Return the size of the index, and how many committed changes it has yet to apply."""
        stats = self.index.stats()
        return stats, max(await self.articles.last_change() - stats.number, 0)

    async def _ask(self, question: Question, settings: ChatSettings | None) -> Answer:
        text = question.text.strip()
        if match := await self.pastes.find(text):
            return await self._answer_paste(question, match)
        query = parse_question(text[:LONGEST_QUESTION], now=question.now)
        if query.root is None and query.problems:
            raise NothingAsked(*query.problems)
        result = await self.corpus.search(query, question)
        preferred = await self._prefer(result, preferences_for(query, settings))
        answer = await self._answer(question, query, preferred)
        if answer.no_results is None or preferred is result:
            return answer
        left_out = result.total - preferred.total
        return replace(answer, no_results=replace(answer.no_results, left_out=left_out))

    async def _prefer(self, result: SearchResult, settings: ChatSettings | None) -> SearchResult:
        """Return a result without the hits that a chat excludes, preferred publishers first."""
        if settings is None:
            return result
        ids = [hit.article_id for hit in result.hits]
        stories = await self.grouper.stories.story_ids(ids)
        wanted = apply_preferences(await self.articles.get(ids), stories, settings)
        hits = {hit.article_id: hit for hit in result.hits}
        left_out = len(ids) - len(wanted)
        return replace(
            result, hits=tuple(hits[article_id] for article_id in wanted), total=result.total - left_out
        )

    async def _article(self, article_id: ArticleId) -> Article:
        articles = await self.articles.get([article_id])
        if not articles:
            raise ArticleNotFound(localizable("article-gone"))
        return articles[0]

    def _focus(self, question: str) -> Query | None:
        """Return the query that a card's summary answers."""
        if not question or is_pasted(question):
            return None
        return parse_question(question[:LONGEST_QUESTION], now=self.clock())

    async def _answer(self, question: Question, query: Query, result: SearchResult) -> Answer:
        hits = _listed(question, result)
        ranked = await self.grouper.first_of_each_story([hit.article_id for hit in hits])
        page = page_of(len(ranked), question.page, size=ANSWER_ENTRIES)
        entries = await self._scored_entries(ranked[page.slice], result)
        no_results: NoResults | None = None
        missed: tuple[tuple[str, int], ...] = ()
        if not entries:
            no_results = await self.explainer.explain(result, query, question)
            missed = await self.explainer.missed_languages(query, question, no_results)
        return Answer(
            question=question,
            understood=query.understood(),
            problems=query.problems,
            brief=await self._brief(entries, query) if page.number == 1 else (),
            entries=entries,
            page=page.number,
            pages=page.pages,
            total=len(hits) if len(hits) < len(result.hits) else result.total,
            corrections=result.corrections,
            no_results=no_results,
            notices=await self._notices(question, entries),
            newest_at=await self.corpus.newest_at(),
            other_languages=missed,
        )

    async def _scored_entries(
        self, ids: Sequence[ArticleId], result: SearchResult
    ) -> tuple[AnswerEntry, ...]:
        scores = {hit.article_id: hit.score for hit in result.hits}
        entries = await self.grouper.entries(ids)
        return tuple(replace(entry, score=scores[entry.article.id]) for entry in entries)

    async def _answer_paste(self, question: Question, match: PasteMatch) -> Answer:
        page = page_of(len(match.ids), question.page, size=ANSWER_ENTRIES)
        entries = await self.grouper.entries(match.ids[page.slice])
        empty = SearchResult(hits=(), total=len(match.ids), matched=0)
        return Answer(
            question=question,
            understood="",
            problems=(),
            brief=(),
            entries=entries,
            page=page.number,
            pages=page.pages,
            total=len(match.ids),
            pasted=match.outcome,
            no_results=None if entries else await self.explainer.summarize(empty),
            notices=await self._notices(question, entries),
            newest_at=await self.corpus.newest_at(),
        )

    async def _notices(self, question: Question, entries: Sequence[AnswerEntry]) -> tuple[Notice, ...]:
        notices = []
        newest_at = await self.corpus.newest_at()
        if len(question.text.strip()) > LONGEST_QUESTION and not is_paragraph(question.text):
            notices.append(Notice.CUT)
        if any(entry.article.sample for entry in entries):
            notices.append(Notice.SAMPLES)
        elif entries and newest_at and question.now - newest_at > self.stale_after:
            notices.append(Notice.STALE)
        return tuple(notices)

    async def _brief(self, entries: Sequence[AnswerEntry], query: Query) -> tuple[QuotedSentence, ...]:
        """Return the sentences that answer a question best, from the articles with the best scores."""
        best = max((entry.score for entry in entries), default=0.0)
        quotable = {entry.article.id: entry for entry in entries if entry.score >= BRIEF_FROM * best}
        passages = await self.index.passages(list(quotable), query)
        quoted = [(quotable[part.article_id], part) for part in passages]
        return summarize_articles([(entry.article, part, _origin(entry)) for entry, part in quoted])


def _origin(entry: AnswerEntry) -> str:
    """Return what articles with the same content share: their story, or nothing."""
    return str(entry.story.id if entry.story else entry.article.id)


def _listed(question: Question, result: SearchResult) -> Sequence[Hit]:
    """Return the hits to list; by date only those that match the whole query, if there are any.

    Ordered by date, a hit on a single word would come first as easily as a match.
    """
    if question.order is Order.NEWEST and result.matched:
        return [hit for hit in result.hits if hit.matches]
    return result.hits
