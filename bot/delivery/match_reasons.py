"""Explains why an article matched: the parts of the query that are in it, as the article writes them."""

from zoneinfo import ZoneInfo

from bot.corpus.article import Article
from bot.search.query.ast import Leaf, Word, leaves, render
from bot.search.query.matcher import AnalyzedArticle, indexed_text
from bot.search.query.query import Query
from bot.search.words import find_words

MAX_REASONS = 6


def reasons(query: Query, article: Article, subject: AnalyzedArticle | None = None) -> tuple[str, ...]:
    """Return the query's words, phrases and filters that match an article, in order, at most 6.

    A word is returned as the article writes it: "ferries" for `ferry`.

    Args:
        subject: The prepared article, if the caller has it already.
    """
    subject = subject or AnalyzedArticle(article)
    matching = [
        leaf for leaf, negated in leaves(query.root) if not negated and subject.matches(Query("", leaf))
    ]
    zone = ZoneInfo(query.zone)
    texts = [_written_form(leaf, article, subject) or render(leaf, zone) for leaf in matching]
    return tuple(dict.fromkeys(texts))[:MAX_REASONS]


def _written_form(leaf: Leaf, article: Article, subject: AnalyzedArticle) -> str:
    """Return the first form of a word in the article; "" for other leaves."""
    if not isinstance(leaf, Word):
        return ""
    term = subject.analyzer.term(leaf.text)
    forms = (word[0] for word in find_words(indexed_text(article)))
    return next((form for form in forms if subject.analyzer.term(form) == term), "")
