"""Makes the files of this folder: what version 0.1.0 leaves behind after a short visit.

Run it in the environment of a checkout of that version:

    git worktree add ../newsbot-0.1.0 1ba4c9a        # then set it up: make -C ../newsbot-0.1.0
    PYTHONPATH=../newsbot-0.1.0 ../newsbot-0.1.0/.venv/bin/python tests/data/v0.1.0/make.py

It runs that version's bot against that version's miniature Telegram and writes:

- `data.tar.xz`: the data folder (database, index, stories, alerts).
- `callback_data.txt`: one line per button that version can write, `kind<TAB>data`, about what is in the
  database. Buttons that delete something come last among their kind.
- `visit.json`: what the test needs to know about the visit.
"""

# isort: skip_file
# Half of these modules exist in version 0.1.0 only.

import asyncio
import json
import os
import shutil
import tarfile
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from buttons import callback_data
from bot.alerts.pacing import Pacer
from bot.app.settings import Settings
from bot.app.telegram_app import Address, build_application
from bot.app.wiring import House, open_house
from bot.corpus.raw import RawArticle
from bot.delivery_path import DeliveryPath
from bot.preview.server import PreviewServer
from bot.preview.world import World
from handlers.context import NewsApplication
from handlers.delivery import AlertSender
from handlers.routes import add_routes
from handlers.texts import LANGUAGES
from telegram import Update
from tests.fuzz.bot import SEEDS, OneFeed

HERE = Path(__file__).resolve().parent

START = datetime(2026, 11, 29, 12, tzinfo=UTC)
FOLDERS = ("port-veyra-flood", "sindyan", "ardicova")
FLOOD = "The flood in Port Veyra reached the harbour office on Sunday, the harbour master said."
FERRY = "The ferry to Tarnholm carries passengers again, the shipping line said on Sunday."
MUSEUM = "The lighthouse museum in Tarnholm opens its new wing, the director said on Sunday."
QUESTION = "flood OR dam OR museum OR budget OR olive"
Json = dict[str, Any]


@dataclass(frozen=True)
class Visit:
    """Ada, who may do everything, in her private chat with the bot."""

    house: House
    application: NewsApplication
    world: World

    @property
    def chat(self) -> Any:
        return self.world.chats[1_001]

    async def say(self, text: str, **fields: Any) -> Json:
        """Send a message; return the bot's last one."""
        self.world.send(self.world.people[1_001], self.chat, text, **fields)
        return await self.answered()

    async def press(self, message: Json, data: str) -> Json:
        """Press a button; return the bot's last message, or the pressed one when there is no newer one."""
        before = len(self.chat.messages)
        self.world.press(self.world.people[1_001], self.chat, message["message_id"], data)
        last = await self.answered()
        return last if len(self.chat.messages) > before else self.chat.messages[message["message_id"]]

    async def answered(self) -> Json:
        queue = self.world.updates
        for update in await queue.poll(offset=0, limit=100, timeout_s=0):
            await self.application.process_update(Update.de_json(update, self.application.bot))
            await queue.poll(offset=update["update_id"] + 1, limit=1, timeout_s=0)
        return self.last()

    def last(self) -> Json:
        return [each for each in self.chat.messages.values() if each["from"]["is_bot"]][-1]

    async def shown(self, data: str) -> Json:
        """Wait until the bot's last message has a button with such data; return the message."""
        await self.world.until(lambda: f"'{data}'" in str(self.last().get("reply_markup")))
        return self.last()

    async def publish(self, number: int, text: str) -> None:
        await self.house.articles.ingest(
            [
                RawArticle(
                    text=text,
                    title=text.split(",")[0],
                    source=f"https://packet.example/{number}",
                    url=f"https://packet.example/{number}",
                    publisher="Port Veyra Packet",
                    seen_at=self.house.services.clock(),
                    language="en",
                )
            ]
        )


def button(message: Json, verb: str) -> str:
    """Return the data of a message's button whose last part begins with `verb`."""
    rows = message["reply_markup"]["inline_keyboard"]
    texts = [each["callback_data"] for row in rows for each in row if "callback_data" in each]
    return next(each for each in texts if each.rpartition(".")[2].startswith(verb))


@asynccontextmanager
async def visiting(data: Path) -> AsyncIterator[Visit]:
    """Open the old bot on the corpus in the working directory; its clock runs from `START`."""
    began = time.monotonic()
    chosen = Settings(
        _env_file=None,
        corpus=Path("corpus"),
        data=data,
        admin_ids={1_001},
        person_per_minute=0,
        full_text=False,
    )
    async with (
        open_house(
            chosen, fetcher=OneFeed(), clock=lambda: START + timedelta(seconds=time.monotonic() - began)
        ) as house,
        PreviewServer() as telegram,
        build_application(house.services, Address(telegram.url, telegram.token), Pacer()) as application,
    ):
        add_routes(application)
        await application.start()
        telegram.world.add_person("Ada")
        yield Visit(house, application, telegram.world)
        await application.stop()


async def ask_and_report(visit: Visit) -> tuple[str, str]:
    """Ask, open cards, report a source; return a button that opens an article, and the article's title."""
    await visit.say("/start")
    answer = await visit.say("flood")
    opens = button(answer, "a1")
    card = await visit.press(answer, opens)
    title = card["text"].splitlines()[0]
    story = await visit.press(card, button(card, "s"))
    reasons = await visit.press(story, button(story, "r"))
    await visit.press(reasons, button(reasons, "r1"))
    card = await visit.press(story, button(story, "a1"))
    await visit.press(card, button(card, "c1"))
    await visit.say(QUESTION)
    nothing = await visit.say("flood source:nowhere")
    assert button(nothing, "w")
    await visit.say("/reports")
    return opens, title


async def choose_settings(visit: Visit) -> None:
    settings = await visit.say("/settings")
    for data in ("S.r1", "S.m0", "S.m1", "S.b0"):
        await visit.press(settings, data)
    await visit.say("/prefer Port Veyra Packet")
    await visit.say("/mute Sable Coast Radio")
    await visit.press(await visit.say("/lang"), "T.en")


async def save_alerts(visit: Visit) -> Json:
    """Save two alerts and leave a third as a draft; return the first one's entry."""
    draft = await visit.say("/subscribe flood")
    entry = await visit.press(draft, button(draft, "y"))
    await visit.say("Europe/Istanbul", reply_to=entry["message_id"])
    second = await visit.say("/subscribe ferry OR museum")
    await visit.press(second, button(second, "y"))
    await visit.say("/subscribe dam")
    listed = await visit.say("/subscriptions")
    return await visit.press(listed, "A.1.o")


async def deliver(visit: Visit) -> None:
    """Leave one message sent, one waiting in the outbox, and one match batch that isn't expanded."""
    services = visit.house.services
    sender = AlertSender(visit.application.bot, services)
    await visit.press(await visit.say("/settings"), "S.r0")
    await visit.publish(1, FLOOD)
    path = DeliveryPath(services.outbox, services.chats, sender, Pacer(), services.clock, told=services.told)
    assert await path.run_once() == 1
    await visit.publish(2, FERRY)
    assert await services.outbox.expand(now=services.clock(), limit=100)
    await visit.publish(3, MUSEUM)


async def look_after(visit: Visit) -> None:
    """Add a feed, and reload the corpus with one more article."""
    await visit.say("/feeds https://ledger.example/f")
    await visit.press(await visit.shown("F.0.s"), "F.0.s")
    async for _ in visit.house.poller.due():
        pass
    shutil.copy(SEEDS / "sable-coast" / "coast.jsonl", "corpus")
    await visit.say("/reload")
    await visit.shown("G.1.u")


def write(data: Path, buttons: set[str], shown: Json) -> None:
    """Write the files of this folder; every button that was seen must be among the listed ones."""
    lines = list(callback_data(data / "newsbot.db"))
    shapes = {text.rpartition(".")[2].rstrip("0123456789") for _, text in lines}
    assert {text.rpartition(".")[2].rstrip("0123456789") for text in buttons} <= shapes | set(LANGUAGES)
    (HERE / "callback_data.txt").write_text("".join(f"{kind}\t{text}\n" for kind, text in lines))
    (HERE / "visit.json").write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
    with tarfile.open(HERE / "data.tar.xz", "w:xz") as archive:
        for file in sorted(each for each in data.rglob("*") if each.is_file()):
            archive.add(file, file.relative_to(data.parent).as_posix())


async def main() -> None:
    folder = Path(tempfile.mkdtemp())
    os.chdir(folder)
    for name in FOLDERS:
        shutil.copytree(SEEDS / name, Path("corpus") / name)
    data = Path("data").resolve()
    async with visiting(data) as visit:
        opens, title = await ask_and_report(visit)
        await choose_settings(visit)
        entry = await save_alerts(visit)
        prompt = await visit.press(entry, "A.1.e")
        for command in ("/unsubscribe_all", "/forget_me", "/status"):
            await visit.say(command)
        await look_after(visit)
        await deliver(visit)
        messages = list(visit.chat.messages.values())
    rows = [row for each in messages for row in each.get("reply_markup", {}).get("inline_keyboard", ())]
    buttons = {each["callback_data"] for row in rows for each in row if "callback_data" in each}
    shown = {
        "ends": (START + timedelta(minutes=5)).isoformat(),
        "opens": opens,
        "title": title,
        "prompt": prompt["message_id"],
        "waiting": FERRY,
        "batch": MUSEUM,
    }
    write(data, buttons, shown)
    shutil.rmtree(folder)


asyncio.run(main())
