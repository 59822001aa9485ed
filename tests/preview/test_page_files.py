"""The server serves the page's files and no others."""

import asyncio

from bot.preview.server import PreviewServer

OUTSIDE = (
    "/page/../server.py",
    "/page/..%2fserver.py",
    "/page/%2e%2e/server.py",
    "/page/%252e%252e%252fserver.py",
    "/page/..%5cserver.py",
    "/page//etc/passwd",
    "/page/%2fetc%2fpasswd",
    "/page/..",
    "/page/.",
    "/page/main.js%00.html",
    "/_/file/..%2f..%2fserver.py",
    "/../../../etc/passwd",
)


async def status(server: PreviewServer, path: str) -> int:
    """Ask for a path just as it is written, which no client of ours would."""
    port = int(server.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    assert b"root:" not in answer
    assert b"import asyncio" not in answer
    return int(answer.split(b" ", 2)[1])


async def test_no_path_leads_out_of_the_page_folder() -> None:
    async with PreviewServer() as server:
        assert await status(server, "/page/main.js") == 200
        assert {path: await status(server, path) for path in OUTSIDE} == dict.fromkeys(OUTSIDE, 404)
