"""The alert projection follows the change log and survives restarts."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.projection import AlertProjection
from bot.alerts.ports import AlertChange
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.stories.story import StoryId

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOW = AT + timedelta(hours=1)
FERRY = Article(
    ArticleId("a"),
    "Ferry",
    "A ferry sailed.",
    language="en",
    published_at=NOW,
    provenance=Provenance(Hop("Mill Gazette", Certainty.STATED)),
)


class Log:
    """`AlertLog` in memory."""

    def __init__(self) -> None:
        self.lines: list[AlertChange] = []
        self.read = 0

    async def store_id(self) -> int:
        return 5

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        lines = [line for line in self.lines if line.number > after][:limit]
        self.read += len(lines)
        return lines

    def change(self, alert_id: int, text: str | None) -> None:
        saved = Alert(AlertId(alert_id), 1, None, 7, text, AT) if text else None
        self.lines.append(AlertChange(len(self.lines) + 1, AlertId(alert_id), saved))


async def matching(projection: AlertProjection, *articles: Article) -> list[Sequence[int]]:
    await projection.catch_up()
    pairs = [(article, StoryId("s")) for article in articles]
    return [batch.alert_ids for batch in await projection.matches(pairs, now=NOW)]


async def test_alert_matches_once_it_is_in_the_log_until_it_is_deleted() -> None:
    log = Log()
    projection = AlertProjection(log)
    assert await matching(projection, FERRY) == []
    log.change(1, "ferry")
    assert await matching(projection, FERRY) == [(1,)]
    log.change(1, None)
    assert await matching(projection, FERRY) == []


async def test_match_batch_carries_the_article_fields_delivery_needs() -> None:
    log = Log()
    log.change(1, "ferry")
    projection = AlertProjection(log)
    await projection.catch_up()
    (batch,) = await projection.matches([(FERRY, StoryId("s"))], now=NOW)
    assert (batch.article_id, batch.story_id, batch.committed_at) == ("a", "s", NOW)
    assert (batch.title, batch.publisher, batch.language) == ("Ferry", "Mill Gazette", "en")


async def test_restart_reads_only_changes_since_the_last_save(tmp_path: Path) -> None:
    log, file = Log(), tmp_path / "data" / "alerts.npz"
    for number in range(1, 20):
        log.change(number, "ferry" if number % 2 else "storm")
    projection = await AlertProjection.open(log, file, lambda term: 0)
    expected = await matching(projection, FERRY)
    await projection.close()
    log.change(20, "sailed")
    log.read = 0
    again = await AlertProjection.open(log, file, lambda term: 0)
    assert await matching(again, FERRY) == [(*expected[0], 20)]
    assert log.read == 1
