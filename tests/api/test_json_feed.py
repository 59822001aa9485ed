"""JSON Feeds against a schema of JSON Feed 1.1, and the schema against what the specification forbids."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.api.ferry import FERRIES, HOSTILE
from tests.api.serving import Serve, Served

SCHEMA = json.loads((Path(__file__).parent / "json_feed_1_1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
SMALLEST: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Ferries",
    "items": [{"id": "1", "content_text": "The ferry is late.", "authors": [{"name": "Ina Lund"}]}],
}


def faults(feed: object) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in VALIDATOR.iter_errors(feed)]


async def feed_of(api: Served, **parameters: str) -> Any:
    async with api.reader() as reader:
        response = await reader.get("/feed.json", params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.parametrize("question", ["flood", "said:verlaine", "How many people died?", "سد", "zzyzx"])
@pytest.mark.parametrize("lang", ["en", "ar"])
async def test_feed_of_a_question_is_valid(api: Served, question: str, lang: str) -> None:
    feed = await feed_of(api, q=question, lang=lang)
    assert faults(feed) == []
    assert bool(feed["items"]) == (question != "zzyzx")


async def test_feed_of_hostile_and_sparse_articles_is_valid(serve_articles: Serve) -> None:
    sparse = {
        "id": "sparse",
        "text": "A ferry without a name, an outlet or an address.",
        "published": "2026-11-02",
    }
    async with serve_articles(*FERRIES, HOSTILE, sparse) as api:
        feed = await feed_of(api, q="ferry")
    assert len(feed["items"]) > 1
    assert faults(feed) == []


def changed(place: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """Return the smallest feed with another value at a place; None removes what is there."""
    feed = deepcopy(SMALLEST)
    *path, last = place
    inner: Any = feed
    for step in path:
        inner = inner[step]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return feed


def test_schema_accepts_what_the_specification_allows() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert faults(SMALLEST) == []
    assert faults(changed(("_extension",), {"about": "https://a.example"})) == []
    assert faults(changed(("items", 0, "date_published"), "2026-11-02T10:00:00-07:00")) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("version",), "https://jsonfeed.org/version/1"),
        (("title",), None),
        (("items",), None),
        (("items",), {}),
        (("feed_url",), "ferries.json"),
        (("author",), {"name": "Ina"}),
        (("items", 0, "id"), None),
        (("items", 0, "id"), 1),
        (("items", 0, "content_text"), None),
        (("items", 0, "date_published"), "Mon, 02 Nov 2026 10:00:00 GMT"),
        (("items", 0, "authors"), {"name": "Ina"}),
        (("items", 0, "authors", 0, "name"), None),
        (("items", 0, "newsbot"), {}),
    ],
)
def test_schema_refuses_what_the_specification_forbids(place: tuple[str | int, ...], value: object) -> None:
    assert faults(changed(place, value))
