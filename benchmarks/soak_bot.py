"""The program as `newsbot run` starts it, for the soak test: allows feeds on loopback, and counts its tasks.

    python -m benchmarks.soak_bot        # settings from the environment

Prints a line of JSON every second: the number of tasks and, when PYTHONTRACEMALLOC is set, the bytes that
Python has allocated.
"""

import asyncio
import json
import tracemalloc

from bot.app.cli.common import load_and_configure
from bot.app.runtime.run import run_telegram
from bot.app.settings import Settings
from bot.corpus.web.fetcher import HttpFetcher

EVERY_S = 1.0


async def _serve(settings: Settings) -> None:
    counting = asyncio.create_task(_count())
    async with HttpFetcher.open(address_filter=lambda host, address, port: address.is_loopback) as web:
        await run_telegram(settings, fetcher=web)
    counting.cancel()


async def _count() -> None:
    while True:
        await asyncio.sleep(EVERY_S)
        bytes_held = tracemalloc.get_traced_memory()[0] if tracemalloc.is_tracing() else None
        print(json.dumps({"tasks": len(asyncio.all_tasks()), "bytes": bytes_held}), flush=True)


if __name__ == "__main__":
    asyncio.run(_serve(load_and_configure()))
