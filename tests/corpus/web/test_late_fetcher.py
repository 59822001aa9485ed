"""The fetcher that is opened at the first request."""

import pytest

from bot.corpus.web import fetcher
from bot.corpus.web.late_fetcher import LateFetcher
from bot.errors import FetchRefused
from tests.site import Site


async def test_request_is_made_as_by_the_http_fetcher(site: Site) -> None:
    async with LateFetcher.open() as late:
        with pytest.raises(FetchRefused):
            await late.get(site.url("/feed"))  # loopback is not public
        assert not await late.allowed(site.url("/page"))


async def test_nothing_is_opened_without_a_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(fetcher.HttpFetcher, "open")
    async with LateFetcher.open():
        pass
