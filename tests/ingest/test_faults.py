"""An error of this program over one article rejects that article alone, however articles come in."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

import bot.ingest.candidates
import bot.search.index.writer
import bot.stories.clusterer
from bot.alerts.matching.percolator import Percolator
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.faults import FAULT
from bot.corpus.raw import RawArticle
from bot.corpus.readers import feed, feed_document, html, json_feed, jsonl, read_file, text
from bot.errors import RejectedInput, StoreError
from bot.storage.database import Database
from tests.databases import live_articles
from tests.factories import write_jsonl
from tests.feeds.documents import page, rss
from tests.feeds.polling import poll_one, save_alert, search, subscribe
from tests.ingest.test_pipeline import database, pipeline_on
from tests.site import Site, SiteResponse, open_fetcher

__all__ = ["database"]
CURSED = "Basilisk"
NAMES = ("Aurora", CURSED, "Cormorant", "Dolphin")
ENTRIES = [(f"Ferry {name} sails", f"The ferry {name} left the harbour at dawn today.") for name in NAMES]


class Planted(Exception):
    """An error that no code expects."""


FAULTS: dict[str, tuple[object, str]] = {
    "analysis": (bot.ingest.candidates, "build_article"),
    "statements": (bot.ingest.candidates, "with_statements"),
    "fingerprint": (bot.ingest.candidates, "fingerprint"),
    "place": (bot.ingest.candidates, "locate"),
    "story": (bot.stories.clusterer, "numbered_codes"),
    "alerts": (Percolator, "matches"),
}
"""For each step before the transaction, a function that an error is planted in."""


def plant(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
    """Let a function fail over anything that is about the cursed ferry."""
    function = getattr(owner, name)

    def failing(*arguments: Any, **options: Any) -> Any:
        if CURSED in repr(arguments):
            raise Planted
        return function(*arguments, **options)

    monkeypatch.setattr(owner, name, failing)


@pytest.fixture
async def app(site: Site, settings: Settings) -> AsyncIterator[App]:
    async with open_fetcher(site) as web, open_app(settings, read_corpus=False, fetcher=web) as opened:
        await save_alert(opened, "ferry")
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data")


def write(settings: Settings) -> None:
    write_jsonl(settings.corpus / "a.jsonl", *({"title": title, "text": text} for title, text in ENTRIES))


async def by_feed(app: App, settings: Settings, site: Site) -> list[RejectedInput]:
    site.pages["/feed"] = SiteResponse(rss(base=site.url("")))
    await subscribe(app, site.url("/feed"))
    await poll_one(app)  # the first entries of a feed match no alerts
    site.pages["/feed"] = SiteResponse(rss(*ENTRIES, base=site.url("")))
    report = await poll_one(app, after=timedelta(days=1))
    assert (report.feed.failures, report.articles.added) == (0, len(NAMES) - 1)
    assert len(await app.services.reload.all_rejects()) == 1
    return list(report.articles.rejected)


async def by_ingest(app: App, settings: Settings, site: Site) -> list[RejectedInput]:
    write(settings)
    report = await app.pipeline.ingest(read_file(settings.corpus / "a.jsonl"), origin="files")
    return list(report.rejected)


async def by_reload(app: App, settings: Settings, site: Site) -> list[RejectedInput]:
    write(settings)
    generation = await app.services.reload.reload()
    assert (generation.report.added, generation.report.reason) == (len(NAMES) - 1, None)
    return await app.services.reload.rejects(generation)


async def by_watching(app: App, settings: Settings, site: Site) -> list[RejectedInput]:
    write(settings)
    return list((await app.services.reload.update()).rejected)


Way = Callable[[App, Settings, Site], Awaitable[list[RejectedInput]]]


@pytest.mark.parametrize("way", [by_feed, by_ingest, by_reload, by_watching])
@pytest.mark.parametrize("step", FAULTS)
async def test_error_over_one_article_rejects_only_that_article(
    app: App, settings: Settings, site: Site, monkeypatch: pytest.MonkeyPatch, step: str, way: Way
) -> None:
    plant(monkeypatch, *FAULTS[step])
    with capture_logs() as logs:
        (rejected,) = await way(app, settings, site)
    assert (rejected.reason.key, dict(rejected.reason.values)) == ("why-bug", {"error": "Planted"})
    (logged,) = [line for line in logs if line["event"] == "article_rejected"]
    assert (logged["error"], logged["source"]) == ("Planted", rejected.source)
    assert logged["id"] or step == "place"
    titles = sorted(article.title for article in await live_articles(app.stores.articles))
    assert titles == [title for title, _ in ENTRIES if CURSED not in title]


async def test_entry_is_read_again_after_an_error(
    app: App, settings: Settings, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        plant(patch, bot.ingest.candidates, "with_statements")
        await by_feed(app, settings, site)
    report = await poll_one(app, after=timedelta(days=2))
    assert (report.articles.added, report.articles.rejected) == (1, ())
    assert await app.services.reload.all_rejects() == []


ITEMS = [{"content_text": words} for _, words in ENTRIES]
READERS: dict[str, tuple[object, str, str]] = {
    "records.jsonl": (jsonl, "_read_record", "\n".join(json.dumps({"text": text}) for _, text in ENTRIES)),
    "records.json": (jsonl, "_read_record", json.dumps([{"text": text} for _, text in ENTRIES])),
    "feed.xml": (feed_document, "entry_text", rss(*ENTRIES)),
    "feed.json": (
        json_feed,
        "most_words",
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": ITEMS,
            }
        ),
    ),
    "atom.xml": (feed, "author_names", rss(*ENTRIES)),
}
"""For each format of several articles, a function of its reader, and a file."""


@pytest.mark.parametrize("name", READERS)
def test_error_over_one_record_rejects_only_that_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    owner, function, content = READERS[name]
    (tmp_path / name).write_text(content)
    plant(monkeypatch, owner, function)
    reads = list(read_file(tmp_path / name))
    assert sum(isinstance(read, RawArticle) for read in reads) == len(NAMES) - 1
    (rejected,) = [read for read in reads if isinstance(read, RejectedInput)]
    assert (rejected.source, rejected.reason.key) == (name if "feed" not in name else rejected.source, FAULT)


@pytest.mark.parametrize("name", ["cursed.html", "cursed.txt"])
def test_error_over_one_file_rejects_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).write_text(page(*ENTRIES[1]) if name.endswith("html") else "\n".join(ENTRIES[1]))
    plant(monkeypatch, html if name.endswith("html") else text, "clean")
    (rejected,) = read_file(tmp_path / name)
    assert isinstance(rejected, RejectedInput)
    assert (rejected.source, rejected.reason.key) == (name, FAULT)


async def test_error_over_a_page_leaves_the_teaser(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages |= {f"/{number}": SiteResponse(page(*entry)) for number, entry in enumerate(ENTRIES)}
    site.pages["/feed"] = SiteResponse(rss(*ENTRIES, base=site.url("")))
    plant(monkeypatch, html, "page_text")
    reading = settings.model_copy(update={"full_text": True})
    async with open_fetcher(site) as web, open_app(reading, read_corpus=False, fetcher=web) as app:
        await subscribe(app, site.url("/feed"))
        report = await poll_one(app)
    assert (report.articles.added, report.articles.rejected) == (len(NAMES), ())


async def test_article_that_cannot_be_indexed_does_not_stop_the_index(
    app: App, settings: Settings, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, bot.search.index.writer, "sentence_texts")
    with capture_logs() as logs:
        assert await by_ingest(app, settings, site) == []
    assert [line["error"] for line in logs if line["event"] == "article_not_indexed"] == ["Planted"]
    assert [article.title for article in await search(app, "Dolphin")] == ["Ferry Dolphin sails"]


async def test_error_of_the_database_is_no_fault_of_an_article(
    app: App, settings: Settings, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: Any) -> None:
        raise StoreError("disk full")

    monkeypatch.setattr(type(app.pipeline.writer.articles), "commit", refused)
    with pytest.raises(StoreError, match="disk full"):
        await by_ingest(app, settings, site)


async def test_value_that_a_database_refuses_rejects_its_article(database: Database) -> None:
    raws = [RawArticle(text=f"{title}\n\n{text}", source=f"{title}.txt") for title, text in ENTRIES]
    raws[1] = replace(raws[1], id="half a pair: \ud800")
    report = await pipeline_on(database).ingest(raws)
    assert (report.added, [reject.reason.key for reject in report.rejected]) == (len(NAMES) - 1, [FAULT])
