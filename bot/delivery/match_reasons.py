"""Why an article matched: which of a query's words it holds, as they stand in it."""

from zoneinfo import ZoneInfo

from bot.corpus.article import Article
from bot.search.analyzer import words
from bot.search.query.ast import Leaf, Word, leaves, render
from bot.search.query.matcher import Subject, indexed_text
from bot.search.query.parser import Query

MOST = 6


def reasons(query: Query, article: Article, subject: Subject | None = None) -> tuple[str, ...]:
    """Return the query's words, phrases and filters that hold in an article, in order, at most 6.

    A word is given as it stands in the article, where that differs from the query by more than case
    ("ferries" for `ferry`).

    Args:
        subject: The article made ready, where it is already.
    """
    subject = subject or Subject(article)
    found: dict[str, None] = {}
    for leaf, negated in leaves(query.root):
        if not negated and subject.matches(Query("", leaf)):
            found[_standing(leaf, article, subject) or render(leaf, ZoneInfo(query.zone))] = None
    return tuple(found)[:MOST]


def _standing(leaf: Leaf, article: Article, subject: Subject) -> str:
    """The first words of the article that a word stands for; "" for other leaves."""
    if not isinstance(leaf, Word):
        return ""
    wanted = subject.chain.term(leaf.text)
    text = indexed_text(article)
    return next((each[0] for each in words(text) if subject.chain.term(each[0]) == wanted), "")
