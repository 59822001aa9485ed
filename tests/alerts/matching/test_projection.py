"""The alert projection survives restarts."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot.alerts.alert import AlertId
from bot.alerts.matching.percolator import Percolator
from bot.alerts.matching.projection import AlertProjection
from bot.stories.story import StoryId
from tests.factories import make_article
from tests.fakes.alert_log import AT, MemoryAlertLog

NOW = AT + timedelta(hours=1)
FERRY = make_article("a", "A ferry sailed.", title="Ferry", published_at=NOW)


async def matching(projection: AlertProjection) -> Sequence[int]:
    await projection.catch_up()
    (batch,) = await projection.matches([(FERRY, StoryId("s"))], now=NOW)
    return batch.alert_ids


async def test_restart_reads_only_changes_since_the_last_save(tmp_path: Path) -> None:
    log, file = MemoryAlertLog(), tmp_path / "data" / "alerts.npz"
    for number in range(1, 20):
        log.change(number, "ferry" if number % 2 else "storm")
    projection = await AlertProjection.open(log, file, lambda term: 0)
    expected = await matching(projection)
    await projection.close()
    log.change(20, "sailed")
    log.read = 0
    again = await AlertProjection.open(log, file, lambda term: 0)
    assert await matching(again) == (*expected, 20)
    assert log.read == 1


async def test_file_loses_what_another_process_deleted(tmp_path: Path) -> None:
    log, file = MemoryAlertLog(), tmp_path / "alerts.npz"
    for number, text in enumerate(("zeppelin", "ferry"), 1):
        log.change(number, text)
    projection = await AlertProjection.open(log, file, lambda term: 0)
    await matching(projection)
    await projection.close()
    assert AlertId(1) in Percolator.load(file, store_id=5)
    log.change(1, None)
    await projection.catch_up()
    assert AlertId(1) not in Percolator.load(file, store_id=5)
