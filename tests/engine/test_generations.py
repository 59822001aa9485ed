"""A rebuilt index takes over in one step, and gives way again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.corpus.article import Article, ArticleId
from bot.engine import applied
from bot.engine.alerts import EngineAlerts
from bot.engine.client import Cluster
from bot.engine.documents import ALERTS, NEWS
from bot.engine.follower import Follower
from bot.engine.generations import KEPT_FOR, Generations
from bot.engine.index import EngineIndex
from bot.errors import SearchUnavailable
from bot.search.ports import IndexChange, Order, SearchRequest
from bot.search.query.parser import parse
from bot.stories.story import StoryId
from tests.engine.clusters import open_cluster, purge
from tests.factories import make_article
from tests.fakes.alert_log import AT, MemoryAlertLog

pytestmark = pytest.mark.opensearch
NOW = AT + timedelta(hours=1)
DAY = timedelta(days=1)
FERRIES = [make_article(f"a{n}", "A ferry sailed.", published_at=NOW) for n in range(30)]


def change(number: int, article: Article) -> IndexChange:
    return IndexChange(number, article.id, article)


async def found(index: EngineIndex) -> set[str]:
    request = SearchRequest(parse("ferry", now=NOW), NOW, order=Order.NEWEST, limit=100)
    return {hit.article_id for hit in (await index.search(request)).hits}


async def names(cluster: Cluster) -> set[str]:
    return set(await cluster.indices())


async def test_questions_find_the_same_while_indices_are_switched() -> None:
    async with open_cluster() as cluster:
        index, generations = EngineIndex(cluster), Generations(cluster, (NEWS,))
        changes = [change(number, article) for number, article in enumerate(FERRIES, 1)]
        await index.apply(changes)
        answers: list[set[str]] = []
        stop = asyncio.Event()

        async def ask() -> None:
            while not stop.is_set():
                answers.append(await found(index))

        asking = [asyncio.create_task(ask()) for _ in range(3)]
        for number in (2, 3):
            new = await generations.prepare()
            assert new == {NEWS: f"{NEWS}-{number}"}
            await EngineIndex(cluster, target=new[NEWS]).apply(changes)
            await generations.switch(new, now=datetime.now(UTC))
            assert await generations.undo(now=datetime.now(UTC)) == [f"{NEWS}-{number - 1}"]
            assert await generations.undo(now=datetime.now(UTC)) == [f"{NEWS}-{number}"]
        stop.set()
        await asyncio.gather(*asking)
        assert len(answers) > 10
        assert all(answer == {article.id for article in FERRIES} for answer in answers)


async def test_changes_during_a_rebuild_are_in_both_indices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applied, "KEPT_S", 0.0)
    async with open_cluster() as cluster:
        index, generations = EngineIndex(cluster), Generations(cluster, (NEWS,))
        await index.apply([change(1, FERRIES[0])])
        new = await generations.prepare()
        await EngineIndex(cluster, target=new[NEWS]).apply([change(1, FERRIES[0])])
        await index.apply([change(2, FERRIES[1])])
        follower = Follower(index)
        assert await follower.applied() == 2
        await generations.switch(new, now=datetime.now(UTC))
        assert await index.applied() == 1
        with pytest.raises(SearchUnavailable, match="replaced"):
            await follower.apply([change(3, FERRIES[2])])  # the new index lacks the second one
        assert await follower.applied() == 1
        await follower.apply([change(2, FERRIES[1]), change(3, FERRIES[2])])
        assert await found(index) == {"a0", "a1", "a2"}
        await generations.undo(now=datetime.now(UTC))
        assert await found(index) == {"a0", "a1"}
        assert await index.applied() == 2


async def test_alert_fires_whichever_index_is_in_use() -> None:
    log = MemoryAlertLog()
    log.change(1, "ferry")
    news = [(FERRIES[0], StoryId("s"))]
    async with open_cluster() as cluster:
        alerts, generations = EngineAlerts(cluster, log), Generations(cluster, (ALERTS,))
        await alerts.catch_up()
        new = await generations.prepare()
        await EngineAlerts(cluster, log, target=new[ALERTS]).catch_up()
        await generations.switch(new, now=datetime.now(UTC))
        log.change(2, "sailed")
        for index in (alerts, EngineAlerts(cluster, log)):
            assert await index.catch_up() == 2
            (batch,) = await index.matches(news, now=NOW)
            assert batch.alert_ids == (1, 2)
        await purge(alerts)
        assert await generations.undo(now=datetime.now(UTC)) == []


async def test_replaced_index_is_kept_for_a_week_or_until_the_next_rebuild() -> None:
    async with open_cluster() as cluster:
        index, generations = EngineIndex(cluster), Generations(cluster, (NEWS,))
        await index.apply([change(1, FERRIES[0])])
        for _ in range(2):
            new = await generations.prepare()
            await EngineIndex(cluster, target=new[NEWS]).apply([change(1, FERRIES[0])])
            await generations.switch(new, now=datetime.now(UTC))
        assert await names(cluster) == {f"{NEWS}-2", f"{NEWS}-3"}
        await generations.drop_old(now=datetime.now(UTC) + KEPT_FOR - timedelta(hours=1))
        assert await names(cluster) == {f"{NEWS}-2", f"{NEWS}-3"}
        await generations.drop_old(now=datetime.now(UTC) + KEPT_FOR + timedelta(hours=1))
        assert await names(cluster) == {f"{NEWS}-3"}
        assert await generations.undo(now=datetime.now(UTC)) == []


async def test_switch_to_the_index_in_use_changes_nothing() -> None:
    async with open_cluster() as cluster:
        index, generations = EngineIndex(cluster), Generations(cluster, (NEWS,))
        await index.apply([change(1, FERRIES[0])])
        new = await generations.prepare()
        await EngineIndex(cluster, target=new[NEWS]).apply([change(1, FERRIES[0])])
        for _ in range(2):
            await generations.switch(new, now=datetime.now(UTC))
        assert await found(index) == {"a0"}
        assert await generations.undo(now=datetime.now(UTC)) == [f"{NEWS}-1"]


async def test_week_of_an_index_begins_when_it_is_replaced_also_by_an_undo() -> None:
    switched, undone = datetime.now(UTC) + 30 * DAY, datetime.now(UTC) + 36 * DAY
    async with open_cluster() as cluster:
        generations = Generations(cluster, (NEWS,))
        await EngineIndex(cluster).apply([change(1, FERRIES[0])])
        new = await generations.prepare()
        await EngineIndex(cluster, target=new[NEWS]).apply([change(1, FERRIES[0])])
        assert await generations.undo_until() is None
        await generations.switch(new, now=switched)
        assert near(await generations.undo_until(), switched + KEPT_FOR)
        await generations.undo(now=undone)
        assert near(await generations.undo_until(), undone + KEPT_FOR)
        await generations.drop_old(now=undone + KEPT_FOR - DAY)
        assert await names(cluster) == {f"{NEWS}-1", f"{NEWS}-2"}
        await generations.drop_old(now=undone + KEPT_FOR + DAY)
        assert await names(cluster) == {f"{NEWS}-1"}


async def test_index_replaced_by_an_older_program_is_kept_for_a_week_after_the_newer_one_was_built() -> None:
    async with open_cluster() as cluster:
        generations = Generations(cluster, (NEWS,))
        await EngineIndex(cluster).applied()
        new = await generations.prepare()
        await EngineIndex(cluster, target=new[NEWS]).applied()
        add = {"index": cluster.index(f"{NEWS}-1"), "alias": cluster.index(f"before-{NEWS}")}
        remove = {"index": cluster.index(f"{NEWS}-1"), "alias": cluster.index(NEWS)}
        added = {"index": cluster.index(f"{NEWS}-2"), "alias": cluster.index(NEWS)}
        await cluster.switch([{"add": add}, {"remove": remove}, {"add": added}])
        until = await generations.undo_until()
        assert until is not None
        assert abs(until - datetime.now(UTC) - KEPT_FOR) < timedelta(hours=1)
        assert await generations.undo(now=datetime.now(UTC)) == [f"{NEWS}-1"]


def near(time: datetime | None, expected: datetime) -> bool:
    return time is not None and abs(time - expected) < timedelta(seconds=1)


async def test_start_deletes_nothing_while_another_process_replaces_indices() -> None:
    @asynccontextmanager
    async def lease(free: bool) -> AsyncIterator[bool]:
        yield free

    async with open_cluster() as cluster:
        generations = Generations(cluster, (NEWS,))
        await EngineIndex(cluster).applied()
        new = await generations.prepare()
        await EngineIndex(cluster, target=new[NEWS]).applied()
        await generations.switch(new, now=datetime.now(UTC) - KEPT_FOR - DAY)
        for free, left in ((False, {f"{NEWS}-1", f"{NEWS}-2"}), (True, {f"{NEWS}-2"})):
            await EngineIndex(cluster, rebuilding=partial(lease, free)).ready()
            assert await names(cluster) == left


async def test_changes_that_belong_together_become_visible_at_once() -> None:
    async with open_cluster() as cluster:
        index, other = EngineIndex(cluster), EngineIndex(cluster)
        await index.apply([change(1, FERRIES[0])])
        gone = IndexChange(2, ArticleId("a0"), None, visible_with=4)
        await index.apply([gone, IndexChange(3, FERRIES[1].id, FERRIES[1], visible_with=4)])
        assert (await found(other), await other.applied()) == ({"a0"}, 1)
        await index.apply([IndexChange(4, FERRIES[2].id, FERRIES[2], visible_with=4)])
        assert await found(other) == {"a1", "a2"}
        assert await EngineIndex(cluster).applied() == 4
