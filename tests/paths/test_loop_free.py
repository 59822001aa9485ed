"""While articles come in the event loop is free: no step of it works longer than 50 ms."""

import asyncio
import json
import time
from pathlib import Path

from bot.app.memory import keep_what_is_here
from bot.app.settings import Settings
from bot.app.wiring import open_house

MOST_S = 0.05
ARTICLES = 600


async def longest_step(stop: asyncio.Event) -> float:
    """Return the most processor time the loop's thread spent between two of our turns.

    Processor time, not the clock's: on a busy machine a thread waits for its turn without being blocked.
    """
    longest = 0.0
    while not stop.is_set():
        began = time.thread_time()
        await asyncio.sleep(0.001)
        longest = max(longest, time.thread_time() - began)
    return longest


async def test_ingest_and_reload_never_hold_the_event_loop_up(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    sentence = "The ferry from {0} was late by {0} minutes, the harbour master of pier {0} said on Monday. "
    lines = [
        json.dumps({"title": f"Ferry {n}", "text": "".join(sentence.format(n * 31 + i) for i in range(60))})
        for n in range(ARTICLES)
    ]
    settings = Settings(_env_file=None, corpus=corpus, data=tmp_path / "data", analysis_processes=0)
    async with open_house(settings) as house:
        keep_what_is_here()
        stop = asyncio.Event()
        watching = asyncio.create_task(longest_step(stop))
        (corpus / "one.jsonl").write_text("\n".join(lines[: ARTICLES // 2]))
        read = await house.services.reloads.take_in()
        (corpus / "one.jsonl").write_text("\n".join(lines))
        over = await house.services.reloads.reload()
        stop.set()
        assert (read.added, over.report.added) == (ARTICLES // 2, ARTICLES - ARTICLES // 2)
        assert await watching < MOST_S
