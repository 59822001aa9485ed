"""Queries in the cluster's language.

What a word means depends on the article's language, so a query has a reading for each analyzer. Readings that
are equal share a clause. Terms come from our analyzers, so that the cluster and
`matcher.py` match the same.
"""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from bot.engine.documents import token
from bot.search.analyzer import LANGUAGES, Analyzer, analyzer_for
from bot.search.index.segment import microseconds
from bot.search.query.ast import And, Field, FieldName, Leaf, Node, Not, Or, Period, Phrase, Prefix, Word
from bot.search.query.matcher import person_names, plain
from bot.search.query.speaking import wanted_speaker

Clause = dict[str, Any]
NOTHING: Clause = {"match_none": {}}
EVERYTHING: Clause = {"match_all": {}}
ARTICLES: Clause = {"exists": {"field": "analyzer"}}
"""All articles: an index also has a document that says how far it is."""


def matching(root: Node | None, languages: Sequence[str] = LANGUAGES, *, lenient: bool = False) -> Clause:
    """Return what an article must be to match a query.

    Args:
        languages: Of the analyzers that articles went through.
        lenient: Let a period in words match undated articles.
    """
    return any_of(_by_reading(root, languages, lenient=lenient))


def _by_reading(root: Node | None, languages: Sequence[str], *, lenient: bool) -> list[Clause]:
    """Return what an article must be to match a query: a clause for each reading, any of which suffices."""
    if root is None:
        return [EVERYTHING]
    readings: dict[str, tuple[Clause | None, list[str]]] = {}
    for language in languages:
        clause = clause_of(root, analyzer_for(language), lenient=lenient)
        readings.setdefault(repr(clause), (clause, []))[1].append(language)
    deciding = [(clause, group) for clause, group in readings.values() if clause is not None]
    if len(deciding) == len(readings) == 1:
        return [deciding[0][0]]
    return [all_of([written_in(group), clause]) for clause, group in deciding]


def written_in(languages: Sequence[str]) -> Clause:
    """Return the clause for articles that went through some analyzers."""
    return {"terms": {"analyzer": list(languages)}}


def published(since: int | None = None, before: int | None = None) -> Clause:
    """Return the clause for a time of publication, in microseconds since 1970; undated articles fail."""
    bounds = {"gte": since, "lt": before}
    return {"range": {"published": {name: at for name, at in bounds.items() if at is not None}}}


def all_of(clauses: Sequence[Clause]) -> Clause:
    """Return the clause for articles to which all of some clauses apply."""
    return clauses[0] if len(clauses) == 1 else {"bool": {"filter": list(clauses)}}


def any_of(clauses: Sequence[Clause], *, least: int = 1) -> Clause:
    """Return the clause for articles to which some clauses apply, at least `least` of them."""
    if len(clauses) < least:
        return NOTHING
    return (
        clauses[0]
        if len(clauses) == 1
        else {"bool": {"should": list(clauses), "minimum_should_match": least}}
    )


def none_of(clauses: Sequence[Clause]) -> Clause:
    """Return the clause for articles to which none of some clauses applies."""
    return {"bool": {"must_not": list(clauses)}}


def in_row(field: str, words: Sequence[str], **options: Any) -> Clause:
    """Return the clause for articles with words in a row in a field."""
    if len(words) == 1:
        return {"term": {field: {"value": words[0], **options}}}
    return {"match_phrase": {field: {"query": " ".join(words), **options}}}


def clause_of(node: Node, analyzer: Analyzer, *, lenient: bool = False) -> Clause | None:
    """Return a node's clause; None if it decides nothing, as in `bot.search.query.ast.evaluate`.

    Args:
        lenient: Let a period in words match undated articles.
    """
    if isinstance(node, Not):
        inner = clause_of(node.node, analyzer, lenient=lenient)
        return None if inner is None else none_of([inner])
    if isinstance(node, And | Or):
        clauses = [clause_of(child, analyzer, lenient=lenient) for child in node.nodes]
        parts = [clause for clause in clauses if clause is not None]
        if not parts:
            return None
        return all_of(parts) if isinstance(node, And) else any_of(parts)
    return _leaf(node, analyzer, lenient)


def _leaf(leaf: Leaf, analyzer: Analyzer, lenient: bool) -> Clause | None:
    match leaf:
        case Word(text):
            return _contains((text,), analyzer)
        case Phrase(words):
            return _contains(words, analyzer)
        case Prefix(text):
            return prefix(text, analyzer)
        case Field(name, value):
            return _names(name, value)
        case Period():
            return _period(leaf, lenient)


def _contains(words: Sequence[str], analyzer: Analyzer) -> Clause | None:
    readings = analyzer.readings(words)
    if not readings[0]:
        return None
    return any_of([in_row("terms", list(map(token, reading))) for reading in readings])


def prefix(text: str, analyzer: Analyzer, **options: Any) -> Clause:
    """Return the clause for articles with a term that `text*` matches."""
    begins: Clause = {"prefix": {"terms": {"value": token(analyzer.prefix(text)), **options}}}
    term = analyzer.term(text)
    return begins if term is None else any_of([begins, in_row("terms", [token(term)], **options)])


def _names(name: FieldName, value: str) -> Clause:
    wanted = plain(value)
    if name is FieldName.LANG:
        return {"term": {"language": wanted}}
    if name is FieldName.BY:
        return in_row("author", person_names(value).split(" "))
    if name is FieldName.SAID:
        speaker = wanted_speaker(value)
        rows = [("speakers", speaker.typed), ("persons", speaker.person)]
        return any_of([{"term": {field: row}} for field, row in rows if row])
    host = wanted.removeprefix("www.")
    return any_of([in_row("outlets", wanted.split(" ")), *([{"term": {"hosts": host}}] if host else [])])


def _period(period: Period, lenient: bool) -> Clause:
    days = period.of_days
    inside = _between(period)
    if period.zone != UTC and (days.since, days.until) != (period.since, period.until):
        of_days = all_of([dated(whole_day=True), _between(days)])
        inside = any_of([all_of([dated(whole_day=False), inside]), of_days])
    if lenient and period.in_words:
        return any_of([inside, none_of([{"exists": {"field": "published"}}])])
    return inside


def _between(period: Period) -> Clause:
    """Return the clause for a period, whether dates have an hour or not."""
    since = None if period.since is None else microseconds(period.since)
    until = None if period.until is None else microseconds(period.until)
    return published(since, until) if (since, until) != (None, None) else {"exists": {"field": "published"}}


def dated(*, whole_day: bool) -> Clause:
    """Return the clause for dated articles, either those without an hour or the others."""
    return {"term": {"whole_day": whole_day}}
