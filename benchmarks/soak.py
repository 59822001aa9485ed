"""A soak test: many people at once, news arriving, Telegram and the network failing now and then.

    python -m benchmarks.soak --minutes 10 [--people 200] [--json FILE]

The program runs in its own process, as an operator starts it, against the miniature Telegram in this one with
flood control on. Every person asks, reads, opens an article and thinks: 5 questions per second in total; 20
more people have alerts. Every 5 s the corpus folder changes (10 articles arrive, the 10 oldest are deleted),
every 30 s another feed is added, and every 2 s on average a request meets a fault: a 429, a 502, a connection
cut before or after the work, a late answer. All requests together stay below 60 % of the 30 per second that
Telegram allows for messages, so that no one waits for the rate limit; a row shows how many there were. The
news has new words as seldom as real news (`corpora.News`): each takes about 1 kB of memory for good, so two
days' news in ten minutes, 1,200 articles, add a few megabytes that no bound removes.

Latency is the time from a question to its answer in the chat, minus what Telegram demanded: the `retry_after`
of a 429, and answers delayed on purpose; rows show how many of these there were, and the latency with them.
The cost of cut connections and 502s is included: it is the bot's own retry policy. "Work alone" is the time
until the bot sends the effect to Telegram.
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
"""People who have an alert and don't ask."""
WARM_UP = 0.25
"""Share of the run after which memory is compared."""
EVERY_S = 5.0
"""Time between two samples of the memory."""
RATE_LIMIT_PER_S = 30


@dataclass(frozen=True)
class Row:
    """One measured figure and its target."""

    what: str
    bar: str
    value: float


@dataclass
class BotResult:
    """How the bot's process ended."""

    code: int
    warnings: int
    cpu_s: float
    requests: int


def main() -> None:
    """Run the soak test, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    seconds = arguments.minutes * 60
    soaked, result = asyncio.run(_soak(arguments.people, seconds))
    rows = [*_latency_rows(soaked), *_rows(soaked, result, seconds)]
    for row in rows:
        print(f"{row.what:<66}{row.value:>12,.1f}  {row.bar}")
    if arguments.json:
        machine = f"{platform.platform()}, Python {platform.python_version()}"
        summary = {"machine": machine, "people": arguments.people, "minutes": arguments.minutes}
        rows_json = {"rows": [asdict(row) for row in rows], "memory_mb": soaked.memory}
        arguments.json.write_text(json.dumps(summary | rows_json, indent=1), encoding="utf-8")


async def _soak(people: int, seconds: float) -> tuple[Soaked, BotResult]:
    soaked = Soaked()
    with TemporaryDirectory() as folder, _sites() as port:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number in range(KEPT_FILES):
            write_file(corpus, number)
        async with PreviewServer() as telegram:
            state = telegram.state
            newsbot = await _started(telegram, Path(folder))
            readers = (
                asyncio.create_task(_warnings(newsbot)),
                asyncio.create_task(_read_counts(newsbot, soaked)),
            )
            await save_alerts(state, [state.add_person(f"R{n}") for n in range(READERS)])
            state.flood.on = True
            before = len(state.calls), _cpu_s(newsbot.pid)
            await _run(Town(state, time.monotonic() + seconds, soaked, corpus, port), people, newsbot)
            requests = sum(call["method"] != "getupdates" for call in state.calls[before[0] :])
            cpu_s = _cpu_s(newsbot.pid) - before[1]
            newsbot.terminate()
            code = await asyncio.wait_for(newsbot.wait(), timeout=60)
            warnings, _ = await asyncio.gather(*readers)
            return soaked, BotResult(code, warnings or 0, cpu_s, requests)


async def _run(town: Town, people: int, newsbot: Process) -> None:
    async with asyncio.TaskGroup() as tasks:
        for person in [town.state.add_person(f"P{n}") for n in range(people)]:
            tasks.create_task(town.live(person, random.Random(person.id)))
        tasks.create_task(town.trouble(random.Random(1)))
        tasks.create_task(town.publish())
        tasks.create_task(town.subscribe_to_feeds())
        tasks.create_task(_sample_memory(newsbot, town))


async def _sample_memory(newsbot: Process, town: Town) -> None:
    began = time.monotonic()
    every = min(EVERY_S, (town.end - began) / 40)
    while time.monotonic() < town.end:
        await asyncio.sleep(every)
        town.soaked.memory.append((round(time.monotonic() - began, 1), _memory_mb(newsbot.pid)))


def _memory_mb(pid: int) -> float:
    """Anonymous memory: mapped files (the index) come and go with the page cache."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _cpu_s(pid: int) -> float:
    """CPU seconds of a process so far, in all threads."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


@contextmanager
def _sites() -> Iterator[int]:
    """Serve the sites of feeds in another process; yield their port."""
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


async def _warnings(newsbot: Process) -> int:
    """How often asyncio warned about a task or connection left behind."""
    assert newsbot.stderr is not None
    count = 0
    async for line in newsbot.stderr:
        text = line.decode(errors="replace")
        count += any(
            words in text for words in ("was destroyed", "never retrieved", "never awaited", "unclosed")
        )
    return count


async def _read_counts(newsbot: Process, soaked: Soaked) -> None:
    """Read the bot's own counts, once per second."""
    assert newsbot.stdout is not None
    async for line in newsbot.stdout:
        if line.startswith(b"{"):
            soaked.tasks.append(json.loads(line)["tasks"])


def _latency_rows(soaked: Soaked) -> list[Row]:
    answers, presses = soaked.answers, soaked.presses
    undisturbed = [answer for answer in answers if not answer.broken and not answer.asked]
    own = _without_telegram(answers)
    totals = [answer.total for answer in answers]
    return [
        Row("questions asked", "", soaked.asked),
        Row("questions and presses without an answer", "0", soaked.unanswered),
        Row("answers: median ms, less what Telegram demanded", "", _quantile(own, 0.5)),
        Row("answers: p99 ms, less what Telegram demanded", "300", _quantile(own, 0.99)),
        Row("answers: longest ms, less what Telegram demanded", "", _quantile(own, 1)),
        Row("  work alone: median ms", "", _quantile([answer.work for answer in answers], 0.5)),
        Row("  work alone: p99 ms", "", _quantile([answer.work for answer in answers], 0.99)),
        Row("  no fault on the way: p99 ms", "", _quantile([answer.total for answer in undisturbed], 0.99)),
        Row("  everything, Telegram's waits too: p99 ms", "", _quantile(totals, 0.99)),
        Row("  answers that Telegram held back", "", sum(answer.asked > 0 for answer in answers)),
        Row("  answers whose connection broke", "", sum(answer.broken for answer in answers)),
        Row("buttons pressed", "", soaked.pressed),
        Row("presses: median ms", "", _quantile(_without_telegram(presses), 0.5)),
        Row("presses: p99 ms", "300", _quantile(_without_telegram(presses), 0.99)),
    ]


def _without_telegram(waits: Sequence[Waited]) -> list[float]:
    return [wait.total - wait.asked for wait in waits]


def _rows(soaked: Soaked, result: BotResult, seconds: float) -> list[Row]:
    warm = soaked.memory[int(len(soaked.memory) * WARM_UP) :]
    third = max(len(warm) // 3, 1)
    early, late = (statistics.median(mb for _, mb in part) for part in (warm[:third], warm[-third:]))
    per_s = result.requests / seconds
    return [
        Row("articles that came in by file", "", soaked.articles),
        Row("feeds that came in", "", soaked.feeds),
        Row("faults", "", soaked.faults),
        Row("requests a second", "", per_s),
        Row("requests, % of Telegram's pace", "60", per_s / RATE_LIMIT_PER_S * 100),
        Row("processor of the bot, % of one core", "", result.cpu_s / seconds * 100),
        *_memory_rows(soaked.memory),
        Row("memory MB, first third after warm-up", "", early),
        Row("memory growth % to the last third", "5", (late / early - 1) * 100),
        Row("tasks more at the end than after warm-up, fewest of a third", "0", _more_tasks(soaked.tasks)),
        Row("tasks or connections left behind", "0", result.warnings),
        Row("exit code on SIGTERM", "0", result.code),
    ]


def _memory_rows(memory: Sequence[tuple[float, float]]) -> Iterator[Row]:
    """Memory at the end of each minute."""
    for minute in range(1, int(memory[-1][0] + EVERY_S) // 60 + 1):
        _, mb = min(memory, key=lambda sample: abs(sample[0] - 60 * minute))
        yield Row(f"memory MB after minute {minute}", "", mb)


def _more_tasks(counts: Sequence[int]) -> int:
    warm = counts[int(len(counts) * WARM_UP) :]
    third = max(len(warm) // 3, 1)
    return min(warm[-third:], default=0) - min(warm[:third], default=0)


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


if __name__ == "__main__":
    main()
