"""Which articles an alert reports, of those that its query matches."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.percolator import Percolator
from bot.corpus.article import Article, ArticleId

SAVED = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALERT = Alert(AlertId(1), chat_id=7, thread_id=None, owner_id=7, text="ferry", created_at=SAVED)
ARTICLE = Article(ArticleId("a"), "Ferry", "A ferry sailed.", published_at=SAVED + HOUR)


def reports(alert: Alert, article: Article, now: datetime) -> bool:
    percolator = Percolator()
    percolator.add(alert)
    return alert.id in percolator.matches(article, now=now)


def test_article_published_after_the_alert_was_saved_is_reported() -> None:
    assert reports(ALERT, ARTICLE, SAVED + 2 * HOUR)


def test_article_published_earlier_is_not_reported_even_if_it_arrives_late() -> None:
    assert not reports(ALERT, replace(ARTICLE, published_at=SAVED - HOUR), SAVED + 9 * HOUR)


@pytest.mark.parametrize(("hours", "reported"), [(-1, False), (1, True)])
def test_undated_article_counts_from_its_arrival(hours: int, reported: bool) -> None:
    assert reports(ALERT, replace(ARTICLE, published_at=None), SAVED + hours * HOUR) is reported


def test_sample_articles_are_never_reported() -> None:
    assert not reports(ALERT, replace(ARTICLE, sample=True), SAVED + HOUR)


def test_paused_and_muted_alerts_report_nothing() -> None:
    muted = replace(ALERT, muted_until=SAVED + 3 * HOUR)
    assert not reports(replace(ALERT, paused=True), ARTICLE, SAVED + HOUR)
    assert not reports(muted, ARTICLE, SAVED + 2 * HOUR)
    assert reports(muted, ARTICLE, SAVED + 3 * HOUR)


def test_relative_dates_are_relative_to_when_the_alert_was_saved() -> None:
    alert = replace(ALERT, text="ferry since:yesterday")
    assert alert.query == alert.query
    assert alert.query.dated
