"""Questions, and what answers them: pages of articles, cards, sentences in context, stories."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.chats.view import ANSWER_ENTRIES
from bot.corpus.article import Article, ArticleId
from bot.corrections.correction import Correction as ArticleCorrection
from bot.errors import Localizable
from bot.questions.filters import NO_FILTERS, Filters
from bot.questions.outages import Outage
from bot.search.ports import Correction, Order
from bot.stories.story import Story
from bot.summaries.accounts import Account
from bot.summaries.difference import Difference
from bot.summaries.sentence import QuotedSentence


@dataclass(frozen=True, slots=True)
class Question:
    """A question and how its answer is shown.

    Args:
        text: As typed; "" asks for the latest articles.
        now: The current time, aware UTC.
        period_h: Hours back to search, None for all.
        page: From 1; beyond the last page, the last page is shown.
        previous: The question before it in the conversation, which it may continue; "" for none.
        size: Stories on one page.
        trace: Whether it is a message to trace: which articles carry its words?
    """

    text: str
    now: datetime
    order: Order = Order.RELEVANCE
    period_h: int | None = None
    page: int = 1
    previous: str = ""
    size: int = ANSWER_ENTRIES
    trace: bool = False


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """An article in a list, with its story if the story has more than one article.

    Args:
        score: The hit's score, comparable within one answer only; 0 if nothing was ranked.
        sentences: The sentences of the brief, or those that match a traced text, that come from this story.
    """

    article: Article
    story: Story | None = None
    score: float = 0.0
    sentences: tuple[QuotedSentence, ...] = ()

    def holds(self, article_id: ArticleId) -> bool:
        """Return whether an article is this one or of its story."""
        return article_id == self.article.id or (self.story is not None and article_id in self.story.articles)


class PasteOutcome(StrEnum):
    """What was found for a pasted link or paragraph, or for a message to trace."""

    FOUND = "found"
    NEAREST = "nearest"
    UNKNOWN_LINK = "unknown-link"
    WITHDRAWN = "withdrawn"
    NOTHING = "nothing"
    CARRIED = "carried"
    CARRIED_IN_PART = "carried-in-part"
    NOT_CARRIED = "not-carried"


class Notice(StrEnum):
    """Something the user must know about an answer."""

    SAMPLES = "samples"
    STALE = "stale"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class NoResults:
    """Why an answer is empty.

    Args:
        unknown: Words of the question that are in no article, and filters that no article passes.
        unquoted: Speakers whose words the question asks for, and whom no article quotes.
        suggestions: Nearest known words, best first; of such speakers, those with similar names.
        outside_period: Articles excluded by the chosen period alone.
        outside_filters: Articles with the words, excluded by the question's filters, dates and exclusions.
        left_out: Articles excluded by the chat's settings.
        widened: The question without filters in the query language, if that finds articles.
        articles: Size of the searched corpus.
    """

    unknown: tuple[str, ...]
    suggestions: tuple[str, ...]
    outside_period: int
    articles: int
    newest_at: datetime | None
    outside_filters: int = 0
    left_out: int = 0
    widened: str = ""
    unquoted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of an answer.

    Args:
        understood: The question in the query language, as it was understood.
        problems: What was not understood.
        brief: 0 to 3 sentences from the entries' articles; only on page 1.
        follows: The previous question, if this one was answered as a follow-up to it.
        unknown: Words that no article contains, while others were found.
        about: Whether any article is about all of the question; otherwise the entries are the closest ones.
        has_words: Whether the question has search words; without any, nothing is judged.
        coverage: Share of the question's words, by weight, that come together in the best article, 0 to 1.
        other_time: Whether no article is from the time that the question names; these are the nearest to it.
        outages: Feeds of the entries that have been unreachable for long, longest first.
        less_close: Articles on later pages that share words with the question but aren't about it.
        below_cut: Whether this page is one of theirs.
        entries: At most as many as the question's page size.
        page: From 1.
        pages: At least 1.
        total: Number of articles found.
        no_results: Why there are no entries; None if there are.
        withdrawal: Of the article at a pasted link; the entries are the rest of its story.
        filters: Orders and periods that would change the answer.
        spellings: Other spellings of the question's names that were searched for, too.
        not_quoted: Whose words the question asks for, if nobody so called is quoted; else "".
        not_quoted_on: The question's other words then.
        not_credited: Whose words the question asks for, if they are quoted, but not in the brief; else "".
        other_languages: Languages in other scripts than the question's, with their numbers of articles, if
            no article has a word of the question; all languages of articles if `absent_language` is set.
        absent_language: Language of a question that has no answer, if no article is in it.
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
    withdrawal: ArticleCorrection | None = None
    notices: tuple[Notice, ...] = ()
    newest_at: datetime | None = None
    other_languages: tuple[tuple[str, int], ...] = ()
    absent_language: str = ""
    follows: str = ""
    unknown: tuple[str, ...] = ()
    about: bool = True
    has_words: bool = True
    coverage: float = 1.0
    other_time: bool = False
    less_close: tuple[ArticleId, ...] = ()
    below_cut: bool = False
    filters: Filters = NO_FILTERS
    outages: tuple[Outage, ...] = ()
    spellings: tuple[str, ...] = ()
    not_quoted: str = ""
    not_quoted_on: str = ""
    not_credited: str = ""

    @property
    def covers_question(self) -> bool:
        """Whether its best article is about all of the question, or is the pasted one or of its story."""
        answers = self.pasted in (None, PasteOutcome.FOUND, PasteOutcome.WITHDRAWN)
        return bool(self.entries) and answers and self.has_words and self.about and not self.unknown

    def number_of(self, sentence: QuotedSentence) -> int:
        """Return the number, from 1, of the entry that a sentence of the brief is quoted from."""
        return [entry.holds(sentence.article_id) for entry in self.entries].index(True) + 1

    def quoting(self, brief: Sequence[QuotedSentence]) -> "Answer":
        """Return this answer with a brief, each of its sentences also at the entry of its story."""
        entries = tuple(
            replace(entry, sentences=tuple(s for s in brief if entry.holds(s.article_id)))
            for entry in self.entries
        )
        return replace(self, brief=tuple(brief), entries=entries)


@dataclass(frozen=True, slots=True)
class Sister:
    """A story of another language about the same event.

    Args:
        language: ISO 639-1.
        article: The first article that reports it.
        articles: Number of articles.
    """

    language: str
    article: Article
    articles: int


@dataclass(frozen=True, slots=True)
class Card:
    """One article with a summary.

    Args:
        summary: Sentences in the article's order, each with its credit.
        focused: Whether the sentences were chosen for a question.
        speaker: The first person that the summary quotes, or else the article; None for nobody.
        speaker_number: Their place among the article's speakers, from 0.
        correction: The latest correction of the article; None without any.
        sisters: The same event in other languages; empty for an article of a story, whose card has them.
    """

    article: Article
    story: Story | None
    summary: tuple[QuotedSentence, ...]
    focused: bool
    speaker: str | None = None
    speaker_number: int = 0
    correction: ArticleCorrection | None = None
    sisters: tuple[Sister, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """A sentence of a summary between its neighbours in the article.

    Args:
        before: Up to two sentences before it, verbatim.
        after: Up to two sentences after it, verbatim.
        number: The sentence's place in the summary, from 1.
        of: Number of sentences in the summary.
    """

    article: Article
    sentence: QuotedSentence
    before: tuple[str, ...]
    after: tuple[str, ...]
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class SimilarArticles:
    """The articles most similar to one article."""

    article: Article
    entries: tuple[AnswerEntry, ...]


@dataclass(frozen=True, slots=True)
class SisterStories:
    """The stories of other languages about an article's event."""

    article: Article
    sisters: tuple[Sister, ...]


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One page of a story: what each article adds, newest first.

    Args:
        article: The article from which the story was opened.
        story: None if no other article reports the story (any more).
        publishers: The publishers of the story's articles, where known.
        accounts: Newest first.
        page: From 1.
        pages: At least 1.
        older: Number of articles that are too old to be compared and listed.
        differences: Where the outlets differ, most contested first; only on page 1.
        sisters: The same event in other languages, most articles first.
    """

    article: Article
    story: Story | None
    publishers: Mapping[ArticleId, str]
    accounts: tuple[Account, ...]
    page: int
    pages: int
    older: int = 0
    differences: tuple[Difference, ...] = ()
    sisters: tuple[Sister, ...] = ()
