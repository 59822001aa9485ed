"""From a parsed question to its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chats.settings import ChatSettings
from bot.chats.view import ANSWER_ENTRIES
from bot.corpus.article import ArticleId
from bot.corpus.ports import ArticleStore
from bot.questions.filters import NO_FILTERS, Filters, useful_orders, useful_periods
from bot.questions.grouping import StoryGrouper, first_of_each
from bot.questions.intent import wanted_answer
from bot.questions.model import Answer, AnswerEntry, Notice, Question
from bot.questions.no_results import NoResultsExplainer
from bot.questions.outages import Outage, OutageWatch
from bot.questions.pagination import page_of, split_page
from bot.questions.pasted import PasteMatch
from bot.questions.preferences import apply_preferences, preferences_for
from bot.questions.preferred_time import at_any_time, nearest_first, preferred_period
from bot.questions.relevance import Relevance, RelevanceJudge
from bot.questions.speakers import speakers_in, spoken_summary
from bot.questions.traces import quote_carried
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import ArticleIndex, Hit, Order, SearchResult
from bot.search.query.ast import Period
from bot.search.query.query import Query
from bot.search.words import split_words
from bot.stories.story import StoryId
from bot.summaries.brief import choose_brief
from bot.summaries.candidates import Focus
from bot.summaries.credits import is_pronoun
from bot.summaries.group import summarize_articles
from bot.summaries.sentence import QuotedSentence
from bot.summaries.whose_words import any_by, any_quoted

LONGEST_QUESTION = 1_000
"""Characters of a question that are used; the answer says when there were more."""
_CONTINUED = 0.25
"""Least coverage for a follow-up: its own words may be in no article of the story."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a query finds.

    Args:
        found: Number of articles before the chat's settings excluded some.
        result: What the chat wants of it.
        stories: The stories of these hits.
    """

    query: Query
    found: int
    result: SearchResult
    relevance: Relevance
    stories: Mapping[ArticleId, StoryId]

    @property
    def fits(self) -> bool:
        """Whether any of it is about the question."""
        return bool(self.result.hits) and self.relevance.about


@dataclass(frozen=True, slots=True)
class Answerer:
    """Searches, judges what is about the question, and chooses what to show."""

    articles: ArticleStore
    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper
    explainer: NoResultsExplainer
    relevance: RelevanceJudge
    stale_after: timedelta = timedelta(days=7)
    outages: OutageWatch | None = None

    async def answer(
        self,
        question: Question,
        query: Query,
        settings: ChatSettings | None,
        *,
        latest: Query | None = None,
    ) -> Answer:
        """Return one page of the answer to a question that was understood as `query`.

        Args:
            settings: What the chat prefers and excludes.
            latest: The last message by itself, if `query` joins it to the previous question.
        """
        judged, near = await self._judged(question, query, settings, latest), None
        if not judged.fits and (period := preferred_period(query)):
            at_another = await self._judged(question, at_any_time(query), settings, latest)
            if at_another.fits or not judged.result.hits:
                judged, near = at_another, period
        answer = await self._with_outages(await self._page(question, judged, near))
        if answer.unknown or not judged.fits:
            answer = await self._with_absent_language(answer, judged)
        if answer.no_results is None:
            return _with_not_quoted(answer.quoting(await self._brief(answer, judged, latest)), judged)
        no_results = replace(answer.no_results, left_out=judged.found - judged.result.total)
        if answer.absent_language:  # words of another language only look alike
            no_results = replace(no_results, suggestions=())
        others = answer.other_languages or await self.explainer.missed_languages(
            judged.query, question, no_results
        )
        return replace(answer, no_results=no_results, other_languages=others)

    async def _judged(
        self, question: Question, query: Query, settings: ChatSettings | None, latest: Query | None
    ) -> "_Judged":
        """Return what a query finds that the chat wants, and which of it is about the question."""
        found = await self.corpus.search(query, question)
        result = await self._preferred(found, preferences_for(query, settings))
        stories = await self.grouper.stories.story_ids([hit.article_id for hit in result.hits])
        relevance = Relevance.of_all(result)
        if question.order is Order.RELEVANCE and query.words and result.hits:
            least_share = None if latest is None else _CONTINUED
            relevance = await self.relevance.judge(result, query, stories, least_share=least_share)
        return _Judged(query, found.total, result, relevance, stories)

    async def answer_paste(self, question: Question, match: PasteMatch) -> Answer:
        """Return one page of the articles that a pasted link or paragraph leads to."""
        page = page_of(len(match.ids), question.page, size=question.size)
        listed = await self.grouper.entries(match.ids[page.slice])
        entries = tuple(
            replace(entry, sentences=quote_carried(entry.article, match.sentences.get(entry.article.id, ())))
            for entry in listed
        )
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
            withdrawal=match.withdrawal,
            no_results=None if entries else await self.explainer.summarize(empty),
            notices=await self._notices(question.now, entries),
            newest_at=await self.corpus.newest_at(),
        )

    async def _preferred(self, result: SearchResult, settings: ChatSettings | None) -> SearchResult:
        """Return the hits that a chat wants, its preferred version of each story first."""
        if settings is None:
            return result
        ids = [hit.article_id for hit in result.hits]
        stories = await self.grouper.stories.story_ids(ids)
        hits = {hit.article_id: hit for hit in result.hits}
        wanted = apply_preferences(await self.articles.get(ids), stories, settings)
        hidden = len(ids) - len(wanted)
        return replace(
            result, hits=tuple(hits[article_id] for article_id in wanted), total=result.total - hidden
        )

    async def _page(self, question: Question, judged: "_Judged", near: Period | None) -> Answer:
        """Return a page of the answer without its brief."""
        query, result, relevance = judged.query, judged.result, judged.relevance
        hits = _listed(question, result)
        ids = [hit.article_id for hit in hits]
        close_first = sorted(ids, key=lambda article_id: article_id not in relevance.close)
        ranked = first_of_each(close_first, judged.stories)
        close = [article_id for article_id in ranked if article_id in relevance.close]
        rest = ranked[len(close) :]
        if near:
            close = nearest_first(close, await self.articles.get(close), near)
        page, shown = split_page(len(close), len(rest), question.page, size=question.size)
        entries = await self._entries((close + rest)[shown], judged)
        return Answer(
            question=question,
            understood=query.understood(),
            problems=query.problems,
            brief=(),
            entries=entries,
            page=page.number,
            pages=page.pages,
            total=len(hits) if len(hits) < len(result.hits) else result.total,
            corrections=result.corrections,
            no_results=None if entries else await self.explainer.explain(result, query, question),
            notices=(*_cut(question), *await self._notices(question.now, entries)),
            newest_at=await self.corpus.newest_at(),
            unknown=_unknown(result, relevance) if entries else (),
            about=relevance.about,
            has_words=bool(query.words),
            coverage=relevance.coverage,
            other_time=near is not None and bool(entries),
            less_close=tuple(rest) if 0 < shown.stop <= len(close) else (),
            below_cut=relevance.about and shown.start >= len(close) > 0,
            filters=_filters(question, result, len(ranked)),
            spellings=tuple(
                dict.fromkeys(other for spelled in result.spellings.values() for other in spelled)
            ),
        )

    async def _entries(self, ids: Sequence[ArticleId], judged: "_Judged") -> tuple[AnswerEntry, ...]:
        scores = {hit.article_id: hit.score for hit in judged.result.hits}
        known = judged.relevance.articles
        entries = await self.grouper.entries(ids, articles=known, story_ids=judged.stories)
        return tuple(replace(entry, score=scores[entry.article.id]) for entry in entries)

    async def _brief(
        self, answer: Answer, judged: "_Judged", latest: Query | None
    ) -> tuple[QuotedSentence, ...]:
        """Return sentences that answer; none if a word is unknown or no article is about the question."""
        query, relevance = judged.query, judged.relevance
        if answer.page > 1 or answer.unknown or not relevance.about:
            return ()
        said = speakers_in(query)
        if relevance.sources:
            shown = {entry.article.id for entry in answer.entries[:ANSWER_ENTRIES]}
            sources = [source for source in relevance.sources if source.article.id in shown]
            code = query.language or relevance.sources[0].article.language
            wanted = wanted_answer(answer.question.text, code)
            stressed = frozenset(latest.words if latest else ())
            return choose_brief(sources, Focus(query.text, wanted, relevance.names, stressed, said))
        shown_first = answer.entries[:ANSWER_ENTRIES]
        if said:
            return tuple(s for e in shown_first for s in spoken_summary(e.article, query, most=1))
        articles = {entry.article.id: entry.article for entry in shown_first}
        stories = {e.article.id: e.story.id if e.story else e.article.id for e in shown_first}
        passages = await self.index.passages(list(articles), query)
        return summarize_articles([(articles[p.article_id], p, str(stories[p.article_id])) for p in passages])

    async def _with_absent_language(self, answer: Answer, judged: "_Judged") -> Answer:
        """Return an answer that says so if no article is in the question's language."""
        absent, others = await self.explainer.absent_language(judged.result, judged.query, answer.question)
        return replace(answer, absent_language=absent, other_languages=others) if absent else answer

    async def _with_outages(self, answer: Answer) -> Answer:
        """Return an answer that names the feeds of its articles that have been unreachable for long."""
        known: Sequence[Outage] = await self.outages.outages() if self.outages else ()
        articles = [entry.article for entry in answer.entries if not entry.article.sample]
        outages = tuple(outage for outage in known if any(map(outage.concerns, articles)))
        return replace(answer, outages=outages) if outages else answer

    async def _notices(self, now: datetime, entries: Sequence[AnswerEntry]) -> tuple[Notice, ...]:
        newest = await self.corpus.newest_at()
        if any(entry.article.sample for entry in entries):
            return (Notice.SAMPLES,)
        return (Notice.STALE,) if entries and newest and now - newest > self.stale_after else ()


def _cut(question: Question) -> tuple[Notice, ...]:
    """Return the notice that only the beginning of a question was used, if so."""
    return (Notice.CUT,) if len(question.text.strip()) > LONGEST_QUESTION else ()


def _with_not_quoted(answer: Answer, judged: _Judged) -> Answer:
    """Return an answer that says so if it is about somebody's words and none of them are quoted."""
    relevance = judged.relevance
    if not relevance.sources or answer.page > 1 or answer.unknown or not relevance.about:
        return answer
    code = judged.query.language or relevance.sources[0].article.language
    wanted = wanted_answer(answer.question.text, code)
    if not wanted.speaker or is_pronoun(wanted.speaker, code):
        return answer
    articles = {source.article.id: source.article for source in relevance.sources}
    if not any_quoted(list(articles.values()), wanted.speaker):
        speaker = frozenset(split_words(wanted.speaker))
        topic = " ".join(word for word in judged.query.words if word not in speaker)
        return replace(answer, not_quoted=wanted.speaker, not_quoted_on=topic)
    if answer.brief and not any_by(wanted.speaker, answer.brief, articles):
        return replace(answer, not_credited=wanted.speaker)
    return answer


def _unknown(result: SearchResult, relevance: Relevance) -> tuple[str, ...]:
    """Return the words of which no article has the word itself, a correction or a synonym."""
    known = {correction.word for correction in result.corrections} | relevance.known
    return tuple(word for word in result.unknown if word not in known)


def _filters(question: Question, result: SearchResult, stories: int) -> Filters:
    """Return the choices that would change an answer; a list of the latest articles has none."""
    if not question.text:
        return NO_FILTERS
    today = question.now.date()
    periods_h = useful_periods(
        result.facets.days, result.total, question.period_h, result.outside_period, today=today
    )
    return Filters(useful_orders(stories), periods_h)


def _listed(question: Question, result: SearchResult) -> Sequence[Hit]:
    """Return the hits to show: by date only full matches, if there are any, as one word hits too much."""
    if question.order is Order.NEWEST and result.matched:
        return [hit for hit in result.hits if hit.matches]
    return result.hits
