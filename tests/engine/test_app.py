"""The whole bot on a cluster, and what it does while the cluster is away."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.alerts.alert import AlertDraft
from bot.app.cli.consistency import find_inconsistencies
from bot.app.cli.engine import rebuild, undo
from bot.app.clock import utc_now
from bot.app.progress import no_progress
from bot.app.runtime.application import Address
from bot.app.runtime.monitoring import serve_monitoring
from bot.app.runtime.serving import serve_bot
from bot.app.search_index import connect
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle
from bot.engine.applied import KEPT_S
from bot.engine.client import Cluster
from bot.engine.documents import ALERTS, KIND, NEWS
from bot.errors import ConfigError, SearchUnavailable
from bot.ingest.reload.generation import GenerationState
from bot.preview.server import PreviewServer
from bot.questions.model import Question
from bot.search.ports import IndexChange
from bot.storage.sqlite import SqliteLease
from bot.storage.stores import Stores
from bot.stories.story import StoryId
from tests.conftest import OpenApp
from tests.databases import live_articles
from tests.e2e.person import Phone
from tests.engine.clusters import URL, open_cluster
from tests.engine.forwarder import Forwarder, open_forwarder
from tests.factories import make_article, write_jsonl
from tests.stories.test_clusterer import FERRY as FERRY_TEXT
from tests.stories.test_clusterer import FERRY_AGAIN

FERRY = {"id": "ferry", "title": "Ferry sails", "text": "The ferry sailed at noon. It was late."}
TRAM = {"id": "tram", "title": "Tram stops", "text": "The tram stopped. It was early."}
AIRSHIP = RawArticle(text="Airship seen\n\nA zeppelin crossed the bay at noon.", source="z.txt")


@pytest.fixture
async def way() -> AsyncIterator[Forwarder]:
    """A way to the cluster."""
    async with open_cluster(), open_forwarder(URL.split(",")[0]) as forwarder:
        yield forwarder


@asynccontextmanager
async def cleaned(app: App) -> AsyncIterator[None]:
    """Delete what the app leaves on the cluster."""
    try:
        yield
    finally:
        cluster = Cluster(URL, prefix=f"newsbot-{await app.stores.alerts.store_id():x}")
        await cluster.delete_all()
        await cluster.close()


async def found(app: App, text: str) -> list[str]:
    answer = await app.services.questions.ask(Question(text, utc_now()))
    return [entry.article.id for entry in answer.entries]


@pytest.mark.opensearch
async def test_processes_share_the_cluster_and_a_reload_switches_it(
    open_with: OpenApp, way: Forwarder, tmp_path: Path
) -> None:
    async with open_with(FERRY, TRAM, engine_url=way.url) as app, cleaned(app):
        assert await found(app, "ferry") == ["ferry"]
        async with open_with(FERRY, TRAM, engine_url=way.url) as other:
            await other.pipeline.ingest([AIRSHIP])
            assert len(await found(app, "zeppelin")) == 1
        write_jsonl(tmp_path / "corpus" / "articles.jsonl", TRAM | {"text": "The tram left the rails."})
        generation = await app.services.reload.reload(anyway=True)
        assert generation.state is GenerationState.LIVE
        assert await found(app, "ferry") == []
        assert await found(app, "rails") == ["tram"]
        stats, behind = await app.services.questions.index_status()
        assert (stats.articles, behind) == (2, 0)
        assert len([article_id async for article_id in app.index.ids()]) == 2


@pytest.mark.opensearch
async def test_questions_and_alerts_wait_for_a_cluster_that_is_away(tmp_path: Path, way: Forwarder) -> None:
    write_jsonl(tmp_path / "corpus.jsonl", FERRY, TRAM)
    settings = Settings(_env_file=None, corpus=tmp_path, data=tmp_path / "data", engine_url=way.url)
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(PreviewServer())
        app = await stack.enter_async_context(open_app(settings))
        await stack.enter_async_context(cleaned(app))
        address = Address(telegram.url, telegram.token)
        await stack.enter_async_context(serve_bot(app.services, address, asyncio.Event()))
        port = await stack.enter_async_context(serve_monitoring(app, ("127.0.0.1", 0), lambda: "polling"))
        ada = telegram.state.add_person("Ada")
        phone = Phone(telegram.state, ada, telegram.state.chats[ada.id])
        await phone.say("/start")
        await app.services.alerts.save(AlertDraft(phone.chat.id, None, ada.id, "zeppelin", utc_now()))

        await way.cut()
        assert "Search is unavailable" in str(await phone.say("ferry"))
        status, health = await healthy(port)
        assert status == 503
        assert "does not answer; check NEWSBOT_ENGINE_URL" in health["problem"]
        assert (await app.pipeline.ingest([AIRSHIP])).added == 1
        await app.services.alerts.save(AlertDraft(phone.chat.id, None, ada.id, "noon", utc_now()))
        assert await app.late_matching.run() == 0

        await way.open()
        assert "Ferry sails" in str(await phone.say("ferry"))
        assert (await healthy(port))[0] == 200
        await app.pipeline.follow()
        assert "Airship seen" in str(await phone.say("crossed bay"))
        assert [await app.late_matching.run(), await app.late_matching.run()] == [1, 0]
        await telegram.state.until(lambda: notified(phone) == 1)


@pytest.mark.opensearch
async def test_start_with_new_articles_needs_no_cluster(tmp_path: Path, way: Forwarder) -> None:
    write_jsonl(tmp_path / "corpus.jsonl", FERRY, TRAM)
    settings = Settings(_env_file=None, corpus=tmp_path, data=tmp_path / "data", engine_url=way.url)
    await way.cut()
    async with open_app(settings) as app:
        await way.open()
        async with cleaned(app):
            await app.pipeline.follow()
            assert await found(app, "ferry") == ["ferry"]
            assert await app.late_matching.run() == 2
            assert await app.stores.article_commit.unmatched(9) == []
            assert await find_inconsistencies(settings) == (2, [])


@pytest.mark.opensearch
async def test_article_that_came_while_the_cluster_was_away_joins_its_story_later(
    open_with: OpenApp, way: Forwarder
) -> None:
    async with open_with(engine_url=way.url) as app, cleaned(app):
        await app.pipeline.ingest([RawArticle(text=f"Aground\n\n{FERRY_TEXT}", source="first.txt")])
    await way.cut()
    async with open_with(engine_url=way.url) as app:
        await app.pipeline.ingest([RawArticle(text=f"Rescued\n\n{FERRY_AGAIN}", source="second.txt")])
        await way.open()
        async with cleaned(app):
            first, second = await live_articles(app.stores.articles)
            before = await app.stores.stories.story_ids([first.id, second.id])
            assert before[first.id] != before[second.id]
            await app.pipeline.follow()
            assert await app.late_matching.run() == 1
            after = await app.stores.stories.story_ids([first.id, second.id])
            assert after == dict.fromkeys(before, before[first.id])


@pytest.mark.opensearch
async def test_rebuild_fills_the_cluster_again(tmp_path: Path, way: Forwarder) -> None:
    write_jsonl(tmp_path / "corpus.jsonl", FERRY, TRAM)
    settings = Settings(_env_file=None, corpus=tmp_path, data=tmp_path / "data", engine_url=way.url)
    async with open_app(settings) as app:
        await app.services.alerts.save(AlertDraft(7, None, 7, "ferry", utc_now()))
        await app.alerts.catch_up()
        await app.index.apply(
            [IndexChange(1_000, ArticleId("ferry"), None)]
        )  # of a later state of the database
        assert await found(app, "ferry") == []
        _, problems = await find_inconsistencies(settings)
        assert "articles missing in the cluster: 1 (ferry)" in problems
    async with open_app(settings) as app, cleaned(app):
        await rebuild(settings.model_copy(update={"engine_shards": 3}), progress=no_progress)
        assert await shards_in_use(settings, app) == "3"
        assert await found(app, "ferry") == ["ferry"]
        await undo(settings)
        assert await shards_in_use(settings, app) == "1"
        assert await found(app, "ferry") == []
        await undo(settings)
        assert await find_inconsistencies(settings) == (2, [])
        late = make_article("late", "A ferry sailed.", published_at=utc_now())
        assert len(await app.alerts.matches([(late, StoryId("s"))], now=utc_now())) == 1


@pytest.mark.opensearch
async def test_rebuild_whose_switch_is_not_confirmed_deletes_no_index_in_use(
    open_with: OpenApp, way: Forwarder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch, switched_at = Cluster.switch, list[float]()

    async def switch_unheard(cluster: Cluster, actions: Any) -> None:
        await switch(cluster, actions)
        switched_at.append(time.monotonic())
        raise SearchUnavailable("does not answer")

    async with open_with(FERRY, engine_url=way.url) as app, cleaned(app):
        monkeypatch.setattr(Cluster, "switch", switch_unheard)
        settings = Settings(_env_file=None, data=tmp_path / "data", engine_url=way.url)
        with pytest.raises(SearchUnavailable):
            await rebuild(settings, progress=no_progress)
        waited_s = time.monotonic() - switched_at[0]
        assert waited_s > 0.9 * KEPT_S, "importers wait, as for a switch that is confirmed"
        assert await found(app, "ferry") == ["ferry"]


@pytest.mark.opensearch
async def test_rebuild_that_lost_its_lease_deletes_no_index(
    open_with: OpenApp, way: Forwarder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, asked = SqliteLease.take, list[bool]()

    async def lost(lease: SqliteLease) -> bool:
        if lease._path.suffix != ".rebuild":
            return await take(lease)
        asked.append(await take(lease) and not asked)
        return asked[-1]

    async with open_with(FERRY, engine_url=way.url) as app, cleaned(app):
        monkeypatch.setattr(SqliteLease, "take", lost)
        settings = Settings(_env_file=None, data=tmp_path / "data", engine_url=way.url)
        with pytest.raises(SearchUnavailable, match="another rebuild may have begun"):
            await rebuild(settings, progress=no_progress)
        cluster = connect(settings, await app.stores.alerts.store_id())
        assert asked == [True, False]
        assert {f"{NEWS}-1", f"{NEWS}-2"} <= set(await cluster.indices()), "another rebuild may use its names"
        assert await found(app, "ferry") == ["ferry"]
        await cluster.close()


@pytest.mark.opensearch
async def test_who_asks_to_be_forgotten_is_purged_once_the_cluster_is_back_and_not_rebuilt(
    open_with: OpenApp, way: Forwarder, tmp_path: Path
) -> None:
    settings = Settings(_env_file=None, data=tmp_path / "data", engine_url=way.url)
    async with open_with(FERRY, engine_url=way.url) as app, cleaned(app):
        await app.services.alerts.save(AlertDraft(7, None, 7, "zeppelin", utc_now()))
        await app.alerts.catch_up()
        await rebuild(settings, progress=no_progress)
        cluster = connect(settings, await app.stores.alerts.store_id())
        indices = {name for name in await cluster.indices() if name.startswith(KIND)}
        assert indices == {f"{ALERTS}-1", f"{ALERTS}-2"}
        await way.cut()
        assert (await app.services.alerts.erase_person(7)).alerts == 1
        await way.open()
        async with Stores.open(settings.store_url) as other, other.rebuilding() as free:
            assert free
            assert not await app.purging.run()
            assert (await find_inconsistencies(settings))[1] == [
                "deleted alerts wait to be purged from the cluster"
            ]
        await app.purging.run()
        assert {name for name in await cluster.indices() if name.startswith(KIND)} == {f"{ALERTS}-2"}
        await cluster.refresh(ALERTS)
        found = await cluster.search([ALERTS], {"query": {"exists": {"field": "reading"}}})
        assert found["hits"]["hits"] == []
        await cluster.close()


@pytest.mark.opensearch
async def test_second_rebuild_at_once_is_refused(open_with: OpenApp, way: Forwarder, tmp_path: Path) -> None:
    async with open_with(FERRY, engine_url=way.url) as app, cleaned(app):
        settings = Settings(_env_file=None, data=tmp_path / "data", engine_url=way.url)
        results = await asyncio.gather(
            *(rebuild(settings, progress=no_progress) for _ in range(2)), return_exceptions=True
        )
        (refused,) = (result for result in results if result is not None)
        assert isinstance(refused, ConfigError)
        assert "is running" in str(refused)
        assert await found(app, "ferry") == ["ferry"]


async def test_rebuild_without_a_cluster_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="NEWSBOT_ENGINE_URL is not set"):
        await rebuild(Settings(_env_file=None, data=tmp_path))


@pytest.mark.opensearch
async def test_undo_without_a_rebuild_says_so(open_with: OpenApp, way: Forwarder, tmp_path: Path) -> None:
    async with open_with(FERRY, engine_url=way.url) as app, cleaned(app):
        with pytest.raises(ConfigError, match="no earlier indices"):
            await undo(Settings(_env_file=None, data=tmp_path / "data", engine_url=way.url))


async def shards_in_use(settings: Settings, app: App) -> str:
    cluster = connect(settings, await app.stores.alerts.store_id())
    indices = (await cluster.indices()).values()
    await cluster.close()
    (used,) = (about for about in indices if cluster.index(NEWS) in about["aliases"])
    return str(used["settings"]["index"]["number_of_shards"])


def notified(phone: Phone) -> int:
    return sum("zeppelin" in str(message) for message in phone.chat.messages.values())


async def healthy(port: int) -> tuple[int, dict[str, Any]]:
    async with httpx.AsyncClient() as http:
        response = await http.get(f"http://127.0.0.1:{port}/health")
    return response.status_code, response.json()


async def test_password_is_not_shown() -> None:
    cluster = Cluster("https://newsbot:hunter2@127.0.0.1:9")
    with pytest.raises(SearchUnavailable) as raised:
        await cluster.refresh("news")
    await cluster.close()
    assert "https://127.0.0.1:9" in str(raised.value)
    assert "hunter2" not in str(raised.value)
