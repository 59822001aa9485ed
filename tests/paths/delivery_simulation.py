"""Simulates deliveries: the whole app without its handlers, real stores, the miniature Telegram over HTTP.

It acts out what happens to people, chats, articles and the network, and keeps a model of what must be
reported (`tests.paths.delivery_model`). Only the clock is not real.
"""

import shutil
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.alerts.alert import AlertDraft, Mode
from bot.app.wiring import App, open_app
from bot.corpus.article import Article
from bot.corpus.ports import ChangeKind
from bot.corpus.raw import RawArticle
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.propagation import StoryUpdates
from bot.delivery.rate_limits import RateLimiter
from bot.preview.telegram.faults import Fault
from bot.preview.telegram.model import Json
from bot.preview.telegram.state import TelegramState
from bot.storage.database import Database
from bot.storage.delivery.outbox import SqlOutbox
from bot.storage.schema.chats import chats
from bot.storage.schema.delivery import outbox
from bot.stories.story import StoryId
from handlers.alerts.sender import AlertSender
from tests.fakes.sender import Clock
from tests.paths.delivery_model import DeliveryModel
from tests.paths.delivery_world import (
    COUNTED,
    MAX_ALERTS,
    OUTLETS,
    TOPICS,
    PublishedArticle,
    RecordingFaults,
    SavedAlert,
    SentMessage,
    SharedWorld,
    add_destinations,
)
from tests.paths.killable import KillablePort, Killed, KillSwitch


@dataclass
class DeliverySimulation:
    """One schedule of events."""

    world: SharedWorld
    data: Path
    clock: Clock = field(default_factory=Clock)
    switch: KillSwitch = field(default_factory=KillSwitch)
    model: DeliveryModel = field(default_factory=DeliveryModel)
    run: int = 0
    killed_runs: set[int] = field(default_factory=set)

    # Start and stop.

    async def open(self) -> None:
        """Start the app with an empty database and five destinations."""
        self.state = TelegramState(clock=lambda: self.clock().timestamp())
        self.state.flood.on = True
        self.faults = self.state.faults = RecordingFaults()
        self.state.subscribe(self._on_event)
        self.world.server.state = self.state
        shutil.copytree(self.world.empty_data, self.data)
        self.destinations = add_destinations(self.state)
        await self._start()

    async def _start(self) -> None:
        self._resources = AsyncExitStack()
        settings = self.world.settings(self.data)
        self.app: App = await self._resources.enter_async_context(
            open_app(settings, read_corpus=False, fetcher=self.world.web, clock=self.clock)
        )
        self.database: Database = await self._resources.enter_async_context(Database.open(settings.store_url))
        self._new_dispatcher()

    def _new_dispatcher(self) -> None:
        delivery, switch = self.app.services.delivery, self.switch
        updates = delivery.updates
        self.dispatcher = Dispatcher(
            KillablePort(SqlOutbox(self.database), switch),
            KillablePort(delivery.chats, switch),
            KillablePort(AlertSender(self.world.bot, self.app.services), switch),
            RateLimiter(),
            self.clock,
            story_updates=StoryUpdates(KillablePort(updates.log, switch), updates.stories, updates.articles),
            briefings=KillablePort(delivery.briefings, switch),
            follows=replace(delivery.follows, store=KillablePort(delivery.follows.store, switch)),
            sleep=self.clock.sleep,
        )

    async def close(self) -> None:
        """Stop the app."""
        await self._resources.aclose()

    async def restart(self) -> None:
        """Stop the app cleanly and start it again."""
        await self.close()
        await self._start()

    # Alerts.

    async def save(self, destination: str, query: str, mode: Mode) -> None:
        """Save an alert; a marker that matches nothing tells it from all others."""
        others = [saved for saved in self.model.active_alerts() if saved.destination == destination]
        if len(others) >= MAX_ALERTS:
            return
        target = self.destinations[destination]
        self.model.saved += 1
        number = self.model.saved
        text = f"({query}) OR zq{number}"
        draft = AlertDraft(target.chat.id, target.thread, 7, text, self.clock(), mode=mode)
        alert = await self.app.services.alerts.save(draft)
        assert alert.id == number
        self.model.alerts[alert.id] = SavedAlert(alert, destination)

    async def change(self, number: int, verb: str) -> None:
        """Pause, resume, mute or delete an alert."""
        alerts = self.model.active_alerts()
        if not alerts:
            return
        saved, service = alerts[number % len(alerts)], self.app.services.alerts
        if verb == "delete":
            await service.store.delete(saved.alert.id)
            saved.deleted = True
            return
        alert = await service.store.get(saved.alert.id)
        assert alert is not None
        saved.alert = await getattr(service, verb)(alert)

    # Articles.

    async def publish(self, topic: int, outlet: int) -> None:
        """Publish an article on a topic."""
        raw = self.raw_article(topic, outlet)
        (article,) = await self._ingest(raw)
        self.model.articles.append(PublishedArticle(raw, article.id))
        self.model.expect(article, now=self.clock())

    async def correct(self, number: int) -> None:
        """Change an article's text."""
        if article := self.model.pick_article(number, withdrawn=False):
            article.raw = replace(article.raw, text=_corrected(article.raw.text))
            await self._ingest(article.raw)

    async def withdraw(self, number: int) -> None:
        """Remove an article from the corpus."""
        if article := self.model.pick_article(number, withdrawn=False):
            assert await self.app.pipeline.remove([article.id]) == 1
            article.withdrawn = True

    async def put_back(self, number: int) -> None:
        """Publish a withdrawn article again, unchanged: news only where it was not reported before."""
        if article := self.model.pick_article(number, withdrawn=True):
            await self._ingest(article.raw)
            article.withdrawn = False

    def raw_article(self, topic: int, outlet: int) -> RawArticle:
        """Return the next article on a topic."""
        number, publisher = len(self.model.articles), OUTLETS[outlet]
        return RawArticle(
            f"{TOPICS[topic]}. {publisher} counted {100 + number} {COUNTED[topic][0]}.",
            f"a{number}",
            title=f"Report xv{number}",
            publisher=publisher,
            published=self.clock().isoformat(),
            language="en",
        )

    async def leased(self) -> set[tuple[int, str]]:
        """Return the alerts and stories of messages that are being sent."""
        return {(row.alert_id, row.story_id) for row in await self.outbox_rows() if row.leased_until}

    async def _ingest(self, raw: RawArticle) -> list[Article]:
        before, leased = await self.app.stores.articles.last_change(), await self.leased()
        await self.app.pipeline.ingest([raw])
        return await self.assign_since(before, leased)

    async def assign_since(self, before: int, leased: set[tuple[int, str]]) -> list[Article]:
        """Note the stories of articles that changed after a change; return them."""
        store = self.app.stores.articles
        changes = await store.changes(after=before, limit=20)
        changes.sort(key=lambda change: change.kind is not ChangeKind.MOVED)
        stories, redirects = self.app.services.delivery.updates.stories, await self._redirects()
        self.model.moves += any(change.kind is ChangeKind.MOVED for change in changes)
        moved = [change.article_id for change in changes if change.kind is ChangeKind.MOVED]
        for article_id, story in (await stories.story_ids(moved)).items():
            self.model.assign(article_id, story, leased)
        for merged in sorted(set(self.model.story_of.values()) & set(redirects)):
            self.model.merge(merged, redirects[merged], leased)
        ids = [change.article_id for change in changes]
        for article_id, story in (await stories.story_ids(ids)).items():
            self.model.assign(article_id, story, leased)
        texts = [change.article_id for change in changes if change.kind is not ChangeKind.MOVED]
        return await store.get(texts)

    async def _redirects(self) -> dict[StoryId, StoryId]:
        return await self.app.services.delivery.updates.stories.redirects()

    # Chats.

    async def block(self, destination: str) -> None:
        """Lock the bot out of a chat."""
        self.destinations[destination].block()

    async def unblock(self, destination: str) -> None:
        """Let the bot in again; Telegram reports it."""
        self.destinations[destination].restore()
        await self.app.services.chats.resume(self.destinations[destination].chat.id)

    async def close_topic(self, how: str) -> None:
        """Close or delete the forum's topic, or open it again."""
        topic = self.destinations["topic"]
        assert topic.thread is not None
        if how == "close":
            topic.chat.closed_topics.add(topic.thread)
        elif how == "delete":
            topic.chat.topics.pop(topic.thread, None)
        else:
            topic.restore()

    async def upgrade(self, *, reported: bool) -> None:
        """Turn the group into a supergroup; the service message arrives only if `reported`."""
        group = self.destinations["group"]
        if group.chat.type != "group" or group.chat.bot_status == "kicked":
            return
        old, group.chat = group.chat, self.state.upgrade(group.chat)
        self.model.moved[old.id] = group.chat.id
        if reported:
            await self.app.services.chats.migrate(old.id, group.chat.id)

    async def delete_message(self, number: int) -> None:
        """Delete one of the bot's messages."""
        if messages := self.model.messages:
            message = messages[number % len(messages)]
            self.state.chats[message.chat_id].messages.pop(message.message_id, None)

    def was_deleted(self, message: SentMessage) -> bool:
        """Whether somebody deleted a message, or its chat was upgraded without it."""
        chat = self.state.chats.get(message.chat_id)
        return chat is None or message.message_id not in chat.messages or message.chat_id in self.model.moved

    def _on_event(self, event: Json) -> None:
        if event["type"] == "message" and event["message"]["from"].get("is_bot"):
            self.model.record(event["message"], run=self.run)
        if event["type"] == "edited" and event["message"]["from"].get("is_bot"):
            self.model.record_follow(event["message"], run=self.run)

    # Deliveries.

    async def wait(self, seconds: float) -> None:
        """Let time pass."""
        await self.clock.sleep(seconds)

    async def fault(self, fault: Fault, destination: str | None) -> None:
        """Make the next requests fail."""
        chat_id = None if destination is None else self.destinations[destination].chat.id
        self.faults.add(replace(fault, chat_id=chat_id))

    async def deliver(self, rounds: int, *, kill_at: int | None = None) -> None:
        """Run the dispatcher; with `kill_at` the process is killed at that point and starts again."""
        self.switch.calls_left = kill_at
        for _ in range(rounds):
            self.run += 1
            if not await self._survives_run():
                self.killed_runs.add(self.run)
                self._new_dispatcher()
                break
        self.switch.calls_left = None

    async def _survives_run(self) -> bool:
        try:
            await self.dispatcher.run_once()
        except BaseExceptionGroup as group:
            if not group.subgroup(Killed):
                raise
            return False
        except Killed:
            return False
        return True

    async def settle(self) -> None:
        """Remove every obstacle and deliver until nothing is waiting."""
        self.state.faults = RecordingFaults()
        await self._remove_obstacles()
        for _ in range(200):
            self.run += 1
            if await self.dispatcher.run_once():
                continue
            if (ready_at := await self._ready_at()) is None:
                break
            await self.clock.sleep(max((ready_at - self.clock()).total_seconds(), 1))

    async def _remove_obstacles(self) -> None:
        service, alerts = self.app.services.chats, self.app.services.alerts
        for destination in self.destinations.values():
            destination.restore()
        if self.destinations["group"].chat.id in self.model.moved.values():
            for old, new in self.model.moved.items():
                await service.migrate(old, new)
        for destination in self.destinations.values():
            await service.resume(destination.chat.id)
        for alert_id in (*(saved.alert.id for saved in self.model.active_alerts()), *self.model.follows):
            if alert := await alerts.store.get(alert_id):
                await alerts.resume(alert)

    async def _ready_at(self) -> datetime | None:
        """When a chat has something to do next; now while a story update is pending."""
        if await self.app.services.delivery.updates.log.oldest(until=datetime.max.replace(tzinfo=UTC)):
            return self.clock()
        async with self.database.read() as connection:
            ready_at: datetime | None = await connection.scalar(select(func.min(chats.c.ready_at)))
        return ready_at

    async def outbox_rows(self) -> list[Any]:
        """Return every row of the outbox."""
        async with self.database.read() as connection:
            return list((await connection.execute(select(outbox))).all())


def _corrected(text: str) -> str:
    """Return an article's text with the other word for what was counted."""
    (before, after), *_ = (
        pair for words in COUNTED for pair in (words, words[::-1]) if text.endswith(f" {pair[0]}.")
    )
    return f"{text.removesuffix(f'{before}.')}{after}."
