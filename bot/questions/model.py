"""What a person gets back: answers, article cards and sentences in context."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.corpus.article import Article, ArticleId
from bot.errors import Localizable
from bot.search.ports import Correction, Order
from bot.stories.story import Story
from bot.summaries.accounts import Account
from bot.summaries.sentence import QuotedSentence


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks, and how they want to see it.

    Args:
        text: As typed; "" asks for the latest articles.
        now: The present moment, aware UTC.
        period_h: Hours back to look, None for all.
        page: From 1; a page past the last one shows the last.
    """

    text: str
    now: datetime
    order: Order = Order.RELEVANCE
    period_h: int | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """One line of a list: the best article of a story, and the story when it has more than one.

    Args:
        score: The hit's score, comparable within one answer only; 0 where nothing was ranked.
    """

    article: Article
    story: Story | None = None
    score: float = 0.0


class PasteOutcome(StrEnum):
    """What was found for a pasted link or paragraph."""

    FOUND = "found"
    NEAREST = "nearest"
    UNKNOWN_LINK = "unknown-link"
    NOTHING = "nothing"


class Notice(StrEnum):
    """Something the reader must know about an answer."""

    SAMPLES = "samples"
    STALE = "stale"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class NoResults:
    """Why nothing was found.

    Args:
        unknown: Words of the question in no article, and filters that no article answers to.
        suggestions: Nearest known words, best first.
        outside_period: Articles that only the chosen period kept out.
        outside_filters: Articles with the words that filters, dates or exclusions in the question kept out.
        left_out: Articles that the chat's settings keep out.
        widened: The question without what narrows it, in the query language, when that has articles.
        articles: Size of the corpus searched.
    """

    unknown: tuple[str, ...]
    suggestions: tuple[str, ...]
    outside_period: int
    articles: int
    newest_at: datetime | None
    outside_filters: int = 0
    left_out: int = 0
    widened: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of an answer.

    Args:
        understood: The question in the query language, as it was read.
        problems: What of it was not understood.
        brief: 0 to 3 sentences of the entries' articles; only on page 1.
        entries: 0 to 5.
        page: From 1.
        pages: At least 1.
        total: Articles found.
        no_results: Why there is nothing; None when there are entries.
        other_languages: Languages in other letters than the question's, with their articles, when its
            words are in no article.
    """

    question: Question
    understood: str
    problems: tuple[Localizable, ...]
    brief: tuple[QuotedSentence, ...]
    entries: tuple[AnswerEntry, ...]
    page: int
    pages: int
    total: int
    corrections: tuple[Correction, ...] = ()
    no_results: NoResults | None = None
    pasted: PasteOutcome | None = None
    notices: tuple[Notice, ...] = ()
    newest_at: datetime | None = None
    other_languages: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One article: who says what in it.

    Args:
        summary: Its sentences, in article order.
        focused: Whether they were chosen for a question.
    """

    article: Article
    story: Story | None
    summary: tuple[QuotedSentence, ...]
    focused: bool


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """A sentence with its neighbours.

    Args:
        before: Up to two sentences before it, verbatim.
        after: Up to two sentences after it, verbatim.
        number: Which sentence of the summary this is, from 1.
        of: How many sentences the summary has.
    """

    article: Article
    sentence: QuotedSentence
    before: tuple[str, ...]
    after: tuple[str, ...]
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class SimilarArticles:
    """Articles that are like one article."""

    article: Article
    entries: tuple[AnswerEntry, ...]


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One page of a story's course: what each outlet added.

    Args:
        article: The one it was opened from.
        story: None when no other article tells of it (any more).
        publishers: Of the story's articles, as far as they are known.
        accounts: Newest first.
        page: From 1.
        pages: At least 1.
        older: Articles of the story that are too old to be compared and listed.
    """

    article: Article
    story: Story | None
    publishers: Mapping[ArticleId, str]
    accounts: tuple[Account, ...]
    page: int
    pages: int
    older: int = 0
