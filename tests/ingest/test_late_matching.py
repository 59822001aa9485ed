"""Articles that come in while alerts can't be matched are matched when they can."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.alerts.matching.match import MatchBatch
from bot.alerts.matching.projection import AlertProjection
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle
from bot.errors import SearchUnavailable
from bot.ingest.batch import Batch
from bot.ingest.late_matching import LateMatching
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.writer import ArticleWriter
from bot.stories.projection import StoryProjection
from bot.stories.story import StoryId
from tests.fakes.alert_log import MemoryAlertLog
from tests.fakes.corpus import MemoryCorpus

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
FERRY = RawArticle(text="Ferry sails\n\nThe ferry sailed at noon.", source="ferry.txt")
TRAM = RawArticle(text="Tram stops\n\nThe tram stopped at noon.", source="tram.txt")


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
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime
    ) -> tuple[MatchBatch, ...]:
        if self.away:
            raise SearchUnavailable("away")
        return await super().matches(articles, now=now)


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
    (match,) = corpus.batches[-1].late.matches
    assert (match.title, match.alert_ids, match.story_id) == ("Ferry sails", (1,), stories[match.article_id])
    assert await writer.stories.known() == stories
    assert await late.run() == 0


async def test_first_entries_of_a_feed_wait_for_no_alerts() -> None:
    corpus = MemoryCorpus()
    writer = ArticleWriter(corpus, corpus, StoryProjection(corpus, corpus))
    pipeline = IngestPipeline(writer, lambda: NOW, alerts=CutAlerts(MemoryAlertLog()))
    await pipeline.ingest([FERRY], run=await pipeline.start_run(silent=True))
    assert await corpus.unmatched(9) == []
