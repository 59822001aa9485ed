"""The tools for assistants, used by the official client over HTTP and over standard input and output."""

import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult, TextContent

from bot.api.assistants import MAX_BODY_BYTES, NOTE, TOOLS
from bot.corpus.article import ArticleId
from tests.api.serving import SEEDS, TOKEN, Serve, Served
from tests.api.test_answers import sentences_in

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("ask", {"q": "Port Veyra flood", "size": 2}),
    ("story", {"id": "flood-kestrel"}),
    ("who_said", {"speaker": "Tomas Verlaine"}),
    ("trace", {"text": "The River Oss rose over its embankments at Port Veyra in the night to Tuesday."}),
    ("top", {"period": "week"}),
]


@asynccontextmanager
async def client(url: str, token: str = TOKEN) -> AsyncIterator[Client]:
    """Yield the official client, connected over streamable HTTP."""
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=60) as http,
        Client(streamable_http_client(f"{url}/mcp", http_client=http)) as connected,
    ):
        yield connected


def text_of(result: CallToolResult) -> list[str]:
    """Return the text blocks of an answer."""
    return [block.text for block in result.content if isinstance(block, TextContent)]


async def test_tools_are_listed_as_reading_only(api: Served) -> None:
    async with client(api.url) as assistant:
        listed = (await assistant.list_tools()).tools
    assert {tool.name for tool in listed} == {"ask", "story", "who_said", "trace", "timeline", "top"}
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in listed)
    assert all(NOTE in (tool.description or "") for tool in listed)


@pytest.mark.parametrize(("tool", "arguments"), CALLS)
async def test_sentences_are_verbatim_and_marked_as_untrusted(
    api: Served, tool: str, arguments: dict[str, Any]
) -> None:
    async with client(api.url) as assistant:
        result = await assistant.call_tool(tool, arguments)
    assert not result.is_error
    note, written = text_of(result)
    assert note == NOTE
    assert json.loads(written) == result.structured_content
    assert all((block.meta or {})["newsbot/untrusted"] for block in result.content)
    quoted = list(sentences_in(result.structured_content))
    assert quoted
    for sentence in quoted:
        (article,) = await api.app.stores.articles.get([ArticleId(sentence["article_id"])])
        assert article.text[sentence["start"] : sentence["end"]] == sentence["text"]
        assert "url" in sentence


@pytest.mark.parametrize("tool", TOOLS)
async def test_tool_answers_like_its_endpoint(api: Served, tool: str) -> None:
    endpoint = TOOLS[tool]
    async with client(api.url) as assistant:
        result = await assistant.call_tool(tool, dict(endpoint.example))
    path = endpoint.path
    query = dict(endpoint.example)
    if "{id}" in path:
        path = path.replace("{id}", str(query.pop("id")))
    assert result.structured_content == await api.json(path, **query)


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("ask", {}, "q"),
        ("ask", {"q": "flood", "size": 99}, "size"),
        ("story", {"id": "none"}, "not in the corpus"),
        ("timeline", {"q": "since:soup"}, "since"),
        ("delete", {"id": "flood-kestrel"}, "No such tool"),
    ],
)
async def test_mistake_is_explained(api: Served, tool: str, arguments: dict[str, Any], words: str) -> None:
    async with client(api.url) as assistant:
        result = await assistant.call_tool(tool, arguments)
    assert result.is_error
    assert words in " ".join(text_of(result))


async def test_token_is_needed_and_requests_are_counted(serve: Serve) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    headers = {"Accept": "application/json, text/event-stream", "MCP-Protocol-Version": "2025-06-18"}
    async with serve(person_per_minute=2) as api:
        async with api.reader(headers=headers) as reader:
            assert (await reader.post("/mcp", json=body)).status_code == 401
        statuses = [(await api.http.post("/mcp", json=body, headers=headers)).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


async def test_large_request_is_refused(api: Served) -> None:
    response = await api.http.post("/mcp", content=b" " * (MAX_BODY_BYTES + 1))
    assert response.status_code == 413


@pytest.mark.slow
async def test_program_serves_the_one_that_starts_it(sample_data: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "NEWSBOT_DATA": str(sample_data),
        "NEWSBOT_CORPUS": str(SEEDS),
        "NEWSBOT_FEEDS": "off",
    }
    program = StdioServerParameters(
        command=sys.executable, args=["-m", "bot", "mcp"], env=environment, cwd=Path(__file__).parents[2]
    )
    async with Client(program) as assistant:
        result = await assistant.call_tool("ask", {"q": "Port Veyra flood"})
    assert not result.is_error
    assert "Port Veyra" in text_of(result)[1]
