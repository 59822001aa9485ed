"""Time from the start to the first answer: the program as an operator starts it, with a question waiting.

    python -m benchmarks.start [--json FILE] [--runs N]

Every run is a process that talks over HTTP to the miniature Telegram in this one: the first start (with an
empty data folder: it migrates, reads and indexes the starter corpus first), and a later one.
"""

import argparse
import asyncio
import json
import os
import platform
import statistics
import sys
import time
from asyncio.subprocess import DEVNULL
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.preview.server import PreviewServer

ROOT = Path(__file__).parents[1]
QUESTION = "Moscow meeting intelligence chiefs"


@dataclass(frozen=True)
class FirstAnswer:
    """When the answer is in the chat: seconds since the start, CPU seconds and memory of the process."""

    seconds: float
    cpu_s: float
    megabytes: float


@dataclass(frozen=True)
class Row:
    """Seconds from starting the process to the answer in the chat, its CPU seconds and memory until then."""

    what: str
    bar: str
    median_s: float
    worst_s: float
    cpu_s: float
    megabytes: float


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = asyncio.run(_rows(arguments.runs))
    for row in rows:
        figures = f"{row.median_s:>8.2f} s{row.worst_s:>8.2f} s worst{row.cpu_s:>8.2f} s of CPU"
        print(f"{row.what:<34}{figures}{row.megabytes:>8.0f} MB  {row.bar}")
    if arguments.json:
        machine = f"{platform.platform()}, Python {platform.python_version()}"
        summary = {"machine": machine, "rows": [asdict(row) for row in rows]}
        arguments.json.write_text(json.dumps(summary, indent=1), encoding="utf-8")


async def _rows(runs: int) -> list[Row]:
    first, again = [], []
    for _ in range(runs):
        # One Telegram for both, as a bot ignores updates whose numbers it has handled.
        with TemporaryDirectory() as folder:
            async with PreviewServer() as telegram:
                first.append(await _first_answer(telegram, Path(folder)))
                again.append(await _first_answer(telegram, Path(folder)))
    return [
        _row("first start, empty data folder", "", first),
        _row("start after set-up", "2.5 s", again),
    ]


def _row(what: str, bar: str, answers: Sequence[FirstAnswer]) -> Row:
    seconds = [answer.seconds for answer in answers]
    cpu_s = statistics.median(answer.cpu_s for answer in answers)
    return Row(what, bar, statistics.median(seconds), max(seconds), cpu_s, max(a.megabytes for a in answers))


async def _first_answer(telegram: PreviewServer, data: Path) -> FirstAnswer:
    state = telegram.state
    person = state.add_person("Ada")
    question = telegram.users.send(person, state.chats[person.id], QUESTION)
    began = time.perf_counter()
    newsbot = await _started(telegram, data)
    try:
        messages = state.chats[person.id].messages
        await state.until(lambda: max(messages) > question["message_id"], timeout_s=60)
        return FirstAnswer(time.perf_counter() - began, *_cpu_and_memory(newsbot.pid))
    finally:
        newsbot.terminate()
        await newsbot.wait()


def _cpu_and_memory(pid: int) -> tuple[float, float]:
    """Return the CPU seconds and the resident megabytes of a process; zeros where /proc is missing."""
    try:
        times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0, 0.0
    return sum(map(int, times[11:13])) / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def _started(telegram: PreviewServer, data: Path) -> asyncio.subprocess.Process:
    settings = {
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_URL": telegram.url,
        "CORPUS": ROOT / "seeds",
        "DATA": data,
    }
    environment = os.environ | {f"NEWSBOT_{name}": str(value) for name, value in settings.items()}
    command = (sys.executable, "-m", "bot", "run")
    return await asyncio.create_subprocess_exec(*command, env=environment, cwd=ROOT, stderr=DEVNULL)


if __name__ == "__main__":
    main()
