"""A development of a story: something that it did not have before."""

import hashlib
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.corpus.article import ArticleId

Key = str
"""Names a fact, whatever article or story it is in: a letter for its kind, and hashes."""
ORIGIN = "o"
"""Begins the keys of origins."""


class DevelopmentKind(StrEnum):
    """What is new."""

    ORIGIN = "origin"
    FIGURES = "figures"
    DIFFERENCE = "difference"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, verbatim, and where it is from."""

    text: str
    publisher: str = ""
    language: str = "und"
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Development:
    """A fact of a story, as an article states it.

    Args:
        name: The origin, speaker or figure ("Reuters", "Ayla Demir", "2,300").
        text: A sentence, verbatim; "" if the kind and the name say everything.
        publisher: Of the article; "" if unknown.
        language: Of the article.
        at: When the article was published, aware UTC; None if unknown.
        topic: Of a difference: what outlets differ on, a key of `differences.kinds` in the language files.
        others: Of a difference: the sentences that exclude it; of a correction: the sentence before.
    """

    kind: DevelopmentKind
    article_id: ArticleId
    name: str = ""
    text: str = ""
    publisher: str = ""
    language: str = "und"
    at: datetime | None = None
    topic: str = ""
    others: tuple[Statement, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences to quote."""
        own = (Statement(self.text, self.publisher, self.language, self.at),) if self.text else ()
        return (*own, *self.others)


@dataclass(frozen=True, slots=True)
class Fact:
    """A development if it isn't known.

    Args:
        keys: Not empty; what is known after it.
        known_by: Keys of which one makes it known, if they aren't the same.
        articles: Keys of the articles that state an origin, or that are corrected; () for other facts.
        is_article: Whether it only says that the story has an article, which is no development by itself; its
            keys are those of `seen_key` and `article_key`.
    """

    keys: tuple[Key, ...]
    development: Development
    known_by: tuple[Key, ...] = ()
    articles: tuple[Key, ...] = ()
    is_article: bool = False

    @property
    def is_origin(self) -> bool:
        """Whether it is an independent origin."""
        return self.development.kind is DevelopmentKind.ORIGIN

    @property
    def is_correction(self) -> bool:
        """Whether an article was corrected or withdrawn."""
        return self.development.kind in (DevelopmentKind.CORRECTION, DevelopmentKind.WITHDRAWAL)


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a story.

    Args:
        facts: The new facts.
        known: What is known from then on.
    """

    facts: tuple[Fact, ...]
    known: frozenset[Key]

    @property
    def developments(self) -> tuple[Development, ...]:
        """The new facts, as articles state them."""
        return tuple(fact.development for fact in self.facts)


def key_of(letter: str, *parts: str) -> Key:
    """Return the key of a fact: a letter for its kind, and a hash of each part."""
    return letter + ":".join(hashlib.blake2s(part.encode(), digest_size=6).hexdigest() for part in parts)


def seen_key(article_id: ArticleId) -> Key:
    """Return the key of an article that a story has or had."""
    return key_of("b", article_id)


def article_key(article_id: ArticleId) -> Key:
    """Return the key of an article that a reader knows."""
    return key_of("a", article_id)


def _introduced(fact: Fact, known: Set[Key]) -> tuple[Key, ...]:
    """Return the key of a development's article if the development is what makes it known."""
    key = article_key(fact.development.article_id)
    return () if key in known else (key,)


def all_keys(facts: Iterable[Fact]) -> frozenset[Key]:
    """Return the keys of facts: what somebody who has seen a story knows."""
    return frozenset(key for fact in facts for key in fact.keys)


def developments(known: Set[Key], facts: Sequence[Fact]) -> News:
    """Return the facts of a story that are not known, and what is known from then on.

    An origin is new if none of its articles was there, or if there are more origins than known ones: an
    account that names two sources may come from either, until another article shows which. A correction is
    new if its article was known, which an article is from its first development on.
    """
    now, fresh = set(known), []
    room = sum(fact.is_origin for fact in facts) - sum(key.startswith(ORIGIN) for key in now)
    for fact in sorted(facts, key=lambda fact: not known.isdisjoint(fact.articles)):
        is_new = now.isdisjoint(fact.known_by or fact.keys)
        if fact.is_article:
            now.add(fact.keys[0])
        if not is_new or fact.is_article:
            continue
        if fact.is_origin:
            if room <= 0 and not known.isdisjoint(fact.articles):
                continue
            room -= 1
        now.update(fact.keys)
        if not (fact.is_correction and known.isdisjoint(fact.articles)):
            fresh.append(replace(fact, keys=(*fact.keys, *_introduced(fact, known))))
    now.update(key for fact in fresh for key in fact.keys)
    return News(tuple(fresh), frozenset(now))
