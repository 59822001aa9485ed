"""The OpenAPI document: complete, with examples that work, and what the reference page says."""

from typing import Any

import pytest

from bot.api.endpoints import ENDPOINTS
from bot.api.openapi import openapi
from tests.api.reference import PAGE, page, request_line
from tests.api.serving import Served

DOCUMENT = openapi(ENDPOINTS)
OPERATIONS = [(path, methods["get"]) for path, methods in DOCUMENT["paths"].items()]


def references(part: Any) -> set[str]:
    """Return the schemas that a part of the document refers to."""
    if isinstance(part, dict):
        own = {part["$ref"].rpartition("/")[2]} if "$ref" in part else set()
        return own.union(*(references(value) for value in part.values()))
    return set().union(*map(references, part)) if isinstance(part, list) else set()


async def test_document_is_served_to_readers_without_a_token(api: Served) -> None:
    async with api.reader() as reader:
        assert (await reader.get("/openapi.json")).json() == DOCUMENT


def test_document_defines_what_it_refers_to() -> None:
    assert references(DOCUMENT) <= DOCUMENT["components"]["schemas"].keys()


@pytest.mark.parametrize(("path", "operation"), OPERATIONS, ids=[op["operationId"] for _, op in OPERATIONS])
async def test_example_is_answered_as_documented(api: Served, path: str, operation: dict[str, Any]) -> None:
    (endpoint,) = (each for each in ENDPOINTS if each.path == path)
    answer = await api.json(request_line(path, operation))
    assert endpoint.response.model_validate(answer, strict=False).model_dump(mode="json") == answer
    lists = ("entries", "summary", "statements", "timeline", "events", "stories", "series")
    assert any(answer.get(name) for name in lists)


def test_reference_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.api.reference"
