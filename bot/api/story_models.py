"""What the API says of stories: pydantic models, as in `models`."""

from datetime import datetime

from bot.api.models import Article, Correction, Model, Sentence


class Origin(Model):
    """Articles that give the same account."""

    name: str | None
    """The agency or outlet it comes from; null for articles that name no source: they corroborate nothing."""
    articles: list[str]
    """Ids, oldest first."""


class Account(Model):
    """What an article adds to those before it."""

    article: Article
    added: list[Sentence]
    """Its first sentences that no earlier article has."""
    more: int
    """Further new sentences that are not listed."""
    repeats: str | None
    """The article that it repeats, if it adds nothing."""


class Voice(Model):
    """An outlet with the sentence in which it states a figure."""

    outlet: str
    sentence: Sentence


class Figure(Model):
    """One of several figures of the same thing, and who states it."""

    figure: str
    voices: list[Voice]


class Difference(Model):
    """Figures of one thing, of which at most one can be right."""

    key: str
    kind: str
    noun: str
    later: bool
    """Whether the figures may just follow each other in time."""
    versions: list[Figure]


class OtherLanguage(Model):
    """A story of another language about the same event."""

    language: str
    article: Article
    articles: int


class Story(Model):
    """A story: who reports it, where they have it from, what each adds, where they differ."""

    id: str
    """Permanent. After a merge this is another id than the one asked for, which still works."""
    page: str | None
    articles: int
    outlets: list[str]
    independent_origins: int
    origins: list[Origin]
    timeline: list[Account]
    """Oldest first; of a large story, the 40 newest articles."""
    differences: list[Difference]
    corrections: list[Correction]
    other_languages: list[OtherLanguage]


class Event(Model):
    """A story of a timeline, shown by its first article."""

    at: datetime
    article: Article
    differences: list[Difference]


class Timeline(Model):
    """The stories that match best, oldest first."""

    query: str
    problems: list[str]
    """What of the query was not understood."""
    events: list[Event]
    stories: int
    """All matching stories."""
    suggestions: list[str]
