"""Entries at one address: which article each is, in one feed and over time."""

from datetime import UTC, datetime

import pytest

from bot.corpus.analysis.build import article_id
from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed_document import FeedDocument, FeedEntry, entry_article, told_apart
from bot.ingest.identity import Identity, IdentityBook, by_key, candidates_for, identity_of

FEED_URL = "https://lock.example/feed"
BOARD = "https://lock.example/board"


class Store:
    """Reads feeds one after the other; remembers what the articles are."""

    def __init__(self, *stored: Identity) -> None:
        self.stored = {identity.id: identity for identity in stored}

    def read(self, *entries: FeedEntry) -> list[ArticleId]:
        """Return the ids of a feed's entries, and store them."""
        document, book = FeedDocument(entries=told_apart(entries)), IdentityBook()
        known = by_key(self.stored.values())
        raws = [entry_article(entry, document, feed_url=FEED_URL) for entry in document.entries]
        ids = [
            book.identify(raw, article_id(raw), candidates_for(raw, article_id(raw), known))
            for raw in raws
            if isinstance(raw, RawArticle)
        ]
        for raw, chosen in zip(raws, ids, strict=True):
            assert isinstance(raw, RawArticle)
            extra = {"feed_entry": raw.mark} if raw.mark else {}
            at = datetime.fromisoformat(raw.published) if raw.published else None
            self.stored[chosen] = identity_of(chosen, raw.url, raw.title or raw.text, at, extra)
        return ids


def entry(title: str, link: str | None = BOARD, guid: str = "", **fields: str) -> FeedEntry:
    return FeedEntry(id=guid, title=title, link=link, html=f"{title}, said the keeper.", **fields)  # type: ignore[arg-type]


def former_id(url: str) -> ArticleId:
    """Return the id that version 0.1.0 derived from an address."""
    return article_id(RawArticle(text="x", source="s", url=url))


@pytest.mark.parametrize(
    "entries",
    [
        [entry("Gate shut", guid="a"), entry("Gate open", guid="b"), entry("Eel seen", guid="c")],
        [entry("Gate shut", f"{BOARD}#1"), entry("Gate open", f"{BOARD}#2"), entry("Eel seen", f"{BOARD}#x")],
        [entry("Gate shut"), entry("Gate open"), entry("Eel seen")],
        [entry(title, f"{BOARD}?ref={n}") for n, title in enumerate(("Gate shut", "Gate open", "Eel seen"))],
        [entry("Gate shut", guid="same"), entry("Gate open", guid="same"), entry("Eel seen", guid="same")],
        [entry(title, None, guid="same") for title in ("Gate shut", "Gate open", "Eel seen")],
        [entry("Daily", None, published=f"2025-11-0{day}T10:00:00+00:00") for day in (1, 2, 3)],
    ],
)
def test_different_entries_are_different_articles_however_often_they_are_read(
    entries: list[FeedEntry],
) -> None:
    store = Store()
    ids = store.read(*entries)
    assert len(set(ids)) == 3
    assert store.read(*entries) == ids
    assert store.read(*reversed(entries)) == ids[::-1]


def test_entries_that_follow_each_other_at_one_address_are_different_articles() -> None:
    store = Store()
    ids = [store.read(entry(title, guid=guid))[0] for title, guid in (("Gate shut", "a"), ("Eel seen", "b"))]
    assert len(set(ids)) == 2


def test_same_headline_at_one_address_is_one_article() -> None:
    entries = [entry("Gate shut", guid=f"{BOARD}#{version}") for version in (0, 3)]
    assert len(set(Store().read(*entries, entry("Gate shut", guid="else")))) == 1


@pytest.mark.parametrize("guid", ["", "id-7", BOARD, f"{BOARD}#0"])
def test_edited_headline_stays_its_article(guid: str) -> None:
    store = Store()
    before = store.read(entry("Gate shut", guid=guid))
    assert store.read(entry("Gate still shut", guid=guid)) == before


@pytest.mark.parametrize(
    "moved",
    [
        "http://lock.example/board",
        "https://www.lock.example/board",
        f"{BOARD}/?utm_source=x",
        f"{BOARD}?at_medium=y",
    ],
)
def test_moved_address_stays_its_article(moved: str) -> None:
    store = Store()
    assert store.read(entry("Gate shut", guid="a")) == store.read(entry("Gate shut", moved, guid="a"))


@pytest.mark.parametrize("title", ["Gate shut", "Gate still shut"])
@pytest.mark.parametrize("link", [BOARD, f"{BOARD}#now", f"{BOARD}?ref=rss", f"{BOARD}?at_medium=rss"])
def test_article_of_version_0_1_0_keeps_its_id(link: str, title: str) -> None:
    former = former_id(f"{BOARD}?at_medium=rss" if "at_medium" in link else BOARD)
    url = f"{BOARD}?at_medium=rss" if "at_medium" in link else BOARD
    store = Store(identity_of(former, url, "Gate shut", None, {}))
    assert store.read(entry(title, link, guid="id-7")) == [former]


def test_article_of_version_0_1_0_is_one_of_the_entries_at_its_address() -> None:
    store = Store(identity_of(former_id(BOARD), BOARD, "Gate shut", None, {}))
    ids = store.read(entry("Eel seen", guid="a"), entry("Gate shut", guid="b"))
    assert ids[1] == former_id(BOARD)
    assert ids[0] != ids[1]


def test_dated_entry_without_address_keeps_its_former_id() -> None:
    daily = entry("Daily", None, published="2025-11-01T10:00:00+00:00")
    raw = entry_article(daily, FeedDocument(), feed_url=FEED_URL)
    assert isinstance(raw, RawArticle)
    at = datetime(2025, 11, 1, 10, tzinfo=UTC)
    store = Store(identity_of(article_id(raw), None, "Daily", at, {}))
    later = entry("Daily", None, published="2025-11-02T10:00:00+00:00")
    ids = store.read(later, daily)
    assert ids[1] == article_id(raw)
    assert ids[0] != ids[1]
