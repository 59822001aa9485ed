"""Decides whether a query matches an article: every word, phrase and filter must hold.

This defines matching: an alert fires exactly when it says so, and search marks its hits by the same rules.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np

from bot.corpus.article import Article
from bot.corpus.urls import host_of
from bot.search.analyzer import Analyzer, analyzer_for, analyzer_language, fold
from bot.search.query.ast import Field, FieldName, Leaf, Period, Phrase, Prefix, Word, evaluate
from bot.search.query.query import Query

_BETWEEN_NAMES = re.compile(r"\s*[,،;؛、/|&()\[\]]+\s*")
_BETWEEN = " ; "
_NO_NAME = re.compile(r"[<>\"“”«»]|\.(?=\s|$)")


def indexed_text(article: Article) -> str:
    """Return the text of an article that is searched: title and body."""
    return f"{article.title}. {article.text}"


@dataclass(frozen=True, slots=True)
class SourceNames:
    """The names an article goes by in `source:`, `by:` and `lang:`, folded."""

    outlets: tuple[str, ...]
    host: str
    author: str
    language: str
    publisher: str = ""

    @classmethod
    def of(cls, article: Article) -> "SourceNames":
        """Return an article's names: publisher, original sources, host of its address, author, language."""
        hops = (article.provenance.publisher, *article.provenance.original)
        outlets = tuple(dict.fromkeys(plain(hop.name) for hop in hops if hop))
        author = person_names(article.author or "")
        return cls(outlets, host_of(article.url), author, article.language, article.publisher or "")

    def match(self, wanted: Field) -> bool:
        """Return whether a filter matches: its words occur in order in a name, or it ends the host."""
        value = plain(wanted.value)
        if wanted.name is FieldName.LANG:
            return self.language == value
        if wanted.name is FieldName.BY:
            return _has_words(self.author, person_names(wanted.value))
        host = value.removeprefix("www.")
        named = any(_has_words(name, value) for name in self.outlets)
        return named or (host != "" and f".{self.host}".endswith(f".{host}"))


@lru_cache(256)
def plain(value: str) -> str:
    """Return a filter's value folded, with single spaces: the form names are compared in."""
    return " ".join(fold(value).split())


@lru_cache(256)
def person_names(names: str) -> str:
    """Return persons' names folded: "ann lee ; bo ray" for "Ann Lee, Bo Ray"."""
    separated = _BETWEEN_NAMES.sub(_BETWEEN, _NO_NAME.sub(" ", names.replace("’", "'")))
    return plain(separated).strip(_BETWEEN)


def _has_words(name: str, words: str) -> bool:
    return f" {words} " in f" {name} "


class AnalyzedArticle:
    """An article prepared for matching many queries."""

    def __init__(self, article: Article) -> None:
        self.analyzer: Analyzer = analyzer_for(analyzer_language(article.language))
        self.terms = self.analyzer.terms(indexed_text(article))
        self.term_set = frozenset(self.terms)
        self.sources = SourceNames.of(article)
        self.published_at: datetime | None = article.published_at

    def matches(self, query: Query) -> bool:
        """Return whether a query matches; a query without words or filters matches everything."""
        return query.root is None or bool(evaluate(query.root, self._evaluate_leaf))

    def _evaluate_leaf(self, leaf: Leaf) -> np.bool_ | None:
        match leaf:
            case Word(text):
                term = self.analyzer.term(text)
                return None if term is None else np.bool_(term in self.term_set)
            case Prefix(text):
                return np.bool_(any(matches_prefix(term, text, self.analyzer) for term in self.term_set))
            case Phrase(words):
                phrase = phrase_terms(words, self.analyzer)
                return np.bool_(_contains_phrase(self.terms, phrase)) if phrase else None
            case Field():
                return np.bool_(self.sources.match(leaf))
            case Period():
                return np.bool_(leaf.contains(self.published_at))


def phrase_terms(words: Sequence[str], analyzer: Analyzer) -> list[str]:
    """Return a phrase's terms, without stop words."""
    return [term for word in words if (term := analyzer.term(word)) is not None]


def matches_prefix(term: str, text: str, analyzer: Analyzer) -> bool:
    """Return whether `text*` matches a term."""
    return term.startswith(analyzer.prefix(text)) or term == analyzer.term(text)


def _contains_phrase(terms: list[str], phrase: list[str]) -> bool:
    size = len(phrase)
    starts = (i for i, term in enumerate(terms) if term == phrase[0])
    return any(terms[i : i + size] == phrase for i in starts)


def matches(query: Query, article: Article) -> bool:
    """Return whether a query matches an article."""
    return AnalyzedArticle(article).matches(query)
