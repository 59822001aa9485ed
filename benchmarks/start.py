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
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.preview.server import PreviewServer

ROOT = Path(__file__).parents[1]
QUESTION = "Moscow meeting intelligence chiefs"


@dataclass(frozen=True)
class Row:
    """Seconds from starting the process to the answer in the chat."""

    what: str
    bar: str
    median_s: float
    worst_s: float


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = asyncio.run(_rows(arguments.runs))
    for row in rows:
        print(f"{row.what:<34}{row.median_s:>8.2f} s{row.worst_s:>8.2f} s worst  {row.bar}")
    if arguments.json:
        machine = f"{platform.platform()}, Python {platform.python_version()}"
        summary = {"machine": machine, "rows": [asdict(row) for row in rows]}
        arguments.json.write_text(json.dumps(summary, indent=1), encoding="utf-8")


async def _rows(runs: int) -> list[Row]:
    first, again = [], []
    for _ in range(runs):
        with TemporaryDirectory() as folder:
            first.append(await _first_answer_s(Path(folder)))
            again.append(await _first_answer_s(Path(folder)))
    return [
        Row("first start, empty data folder", "", statistics.median(first), max(first)),
        Row("start after set-up", "3 s", statistics.median(again), max(again)),
    ]


async def _first_answer_s(data: Path) -> float:
    async with PreviewServer() as telegram:
        state = telegram.state
        person = state.add_person("Ada")
        question = telegram.users.send(person, state.chats[person.id], QUESTION)
        began = time.perf_counter()
        newsbot = await _started(telegram, data)
        try:
            messages = state.chats[person.id].messages
            await state.until(lambda: max(messages) > question["message_id"], timeout_s=60)
            return time.perf_counter() - began
        finally:
            newsbot.terminate()
            await newsbot.wait()


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
