"""How newsbot proves who it is to the cluster, and makes sure whom it talks to."""

import asyncio
import json
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app.search_index import connect
from bot.app.settings import Settings
from bot.engine import client
from bot.engine.client import Cluster
from bot.errors import ConfigError, SearchRefused, SearchUnavailable
from tests.engine.clusters import URL, open_cluster
from tests.engine.forwarder import open_forwarder

SHORT_S = 0.5
needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


def certificate(folder: Path, address: str = "127.0.0.1") -> ssl.SSLContext:
    """Return what a server with a certificate of its own shows; `ca.pem` is its authority."""
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=node"
    )
    key, file = folder / "key.pem", folder / "ca.pem"
    files = ["-keyout", str(key), "-out", str(file), "-addext", f"subjectAltName=IP:{address}"]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    return context


@needs_openssl
@pytest.mark.opensearch
async def test_cluster_behind_tls_is_used_with_key_and_authority(tmp_path: Path) -> None:
    tls = certificate(tmp_path)
    async with open_cluster() as direct, open_forwarder(URL.split(",")[0], tls) as way:
        cluster = Cluster(way.url, ca_file=tmp_path / "ca.pem", api_key="k3y", prefix=direct.index("tls"))
        await cluster.create("news", {}, {})
        await cluster.refresh("news")
        await cluster.close()
        assert b"authorization: ApiKey k3y" in bytes(way.received)


@needs_openssl
@pytest.mark.opensearch
async def test_certificate_of_a_stranger_or_of_another_host_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = certificate(tmp_path / "other", address="127.0.0.2")
    async with open_forwarder(URL.split(",")[0], other) as way:
        for authority in (None, tmp_path / "other" / "ca.pem"):
            cluster = Cluster(way.url, ca_file=authority)
            with pytest.raises(SearchUnavailable, match="not trusted; set NEWSBOT_ENGINE_CA"):
                await cluster.refresh("news")
            await cluster.close()
        assert not way.received


@asynccontextmanager
async def refusing(status: str, heads: list[bytes], body: str = "") -> AsyncIterator[str]:
    """Answer every request with a status, or never if that is ""; yield the address."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer):
            heads.append(await reader.readuntil(b"\r\n\r\n"))
            if not status:
                await reader.read()
            head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
            writer.write(f"{head}\r\nConnection: close\r\n\r\n{body}".encode())
            await writer.drain()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


def error_body(kind: str, reason: str) -> str:
    """Return an error as the cluster describes it."""
    return json.dumps({"error": {"root_cause": [], "type": kind, "reason": reason}})


LACKING = error_body(
    "security_exception",
    "no permissions for [indices:admin/refresh] and User [name=newsbot, backend_roles=[]]",
)


@pytest.mark.parametrize(
    ("status", "body", "hint"),
    [
        ("401 Unauthorized", "", "NEWSBOT_ENGINE_API_KEY"),
        ("403 Forbidden", "", r"roles\.yml"),
        ("403 Forbidden", LACKING, r"lacks the right indices:admin/refresh: .*roles\.yml"),
        ("400 Bad Request", error_body("validation_exception", "[1000] shards open"), "max_shards_per_node"),
        ("400 Bad Request", error_body("parsing_exception", "near zeppelin"), "report this as a bug"),
        ("404 Not Found", error_body("index_not_found_exception", ""), "run newsbot engine rebuild"),
        ("429 Too Many Requests", error_body("cluster_block_exception", "flood-stage"), "free disk space"),
    ],
)
async def test_refusal_names_node_and_reason_and_says_what_to_do(status: str, body: str, hint: str) -> None:
    async with refusing(status, [], body) as address:
        cluster = Cluster(f"http://newsbot:hunter2@{address}")
        with pytest.raises(SearchRefused, match=hint) as raised:
            await cluster.refresh("news")
        await cluster.close()
    assert address in str(raised.value)
    assert not any(word in str(raised.value) for word in ("hunter2", "zeppelin"))


async def test_refusal_names_only_the_node_that_refused() -> None:
    async with refusing("403 Forbidden", []) as first, refusing("403 Forbidden", []) as second:
        cluster = Cluster(f"http://{first},http://{second}")
        named = []
        for _ in range(2):
            with pytest.raises(SearchRefused) as raised:
                await cluster.refresh("news")
            named.append([node for node in (first, second) if node in str(raised.value)])
        await cluster.close()
    assert sorted(named) == sorted([[first], [second]])


@pytest.mark.parametrize("status", ["429 Too Many Requests", "500 Internal Server Error", "503 Unavailable"])
async def test_cluster_that_is_overloaded_or_fails_is_away_and_refuses_nothing(status: str) -> None:
    async with refusing(status, [], error_body("rejected_execution_exception", "")) as address:
        cluster = Cluster(f"http://{address}")
        with pytest.raises(SearchUnavailable, match=status.partition(" ")[0]) as raised:
            await cluster.refresh("news")
        await cluster.close()
    assert not isinstance(raised.value, SearchRefused)


ALL, ONE_AWAY = {"total": 2, "successful": 2, "failed": 0}, {"total": 2, "successful": 1, "failed": 0}
ONE_FAILED = {"total": 2, "successful": 1, "failed": 1}


@pytest.mark.parametrize("shards", [ONE_AWAY, ONE_FAILED])
async def test_files_are_not_purged_while_a_copy_of_the_index_is_away(shards: dict[str, int]) -> None:
    body = json.dumps({"_shards": shards, "_all": {"total": {"docs": {"deleted": 0}}}})
    async with refusing("200 OK", [], body) as address:
        cluster = Cluster(f"http://{address}")
        for work in (cluster.expunge("alerts"), cluster.deleted("alerts")):
            with pytest.raises(SearchUnavailable, match="lacks a copy"):
                await work
        await cluster.close()


async def test_files_are_purged_when_all_copies_are() -> None:
    body = json.dumps({"_shards": ALL, "_all": {"total": {"docs": {"deleted": 3}}}})
    async with refusing("200 OK", [], body) as address:
        cluster = Cluster(f"http://{address}")
        await cluster.expunge("alerts")
        assert await cluster.deleted("alerts") == 3
        await cluster.close()


async def test_purge_that_takes_too_long_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    monkeypatch.setattr(client, "BULK_TIMEOUT_S", SHORT_S)
    async with refusing("", asked) as address:
        cluster = Cluster(f"http://{address}")
        with pytest.raises(SearchUnavailable, match="still rewrites"):
            await cluster.expunge("alerts")
        await cluster.close()
    assert len(asked) == 1


async def test_silent_node_is_asked_once() -> None:
    asked: list[bytes] = []
    async with refusing("", asked) as silent, refusing("404 Not Found", []) as node:
        cluster = Cluster(f"http://{silent},http://{node}", timeout_s=SHORT_S)
        for _ in range(6):
            await cluster.delete("news")
        await cluster.close()
    assert len(asked) == 1


@pytest.mark.parametrize(("pause_s", "rounds"), [(3_600.0, 1), (0.0, 2)])
async def test_after_silence_of_all_nodes_requests_fail_at_once_for_a_while(
    pause_s: float, rounds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engine.client.PAUSE_S", pause_s)
    asked: list[bytes] = []
    async with refusing("", asked) as silent:
        cluster = Cluster(f"http://{silent}", timeout_s=SHORT_S)
        counts = []
        for _ in range(2):
            with pytest.raises(SearchUnavailable, match="does not answer"):
                await cluster.delete("news")
            counts.append(len(asked))
        await cluster.close()
    assert counts == [counts[0], rounds * counts[0]]


@pytest.mark.parametrize(
    ("user", "key", "sent"),
    [
        ("ada:pa%3Ass@", None, b"authorization: Basic YWRhOnBhOnNz"),
        ("", "k3y", b"authorization: ApiKey k3y"),
        ("", "Bearer t.o.k", b"authorization: Bearer t.o.k"),
    ],
)
async def test_password_key_or_token_is_sent(user: str, key: str | None, sent: bytes) -> None:
    heads: list[bytes] = []
    async with refusing("401 Unauthorized", heads) as address:
        cluster = Cluster(f"http://{user}{address}", api_key=key)
        with pytest.raises(SearchUnavailable):
            await cluster.refresh("news")
        await cluster.close()
    assert sent in heads[0]


def test_contradicting_or_wrong_settings_are_refused(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, engine_url=SecretStr("https://ada:p@127.0.0.1:9200"))
    key = settings.model_copy(update={"engine_api_key": SecretStr("k3y")})
    with pytest.raises(ConfigError, match="set one of them"):
        connect(key, 1)
    with pytest.raises(ConfigError, match="there is no file"):
        connect(settings.model_copy(update={"engine_ca": tmp_path / "none.pem"}), 1)
