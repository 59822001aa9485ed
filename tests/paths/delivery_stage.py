"""A stage for deliveries: the whole bot but its handlers, real stores, the miniature Telegram over HTTP.

It acts out what happens to people, chats, articles and the network, keeps its own account of what was
promised, and at the end holds the chats and the outbox against it. Only the clock is not real.
"""

import re
import shutil
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.alerts.alert import AlertDraft, AlertId, Mode
from bot.app.wiring import App, open_app
from bot.corpus.article import Article, ArticleId
from bot.corpus.raw import RawArticle
from bot.delivery.dispatcher import Dispatcher, StoryUpdates
from bot.delivery.rate_limits import RateLimiter
from bot.preview.telegram.faults import Fault
from bot.preview.telegram.model import Chat, Json
from bot.preview.telegram.state import TelegramState
from bot.search.query.matcher import matches
from bot.storage.alerts.outbox import SqlOutbox
from bot.storage.database import Database
from bot.storage.schema.alerts import chats, outbox
from bot.stories.story import StoryId
from handlers.alerts.sender import AlertSender
from tests.fakes.sender import Clock
from tests.paths.delivery_script import NotedFaults, Place, Published, Said, Saved, Script, settings_in
from tests.paths.mortal import Fuse, Killed, Mortal

TOPICS = (
    "A hailstorm broke greenhouse roofs near Tavira on Monday and growers said their tomatoes were lost",
    "The central bank of Lusena cut its lending rate and traders sold bonds and bought shares of lenders",
    "The goalkeeper of Silves saved two penalties and the club reached the cup final in extra time",
    "The museum of Faro opened a wing for coins that divers had found in a sunken galley",
)
QUERIES = ("hailstorm", "bank", "goalkeeper", "museum", "report", "hailstorm OR museum", "report -bank")
OUTLETS = ("Mill Gazette", "Coast Bee", "Harbour Post", "Hill Radio")
PLACES = ("ada", "bob", "group", "topic", "channel")
MOST_A_PLACE = 3
_ALERT, _ARTICLE, _ENTRY = re.compile(r"zq(\d+)"), re.compile(r"xv(\d+)"), re.compile(r"\n\n\d\. ")


@dataclass
class Stage:
    """One schedule of events."""

    script: Script
    data: Path
    clock: Clock = field(default_factory=Clock)
    fuse: Fuse = field(default_factory=Fuse)
    saved: dict[AlertId, Saved] = field(default_factory=dict)
    published: list[Published] = field(default_factory=list)
    promised: set[tuple[AlertId, StoryId]] = field(default_factory=set)
    promised_articles: set[tuple[AlertId, ArticleId]] = field(default_factory=set)
    story_of: dict[ArticleId, StoryId] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    told: dict[tuple[AlertId, StoryId], list[Said]] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    run: int = 0
    killed: set[int] = field(default_factory=set)
    twice: int = 0

    # Opening and ending.

    async def open(self) -> None:
        """Set the stage: five places, nobody knows anything."""
        self.state = TelegramState(clock=lambda: self.clock().timestamp())
        self.state.flood.on = True
        self.faults = self.state.faults = NotedFaults()
        self.state.subscribe(self._heard)
        self.script.server.state = self.state
        shutil.copytree(self.script.empty / "empty", self.data)
        self.places = self._build()
        await self._start()

    def _build(self) -> dict[str, Place]:
        ada, bob = self.state.add_person("Ada"), self.state.add_person("Bob")
        ada.started = bob.started = True
        group = self.state.add_group("Growers", ada, bob)
        forum = self.state.add_group("Desk", ada, forum=True)
        topic = self.state.add_topic(forum, "Weather")
        channel = Chat(-1_000_000_009_999, "channel", "Wire", bot_status="administrator")
        self.state.chats[channel.id] = channel
        known = self.state.chats
        return {
            "ada": Place(known[ada.id]),
            "bob": Place(known[bob.id]),
            "group": Place(group),
            "topic": Place(forum, topic),
            "channel": Place(channel),
        }

    async def _start(self) -> None:
        self._open = AsyncExitStack()
        settings = settings_in(self.script.empty, self.data)
        self.app: App = await self._open.enter_async_context(
            open_app(settings, read_corpus=False, fetcher=self.script.web, clock=self.clock)
        )
        self.database: Database = await self._open.enter_async_context(Database.open(settings.store_url))
        self._new_path()

    def _new_path(self) -> None:
        services, fuse = self.app.services, self.fuse
        story_updates = StoryUpdates(
            Mortal(services.delivery.updates.log, fuse),
            services.delivery.updates.stories,
            services.delivery.updates.articles,
        )
        self.path = Dispatcher(
            Mortal(SqlOutbox(self.database), fuse),
            Mortal(services.delivery.chats, fuse),
            Mortal(AlertSender(self.script.bot, services), fuse),
            RateLimiter(),
            self.clock,
            story_updates=story_updates,
            sleep=self.clock.sleep,
        )

    async def close(self) -> None:
        """Take the program down."""
        await self._open.aclose()

    # What happens.

    async def restart(self) -> None:
        """Stop the program in good order, and start it again."""
        self.twice += self.path.delivered.twice
        await self.close()
        await self._start()

    async def save(self, place: str, query: str, mode: Mode) -> None:
        """Let somebody save an alert; the odd word tells it from all others and matches nothing."""
        here = [each for each in self.saved.values() if each.place == place and not each.gone]
        if len(here) >= MOST_A_PLACE:
            return
        where, number = self.places[place], len(self.saved) + 1
        draft = AlertDraft(
            where.chat.id, where.thread, 7, f"({query}) OR zq{number}", self.clock(), mode=mode
        )
        alert = await self.app.services.alerts.save(draft)
        assert alert.id == number
        self.saved[alert.id] = Saved(alert, place)

    async def change(self, number: int, verb: str) -> None:
        """Let an owner pause, resume, mute or delete an alert."""
        mine = [each for each in self.saved.values() if not each.gone]
        if not mine:
            return
        chosen, desk = mine[number % len(mine)], self.app.services.alerts
        if verb == "delete":
            await desk.store.delete(chosen.alert.id)
            chosen.gone = True
            return
        now = await desk.store.get(chosen.alert.id)
        assert now is not None
        chosen.alert = await getattr(desk, verb)(now)

    async def publish(self, topic: int, outlet: int) -> None:
        """Publish an article on a topic."""
        number = len(self.published)
        text = f"{TOPICS[topic]}. {OUTLETS[outlet]} counted {number} of them."
        raw = RawArticle(
            text, f"a{number}", title=f"Report xv{number}", publisher=OUTLETS[outlet], **self._dated()
        )
        (article,) = await self._take_in(raw)
        self.published.append(Published(raw, article.id))
        self._promise(article)

    async def correct(self, number: int) -> None:
        """Change an article's text."""
        if not (chosen := self._chosen(number, withdrawn=False)):
            return
        chosen.raw = replace(chosen.raw, text=f"{chosen.raw.text} A figure was corrected.")
        await self._take_in(chosen.raw)

    async def withdraw(self, number: int) -> None:
        """Take an article out of the corpus."""
        if chosen := self._chosen(number, withdrawn=False):
            assert await self.app.pipeline.remove([chosen.id]) == 1
            chosen.withdrawn = True

    async def put_back(self, number: int) -> None:
        """Bring a withdrawn article back, as it was: no news to anybody but who was not told of it before."""
        if chosen := self._chosen(number, withdrawn=True):
            await self._take_in(chosen.raw)
            chosen.withdrawn = False

    async def wait(self, seconds: float) -> None:
        """Let time pass."""
        await self.clock.sleep(seconds)

    async def block(self, place: str) -> None:
        """Shut the bot out of a chat."""
        chat = self.places[place].chat
        if chat.owner is not None:
            chat.owner.blocks_bot = True
        elif chat.type == "channel":
            chat.may_write = False
        else:
            chat.bot_status = "kicked"

    async def unblock(self, place: str) -> None:
        """Let the bot in again; Telegram says so."""
        self._heal(self.places[place])
        await self.app.services.chats.resume(self.places[place].chat.id)

    async def close_topic(self, how: str) -> None:
        """Close the forum's topic, delete it, or open it again."""
        forum = self.places["topic"]
        assert forum.thread is not None
        if how == "close":
            forum.chat.closed_topics.add(forum.thread)
        elif how == "delete":
            forum.chat.topics.pop(forum.thread, None)
        else:
            self._heal(forum)

    async def upgrade(self, *, said: bool) -> None:
        """Make the group a supergroup; the service message arrives, or is lost."""
        place = self.places["group"]
        if place.chat.type != "group" or place.chat.bot_status == "kicked":
            return
        old, place.chat = place.chat, self.state.upgrade(place.chat)
        self.moved[old.id] = place.chat.id
        if said:
            await self.app.services.chats.migrate(old.id, place.chat.id)

    async def delete_message(self, number: int) -> None:
        """Let a person delete one of the bot's messages."""
        if self.said:
            chosen = self.said[number % len(self.said)]
            self.state.chats[chosen.chat_id].messages.pop(chosen.message_id, None)

    async def fault(self, fault: Fault, place: str | None) -> None:
        """Let something go wrong with the next requests."""
        chat_id = None if place is None else self.places[place].chat.id
        self.faults.add(replace(fault, chat_id=chat_id))

    async def deliver(self, rounds: int, *, kill_at: int | None = None) -> None:
        """Run the delivery path; perhaps the program is killed at some moment, and starts anew."""
        self.fuse.left = kill_at
        for _ in range(rounds):
            self.run += 1
            try:
                await self.path.run_once()
            except BaseExceptionGroup as group:
                if not group.subgroup(Killed):
                    raise
                self._died()
                break
            except Killed:
                self._died()
                break
        self.fuse.left = None

    def _died(self) -> None:
        self.killed.add(self.run)
        self.twice += self.path.delivered.twice
        self.fuse.left = None
        self._new_path()

    # The account that is kept meanwhile.

    def _dated(self) -> dict[str, Any]:
        return {"published": self.clock().isoformat(), "language": "en"}

    async def _take_in(self, raw: RawArticle) -> list[Article]:
        app, store = self.app, self.app.stores.articles
        before = await store.last_change()
        leased = {(row.alert_id, row.story_id) for row in await self.rows() if row.leased_until}
        await app.pipeline.ingest([raw])
        ids = [change.article_id for change in await store.changes(after=before, limit=10)]
        for article_id, story in (await app.services.delivery.updates.stories.story_ids(ids)).items():
            self._belongs(article_id, story, leased)
        return await store.get(ids)

    def _belongs(self, article_id: ArticleId, story: StoryId, leased: set[tuple[int, str]]) -> None:
        """An article that goes to another story takes along what was promised and told of it.

        Of two stories that each were told, or are just being told, neither was told twice.
        """
        before, self.story_of[article_id] = self.story_of.get(article_id), story
        for alert_id, of in list(self.promised_articles):
            if of == article_id and before not in (None, story) and (alert_id, before) in self.promised:
                self.promised -= {(alert_id, before)}
                self.promised |= {(alert_id, story)}
        for alert_id, of in list(self.told):
            there = (alert_id, story)
            if of == before != story and not self.told.get(there) and there not in leased:
                self._take_along(article_id, alert_id, of, story)

    def _take_along(self, article_id: ArticleId, alert_id: AlertId, old: StoryId, new: StoryId) -> None:
        number = next(n for n, each in enumerate(self.published) if each.id == article_id)
        told = self.told.pop((alert_id, old))
        gone = [each for each in told if (alert_id, number) in each.tells]
        self.told[alert_id, old] = [each for each in told if each not in gone]
        self.told[alert_id, new] = gone

    def _promise(self, article: Article) -> None:
        story, now = self.story_of[article.id], self.clock()
        for number, each in self.saved.items():
            if each.gone or (number, article.id) in self.promised_articles:
                continue
            if each.alert.may_report(article, now=now) and matches(each.alert.query, article):
                self.promised.add((number, story))
                self.promised_articles.add((number, article.id))

    def _chosen(self, number: int, *, withdrawn: bool) -> Published | None:
        there = [each for each in self.published if each.withdrawn is withdrawn]
        return there[number % len(there)] if there else None

    def _heard(self, event: Json) -> None:
        message = event.get("message", {})
        if event["type"] != "message" or not message["from"].get("is_bot"):
            return
        text = message.get("text", "")
        tells = frozenset(
            (AlertId(int(alert)), int(article))
            for entry in _ENTRY.split(text)
            for alert in _ALERT.findall(entry)
            for article in _ARTICLE.findall(entry)
        )
        said = Said(self.run, message["chat"]["id"], message["message_id"], tells)
        self.said.append(said)
        for alert, story in {(alert, self.story_of[self.published[number].id]) for alert, number in tells}:
            self.told.setdefault((alert, story), []).append(said)

    # The end: everything heals, what waits goes out, the account is settled.

    async def settle(self) -> None:
        """Let all be well again and wait until nothing waits."""
        self.state.faults = NotedFaults()
        for place in self.places.values():
            self._heal(place)
        if self.places["group"].chat.id in self.moved.values():
            for old, new in self.moved.items():
                await self.app.services.chats.migrate(old, new)
        for place in self.places.values():
            await self.app.services.chats.resume(place.chat.id)
        desk = self.app.services.alerts
        for each in self.saved.values():
            if not each.gone and (alert := await desk.store.get(each.alert.id)):
                await desk.resume(alert)
        for _ in range(200):
            self.run += 1
            if await self.path.run_once():
                continue
            if (at := await self._next_at()) is None:
                break
            await self.clock.sleep(max((at - self.clock()).total_seconds(), 1))
        self.twice += self.path.delivered.twice

    def _heal(self, place: Place) -> None:
        chat = place.chat
        chat.may_write, chat.bot_status = True, "member" if chat.type != "channel" else "administrator"
        chat.closed_topics.clear()
        if chat.owner is not None:
            chat.owner.blocks_bot = False
        if place.thread is not None:
            chat.topics[place.thread] = "Weather"

    async def rows(self) -> list[Any]:
        async with self.database.read() as connection:
            return list((await connection.execute(select(outbox))).all())

    async def _next_at(self) -> datetime | None:
        """When there is something to do for a chat; now while a change to a story is not worked off."""
        if await self.app.services.delivery.updates.log.oldest(until=datetime.max.replace(tzinfo=UTC)):
            return self.clock()
        async with self.database.read() as connection:
            at: datetime | None = await connection.scalar(select(func.min(chats.c.ready_at)))
        return at
