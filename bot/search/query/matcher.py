"""Whether a query matches an article: every word, phrase and filter holds, `OR` and `-` as written.

The plain evaluator. An alert fires exactly when this says so, and search marks its hits by the same rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np

from bot.corpus.article import Article
from bot.corpus.urls import host_of
from bot.search.analyzer import Chain, chain, fold, supported
from bot.search.query.ast import Field, FieldName, Leaf, Period, Phrase, Prefix, Word, evaluate
from bot.search.query.parser import Query


def indexed_text(article: Article) -> str:
    """Return the text of an article that is searched: title and body."""
    return f"{article.title}. {article.text}"


@dataclass(frozen=True, slots=True)
class Sources:
    """The names an article goes by, folded, for `source:` and `by:`."""

    outlets: tuple[str, ...]
    host: str
    author: str
    language: str
    publisher: str = ""

    @classmethod
    def of(cls, article: Article) -> "Sources":
        """Return an article's names: publisher, original source, host of its address, author."""
        hops = (article.provenance.publisher, *article.provenance.original)
        names = tuple(dict.fromkeys(fold(hop.name) for hop in hops if hop))
        author = fold(article.author or "")
        return cls(names, host_of(article.url), author, article.language, article.publisher or "")

    def hold(self, wanted: Field) -> bool:
        """Whether a filter holds: its words stand in a row in a name, or end the host's."""
        value = plain(wanted.value)
        if wanted.name is FieldName.LANG:
            return self.language == value
        if wanted.name is FieldName.BY:
            return _in_words(value, self.author)
        host = value.removeprefix("www.")
        named = any(_in_words(value, name) for name in self.outlets)
        return named or (host != "" and f".{self.host}".endswith(f".{host}"))


@lru_cache(256)
def plain(value: str) -> str:
    """Return a filter's value as names are compared: folded, single spaces; once for all names."""
    return " ".join(fold(value).split())


def _in_words(value: str, name: str) -> bool:
    return f" {value} " in f" {name} "


class Subject:
    """One article made ready to be held against many queries."""

    def __init__(self, article: Article) -> None:
        self.chain: Chain = chain(supported(article.language))
        self.terms = self.chain.terms(indexed_text(article))
        self.present = frozenset(self.terms)
        self.sources = Sources.of(article)
        self.published_at: datetime | None = article.published_at

    def matches(self, query: Query) -> bool:
        """Whether the query matches; one without words or filters matches everything."""
        return query.root is None or bool(evaluate(query.root, self._holds))

    def _holds(self, leaf: Leaf) -> np.bool_ | None:
        match leaf:
            case Word(text):
                term = self.chain.term(text)
                return None if term is None else np.bool_(term in self.present)
            case Prefix(text):
                return np.bool_(any(begins(term, text, self.chain) for term in self.present))
            case Phrase(words):
                row = phrase_terms(words, self.chain)
                return np.bool_(_in_row(row, self.terms)) if row else None
            case Field():
                return np.bool_(self.sources.hold(leaf))
            case Period():
                return np.bool_(leaf.holds(self.published_at))


def phrase_terms(words: Sequence[str], analysis: Chain) -> list[str]:
    """Return a phrase's terms, common words left out."""
    return [term for word in words if (term := analysis.term(word)) is not None]


def begins(term: str, text: str, analysis: Chain) -> bool:
    """Whether a term is one that `text*` asks for."""
    return term.startswith(analysis.beginning(text)) or term == analysis.term(text)


def _in_row(row: list[str], terms: list[str]) -> bool:
    size = len(row)
    starts = (i for i, term in enumerate(terms) if term == row[0])
    return any(terms[i : i + size] == row for i in starts)


def matches(query: Query, article: Article) -> bool:
    """Whether a query matches an article: every word, phrase and filter holds."""
    return Subject(article).matches(query)
