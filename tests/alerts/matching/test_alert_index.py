"""The contract of every `AlertIndex`: it follows the change log, and finds what the queries match."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.ports import AlertIndex
from bot.alerts.matching.projection import AlertProjection
from bot.alerts.ports import AlertChange
from bot.corpus.article import Article
from bot.engine.alerts import EngineAlerts
from bot.stories.story import StoryId
from tests.engine.clusters import open_cluster, purge
from tests.factories import make_article
from tests.fakes.alert_log import AT, MemoryAlertLog

NOW = AT + timedelta(hours=1)
FERRY = make_article("a", "A ferry sailed.", title="Ferry", publisher="Mill Gazette", published_at=NOW)
TRAM = make_article("b", "A tram stopped.", published_at=NOW)
OpenIndex = Callable[[MemoryAlertLog], Awaitable[AlertIndex]]


@pytest.fixture(params=["local", pytest.param("cluster", marks=pytest.mark.opensearch)])
async def open_index(request: pytest.FixtureRequest) -> AsyncIterator[OpenIndex]:
    """Open alert indices."""
    async with AsyncExitStack() as stack:

        async def open_one(log: MemoryAlertLog) -> AlertIndex:
            if request.param == "local":
                return AlertProjection(log)
            return EngineAlerts(await stack.enter_async_context(open_cluster()), log)

        yield open_one


async def matching(index: AlertIndex, *articles: Article) -> list[Sequence[int]]:
    await index.catch_up()
    pairs = [(article, StoryId("s")) for article in articles]
    return [batch.alert_ids for batch in await index.matches(pairs, now=NOW)]


async def test_alert_matches_once_it_is_in_the_log_until_it_is_deleted(open_index: OpenIndex) -> None:
    log = MemoryAlertLog()
    index = await open_index(log)
    assert await matching(index, FERRY) == []
    log.change(1, "ferry")
    assert await matching(index, FERRY) == [(1,)]
    log.change(1, "tram")
    assert await matching(index, FERRY, TRAM) == [(1,)]
    log.change(1, None)
    assert await matching(index, FERRY, TRAM) == []


async def test_purged_alerts_match_nothing_and_the_others_still_do(open_index: OpenIndex) -> None:
    log = MemoryAlertLog()
    for number in range(1, 4):
        log.change(number, "ferry")
    index = await open_index(log)
    assert await matching(index, FERRY) == [(1, 2, 3)]
    log.change(2, None)
    await purge(index)
    assert await index.matches([(TRAM, StoryId("s"))], now=NOW) == ()
    assert [batch.alert_ids for batch in await index.matches([(FERRY, StoryId("s"))], now=NOW)] == [(1, 3)]


async def test_match_batch_carries_the_article_fields_delivery_needs(open_index: OpenIndex) -> None:
    log = MemoryAlertLog()
    log.change(1, "ferry")
    index = await open_index(log)
    assert await index.catch_up() == 1
    (batch,) = await index.matches([(FERRY, StoryId("s"))], now=NOW)
    assert (batch.article_id, batch.story_id, batch.committed_at) == ("a", "s", NOW)
    assert (batch.title, batch.publisher, batch.language) == ("Ferry", "Mill Gazette", "en")


async def test_each_article_has_its_own_matches(open_index: OpenIndex) -> None:
    log = MemoryAlertLog()
    for number, text in enumerate(("ferry", "tram", "sailed OR stopped", "harbour"), 1):
        log.change(number, text)
    assert await matching(await open_index(log), FERRY, TRAM) == [(1, 3), (2, 3)]


async def test_silent_alerts_report_nothing_and_no_alert_reports_what_is_older_or_a_sample(
    open_index: OpenIndex,
) -> None:
    log = MemoryAlertLog()
    alert = Alert(AlertId(1), 1, None, 7, "ferry", AT)
    silent = (
        replace(alert, id=AlertId(2), paused=True),
        replace(alert, id=AlertId(3), muted_until=NOW + timedelta(hours=1)),
        replace(alert, id=AlertId(4), created_at=NOW + timedelta(hours=1)),
    )
    expired = replace(alert, id=AlertId(5), muted_until=NOW - timedelta(minutes=1))
    log.lines = [AlertChange(int(one.id), one.id, one) for one in (alert, *silent, expired)]
    index = await open_index(log)
    undated = replace(FERRY, published_at=None)
    assert await matching(index, FERRY, undated, replace(FERRY, sample=True)) == [(1, 5), (1, 5)]
    (late,) = await index.matches([(FERRY, StoryId("s"))], now=NOW, silent=True)
    assert late.alert_ids == (1, 2, 3, 5)


async def test_alerts_beyond_one_page_of_the_cluster_match(
    open_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engine.alerts._PAGE", 3)
    log = MemoryAlertLog()
    for number in range(1, 12):
        log.change(number, "ferry")
    assert await matching(await open_index(log), FERRY, TRAM) == [tuple(range(1, 12))]


async def test_query_of_64_words_matches_until_it_is_shortened(open_index: OpenIndex) -> None:
    stems = ("ferr", "harb", "stor", "köp", "кора", "mus", "pol", "nat")
    ends = ("ations", "ingen", "lerinden", "eurs", "ованиями", "amento", "idades", "ische")
    words = [stem + end for end in ends for stem in stems]
    articles = [
        make_article(f"{language}{number}", f"x {word} y", language=language, published_at=NOW)
        for number, word in enumerate((words[0], words[-1], "zeppelin"))
        for language in ("en", "tr", "ru", "und")
    ]
    log = MemoryAlertLog()
    index = await open_index(log)
    log.change(1, " OR ".join(words))
    log.change(2, "zeppelin")
    assert await matching(index, *articles) == [(1,)] * 8 + [(2,)] * 4
    log.change(1, words[0])
    assert await matching(index, *articles) == [(1,)] * 4 + [(2,)] * 4
