"""A soak: many people at once, news arriving, Telegram and the network failing now and then.

    python -m benchmarks.soak --minutes 10 [--people 200] [--json FILE]

The program runs in a process of its own, as an operator starts it, against the miniature Telegram in this
one with its flood control on. Each person asks, waits for the answer, opens an article, turns a page, thinks.
Every few seconds a file of fresh articles comes into the watched corpus folder; every second on average a
request meets a fault: a 429, a 502, a connection cut before or after the work, a late answer. Latency runs
from the question to its answer in the chat; what waited for Telegram (429s, and requests that met a fault)
is told apart, as that wait is Telegram's.
"""

import argparse
import asyncio
import contextlib
import json
import os
import platform
import random
import statistics
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.preview.chat import Chat, Json, Person
from bot.preview.faults import Fault, Kind
from bot.preview.server import PreviewServer
from bot.preview.world import World

ROOT = Path(__file__).parents[1]
WORDS = (
    *("flood", "strike", "tram", "budget", "museum", "bank", "river", "hospital"),
    *("council", "harbour", "election", "storm", "bridge", "vote"),
)
THINKING_S = (8.0, 16.0)
"""Between two questions of one person: 200 people then ask some 17 a second, within Telegram's 30."""
ANSWER_WITHIN_S = 60.0
BATCH_EVERY_S, BATCH = 5.0, 20
WARM_UP = 0.25
"""Share of the run after which memory is compared."""


@dataclass
class Soaked:
    """What came of it."""

    asked: int = 0
    unanswered: int = 0
    faults: int = 0
    articles: int = 0
    presses: int = 0
    clean_ms: list[float] = field(default_factory=list)
    disturbed_ms: list[float] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """One measured figure beside what the issue asks for."""

    what: str
    bar: str
    value: float


def main() -> None:
    """Soak, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    soaked, code, complaints = asyncio.run(_soak(arguments.people, arguments.minutes * 60))
    rows = _rows(soaked, code, complaints)
    for row in rows:
        print(f"{row.what:<58}{row.value:>12,.1f}  {row.bar}")
    if arguments.json:
        machine = f"{platform.platform()}, Python {platform.python_version()}"
        summary = {"machine": machine, "people": arguments.people, "minutes": arguments.minutes}
        rows_json = {"rows": [asdict(row) for row in rows], "memory_mb": soaked.memory}
        arguments.json.write_text(json.dumps(summary | rows_json, indent=1), encoding="utf-8")


async def _soak(people: int, seconds: float) -> tuple[Soaked, int, int]:
    soaked, chance = Soaked(), random.Random(1)
    with TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        _batch(corpus, 0, chance)
        async with PreviewServer() as telegram:
            world = telegram.world
            world.flood.on = True
            newsbot = await _started(telegram, Path(folder))
            errors = asyncio.create_task(_complaints(newsbot))
            phones = [world.add_person(f"P{n}") for n in range(people)]
            await _answer(world, phones[0], world.send(phones[0], world.chats[phones[0].id], "flood"))
            end = time.monotonic() + seconds
            async with asyncio.TaskGroup() as tasks:
                for person in phones:
                    tasks.create_task(_live(world, person, end, soaked, random.Random(person.id)))
                tasks.create_task(_trouble(world, end, soaked, chance))
                tasks.create_task(_publish(corpus, end, soaked, chance))
                tasks.create_task(_weigh(newsbot, world, end, seconds, soaked))
            newsbot.terminate()
            code = await asyncio.wait_for(newsbot.wait(), timeout=60)
            return soaked, code, await errors


async def _live(world: World, person: Person, end: float, soaked: Soaked, chance: random.Random) -> None:
    chat = world.chats[person.id]
    await asyncio.sleep(chance.uniform(0, THINKING_S[1]))
    while time.monotonic() < end:
        said = world.send(person, chat, " ".join(chance.sample(WORDS, 2)))
        began, calls = time.monotonic(), len(world.calls)
        soaked.asked += 1
        answer = await _answer(world, person, said)
        if answer is None:
            soaked.unanswered += 1
            continue
        waited = (time.monotonic() - began) * 1000
        (soaked.disturbed_ms if _disturbed(world, chat, calls) else soaked.clean_ms).append(waited)
        _press(world, person, chat, answer, chance)
        soaked.presses += 1
        await asyncio.sleep(chance.uniform(*THINKING_S))


async def _answer(world: World, person: Person, said: Json) -> Json | None:
    messages = world.chats[person.id].messages

    def after() -> Json | None:
        last = next(reversed(messages.values()))
        return last if last["message_id"] > said["message_id"] else None

    try:
        return await world.until(after, timeout_s=ANSWER_WITHIN_S)
    except TimeoutError:
        return None


def _disturbed(world: World, chat: Chat, since: int) -> bool:
    """Whether the answer took more than one try: Telegram or the network had refused one."""
    tries = [c for c in world.calls[since:] if c["method"] == "sendmessage"]
    return sum(str(c["params"].get("chat_id")) == str(chat.id) for c in tries) > 1


def _press(world: World, person: Person, chat: Chat, answer: Json, chance: random.Random) -> None:
    rows = answer.get("reply_markup", {}).get("inline_keyboard", [])
    data = [b["callback_data"] for row in rows for b in row if "callback_data" in b]
    if data:
        world.press(person, chat, answer["message_id"], chance.choice(data[:8]))


async def _trouble(world: World, end: float, soaked: Soaked, chance: random.Random) -> None:
    faults = (
        lambda: Fault(Kind.FLOOD, "sendmessage", seconds=1),
        lambda: Fault(Kind.ERROR, code=502, words="Bad Gateway"),
        lambda: Fault(Kind.CUT_BEFORE, "sendmessage"),
        lambda: Fault(Kind.CUT_AFTER, "answercallbackquery"),
        lambda: Fault(Kind.DELAY, "sendmessage", seconds=0.5),
    )
    while time.monotonic() < end:
        await asyncio.sleep(chance.expovariate(1))
        world.faults.add(chance.choice(faults)())
        soaked.faults += 1


async def _publish(corpus: Path, end: float, soaked: Soaked, chance: random.Random) -> None:
    number = 0
    while time.monotonic() < end:
        await asyncio.sleep(BATCH_EVERY_S)
        number += 1
        _batch(corpus, number, chance)
        soaked.articles += BATCH


def _batch(corpus: Path, number: int, chance: random.Random) -> None:
    now = datetime.now(UTC).isoformat()
    lines = [
        {
            "id": f"{number}-{n}",
            "title": " ".join(chance.sample(WORDS, 3)).capitalize(),
            "text": ". ".join(" ".join(chance.choices(WORDS, k=12)).capitalize() for _ in range(12)) + ".",
            "publisher": f"Outlet {chance.randrange(9)}",
            "published": now,
        }
        for n in range(BATCH)
    ]
    fresh = corpus / f".{number}"
    fresh.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    fresh.rename(corpus / f"{number}.jsonl")


async def _weigh(newsbot: Process, world: World, end: float, seconds: float, soaked: Soaked) -> None:
    began = time.monotonic()
    while time.monotonic() < end:
        await asyncio.sleep(min(5.0, seconds / 40))
        soaked.memory.append((round(time.monotonic() - began, 1), _memory_mb(newsbot.pid)))
        if len(world.calls) > 200_000:
            world.calls.clear()


def _memory_mb(pid: int) -> float:
    """Anonymous memory: files that are mapped (the index) come and go with the page cache."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1024
    return 0.0


async def _started(telegram: PreviewServer, folder: Path) -> Process:
    settings = {
        "TELEGRAM_TOKEN": telegram.token, "TELEGRAM_URL": telegram.url, "CORPUS": folder / "corpus",
        "DATA": folder / "data", "WATCH": "true", "FEEDS": "false", "MONITOR": "off", "LOG_LEVEL": "warning",
    }  # fmt: skip
    environment = os.environ | {f"NEWSBOT_{name}": str(value) for name, value in settings.items()}
    command = (sys.executable, "-W", "default::ResourceWarning", "-m", "bot", "run")
    return await asyncio.create_subprocess_exec(
        *command, env=environment, cwd=ROOT, stdout=DEVNULL, stderr=PIPE
    )


async def _complaints(newsbot: Process) -> int:
    """How often asyncio complained of a task or a connection that was left behind."""
    assert newsbot.stderr is not None
    found = 0
    async for line in newsbot.stderr:
        text = line.decode(errors="replace")
        found += any(
            words in text for words in ("was destroyed", "never retrieved", "never awaited", "unclosed")
        )
    return found


def _rows(soaked: Soaked, code: int, complaints: int) -> list[Row]:
    everything = sorted(soaked.clean_ms + soaked.disturbed_ms)
    warm = soaked.memory[int(len(soaked.memory) * WARM_UP) :]
    third = max(len(warm) // 3, 1)
    early, late = (statistics.median(mb for _, mb in part) for part in (warm[:third], warm[-third:]))
    return [
        Row("questions asked", "", soaked.asked),
        Row("questions without an answer", "0", soaked.unanswered),
        Row("buttons pressed", "", soaked.presses),
        Row("articles that came in", "", soaked.articles),
        Row("faults", "", soaked.faults),
        Row("median ms, no fault and no 429 on the way", "", _at(sorted(soaked.clean_ms), 0.5)),
        Row("p99 ms, no fault and no 429 on the way", "300", _at(sorted(soaked.clean_ms), 0.99)),
        Row("p99 ms, all", "", _at(everything, 0.99)),
        Row("memory MB, first third after warm-up", "", early),
        Row("memory growth % to the last third", "5", (late / early - 1) * 100),
        Row("tasks or connections left behind", "0", complaints),
        Row("exit code on SIGTERM", "0", code),
    ]


def _at(values: list[float], share: float) -> float:
    return values[min(int(len(values) * share), len(values) - 1)] if values else 0.0


if __name__ == "__main__":
    main()
