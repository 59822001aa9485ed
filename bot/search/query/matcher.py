"""Decides whether a query matches an article: every word, phrase and filter must hold.

This defines matching: an alert fires exactly when it says so, and search marks its hits by the same rules.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

import numpy as np

from bot.corpus.article import Article
from bot.corpus.urls import host_of
from bot.search.analyzer import Analyzer, analyzer_for, analyzer_language
from bot.search.letters import fold
from bot.search.query.ast import Field, FieldName, Leaf, Period, Phrase, Prefix, Word, evaluate
from bot.search.query.query import Query

_BETWEEN_NAMES = re.compile(r"\s*[,،;؛、/|&()\[\]]+\s*")
_BETWEEN = " ; "
_NO_NAME = re.compile(r"[<>\"“”«»]|\.(?=\s|$)")


def indexed_text(article: Article) -> str:
    """Return the text of an article that is searched: title and body."""
    return f"{article.title}. {article.text}"


def sentence_texts(article: Article) -> Iterator[str]:
    """Yield the body's sentences, each with the text up to the next one."""
    if not article.sentences:
        yield article.text
        return
    starts = [0, *(span.start for span in article.sentences[1:]), len(article.text)]
    for begin, end in pairwise(starts):
        yield article.text[begin:end]


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
        texts = (article.title, *sentence_texts(article))
        self.terms = [term for text in texts for term in self.analyzer.terms(text)]
        self.term_set = frozenset(self.terms)
        self.sources = SourceNames.of(article)
        self.published_at: datetime | None = article.published_at

    def matches(self, query: Query) -> bool:
        """Return whether a query matches; a query without words or filters matches everything."""
        return query.root is None or bool(evaluate(query.root, self._evaluate_leaf))

    def _evaluate_leaf(self, leaf: Leaf) -> np.bool_ | None:
        match leaf:
            case Word(text):
                return self._contains((text,))
            case Prefix(text):
                return np.bool_(any(matches_prefix(term, text, self.analyzer) for term in self.term_set))
            case Phrase(words):
                return self._contains(words)
            case Field():
                return np.bool_(self.sources.match(leaf))
            case Period():
                return np.bool_(leaf.contains(self.published_at))

    def _contains(self, words: Sequence[str]) -> np.bool_ | None:
        """Return whether the article contains words in a row; None for stop words alone."""
        readings = self.analyzer.readings(words)
        if not readings[0]:
            return None
        return np.bool_(any(self._contains_terms(reading) for reading in readings))

    def _contains_terms(self, terms: Sequence[str]) -> bool:
        return self.term_set.issuperset(terms) and (len(terms) == 1 or contains_in_row(self.terms, terms))


def matches_prefix(term: str, text: str, analyzer: Analyzer) -> bool:
    """Return whether `text*` matches a term."""
    return term.startswith(analyzer.prefix(text)) or term == analyzer.term(text)


def contains_in_row(terms: list[str], phrase: Sequence[str]) -> bool:
    """Return whether terms contain those of a phrase (at least one) next to each other, in order."""
    size, wanted = len(phrase), list(phrase)
    starts = (i for i, term in enumerate(terms) if term == wanted[0])
    return any(terms[i : i + size] == wanted for i in starts)


def matches(query: Query, article: Article) -> bool:
    """Return whether a query matches an article."""
    return AnalyzedArticle(article).matches(query)
