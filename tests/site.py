"""A web site on loopback, as well or as badly behaved as a test wants it: real sockets, real HTTP."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

from bot.corpus.web.fetcher import HttpFetcher


@dataclass(frozen=True)
class Answer:
    """What a path answers."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    type: str = "application/rss+xml"

    def packed(self) -> "Answer":
        """The same, gzipped."""
        body = self.body.encode() if isinstance(self.body, str) else self.body
        return Answer(
            gzip.compress(body), self.status, {**self.headers, "Content-Encoding": "gzip"}, self.type
        )


@dataclass(frozen=True)
class Request:
    """What was asked for."""

    path: str
    headers: Mapping[str, str]


Stream = Callable[[asyncio.StreamWriter], Awaitable[None]]
Page = Answer | Callable[[Request], Answer] | Stream


@dataclass
class Site:
    """Pages by path; what is not there is a 404."""

    port: int = 0
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def asked_for(self, path: str) -> list[Request]:
        """The requests for a path, in order."""
        return [each for each in self.asked if each.path == path]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection's one request."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = dict(line.split(": ", 1) for line in head[1:] if ": " in line)
            request = Request(head[0].split(" ")[1], {name.lower(): value for name, value in headers.items()})
            self.asked.append(request)
            await self._answer(request, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        page = self.pages.get(request.path, Answer(status=404))
        if asyncio.iscoroutinefunction(page):
            await page(writer)
            return
        answer = page if isinstance(page, Answer) else page(request)  # type: ignore[operator]
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        headers = {"Content-Type": answer.type, "Content-Length": str(len(body)), "Connection": "close"}
        lines = [f"{name}: {value}" for name, value in (headers | dict(answer.headers)).items()]
        writer.write("\r\n".join([f"HTTP/1.1 {answer.status} X", *lines, "", ""]).encode() + body)
        await writer.drain()


@asynccontextmanager
async def open_site() -> AsyncIterator[Site]:
    """Keep an empty site open."""
    site = Site()
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    async with server:
        yield site


def only(*sites: Site) -> Callable[[str, IPv4Address | IPv6Address, int], bool]:
    """The rule that lets nothing be connected to but these sites."""

    def rule(host: str, address: IPv4Address | IPv6Address, port: int) -> bool:
        return address.is_loopback and port in {site.port for site in sites}

    return rule


@asynccontextmanager
async def open_fetcher(*sites: Site, timeout_s: float = 10.0) -> AsyncIterator[HttpFetcher]:
    """Keep a fetcher that reaches these sites, at any pace."""
    async with HttpFetcher.open(rule=only(*sites), timeout_s=timeout_s, gap_s=0.0) as fetcher:
        yield fetcher
