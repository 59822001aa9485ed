"""A question as a feed: valid in every format, stable, conditional."""

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote

import feedparser
import pytest

from bot.api.feeds.document import urn
from tests.api.ferry import FERRIES, HOSTILE
from tests.api.serving import PUBLIC, Serve, Served

FORMATS = ["atom", "rss", "json"]
TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}


async def entries_of(api: Served, form: str, question: str = "flood") -> list[dict[str, Any]]:
    """Return title, id, link and HTML of a feed's entries, read as feed readers do."""
    async with api.reader() as reader:
        response = await reader.get(f"/feed.{form}", params={"q": question})
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"].startswith(TYPES[form])
    if form == "json":
        items = response.json()["items"]
        return [
            {"title": i["title"], "id": i["id"], "link": i["url"], "html": i["content_html"]} for i in items
        ]
    parsed = feedparser.parse(response.content, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return [
        {
            "title": e.title,
            "id": e.id,
            "link": e.link,
            "html": e.content[0].value if "content" in e else e.summary,
        }
        for e in parsed.entries
    ]


async def test_formats_have_the_same_entries(api: Served) -> None:
    atom, rss, json = [await entries_of(api, form) for form in FORMATS]
    assert len(atom) > 1
    for other in (rss, json):
        assert [(e["id"], e["link"], e["html"]) for e in other] == [
            (e["id"], e["link"], e["html"]) for e in atom
        ]


async def test_story_is_one_entry_with_a_permanent_id(serve_articles: Serve) -> None:
    async with serve_articles(*FERRIES[:2]) as api:
        (before,) = await entries_of(api, "atom", "ferry")
    async with serve_articles(*FERRIES, api_public_url="https://other.example") as api:
        (after,) = await entries_of(api, "atom", "ferry")
    assert before["id"] == after["id"]
    assert before["id"].startswith("urn:uuid:")
    assert before["link"] == f"{PUBLIC}/s/{before['link'].rpartition('/')[2]}"
    assert before["id"] == urn(before["link"].rpartition("/")[2])
    assert after["link"].startswith("https://other.example/s/")


async def test_entry_quotes_and_says_where_it_is_from(serve_articles: Serve) -> None:
    async with serve_articles(*FERRIES) as api:
        (entry,) = await entries_of(api, "json", "ferry")
    assert "<blockquote" in entry["html"]
    assert "Kestrel Wire" in entry["html"]
    assert "3 outlets, 3 independent origins" in entry["html"]
    assert 'href="https://wire.example/ferry"' in entry["html"]


@pytest.mark.parametrize("form", FORMATS)
async def test_marks_of_articles_stay_text(serve_articles: Serve, form: str) -> None:
    async with serve_articles(HOSTILE) as api:
        (entry,) = await entries_of(api, form, "ferry")
    assert "<script" not in entry["html"]
    assert "javascript:" not in entry["html"]
    assert "<b>" not in entry["html"]
    assert "alert(1)" in entry["title"]


async def test_json_feed_has_what_version_1_1_requires(api: Served) -> None:
    async with api.reader() as reader:
        feed = (await reader.get("/feed.json", params={"q": "flood"})).json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{PUBLIC}/feed.json?q=flood"
    texts = ["id", "url", "title", "content_html", "language"]
    for item in feed["items"]:
        assert all(isinstance(item[name], str) and item[name] for name in texts)
        for name in ("date_published", "date_modified"):
            assert datetime.fromisoformat(item[name]).tzinfo == UTC
        assert all(author.keys() <= {"name", "url", "avatar"} for author in item["authors"])
        assert {name for name in item if name.startswith("_")} == {"_newsbot"}
        assert item["_newsbot"]["sentences"]


async def test_feed_is_newest_first_and_knows_when_it_changed(api: Served) -> None:
    async with api.reader() as reader:
        response = await reader.get("/feed.json", params={"q": "flood"})
    changed = [item["date_modified"] for item in response.json()["items"]]
    assert changed == sorted(changed, reverse=True)
    newest = datetime.fromisoformat(changed[0])
    assert response.headers["Last-Modified"] == format_datetime(newest, usegmt=True)


@pytest.mark.parametrize("form", FORMATS)
async def test_reader_that_has_it_gets_nothing_again(api: Served, form: str) -> None:
    async with api.reader() as reader:
        address = f"/feed.{form}?q=flood"
        first = await reader.get(address)
        same = await reader.get(address, headers={"If-None-Match": first.headers["ETag"]})
        weak = await reader.get(address, headers={"If-None-Match": f'"x", W/{first.headers["ETag"]}'})
        dated = {"If-Modified-Since": first.headers["Last-Modified"]}
        assert [r.status_code for r in (same, weak, await reader.get(address, headers=dated))] == [304] * 3
        assert same.content == b""
        assert same.headers["ETag"] == first.headers["ETag"]
        for stale in ({"If-None-Match": '"x"', **dated}, {"If-Modified-Since": "yesterday"}):
            assert (await reader.get(address, headers=stale)).status_code == 200


async def test_feed_changes_when_an_outlet_corrects_itself(serve_articles: Serve) -> None:
    async with serve_articles(*FERRIES) as api, api.reader() as reader:
        before = await reader.get("/feed.atom", params={"q": "ferry"})
    old = FERRIES[2]["text"]
    corrected = {**FERRIES[2], "text": old.replace("4 people died", "6 people died")}
    async with serve_articles(*FERRIES[:2], corrected) as api, api.reader() as reader:
        again = await reader.get(
            "/feed.atom", params={"q": "ferry"}, headers={"If-None-Match": before.headers["ETag"]}
        )
    assert again.status_code == 200
    assert "Corrected" in again.text
    updated = [feedparser.parse(r.content).entries[0].updated for r in (before, again)]
    assert updated[0] < updated[1]


async def test_question_in_everyday_words_has_a_feed(api: Served) -> None:
    entries = await entries_of(api, "atom", "How many people died in the Port Veyra flood?")
    assert any("killed" in entry["title"] or "dead" in entry["title"] for entry in entries)


async def test_question_without_stories_has_an_empty_feed(api: Served) -> None:
    for form in FORMATS:
        assert await entries_of(api, form, "zzyzx") == []


async def test_words_around_quotations_are_in_the_language_asked_for(api: Served) -> None:
    async with api.reader() as reader:
        response = await reader.get("/feed.json", params={"q": "flood", "lang": "ar"})
    feed = response.json()
    assert feed["language"] == "ar"
    assert feed["feed_url"].endswith("&lang=ar")
    assert 'dir="rtl"' in feed["items"][0]["content_html"]


async def test_feed_without_a_public_address_needs_a_token(serve: Serve) -> None:
    async with serve() as api:
        address = f"/feed.atom?q={quote('flood')}"
        async with api.reader() as reader:
            assert (await reader.get(address)).status_code == 401
        response = await api.http.get(address)
        assert response.status_code == 200
        assert f"{api.url}/s/" in response.text
        assert response.headers["Cache-Control"].startswith("private")


async def test_unknown_format_is_refused(api: Served) -> None:
    assert (await api.http.get("/feed.yaml", params={"q": "flood"})).status_code == 404


async def test_links_of_entries_lead_to_the_web_only(serve_articles: Serve) -> None:
    links = {}
    for article in (HOSTILE, FERRIES[0]):
        async with serve_articles(article) as api, api.reader() as reader:
            feed = feedparser.parse((await reader.get("/feed.atom", params={"q": "ferry"})).content)
        links[article["id"]] = [link["href"] for entry in feed.entries for link in entry.links]
    assert FERRIES[0]["url"] in links[FERRIES[0]["id"]]
    assert all(found and all(link.startswith("https://") for link in found) for found in links.values())
