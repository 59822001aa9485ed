"""The question path: text -> query -> hits -> relevance -> stories -> verbatim sentences -> answer.

text --phrasing.py--> Query --answerer.py--> hits --relevance.py--> what is about the question
     --grouping.py--> one entry per story --bot/summaries/brief.py--> sentences that answer --> Answer
A pasted link or paragraph leads through pasted.py to its article instead. What opens from an answer (cards,
context, similar articles, stories) is here.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.chats.settings import ChatSettings
from bot.chats.view import LISTED_ENTRIES, STORY_ENTRIES
from bot.corpus.analysis.language import UNKNOWN, identify_language
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, CorpusFacts
from bot.corrections.log import CorrectionLog
from bot.errors import UserError, localizable
from bot.questions.answerer import LONGEST_QUESTION, Answerer
from bot.questions.follow_up import Lean, lean_of
from bot.questions.grouping import StoryGrouper
from bot.questions.intent import wanted_answer
from bot.questions.missing import ArticleNotFound, ArticleWithdrawn
from bot.questions.model import (
    Answer,
    AnswerEntry,
    Card,
    Question,
    SentenceContext,
    SimilarArticles,
    SisterStories,
    StoryCard,
)
from bot.questions.names import names_in
from bot.questions.pagination import page_of
from bot.questions.pasted import PasteLookup, is_pasted
from bot.questions.phrasing import parse_question
from bot.questions.sister_finder import SisterFinder
from bot.questions.speakers import spoken_summary
from bot.questions.synonyms import synonyms_of
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import NO_SYNONYMS, ArticleIndex, IndexStats
from bot.search.query.query import Query
from bot.stories.origins import newest_first
from bot.stories.story import Story, StoryId
from bot.summaries.accounts import accounts
from bot.summaries.brief import choose_brief
from bot.summaries.candidates import Focus, Source
from bot.summaries.difference import Difference
from bot.summaries.differences import MIN_ORIGINS, differences
from bot.summaries.statements import speakers
from bot.summaries.summarize import summarize

CONTINUES_FROM = 0.8
"""Coverage from which a short question counts as a follow-up."""
COMPARED = 40
"""Newest articles of a story that are compared and listed on its card."""
CARD_SENTENCES = 5
"""Sentences that a card quotes in answer to a question."""
_SURE_LANGUAGE = 0.8
"""Probability from which a question's language is known: a few names look like many languages."""
_SIMILAR = 30
"""Similar articles that are considered."""


class NothingAsked(UserError):
    """Nothing of a question was understood."""


def ignore_outcome(outcome: str, seconds: float) -> None:
    """Record nothing."""


@dataclass(frozen=True, slots=True)
class QuestionService:
    """Answers questions from the index, the store and the stories.

    Args:
        clock: Returns the current time, aware UTC.
        on_answered: Receives the outcome of each question (answered, nothing, refused or failed) and how long
            it took, in seconds.
    """

    articles: ArticleStore
    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper
    pastes: PasteLookup
    answerer: Answerer
    corrections: CorrectionLog
    sister_finder: SisterFinder
    clock: Callable[[], datetime]
    on_answered: Callable[[str, float], None] = ignore_outcome

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
            self.on_answered(outcome, perf_counter() - started)

    async def card(self, article_id: ArticleId, question: str) -> Card:
        """Return an article's card; its summary answers the question, if there is one.

        Raises:
            ArticleNotFound: The article is no longer in the corpus; `ArticleWithdrawn` if it was withdrawn.
        """
        card = await self._card(article_id, question)
        return card if card.story else replace(card, sisters=await self.sister_finder.sisters([card.article]))

    async def _card(self, article_id: ArticleId, question: str) -> Card:
        """Return an article's card without other languages."""
        article = await self._article(article_id)
        corrected = await self.corrections.latest(article_id)
        query = self._focus(question)
        synonyms = synonyms_of(query.words, [query.language or article.language]) if query else NO_SYNONYMS
        (passages,) = await self.index.passages([article_id], query, synonyms=synonyms) or (None,)
        story = await self.grouper.story_of(article_id)
        if query and (spoken := spoken_summary(article, query, most=CARD_SENTENCES)):
            return _with_speaker(Card(article, story, spoken, focused=True, correction=corrected))
        if query is None or passages is None or not (passages.in_sentence.any() or passages.in_title.any()):
            summary = summarize(article, passages)
            return _with_speaker(Card(article, story, summary, focused=False, correction=corrected))
        wanted = wanted_answer(question, query.language or article.language)
        focus = Focus(query.text, wanted, names_in(query.words, [article]))
        chosen = choose_brief([Source(article, passages, article_id)], focus, most=CARD_SENTENCES)
        summary = tuple(sorted(chosen, key=lambda sentence: sentence.index))
        return _with_speaker(Card(article, story, summary, focused=True, correction=corrected))

    async def context(self, article_id: ArticleId, question: str, number: int) -> SentenceContext:
        """Return sentence `number` (from 1) of a card's summary between its neighbours."""
        card = await self._card(article_id, question)
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
        others = [found_id for found_id in visible if not story or found_id not in story.articles]
        shown = (await self.grouper.first_of_each_story(others))[:LISTED_ENTRIES]
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
            differences=await self.differences(story) if story and shown.number == 1 else (),
            sisters=await self.sister_finder.sisters(members),
        )

    async def differences(self, story: Story) -> tuple[Difference, ...]:
        """Return where the outlets of a story differ, most contested first."""
        if story.independent_origins < MIN_ORIGINS:
            return ()
        members = await self.articles.get(story.articles)
        return await asyncio.to_thread(differences, members, story.origins)

    async def sisters(self, article_id: ArticleId) -> SisterStories:
        """Return the stories of other languages about an article's event."""
        article = await self._article(article_id)
        story = await self.grouper.story_of(article_id)
        members = await self.articles.get(story.articles) if story else [article]
        return SisterStories(article, await self.sister_finder.sisters(members))

    async def entries(self, ids: Sequence[ArticleId]) -> tuple[AnswerEntry, ...]:
        """Return the articles that exist, in the given order, each with its story."""
        return await self.grouper.entries(ids)

    async def articles_of(self, story_id: StoryId) -> tuple[ArticleId, ...]:
        """Return the articles of a story, oldest first; empty if the story no longer exists."""
        return (await self.grouper.stories.members([story_id])).get(story_id, ())

    async def language_of(self, question: str) -> str | None:
        """Return the ISO 639-1 code of the language a question is written in, None if that is uncertain."""
        code = await asyncio.to_thread(identify_language, question, least=_SURE_LANGUAGE)
        return code if code != UNKNOWN else None

    async def corpus_facts(self) -> CorpusFacts:
        """Return the figures of the whole corpus."""
        return await self.corpus.facts()

    async def publishers(self) -> tuple[str, ...]:
        """Return the publishers of the corpus, those with most articles first."""
        return tuple(name for name, _ in (await self.corpus_facts()).publishers)

    async def index_status(self) -> tuple[IndexStats, int]:
        """Return the size of the index, and how many committed changes it has yet to apply."""
        stats = await self.index.stats()
        return stats, max(await self.articles.last_change() - stats.number, 0)

    async def _ask(self, question: Question, settings: ChatSettings | None) -> Answer:
        text = question.text.strip()
        match = (
            await self.pastes.trace(text, now=question.now)
            if question.trace
            else await self.pastes.find(text)
        )
        if match:
            return await self.answerer.answer_paste(question, match)
        zone = settings.tz if settings else UTC
        query = parse_question(text[:LONGEST_QUESTION], now=question.now, zone=zone)
        if question.previous and (continued := await self._continued(question, query, settings)):
            return continued
        if query.root is None and query.problems:
            raise NothingAsked(*query.problems)
        return await self.answerer.answer(question, query, settings)

    async def _continued(
        self, question: Question, query: Query, settings: ChatSettings | None
    ) -> Answer | None:
        """Return the answer to a question that continues the previous one; None if it is a new one."""
        lean = lean_of(question.text, query)
        if lean is Lean.NONE:
            return None
        # Not a blank alone: “Who” within a sentence would be a name, the World Health Organization.
        text = f"{question.previous} · {question.text}"[:LONGEST_QUESTION]
        joined = parse_question(text, now=question.now, zone=ZoneInfo(query.zone))
        if joined.root is None:
            return None
        answer = await self.answerer.answer(question, joined, settings, latest=query)
        if lean is Lean.MAYBE and answer.coverage < CONTINUES_FROM:
            return None
        return replace(answer, follows=question.previous)

    async def _article(self, article_id: ArticleId) -> Article:
        articles = await self.articles.get([article_id])
        if not articles:
            withdrawal = await self.corrections.latest(article_id)
            raise ArticleWithdrawn(withdrawal) if withdrawal else ArticleNotFound(localizable("article-gone"))
        return articles[0]

    def _focus(self, question: str) -> Query | None:
        """Return the query that a card's summary answers."""
        if not question or is_pasted(question):
            return None
        return parse_question(question[:LONGEST_QUESTION], now=self.clock())


def _with_speaker(card: Card) -> Card:
    """Return a card with the first person that its summary quotes, or else the article."""
    known = [(number, speaker) for number, speaker in enumerate(speakers(card.article)) if speaker.personal]
    shown = {sentence.index for sentence in card.summary}
    quoted = [(number, speaker) for number, speaker in known if shown.intersection(speaker.sentences)]
    for number, speaker in (quoted or known)[:1]:
        return replace(card, speaker=speaker.name, speaker_number=number)
    return card
