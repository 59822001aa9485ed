"""What the API answers with: pydantic models, from which the OpenAPI document is generated too."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Role = Literal["publisher", "original", "cited"]


class Model(BaseModel):
    """A part of an answer; frozen, and documented by the docstrings of its fields."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Hop(Model):
    """One link of a provenance chain."""

    role: Role
    """Who published the article, where the publisher took it from, or whom the text cites."""
    name: str
    certainty: Literal["stated", "inferred"]
    quote: str = ""
    """The words that are the evidence; empty if it was a field of the feed or file."""


class Evidence(Model):
    """The words of an article that say who speaks, verbatim."""

    text: str
    start: int
    end: int


class Sentence(Model):
    """One sentence of an article, word for word, with everything needed to cite and to check it."""

    text: str
    """Verbatim: the characters `start` to `end` of the article's text."""
    article_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    """Offset behind the last character."""
    url: str | None
    """Address of the article, if it has one."""
    language: str
    """ISO 639-1, or "und"."""
    speaker: str | None
    """Who says it; null for the outlet's own words."""
    via: str | None
    """The outlet or agency that the speaker talked to, or that is cited for it."""
    evidence: Evidence | None
    certainty: Literal["stated", "inferred"]
    """Whether the text states who says it."""
    publisher: str | None
    provenance: list[Hop]
    """Publisher, original sources and cited outlets of the article."""
    independent_origins: int = Field(ge=0)
    """Independent origins of the article's story; 0 if no source is named."""
    published_at: datetime | None


class StoryLink(Model):
    """A story in short."""

    id: str
    articles: int = Field(ge=1)
    outlets: list[str]
    """First to report first."""
    independent_origins: int = Field(ge=0)
    page: str | None
    """Permanent public address of the story; null if the operator publishes none."""


class Article(Model):
    """An article without its text."""

    id: str
    title: str
    url: str | None
    publisher: str | None
    author: str | None
    language: str
    published_at: datetime | None
    date_certainty: Literal["stated", "inferred"]
    provenance: list[Hop]
    story: StoryLink | None
    """The story it belongs to, if other articles report it, too."""
    sample: bool
    """Whether it is one of the invented articles that come with the program."""


class Entry(Model):
    """An article of an answer, and the sentences of the answer that come from its story."""

    article: Article
    sentences: list[Sentence]


class Replacement(Model):
    """A word that no article has, and what was searched for instead."""

    word: str
    replacements: list[str]


class NothingFound(Model):
    """Why nothing was found."""

    unknown: list[str]
    """Words that no article has."""
    suggestions: list[str]
    outside_period: int
    outside_filters: int
    articles: int
    """Articles that were searched."""


class Answer(Model):
    """One page of the answer to a question."""

    question: str
    understood: str
    """The question in the query language."""
    problems: list[str]
    """What of it was not understood."""
    follows: str | None
    """The previous question, if this one was answered as its continuation."""
    about: bool
    """Whether any article is about all of the question; else the entries are the closest ones."""
    brief: list[Sentence]
    """Up to three sentences that answer, on page 1."""
    entries: list[Entry]
    """One for each story."""
    page: int
    pages: int
    total: int
    """Articles found."""
    searched_instead: list[Replacement]
    also_searched: list[str]
    """Other spellings of names that were searched for."""
    unknown_words: list[str]
    other_time: bool
    """Whether nothing is from the time that the question names."""
    not_quoted: str | None
    """Whose words the question asks for, if nobody so called is quoted."""
    not_credited: str | None
    """Whose words the question asks for, if they are quoted elsewhere, but not in the brief."""
    pasted: str | None
    """What a pasted link or paragraph, or a traced text, led to."""
    notices: list[str]
    nothing: NothingFound | None


class ArticleCard(Model):
    """An article with a summary."""

    article: Article
    summary: list[Sentence]
    focused: bool
    """Whether the summary answers the question that was passed."""
    withdrawn: bool = False
    corrections: list["Correction"]
    """Newest first."""


class Change(Model):
    """A sentence that an outlet changed, verbatim before and after."""

    before: str
    """Empty if the sentence was added."""
    after: str
    """Empty if it was removed."""
    title: bool
    facts: bool
    """Whether a number, a name or a negation differs."""


class Correction(Model):
    """A change of substance to an article, or its withdrawal."""

    kind: Literal["corrected", "updated", "withdrawn"]
    at: datetime
    article_id: str
    title: str
    publisher: str | None
    url: str | None
    changes: list[Change]


class Said(Model):
    """One page of what a speaker is quoted with, newest first."""

    speaker: str
    topic: str
    statements: list[Sentence]
    page: int
    pages: int
    total: int
    suggestions: list[str]
    """Queries for similar speakers, if nobody is quoted under this name."""


class Series(Model):
    """Articles of a publisher per step."""

    publisher: str | None
    """Null for the sum of all further publishers, "" for unknown ones."""
    publishers: int
    counts: list[int]


class Trend(Model):
    """How many articles match, over time and by publisher."""

    query: str
    problems: list[str]
    """What of the query was not understood."""
    step: Literal["day", "week", "month"] | None
    """Null if no dated article matches."""
    starts: list[date]
    """First day of each step."""
    series: list[Series]
    total: int
    undated: int
    suggestions: list[str]


class TopStory(Model):
    """A story, shown by one of its articles and one sentence."""

    article: Article
    sentence: Sentence | None


class Top(Model):
    """One page of the top stories of a period."""

    topic: str
    since: datetime | None
    until: datetime | None
    nearest: bool
    """Whether the period asked for is empty, and this is the nearest with news."""
    stories: list[TopStory]
    page: int
    pages: int


class Invalid(Model):
    """A parameter that was not accepted."""

    name: str
    reason: str


class Problem(Model):
    """What went wrong (RFC 9457, `application/problem+json`)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    request_id: str
    """Also in the header `X-Request-ID`; name it when you report a fault."""
    position: int | None = None
    """Offset of the mistake in the question, from 0."""
    parameters: list[Invalid] | None = None
