"""Which articles an alert may report."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import Alert, AlertId
from bot.corpus.article import Article, ArticleId

SAVED = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALERT = Alert(AlertId(1), chat_id=7, thread_id=None, owner_id=7, text="ferry", created_at=SAVED)
ARTICLE = Article(ArticleId("a"), "Ferry", "A ferry sailed.", published_at=SAVED + HOUR)


def test_article_published_after_the_alert_was_saved_is_reported() -> None:
    assert ALERT.may_report(ARTICLE, now=SAVED + 2 * HOUR)


def test_article_published_earlier_is_not_reported_even_if_it_arrives_late() -> None:
    assert not ALERT.may_report(replace(ARTICLE, published_at=SAVED - HOUR), now=SAVED + 9 * HOUR)


@pytest.mark.parametrize(("hours", "concerned"), [(-1, False), (1, True)])
def test_undated_article_counts_from_its_arrival(hours: int, concerned: bool) -> None:
    assert ALERT.may_report(replace(ARTICLE, published_at=None), now=SAVED + hours * HOUR) is concerned


def test_sample_articles_are_never_reported() -> None:
    assert not ALERT.may_report(replace(ARTICLE, sample=True), now=SAVED + HOUR)


def test_paused_and_muted_alerts_report_nothing() -> None:
    muted = replace(ALERT, muted_until=SAVED + 3 * HOUR)
    assert not replace(ALERT, paused=True).may_report(ARTICLE, now=SAVED + HOUR)
    assert not muted.may_report(ARTICLE, now=SAVED + 2 * HOUR)
    assert muted.may_report(ARTICLE, now=SAVED + 3 * HOUR)


def test_relative_dates_are_relative_to_when_the_alert_was_saved() -> None:
    alert = replace(ALERT, text="ferry since:yesterday")
    assert alert.query == alert.query
    assert alert.query.dated
