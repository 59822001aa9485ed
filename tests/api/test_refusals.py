"""What the API refuses, and how it says so (RFC 9457)."""

from typing import Any

import httpx
import pytest

from bot.api.clients import read_tokens
from bot.app.runtime.api import serve_api
from bot.app.settings import Settings
from bot.errors import ConfigError
from tests.api.serving import OTHER_TOKEN, PUBLIC, TOKEN, Serve, Served


def problem(response: httpx.Response, status: int) -> dict[str, Any]:
    """Return the problem that a response describes."""
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "application/problem+json"
    found: dict[str, Any] = response.json()
    assert found["status"] == status
    assert found["request_id"] == response.headers["X-Request-ID"]
    return found


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"q": " "},
        {"q": "x" * 1_001},
        {"q": "flood", "page": "0"},
        {"q": "flood", "size": "21"},
        {"q": "flood", "pgae": "2"},
    ],
)
async def test_bad_parameter_is_named(api: Served, parameters: dict[str, str]) -> None:
    found = problem(await api.http.get("/v1/ask", params=parameters), 400)
    assert len(found["parameters"]) == 1
    assert found["parameters"][0]["name"] in {"q", "page", "size", "pgae"}


async def test_mistake_in_a_query_has_a_position(api: Served) -> None:
    found = problem(await api.http.get("/v1/timeline", params={"q": "(" * 200 + "valley"}), 422)
    assert 0 < found["position"] < 200


async def test_what_is_not_understood_is_said(api: Served) -> None:
    found = problem(await api.http.get("/v1/trends", params={"q": "since:soup"}), 422)
    assert "since" in found["detail"]
    assert (await api.json("/v1/trends", q="flood since:soup"))["problems"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/v1/articles/none", 404), ("/v1/stories/none", 404), ("/v2/ask", 404), ("/v1/top?period=soup", 400)],
)
async def test_what_does_not_exist(api: Served, path: str, status: int) -> None:
    problem(await api.http.get(path), status)


async def test_nothing_can_be_changed(api: Served) -> None:
    response = await api.http.post("/v1/ask", json={"q": "flood"})
    problem(response, 405)
    assert response.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer wrong-wrong-wrong", "Basic !", "Digest a"])
async def test_token_is_needed(api: Served, header: str | None) -> None:
    async with api.reader(headers={"Authorization": header} if header is not None else {}) as reader:
        response = await reader.get("/v1/ask", params={"q": "flood"})
    problem(response, 401)
    assert "Bearer" in response.headers["WWW-Authenticate"]


async def test_feed_reader_sends_the_token_as_a_password(api: Served) -> None:
    async with api.reader(auth=("ben", OTHER_TOKEN)) as reader:
        assert (await reader.get("/v1/ask", params={"q": "flood"})).status_code == 200


async def test_client_is_limited_alone(serve: Serve) -> None:
    async with serve(person_per_minute=3) as api:
        answers = [await api.http.get("/v1/ask", params={"q": "flood"}) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert 1 <= int(answers[-1].headers["Retry-After"]) <= 20
        problem(answers[-1], 429)
        other = {"Authorization": f"Bearer {OTHER_TOKEN}"}
        assert (await api.http.get("/v1/ask", params={"q": "flood"}, headers=other)).status_code == 200


async def test_guesses_of_tokens_are_limited_by_address(serve: Serve) -> None:
    async with serve(person_per_minute=2) as api, api.reader() as guesser:
        guesses = [
            await guesser.get("/v1/top", headers={"Authorization": f"Bearer guess-number-{n}-of-many"})
            for n in range(3)
        ]
        assert [guess.status_code for guess in guesses] == [401, 401, 429]
        assert (await api.http.get("/v1/top")).status_code == 200


async def test_request_id_of_a_proxy_is_kept(api: Served) -> None:
    sent = await api.http.get("/v1/articles/none", headers={"X-Request-ID": "proxy-0123456789"})
    assert sent.headers["X-Request-ID"] == "proxy-0123456789"
    forged = await api.http.get("/v1/articles/none", headers={"X-Request-ID": "<script>"})
    assert "<" not in forged.headers["X-Request-ID"]


async def test_requests_are_counted_by_route(api: Served) -> None:
    await api.json("/v1/ask", q="flood")
    await api.http.get("/v1/stories/none")
    page = api.app.services.metrics.text().decode()
    assert 'newsbot_api_requests_total{route="ask",status="200"} 1.0' in page
    assert 'newsbot_api_requests_total{route="story",status="404"} 1.0' in page


async def test_no_question_or_token_is_logged(api: Served, capfd: pytest.CaptureFixture[str]) -> None:
    await api.json("/v1/ask", q="unmistakable flood")
    await api.http.get("/v1/timeline", params={"q": "(unmistakable"})
    logged = "".join(capfd.readouterr())
    assert "unmistakable" not in logged
    assert TOKEN not in logged


@pytest.mark.parametrize(
    "setting",
    [
        "ada",
        "=long-enough-token",
        "ada=short",
        f"a={TOKEN},a={OTHER_TOKEN}",
        f"a={TOKEN} b={TOKEN}",
        "@/none",
    ],
)
def test_unusable_tokens_are_refused_without_showing_them(setting: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read_tokens(setting)
    assert TOKEN not in str(refused.value)
    assert "short" not in str(refused.value)


def test_tokens_may_be_in_a_file(tmp_path: Any) -> None:
    file = tmp_path / "tokens"
    file.write_text(f"# for the site\nsite={TOKEN}\n\napp={OTHER_TOKEN}\n", encoding="utf-8")
    assert read_tokens(f"@{file}") == {"site": TOKEN, "app": OTHER_TOKEN}


async def test_api_that_nobody_could_read_does_not_start(serve: Serve) -> None:
    with pytest.raises(ConfigError, match="NEWSBOT_API_TOKENS"):
        async with serve(api_tokens=None):
            pass


async def test_api_is_off_unless_asked_for(api: Served) -> None:
    settings = Settings(_env_file=None, api_public_url=PUBLIC)
    async with serve_api(settings, api.app.services) as port:
        assert port == 0


async def test_readers_behind_a_proxy_are_counted_by_address(serve: Serve) -> None:
    async with serve(person_per_minute=1, api_public_url=PUBLIC) as api, api.reader() as proxy:
        sent = ["192.0.2.1", "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2", "2001:db8:1::1"]
        statuses = [
            (await proxy.get("/feed.atom?q=flood", headers={"X-Forwarded-For": address})).status_code
            for address in sent
        ]
    assert statuses == [200, 429, 200, 200, 429, 200]


async def statuses_behind(serve: Serve, proxies: str, *sent: str) -> list[int]:
    """Return the statuses of requests with an `X-Forwarded-For`, of which every reader has one a minute."""
    settings = {"person_per_minute": 1, "api_public_url": PUBLIC, "api_proxies": proxies}
    async with serve(**settings) as api, api.reader() as proxy:
        answers = [await proxy.get("/openapi.json", headers={"X-Forwarded-For": chain}) for chain in sent]
    return [answer.status_code for answer in answers]


async def test_address_that_a_reader_makes_up_does_not_count(serve: Serve) -> None:
    made_up = ["203.0.113.1, 192.0.2.1", "203.0.113.2, 192.0.2.1", "203.0.113.1, 192.0.2.2"]
    assert await statuses_behind(serve, "127.0.0.1", *made_up) == [200, 429, 200]


async def test_chain_of_proxies_leads_to_the_reader(serve: Serve) -> None:
    chains = ["192.0.2.1, 10.0.0.7", "192.0.2.1, 10.9.9.9", "192.0.2.2, 10.0.0.7"]
    assert await statuses_behind(serve, "127.0.0.1, 10.0.0.0/8", *chains) == [200, 429, 200]


async def test_chain_of_proxies_alone_counts_as_one_reader(serve: Serve) -> None:
    made_up = ["10.0.0.1, 10.0.0.7", "10.0.0.2, 10.0.0.7", "10.0.0.3"]
    assert await statuses_behind(serve, "127.0.0.1, 10.0.0.0/8", *made_up) == [200, 429, 429]


@pytest.mark.parametrize("proxies", ["off", "192.0.2.9", "10.0.0.0/8"])
async def test_header_counts_from_proxies_only(serve: Serve, proxies: str) -> None:
    assert await statuses_behind(serve, proxies, "192.0.2.1", "192.0.2.2") == [200, 429]


async def test_nonsense_in_the_header_counts_as_one_reader(serve: Serve) -> None:
    assert await statuses_behind(serve, "127.0.0.1", "unknown", "_hidden, soup", "192.0.2.1") == [
        200,
        429,
        200,
    ]


@pytest.mark.parametrize("proxies", ["soup", "10.0.0.1/8", "127.0.0.1, *"])
def test_proxies_are_addresses_or_networks(proxies: str) -> None:
    with pytest.raises(ValueError, match="api_proxies"):
        Settings(_env_file=None, api_proxies=proxies)


async def test_longest_text_fits_into_an_address(api: Served) -> None:
    response = await api.http.get("/v1/trace", params={"text": "نص طويل " * 1_000})
    assert response.status_code == 200
    problem(await api.http.get("/v1/trace", params={"text": "x " * 4_001}), 400)
