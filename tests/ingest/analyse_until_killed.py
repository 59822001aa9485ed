"""A process to be killed: starts a worker, prints its id, and waits."""

import asyncio
import sys

import bot.ingest.workers
from bot.ingest.workers import AnalysisPool
from tests.ingest.test_workers import NOW, records


async def main() -> None:
    """Analyse once, print the id of the worker, wait."""
    bot.ingest.workers.POOL_THRESHOLD = 0
    pool = AnalysisPool(1)
    await pool(records(1), NOW)
    sys.stdout.write(f"{pool.process_ids[0]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
