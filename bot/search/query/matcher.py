"""Decides whether a query matches an article: every word, phrase and filter must hold.

This defines matching: an alert fires exactly when it says so, and search marks its hits by the same rules.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.corpus.article import Article
from bot.corpus.urls import host_of
from bot.search.analyzer import Analyzer, analyzer_for, analyzer_language
from bot.search.letters import fold
from bot.search.query.ast import And, Field, FieldName, Node, Not, Or, Period, Phrase, Prefix, Word
from bot.search.query.offices import named_statements
from bot.search.query.query import Query
from bot.search.query.speaking import speaks_as, wanted_speaker

_BETWEEN_NAMES = re.compile(r"\s*[,،;؛、/|&()\[\]]+\s*")
_BETWEEN = " ; "
_SEPARATOR = "\0"
"""Between terms, which contain no control characters."""
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
        return source_test(wanted)(self)


def source_test(wanted: Field) -> Callable[[SourceNames], bool]:
    """Return the test of whether a filter matches an article's names."""
    value = plain(wanted.value)
    if wanted.name is FieldName.LANG:
        return lambda names: names.language == value
    if wanted.name is FieldName.BY:
        author = person_names(wanted.value)
        return lambda names: _has_words(names.author, author)
    host = value.removeprefix("www.")

    def is_from(names: SourceNames) -> bool:
        named = any(_has_words(name, value) for name in names.outlets)
        return named or (host != "" and f".{names.host}".endswith(f".{host}"))

    return is_from


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
    """An article prepared for matching many queries.

    Args:
        article: With its statements; without them, nobody speaks in it.
    """

    def __init__(self, article: Article) -> None:
        self.analyzer: Analyzer = analyzer_for(analyzer_language(article.language))
        texts = (article.title, *sentence_texts(article))
        self.terms = [term for text in texts for term in self.analyzer.terms(text)]
        self.term_set = frozenset(self.terms)
        self.sources = SourceNames.of(article)
        self.speakers = frozenset(key for key, _, _ in named_statements(article))
        self.published_at: datetime | None = article.published_at

    @cached_property
    def row(self) -> str:
        """The terms in order, each between separators."""
        return f"{_SEPARATOR}{_SEPARATOR.join(self.terms)}{_SEPARATOR}"

    @cached_property
    def sorted_terms(self) -> list[str]:
        """The distinct terms in order of their characters."""
        return sorted(self.term_set)

    def matches(self, query: Query) -> bool:
        """Return whether a query matches; a query without words or filters matches everything."""
        return query.root is None or bool(compile_query(query.root, self.analyzer)(self))


Test = Callable[[AnalyzedArticle], bool | None]
"""Whether part of a query matches an article; None if it decides nothing, as stop words do."""


def compile_query(node: Node, analyzer: Analyzer) -> Test:
    """Return a query as a test of articles in the analyzer's language."""
    match node:
        case Not(inner):
            return _opposite(compile_query(inner, analyzer))
        case And(nodes):
            return _joined([compile_query(child, analyzer) for child in nodes], decisive=False)
        case Or(nodes):
            return _joined([compile_query(child, analyzer) for child in nodes], decisive=True)
        case Word(text):
            return _contains((text,), analyzer)
        case Phrase(words):
            return _contains(words, analyzer)
        case Prefix(text):
            return _has_prefix(text, analyzer)
        case Field(FieldName.SAID, value):
            speaker = wanted_speaker(value)
            return lambda article: any(speaks_as(key, speaker) for key in article.speakers)
        case Field():
            test = source_test(node)
            return lambda article: test(article.sources)
        case Period():
            return lambda article: node.contains(article.published_at)


def _opposite(test: Test) -> Test:
    def is_not(article: AnalyzedArticle) -> bool | None:
        truth = test(article)
        return None if truth is None else not truth

    return is_not


def _joined(tests: Sequence[Test], *, decisive: bool) -> Test:
    """Return the test of an AND or an OR: one `decisive` truth decides; parts without a truth don't count."""

    def joined(article: AnalyzedArticle) -> bool | None:
        total: bool | None = None
        for test in tests:
            truth = test(article)
            if truth is decisive:
                return decisive
            total = total if truth is None else truth
        return total

    return joined


def _contains(words: Sequence[str], analyzer: Analyzer) -> Test:
    """Return the test of whether an article contains words in a row; it decides nothing for stop words."""
    readings = analyzer.readings(words)
    if not readings[0]:
        return lambda article: None
    if len(readings) == 1 and len(readings[0]) == 1:
        (term,) = readings[0]
        return lambda article: term in article.term_set
    rows = [(reading, f"{_SEPARATOR}{_SEPARATOR.join(reading)}{_SEPARATOR}") for reading in readings]

    def contains(article: AnalyzedArticle) -> bool:
        return any(article.term_set.issuperset(reading) and row in article.row for reading, row in rows)

    return contains


def _has_prefix(text: str, analyzer: Analyzer) -> Test:
    """Return the test of whether an article contains a term that `text*` matches; see `matches_prefix`."""
    prefix, term = analyzer.prefix(text), analyzer.term(text)

    def has_prefix(article: AnalyzedArticle) -> bool:
        at = bisect_left(article.sorted_terms, prefix)
        begins = at < len(article.sorted_terms) and article.sorted_terms[at].startswith(prefix)
        return begins or term in article.term_set

    return has_prefix


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
