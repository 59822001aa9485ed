"""deploy/nginx.cluster.conf in a real nginx, in front of two processes and a resolver that names them."""

import asyncio
import re
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import cast

import httpx

from tests.api.test_nginx import ROOT, free_port, nginx, pytestmark  # noqa: F401  (the mark counts here, too)
from tests.profiles import PATIENCE_S

BOT, NEWS = {"Host": "bot.example.org"}, {"Host": "news.example.org"}
FIRST, SECOND, LATER = "127.0.0.2", "127.0.0.3", "127.0.0.4"
WEBHOOK, API = "8079", "8076"


@asynccontextmanager
async def process(address: str, port: int, requests: list[tuple[str, str]]) -> AsyncIterator[None]:
    """Answer every request with 200, and note it."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            if length := re.search(r"Content-Length: (\d+)", head):
                await reader.readexactly(int(length[1]))
            requests.append((address, head.split()[1].partition("?")[0]))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
            await writer.drain()

    async with await asyncio.start_server(answer, address, port):
        yield


class Resolver(asyncio.DatagramProtocol):
    """Answers every question with the addresses of "answer"."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        question = data[12 : data.index(b"\0", 12) + 5]
        head = data[:2] + struct.pack(">HHHHH", 0x8180, 1, len(self.addresses), 0, 0)
        records = [b"\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4" + socket.inet_aton(one) for one in self.addresses]
        assert question.startswith(b"\6answer\0")
        self._transport.sendto(head + question + b"".join(records), addr)


@asynccontextmanager
async def resolving(*addresses: str) -> AsyncIterator[tuple[Resolver, int]]:
    """Yield a resolver and its port."""
    loop = asyncio.get_running_loop()
    transport, resolver = await loop.create_datagram_endpoint(
        lambda: Resolver(*addresses), local_addr=("127.0.0.1", 0)
    )
    try:
        yield resolver, transport.get_extra_info("sockname")[1]
    finally:
        transport.close()


def sites(resolver: int, port: int) -> str:
    """Return the sites as deployed, but for ports, and for how long addresses are kept."""
    text = (ROOT / "deploy/nginx.cluster.conf").read_text(encoding="utf-8")
    for old, new in (
        ("resolver 127.0.0.11 valid=5s", f"resolver 127.0.0.1:{resolver} valid=1s"),
        (f"http://$answer:{WEBHOOK};", f"http://$answer:{port};"),
        (f"http://$answer:{API};", f"http://$answer:{port};"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


async def ask(site: httpx.AsyncClient) -> None:
    assert (await site.post("/newsbot", json={"update_id": 1}, headers=BOT)).status_code == 200
    assert (await site.get("/v1/ask?q=ferry", headers=NEWS)).status_code == 200


async def test_processes_share_requests_and_one_takes_all_while_the_other_is_gone(tmp_path: Path) -> None:
    requests: list[tuple[str, str]] = []
    port = free_port()
    async with (
        resolving(FIRST, SECOND) as (_, resolver),
        process(FIRST, port, requests),
        nginx(tmp_path, sites=sites(resolver, port)) as site,
    ):
        async with process(SECOND, port, requests):
            for _ in range(20):
                await ask(site)
            paths = {(address, path) for address in (FIRST, SECOND) for path in ("/newsbot", "/v1/ask")}
            assert set(requests) == paths
            for path, host in (("/v1/ask", BOT), ("/newsbot", NEWS), ("/", BOT), ("/metrics", NEWS)):
                assert (await site.get(path, headers=host)).status_code == 404
        requests.clear()
        for _ in range(4):
            await ask(site)
        assert [address for address, _ in requests] == 8 * [FIRST]


async def test_process_that_is_started_again_at_another_address_is_found(tmp_path: Path) -> None:
    requests: list[tuple[str, str]] = []
    port = free_port()
    async with (
        resolving(FIRST) as (names, resolver),
        process(LATER, port, requests),
        nginx(tmp_path, sites=sites(resolver, port)) as site,
    ):
        async with process(FIRST, port, requests):
            await ask(site)
        names.addresses = (LATER,)
        async with asyncio.timeout(PATIENCE_S):
            while (await site.get("/v1/ask?q=ferry", headers=NEWS)).status_code != 200:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        await ask(site)
    assert requests[-1] == (LATER, "/v1/ask")
