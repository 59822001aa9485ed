"""A soak: many people at once, news arriving, Telegram and the network failing now and then.

    python -m benchmarks.soak --minutes 10 [--people 200] [--json FILE]

The program runs in a process of its own, as an operator starts it, against the miniature Telegram in this
one with its flood control on. Each of the people asks, reads, opens an article and thinks: 5 questions a
second over all; 20 more have alerts. The corpus folder changes every 5 s (10 articles come, the 10 oldest
go), every 30 s a feed more is polled; every 2 s on average a request meets a fault: a 429, a 502, a
connection cut before or after the work, a late answer. All requests together stay below 60 % of the 30 a
second that Telegram allows for messages, so nobody has to wait for the pace; a row says how many there
were. The news has new words as seldom as real news does (`corpora.News`): each stays in memory, about 1 kB of
it, so that two days' news in ten minutes, 1,200 articles, bring some megabytes that no bound takes back.

Latency runs from the question to its answer in the chat. What Telegram demanded is taken off: the
`retry_after` of a 429, and answers it was made to give late; rows say how many those were, and what
everything took. What cut connections and 502s cost is in: that is the bot's own patience. The work alone is
the time until the bot asked Telegram for the effect.
"""

import argparse
import asyncio
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.soak_town import FEED_HOSTS, KEPT_FILES, Soaked, Town, Waited, save_alerts, write_file
from bot.preview.server import PreviewServer

ROOT = Path(__file__).parents[1]
READERS = 20
"""People who have an alert and ask nothing."""
WARM_UP = 0.25
"""Share of the run after which memory is compared."""
EVERY_S = 5.0
"""Memory is looked at so often."""
PACE_PER_S = 30


@dataclass(frozen=True)
class Row:
    """One measured figure beside what the issue asks for."""

    what: str
    bar: str
    value: float


@dataclass
class Ending:
    """How the bot's process came through."""

    code: int
    complaints: int
    cpu_s: float
    requests: int


def main() -> None:
    """Soak, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    seconds = arguments.minutes * 60
    soaked, ending = asyncio.run(_soak(arguments.people, seconds))
    rows = [*_latency_rows(soaked), *_rows(soaked, ending, seconds)]
    for row in rows:
        print(f"{row.what:<66}{row.value:>12,.1f}  {row.bar}")
    if arguments.json:
        machine = f"{platform.platform()}, Python {platform.python_version()}"
        summary = {"machine": machine, "people": arguments.people, "minutes": arguments.minutes}
        rows_json = {"rows": [asdict(row) for row in rows], "memory_mb": soaked.memory}
        arguments.json.write_text(json.dumps(summary | rows_json, indent=1), encoding="utf-8")


async def _soak(people: int, seconds: float) -> tuple[Soaked, Ending]:
    soaked = Soaked()
    with TemporaryDirectory() as folder, _sites() as port:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number in range(KEPT_FILES):
            write_file(corpus, number)
        async with PreviewServer() as telegram:
            state = telegram.state
            newsbot = await _started(telegram, Path(folder))
            listening = (
                asyncio.create_task(_complaints(newsbot)),
                asyncio.create_task(_counts(newsbot, soaked)),
            )
            await save_alerts(state, [state.add_person(f"R{n}") for n in range(READERS)])
            state.flood.on = True
            before = len(state.calls), _cpu_s(newsbot.pid)
            await _live(Town(state, time.monotonic() + seconds, soaked, corpus, port), people, newsbot)
            requests = sum(call["method"] != "getupdates" for call in state.calls[before[0] :])
            cpu_s = _cpu_s(newsbot.pid) - before[1]
            newsbot.terminate()
            code = await asyncio.wait_for(newsbot.wait(), timeout=60)
            complaints, _ = await asyncio.gather(*listening)
            return soaked, Ending(code, complaints or 0, cpu_s, requests)


async def _live(town: Town, people: int, newsbot: Process) -> None:
    async with asyncio.TaskGroup() as tasks:
        for person in [town.state.add_person(f"P{n}") for n in range(people)]:
            tasks.create_task(town.live(person, random.Random(person.id)))
        tasks.create_task(town.trouble(random.Random(1)))
        tasks.create_task(town.publish())
        tasks.create_task(town.subscribe_to_feeds())
        tasks.create_task(_weigh(newsbot, town))


async def _weigh(newsbot: Process, town: Town) -> None:
    began = time.monotonic()
    every = min(EVERY_S, (town.end - began) / 40)
    while time.monotonic() < town.end:
        await asyncio.sleep(every)
        town.soaked.memory.append((round(time.monotonic() - began, 1), _memory_mb(newsbot.pid)))


def _memory_mb(pid: int) -> float:
    """Anonymous memory: files that are mapped (the index) come and go with the page cache."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _cpu_s(pid: int) -> float:
    """Processor seconds of a process so far, all threads."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


@contextmanager
def _sites() -> Iterator[int]:
    """Keep the sites of feeds up in another process; yield their port."""
    command = [sys.executable, "-m", "benchmarks.feed_site", "--hosts", str(FEED_HOSTS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline())
        finally:
            process.kill()


async def _started(telegram: PreviewServer, folder: Path) -> Process:
    settings = {
        "TELEGRAM_TOKEN": telegram.token, "TELEGRAM_URL": telegram.url, "CORPUS": folder / "corpus",
        "DATA": folder / "data", "WATCH": "true", "FULL_TEXT": "false", "MONITOR": "off",
        "LOG_LEVEL": "warning",
    }  # fmt: skip
    environment = os.environ | {f"NEWSBOT_{name}": str(value) for name, value in settings.items()}
    command = (sys.executable, "-W", "default::ResourceWarning", "-m", "benchmarks.soak_bot")
    return await asyncio.create_subprocess_exec(*command, env=environment, cwd=ROOT, stdout=PIPE, stderr=PIPE)


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


async def _counts(newsbot: Process, soaked: Soaked) -> None:
    """What the bot says of itself, once a second."""
    assert newsbot.stdout is not None
    async for line in newsbot.stdout:
        if line.startswith(b"{"):
            soaked.tasks.append(json.loads(line)["tasks"])


def _latency_rows(soaked: Soaked) -> list[Row]:
    answers, presses = soaked.answers, soaked.presses
    quiet = [each for each in answers if not each.broken and not each.asked]
    return [
        Row("questions asked", "", soaked.asked),
        Row("questions and presses without an answer", "0", soaked.unanswered),
        Row("answers: median ms, less what Telegram demanded", "", _at(_own(answers), 0.5)),
        Row("answers: p99 ms, less what Telegram demanded", "300", _at(_own(answers), 0.99)),
        Row("answers: longest ms, less what Telegram demanded", "", _at(_own(answers), 1)),
        Row("  work alone: median ms", "", _at([each.work for each in answers], 0.5)),
        Row("  work alone: p99 ms", "", _at([each.work for each in answers], 0.99)),
        Row("  no fault on the way: p99 ms", "", _at([each.total for each in quiet], 0.99)),
        Row("  everything, Telegram's waits too: p99 ms", "", _at([each.total for each in answers], 0.99)),
        Row("  answers that Telegram held back", "", sum(each.asked > 0 for each in answers)),
        Row("  answers whose connection broke", "", sum(each.broken for each in answers)),
        Row("buttons pressed", "", soaked.pressed),
        Row("presses: median ms", "", _at(_own(presses), 0.5)),
        Row("presses: p99 ms", "300", _at(_own(presses), 0.99)),
    ]


def _own(waited: Sequence[Waited]) -> list[float]:
    return [each.total - each.asked for each in waited]


def _rows(soaked: Soaked, ending: Ending, seconds: float) -> list[Row]:
    warm = soaked.memory[int(len(soaked.memory) * WARM_UP) :]
    third = max(len(warm) // 3, 1)
    early, late = (statistics.median(mb for _, mb in part) for part in (warm[:third], warm[-third:]))
    per_s = ending.requests / seconds
    return [
        Row("articles that came in by file", "", soaked.articles),
        Row("feeds that came in", "", soaked.feeds),
        Row("faults", "", soaked.faults),
        Row("requests a second", "", per_s),
        Row("requests, % of Telegram's pace", "60", per_s / PACE_PER_S * 100),
        Row("processor of the bot, % of one core", "", ending.cpu_s / seconds * 100),
        *_memory_rows(soaked.memory),
        Row("memory MB, first third after warm-up", "", early),
        Row("memory growth % to the last third", "5", (late / early - 1) * 100),
        Row("tasks more at the end than after warm-up, fewest of a third", "0", _more_tasks(soaked.tasks)),
        Row("tasks or connections left behind", "0", ending.complaints),
        Row("exit code on SIGTERM", "0", ending.code),
    ]


def _memory_rows(memory: Sequence[tuple[float, float]]) -> Iterator[Row]:
    """What the process held at the end of each minute."""
    for minute in range(1, int(memory[-1][0] + EVERY_S) // 60 + 1):
        _, mb = min(memory, key=lambda each: abs(each[0] - 60 * minute))
        yield Row(f"memory MB after minute {minute}", "", mb)


def _more_tasks(counts: Sequence[int]) -> int:
    warm = counts[int(len(counts) * WARM_UP) :]
    third = max(len(warm) // 3, 1)
    return min(warm[-third:], default=0) - min(warm[:third], default=0)


def _at(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


if __name__ == "__main__":
    main()
