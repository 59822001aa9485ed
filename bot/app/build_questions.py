"""From open stores and an index to the service that answers questions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.app.settings import Settings
from bot.corpus.ports import ArticleStore
from bot.corrections.log import CorrectionLog
from bot.corrections.ports import VersionStore
from bot.feeds.outages import FeedOutages
from bot.feeds.ports import FeedStore
from bot.questions.answerer import Answerer
from bot.questions.grouping import StoryGrouper
from bot.questions.no_results import NoResultsExplainer
from bot.questions.pasted import ArticleLookup, PasteLookup
from bot.questions.relevance import RelevanceJudge
from bot.questions.service import QuestionService, ignore_outcome
from bot.questions.sister_finder import SisterFinder
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import ArticleIndex
from bot.stories.cache import StoryCache
from bot.stories.ports import StoryStore


class SearchedStore(ArticleStore, ArticleLookup, Protocol):
    """Finds articles by id and by URL."""


@dataclass(frozen=True, slots=True)
class QuestionStores:
    """The stores that questions are answered from."""

    articles: SearchedStore
    stories: StoryStore
    versions: VersionStore
    feeds: FeedStore


def build_questions(
    settings: Settings,
    stores: QuestionStores,
    index: ArticleIndex,
    clock: Callable[[], datetime],
    *,
    on_answered: Callable[[str, float], None] = ignore_outcome,
) -> QuestionService:
    """Return the service that answers questions; arguments as for `QuestionService`."""
    articles = stores.articles
    corpus = VisibleCorpus(articles, index, settings.samples)
    grouper = StoryGrouper(articles, stores.stories, StoryCache(articles))
    corrections = CorrectionLog(stores.versions)
    answerer = Answerer(
        articles=articles,
        index=index,
        corpus=corpus,
        grouper=grouper,
        explainer=NoResultsExplainer(corpus),
        relevance=RelevanceJudge(index, articles),
        stale_after=timedelta(days=settings.stale_after_days),
        outages=FeedOutages(stores.feeds, clock) if settings.feeds else None,
    )
    return QuestionService(
        articles=articles,
        index=index,
        corpus=corpus,
        grouper=grouper,
        pastes=PasteLookup(articles, index, corpus, grouper, corrections),
        answerer=answerer,
        corrections=corrections,
        sister_finder=SisterFinder(articles, index, stores.stories, corpus),
        clock=clock,
        on_answered=on_answered,
    )
