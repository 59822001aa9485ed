"""Several requests to the cluster at once."""

import asyncio
from collections.abc import Awaitable, Iterable
from typing import TypeVar

T = TypeVar("T")


async def all_or_first_error(works: Iterable[Awaitable[T]]) -> list[T]:
    """Return what works under way at once return; if any fail, the error of the first one when all ended."""
    results = await asyncio.gather(*works, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return [result for result in results if not isinstance(result, BaseException)]
