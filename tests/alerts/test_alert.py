"""Which articles concern an alert at all."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import Alert, AlertId
from bot.corpus.article import Article, ArticleId

SAVED = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALERT = Alert(AlertId(1), chat_id=7, thread_id=None, owner_id=7, text="ferry", created_at=SAVED)
ARTICLE = Article(ArticleId("a"), "Ferry", "A ferry sailed.", published_at=SAVED + HOUR)


def test_an_article_published_after_the_alert_was_saved_concerns_it() -> None:
    assert ALERT.may_report(ARTICLE, now=SAVED + 2 * HOUR)


def test_an_older_article_does_not_however_late_it_arrives() -> None:
    assert not ALERT.may_report(replace(ARTICLE, published_at=SAVED - HOUR), now=SAVED + 9 * HOUR)


@pytest.mark.parametrize(("hours", "concerned"), [(-1, False), (1, True)])
def test_an_undated_article_is_as_old_as_its_arrival(hours: int, concerned: bool) -> None:
    assert ALERT.may_report(replace(ARTICLE, published_at=None), now=SAVED + hours * HOUR) is concerned


def test_samples_are_never_reported() -> None:
    assert not ALERT.may_report(replace(ARTICLE, sample=True), now=SAVED + HOUR)


def test_paused_and_muted_alerts_keep_silent() -> None:
    muted = replace(ALERT, muted_until=SAVED + 3 * HOUR)
    assert not replace(ALERT, paused=True).may_report(ARTICLE, now=SAVED + HOUR)
    assert not muted.may_report(ARTICLE, now=SAVED + 2 * HOUR)
    assert muted.may_report(ARTICLE, now=SAVED + 3 * HOUR)


def test_relative_dates_count_from_when_the_alert_was_saved() -> None:
    alert = replace(ALERT, text="ferry since:yesterday")
    assert alert.query == alert.query
    assert alert.query.dated
