"""`newsbot feeds` in the terminal."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.cli import feeds
from bot.app.settings import Settings
from bot.errors import RejectedInput
from bot.feeds.model import FeedConfig
from tests.app.runtime.test_run import Newsbot, newsbot, output
from tests.feeds.documents import BRIDGE, FERRY, rss
from tests.site import Site, SiteResponse, open_fetcher

__all__ = ["newsbot"]
PAGE = (
    '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Hi</body></html>'
)


@pytest.fixture
def site(site: Site) -> Site:
    site.pages |= {"/feed": SiteResponse(rss(BRIDGE, FERRY)), "/": SiteResponse(PAGE, type="text/html")}
    return site


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data")


async def test_add_export_and_import_commands(newsbot: Newsbot) -> None:
    url = "https://ledger.example/feed"
    options = ("--untested", "--title", "Ledger", "--language", "en", "--minutes", "30", "--teasers")
    assert (await output(await newsbot("feeds", "add", url, *options)))[0] == 0
    code, exported, _ = await output(await newsbot("feeds", "export"))
    assert (code, "/language/en,/interval/30,/full-text/no" in exported) == (0, True)
    code, _, err = await output(await newsbot("feeds", "import", "missing.opml"))
    assert (code, "Can't read" in err) == (1, True)


async def test_feeds_are_added_once_paused_exported_removed_and_imported(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, file = "https://ledger.example/feed", tmp_path / "list.opml"
    wanted = FeedConfig(url, "Ledger", "en", timedelta(minutes=30), full_text=False)
    assert await feeds.add_feed(settings, wanted, untested=True) == 0
    assert await feeds.add_feed(settings, wanted, untested=True) == 1
    assert await feeds.set_state(settings, "1", "paused") == 0
    assert await feeds.list_feeds(settings) == 0
    listed = capsys.readouterr().out
    assert ("Ledger" in listed, "paused" in listed, "never" in listed) == (True, True, True)
    assert await feeds.set_state(settings, url, "on") == 0
    assert await feeds.export_feeds(settings, file) == 0
    assert await feeds.set_state(settings, "1", "removed") == 0
    assert await feeds.set_state(settings, "1", "removed") == 1
    assert "There is no feed 1" in capsys.readouterr().out
    assert await feeds.list_feeds(settings) == 0
    assert "No feeds yet" in capsys.readouterr().out
    assert await feeds.import_feeds(settings, file) == 0
    before = file.read_bytes()
    assert await feeds.export_feeds(settings, file) == 0
    assert file.read_bytes() == before
    with pytest.raises(RejectedInput):
        await feeds.import_feeds(settings, Path(__file__))


async def test_address_is_tested_before_it_is_added(
    settings: Settings, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_fetcher(site) as web:
        assert await feeds.probe_feed(settings, site.url("/feed"), fetcher=web) == 0
        out = capsys.readouterr().out
        assert ("The Lindmar Ledger" in out, "2 entries" in out, BRIDGE[0] in out) == (True, True, True)
        page = FeedConfig(site.url("/"))
        assert await feeds.add_feed(settings, page, untested=False, fetcher=web) == 1
        assert f"links to the feed {site.url('/feed')}" in capsys.readouterr().out
        wanted = FeedConfig(site.url("/feed"))
        assert await feeds.add_feed(settings, wanted, untested=False, fetcher=web) == 0
    assert await feeds.list_feeds(settings) == 0
    assert site.url("/feed") in capsys.readouterr().out.replace("\n", "")
