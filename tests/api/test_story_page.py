"""A story's page: complete without scripts, safe, permanent, in the reader's language and direction."""

import re
from collections import Counter
from datetime import UTC, datetime
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.api.pages.story_page import content_security_policy
from bot.corpus.article import ArticleId
from bot.ingest.batch import Batch
from bot.stories.story import StoryId
from handlers.texts import LANGUAGES
from tests.api.ferry import FERRIES, HOSTILE
from tests.api.serving import PUBLIC, Serve, Served


class Page(HTMLParser):
    """Elements and text of a page; fails for what is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    def meta(self, name: str) -> str | None:
        """Return the content of a meta element."""
        found = [m["content"] for m in self.all("meta") if name in (m.get("name"), m.get("property"))]
        assert len(found) == 1, name
        return found[0]


async def get(api: Served, path: str, **options: str) -> httpx.Response:
    """Return the page that a reader's browser ends at."""
    async with api.reader(follow_redirects=False) as reader:
        response = await reader.get(path, headers=options)
        while response.has_redirect_location:
            response = await reader.get(response.headers["Location"].removeprefix(PUBLIC), headers=options)
    return response


async def test_page_says_who_reports_it_and_where_they_differ(serve_articles: Serve) -> None:
    async with serve_articles(*FERRIES) as api:
        response = await get(api, "/s/ferry-1")
    page = Page(response.text)
    assert response.status_code == 200
    assert "3 outlets, 3 independent origins" in page.text
    for words in ("Ferry sinks off Port Oss", "The Oss Ledger", "Where outlets differ", "the dead", "Four"):
        assert words in page.text
    for article in FERRIES:
        assert article["url"] in [link["href"] for link in page.all("a")]
    assert Counter(name for name, _ in page.elements)["h1"] == 1


async def test_graph_is_described_in_words(api: Served) -> None:
    html = (await get(api, "/s/flood-kestrel")).text
    page = Page(html)
    (picture,) = page.all("svg")
    assert picture["role"] == "img"
    assert "<li>Kestrel Wire: Sable Coast Radio, The Lindmar Ledger</li>" in html
    assert html.count('class="edge"') == 2


async def test_every_quotation_has_its_language_and_direction(api: Served) -> None:
    page = Page((await get(api, "/s/flood-nafidha", **{"Accept-Language": "en"})).text)
    quotes = page.all("blockquote")
    assert quotes
    assert {(quote["lang"], quote["dir"]) for quote in quotes} == {("ar", "rtl")}
    (html,) = page.all("html")
    assert (html["lang"], html["dir"]) == ("en", "ltr")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_page_is_in_the_readers_language(api: Served, language: str) -> None:
    response = await get(api, "/s/flood-kestrel", **{"Accept-Language": f"xx,{language}-XX;q=0.8,en;q=0.1"})
    page = Page(response.text)
    (html,) = page.all("html")
    assert (html["lang"], html["dir"]) == (language, "rtl" if language in ("ar", "fa") else "ltr")
    assert response.headers["Content-Language"] == language
    assert "Accept-Language" in response.headers["Vary"]
    assert ("Who has it from whom" in page.text) == (language == "en")


async def test_marks_of_articles_stay_text(serve_articles: Serve) -> None:
    async with serve_articles(HOSTILE) as api:
        response = await get(api, "/s/ferry-4")
    page = Page(response.text)
    assert page.all("script") == []
    assert page.all("b") == []
    assert "javascript:" not in response.text
    assert "<script>alert(1)</script>" in page.text
    assert page.meta("og:title") == HOSTILE["title"]


async def test_policy_allows_the_style_sheet_and_nothing_else(api: Served) -> None:
    response = await get(api, "/s/flood-kestrel")
    assert response.headers["Content-Security-Policy"] == content_security_policy()
    assert "default-src 'none'" in content_security_policy()
    page = Page(response.text)
    assert not any("style" in attributes or "src" in attributes for _, attributes in page.elements)
    handlers = [key for _, attributes in page.elements for key in attributes if key.startswith("on")]
    assert handlers == []
    assert not re.search(r"url\(|@import", response.text)


async def test_messengers_find_what_to_show(api: Served) -> None:
    page = Page((await get(api, "/s/flood-kestrel")).text)
    (canonical,) = [link["href"] for link in page.all("link") if link["rel"] == "canonical"]
    assert page.meta("og:url") == canonical
    assert str(canonical).startswith(f"{PUBLIC}/s/s")
    assert "independent origins" in (page.meta("og:description") or "")


async def test_article_leads_to_the_page_of_its_story(api: Served) -> None:
    async with api.reader() as reader:
        response = await reader.get("/s/flood-kestrel?lang=ar")
    assert response.status_code == 302
    assert response.headers["Location"].startswith(f"{PUBLIC}/s/s")
    assert response.headers["Location"].endswith("?lang=ar")


async def test_merged_story_leads_to_the_other_for_good(api: Served) -> None:
    stories = api.app.services.stories
    ids = await stories.ids_of([ArticleId("flood-kestrel"), ArticleId("flood-nafidha")])
    kept, merged = ids[ArticleId("flood-kestrel")], ids[ArticleId("flood-nafidha")]
    batch = Batch(datetime.now(UTC), redirects={StoryId(merged): kept}, removed=(ArticleId("flood-bugle"),))
    await api.app.stores.article_commit.commit(batch)
    async with api.reader() as reader:
        response = await reader.get(f"/s/{merged}")
    assert (response.status_code, response.headers["Location"]) == (301, f"{PUBLIC}/s/{kept}")


async def test_unknown_story_is_a_page_too(api: Served) -> None:
    response = await get(api, "/s/none", **{"Accept-Language": "de"})
    assert response.status_code == 404
    assert "nicht (mehr) im Archiv" in Page(response.text).text


async def test_unchanged_page_is_not_sent_again(api: Served) -> None:
    first = await get(api, "/s/flood-kestrel")
    same = await get(api, "/s/flood-kestrel", **{"If-None-Match": first.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")


async def test_corrections_are_shown_word_for_word(serve_articles: Serve) -> None:
    async with serve_articles(*FERRIES):
        pass
    corrected = {**FERRIES[2], "text": FERRIES[2]["text"].replace("4 people died", "6 people died")}
    async with serve_articles(*FERRIES[:2], corrected) as api:
        html = (await get(api, "/s/ferry-1")).text
    assert "<del>4 people died in the cold water.</del>" in html
    assert "<ins>6 people died in the cold water.</ins>" in html


async def test_page_that_others_can_open_has_a_link_to_share_it(serve: Serve) -> None:
    async with serve(api_public_url=PUBLIC) as api:
        page = Page((await get(api, "/s/flood-kestrel")).text)
    (shared,) = [link["href"] for link in page.all("a") if (link["href"] or "").startswith("https://t.me/")]
    parameters = parse_qs(urlsplit(str(shared)).query)
    assert parameters["url"] == [page.all("link")[0]["href"]]
    assert parameters["url"][0].startswith(f"{PUBLIC}/s/")
    assert parameters["text"] == [page.meta("og:title")]
    async with serve() as api:
        response = await api.http.get("/s/flood-kestrel", follow_redirects=True)
    assert response.status_code == 200
    assert "t.me/share" not in response.text
