"""Articles that come in while alerts can't be matched are matched when they can."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.alerts.matching.match import MatchBatch
from bot.alerts.matching.projection import AlertProjection
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle
from bot.errors import SearchUnavailable
from bot.ingest.batch import Batch, Revision
from bot.ingest.late_matching import MAX_PAUSE, LateMatching
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.writer import ArticleWriter
from bot.stories.projection import StoryProjection
from bot.stories.story import StoryId
from tests.factories import make_article
from tests.fakes.alert_log import MemoryAlertLog
from tests.fakes.corpus import MemoryCorpus
from tests.stories import test_clusterer as samples

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
STORY = StoryId("story")
FERRY = RawArticle(text="Ferry sails\n\nThe ferry sailed at noon.", source="ferry.txt")
TRAM = RawArticle(text="Tram stops\n\nThe tram stopped at noon.", source="tram.txt")
TRAMS = [
    RawArticle(text=f"Line {n} stops\n\nThe tram {n} stopped at {word}.", source=f"{n}.txt")
    for n, word in enumerate(("noon", "dawn", "dusk", "night", "Halle", "Kiel", "Lund", "Narvik"))
]


class RecordingCorpus(MemoryCorpus):
    """Keeps the batches that were committed."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[Batch] = []

    async def commit(self, batch: Batch) -> list[object]:  # type: ignore[override]
        changes = await super().commit(batch)
        self.batches.append(batch)
        return list(changes)


class CutAlerts(AlertProjection):
    """Alerts that can't be matched while `away`."""

    away = True

    async def matches(
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime, silent: bool = False
    ) -> tuple[MatchBatch, ...]:
        if self.away:
            raise SearchUnavailable("away")
        return await super().matches(articles, now=now, silent=silent)


async def test_articles_are_stored_while_alerts_are_away_and_matched_later() -> None:
    log, corpus = MemoryAlertLog(), RecordingCorpus()
    log.change(1, "ferry")
    alerts = CutAlerts(log)
    writer = ArticleWriter(corpus, corpus, StoryProjection(corpus, corpus))
    pipeline = IngestPipeline(writer, lambda: NOW, alerts=alerts)
    late = LateMatching(writer, pipeline.matching, lambda: NOW)
    assert (await pipeline.ingest([FERRY, TRAM])).added == 2
    assert len(await corpus.unmatched(9)) == 2
    assert await late.run() == 0
    stories = await writer.stories.known()
    alerts.away = False
    assert await late.run() == 2
    assert await corpus.unmatched(9) == []
    (match,) = (match for batch in corpus.batches for match in batch.late.matches)
    assert (match.title, match.alert_ids, match.story_id) == ("Ferry sails", (1,), stories[match.article_id])
    assert await writer.stories.known() == stories
    assert await late.run() == 0


def log_of_paused(text: str) -> MemoryAlertLog:
    log = MemoryAlertLog()
    log.change(1, text)
    saved = log.lines[0].alert
    assert saved
    log.lines[0] = replace(log.lines[0], alert=replace(saved, paused=True))
    return log


async def test_paused_alert_keeps_an_article_that_news_moves_to_another_story() -> None:
    log, corpus = log_of_paused("budget"), RecordingCorpus()
    texts = {"a": samples.FERRY, "b": samples.FERRY_AGAIN, "c": samples.BUDGET}
    stored = [make_article(name, text, published_at=NOW) for name, text in texts.items()]
    await corpus.commit(
        Batch(NOW, tuple(Revision(article, article.id, story_id=STORY) for article in stored))
    )
    writer = ArticleWriter(corpus, corpus, StoryProjection(corpus, corpus))
    pipeline = IngestPipeline(writer, lambda: NOW, alerts=AlertProjection(log))
    await pipeline.ingest([RawArticle(text=samples.BUDGET_AGAIN, source="d.txt")])
    assert list(corpus.batches[-1].moves) == ["c"]
    assert corpus.batches[-1].matches == (), "the new article itself is not for a paused alert"
    (match,) = corpus.batches[-1].rematches
    assert (match.article_id, match.alert_ids) == ("c", (1,))


async def test_silent_alerts_count_for_articles_that_leave_a_story() -> None:
    log, corpus = log_of_paused("ferry"), MemoryCorpus()
    writer = ArticleWriter(corpus, corpus, StoryProjection(corpus, corpus))
    pipeline = IngestPipeline(writer, lambda: NOW, alerts=AlertProjection(log))
    await pipeline.ingest([FERRY])
    (article_id,) = await writer.stories.known()
    (match,) = await pipeline.matching.again({article_id: StoryId("other")}, [], NOW)
    assert match.alert_ids == (1,)


class PickyAlerts(AlertProjection):
    """Alerts that can't be matched with articles about the ferry."""

    error: Exception = SearchUnavailable("failed: 413")
    refuses = True

    async def matches(
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime, silent: bool = False
    ) -> tuple[MatchBatch, ...]:
        if self.refuses and any("ferry" in article.text for article, _ in articles):
            raise self.error
        return await super().matches(articles, now=now, silent=silent)


@pytest.mark.parametrize("error", [SearchUnavailable("failed: 413"), ZeroDivisionError()])
async def test_article_that_always_fails_holds_up_no_others(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    log, corpus, now = MemoryAlertLog(), RecordingCorpus(), NOW
    log.change(1, "tram")
    writer = ArticleWriter(corpus, corpus, StoryProjection(corpus, corpus))
    alerts = CutAlerts(log)
    await IngestPipeline(writer, lambda: now, alerts=alerts).ingest([FERRY, *TRAMS])
    picky = PickyAlerts(log)
    picky.error = error
    late = LateMatching(writer, IngestPipeline(writer, lambda: now, alerts=picky).matching, lambda: now)
    rounds = [await late.run() for _ in range(12)]
    (ferry,) = await corpus.unmatched(99)
    assert sum(rounds) == len(TRAMS)
    matches = [match for batch in corpus.batches for match in batch.late.matches]
    assert len(matches) == len(TRAMS)
    now += MAX_PAUSE
    assert await late.run() == 0
    warnings = [line for line in capsys.readouterr().out.splitlines() if "warning" in line]
    assert len([line for line in warnings if "article_not_matched" in line and ferry in line]) == 1
    picky.refuses, now = False, now + MAX_PAUSE
    assert await late.run() == 1
    assert await corpus.unmatched(9) == []


async def test_first_entries_of_a_feed_wait_for_no_alerts() -> None:
    corpus = MemoryCorpus()
    writer = ArticleWriter(corpus, corpus, StoryProjection(corpus, corpus))
    pipeline = IngestPipeline(writer, lambda: NOW, alerts=CutAlerts(MemoryAlertLog()))
    await pipeline.ingest([FERRY], run=await pipeline.start_run(silent=True))
    assert await corpus.unmatched(9) == []
