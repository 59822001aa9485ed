"""Times that a question prefers but doesn't demand: "yesterday", "this week", "in October 2026"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.corpus.article import Article, ArticleId
from bot.search.query.ast import Period, leaves, without
from bot.search.query.query import Query


def preferred_period(query: Query) -> Period | None:
    """Return the period that a question prefers; None if it names none, or demands one.

    A period that is open ("since Monday", "before 2019") and one in a field (`since:`) are demands.
    """
    periods = [leaf for leaf, negated in leaves(query.root) if isinstance(leaf, Period) and not negated]
    if len(periods) != 1 or not periods[0].in_words or not query.words:
        return None
    return periods[0] if periods[0].since and periods[0].until else None


def at_any_time(query: Query) -> Query:
    """Return a query without its periods."""
    return replace(query, root=without(query.root, Period))


def nearest_first(ids: Sequence[ArticleId], articles: Sequence[Article], period: Period) -> list[ArticleId]:
    """Return articles by how near to a period they were published; undated ones come last."""
    published = {article.id: article.published_at for article in articles}
    return sorted(ids, key=lambda article_id: _distance(published.get(article_id), period))


def _distance(moment: datetime | None, period: Period) -> timedelta:
    if moment is None:
        return timedelta.max
    period = period.as_for(moment)
    if period.since is None or period.until is None:
        return timedelta.max
    return max(period.since - moment, moment - period.until, timedelta())
