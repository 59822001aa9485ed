"""deploy/nginx.cluster.conf in a real nginx in front of two processes."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from pathlib import Path

from tests.api.test_nginx import ROOT, nginx, pytestmark  # noqa: F401  (the mark counts here, too)

NAMES = ("answer-1", "answer-2")
BOT, NEWS = {"Host": "bot.example.org"}, {"Host": "news.example.org"}


@asynccontextmanager
async def process(name: str, requests: list[tuple[str, str]]) -> AsyncIterator[int]:
    """Answer every request with 200, and note it; yield the port."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            if length := re.search(r"Content-Length: (\d+)", head):
                await reader.readexactly(int(length[1]))
            requests.append((name, head.splitlines()[0]))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
            await writer.drain()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


def sites(ports: dict[str, int]) -> str:
    """Return the sites as deployed, but for the processes' addresses."""
    text = (ROOT / "deploy/nginx.cluster.conf").read_text(encoding="utf-8")
    for name, port in ports.items():
        text, replaced = re.subn(rf"server {name}:\d+ ", f"server 127.0.0.1:{port} ", text)
        assert replaced == 2
    return text


async def test_processes_share_requests_and_one_takes_all_when_the_other_is_gone(tmp_path: Path) -> None:
    requests: list[tuple[str, str]] = []
    async with AsyncExitStack() as stack:
        second = AsyncExitStack()
        ports = {
            NAMES[0]: await stack.enter_async_context(process(NAMES[0], requests)),
            NAMES[1]: await second.enter_async_context(process(NAMES[1], requests)),
        }
        site = await stack.enter_async_context(nginx(tmp_path, sites=sites(ports)))
        for _ in range(4):
            assert (await site.post("/newsbot", json={"update_id": 1}, headers=BOT)).status_code == 200
            assert (await site.get("/v1/ask?q=ferry", headers=NEWS)).status_code == 200
        counts = Counter((name, line.split()[1].partition("?")[0]) for name, line in requests)
        assert counts == {(name, path): 2 for name in NAMES for path in ("/newsbot", "/v1/ask")}
        for path, host in (("/v1/ask", BOT), ("/newsbot", NEWS), ("/", BOT), ("/metrics", NEWS)):
            assert (await site.get(path, headers=host)).status_code == 404
        await second.aclose()
        requests.clear()
        for _ in range(4):
            assert (await site.post("/newsbot", json={"update_id": 2}, headers=BOT)).status_code == 200
        assert requests == [(NAMES[0], "POST /newsbot HTTP/1.0")] * 4
