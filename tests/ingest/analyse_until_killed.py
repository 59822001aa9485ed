"""A process to be killed: starts one that analyses beside it, says which, and stays."""

import asyncio
import sys

import bot.ingest.workers
from bot.ingest.workers import AnalysisPool
from tests.ingest.test_workers import NOW, readings


async def main() -> None:
    """Analyse once, print the process's id, wait."""
    bot.ingest.workers.POOL_THRESHOLD = 0
    analysts = AnalysisPool(1)
    await analysts(readings(1), NOW)
    sys.stdout.write(f"{analysts.process_ids[0]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
