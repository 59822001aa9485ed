"""Random requests, made from the OpenAPI document: nothing fails, and no client sees what is another's.

HYPOTHESIS_PROFILE=long python -m pytest tests/api/test_random_requests.py sends 10,000.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bot.api.endpoints import ENDPOINTS
from bot.api.models import Problem
from bot.api.openapi import openapi
from tests.api.serving import OTHER_TOKEN, TOKEN, Served
from tests.profiles import by_profile

TOGETHER = 10
BATCHES = by_profile(dev=20, ci=40, long=1_000)
DOCUMENT = openapi(ENDPOINTS)
RESPONSES = {endpoint.path: endpoint.response for endpoint in ENDPOINTS}
OTHERS = ["/feed.atom", "/feed.rss", "/feed.json", "/s/{id}", "/openapi.json", "/nothing"]
WORDS = ["flood", "Port Veyra", "bank", "who", "said:verlaine", "lang:ar", "since:2026-10-01", "سد", "yarın"]
SYNTAX = [
    "(",
    ")",
    '"',
    "OR",
    "-",
    "NOT",
    "*",
    ":",
    "since:",
    "lang:",
    "https://bugle.example/news",
    "\x00",
    "%",
]
IDS = ["flood-kestrel", "flood-nafidha", "none", "../etc/passwd", "a/b", "s" * 201, " ", "%2e%2e"]
TEXTS = st.lists(st.sampled_from([*WORDS, *SYNTAX]) | st.text(max_size=12), max_size=9).map(" ".join)
VALUES = {
    "id": st.sampled_from(IDS) | st.text(min_size=1, max_size=20),
    "page": st.integers(-2, 1_002).map(str) | st.sampled_from(["", "x", "1e3", "١"]),
    "size": st.integers(-1, 22).map(str) | st.sampled_from(["", "0x1"]),
    "lang": st.sampled_from(["en", "ar", "fa", "xx", "english", ""]),
    "period": st.sampled_from(["24h", "week", "yesterday", "October 2026", "9999w", "soup", ""]) | TEXTS,
}
_numbers = count()


@dataclass(frozen=True)
class Asked:
    """A request.

    Args:
        marker: A word of its question that no other request has.
    """

    path: str
    parameters: tuple[tuple[str, str], ...]
    token: str | None
    marker: str

    @property
    def address(self) -> str:
        """The address without parameters."""
        ids = dict(self.parameters)
        return self.path.replace("{id}", quote(ids.get("id", "none"), safe=""))


@st.composite
def requests(draw: st.DrawFn) -> Asked:
    """Return a request to a documented or another address, with values that may be wrong."""
    path = draw(st.sampled_from([*DOCUMENT["paths"], *OTHERS]))
    operation = DOCUMENT["paths"].get(path, {}).get("get", {"parameters": []})
    names = [p["name"] for p in operation["parameters"]] or ["q", "lang", "id"]
    marker = f"marker{next(_numbers)}x"
    chosen = draw(st.lists(st.sampled_from([*names, "other"]), unique=True)) if names else []
    required = [p["name"] for p in operation["parameters"] if p["required"] and draw(st.integers(0, 9))]
    parameters = []
    for name in dict.fromkeys([*required, *chosen]):
        value = draw(VALUES.get(name, TEXTS))
        parameters.append((name, f"{value} {marker}" if name in ("q", "text", "speaker") else value))
    token = draw(st.sampled_from([TOKEN, TOKEN, OTHER_TOKEN, OTHER_TOKEN, None, "wrong"]))
    return Asked(path, tuple(parameters), token, marker)


async def send(client: httpx.AsyncClient, asked: Asked) -> httpx.Response:
    """Send a request."""
    headers = {"Authorization": f"Bearer {asked.token}"} if asked.token else {}
    query = [(name, value) for name, value in asked.parameters if f"{{{name}}}" not in asked.path]
    return await client.get(asked.address, params=query or None, headers=headers)


def check(asked: Asked, response: httpx.Response) -> None:
    """Check that a response is one of the documented ones, and the asker's own."""
    assert response.status_code < 500, (asked, response.text)
    assert response.headers["X-Request-ID"]
    own = {asked.marker}
    assert set(re.findall(r"marker\d+x", response.text)) <= own, asked
    if response.status_code >= 400 and not response.headers["Content-Type"].startswith("text/html"):
        problem = Problem.model_validate_json(response.content)
        assert problem.status == response.status_code
    if model := RESPONSES.get(asked.path):
        allowed = {int(status) for status in DOCUMENT["paths"][asked.path]["get"]["responses"]}
        assert response.status_code in allowed | ({404} if "{id}" in asked.path else set())
        assert (response.status_code == 401) == (asked.token not in (TOKEN, OTHER_TOKEN))
        if response.status_code == 200:
            model.model_validate(response.json())


@pytest.mark.slow
@settings(
    max_examples=BATCHES,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(st.lists(requests(), min_size=TOGETHER, max_size=TOGETHER))
async def test_requests_at_the_same_time_are_answered_each_for_itself(
    api: Served, batch: Sequence[Asked]
) -> None:
    async with api.reader() as reader:
        responses = await asyncio.gather(*(send(reader, asked) for asked in batch))
    for asked, response in zip(batch, responses, strict=True):
        event(f"{asked.path} {response.status_code}")
        check(asked, response)
