"""A web site on loopback, as well or badly behaved as a test wants: real sockets, real HTTP."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

from bot.corpus.web.fetcher import HttpFetcher


@dataclass(frozen=True)
class SiteResponse:
    """The response to a path."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    type: str = "application/rss+xml"

    @property
    def body_bytes(self) -> bytes:
        """The body, encoded as UTF-8 if it is text."""
        return self.body.encode() if isinstance(self.body, str) else self.body

    def gzipped(self) -> "SiteResponse":
        """The same response, gzipped."""
        headers = {**self.headers, "Content-Encoding": "gzip"}
        return SiteResponse(gzip.compress(self.body_bytes), self.status, headers, self.type)


@dataclass(frozen=True)
class SiteRequest:
    """A request the site received; header names in lower case."""

    path: str
    headers: Mapping[str, str]


Stream = Callable[[asyncio.StreamWriter], Awaitable[None]]
Page = SiteResponse | Callable[[SiteRequest], SiteResponse] | Stream


@dataclass
class Site:
    """Pages by path; other paths are 404."""

    port: int = 0
    pages: dict[str, Page] = field(default_factory=dict)
    requests: list[SiteRequest] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        """Return the URL of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def requests_for(self, path: str) -> list[SiteRequest]:
        """Return the requests for a path, in order."""
        return [request for request in self.requests if request.path == path]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the one request of a connection."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = dict(line.split(": ", 1) for line in head[1:] if ": " in line)
            path = head[0].split(" ")[1]
            request = SiteRequest(path, {name.lower(): value for name, value in headers.items()})
            self.requests.append(request)
            await self._respond(request, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _respond(self, request: SiteRequest, writer: asyncio.StreamWriter) -> None:
        page = self.pages.get(request.path, SiteResponse(status=404))
        if asyncio.iscoroutinefunction(page):
            await page(writer)
            return
        response = page if isinstance(page, SiteResponse) else page(request)  # type: ignore[operator]
        body = response.body_bytes
        headers = {"Content-Type": response.type, "Content-Length": str(len(body)), "Connection": "close"}
        lines = [f"{name}: {value}" for name, value in (headers | dict(response.headers)).items()]
        writer.write("\r\n".join([f"HTTP/1.1 {response.status} X", *lines, "", ""]).encode() + body)
        await writer.drain()


@asynccontextmanager
async def open_site() -> AsyncIterator[Site]:
    """Serve an empty site."""
    site = Site()
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    async with server:
        yield site


def only_sites(*sites: Site) -> Callable[[str, IPv4Address | IPv6Address, int], bool]:
    """Return an address filter that allows nothing but these sites."""

    def address_filter(host: str, address: IPv4Address | IPv6Address, port: int) -> bool:
        return address.is_loopback and port in {site.port for site in sites}

    return address_filter


@asynccontextmanager
async def open_fetcher(*sites: Site, timeout_s: float = 10.0) -> AsyncIterator[HttpFetcher]:
    """Open a fetcher that reaches these sites, without a gap between requests."""
    filtered = only_sites(*sites)
    async with HttpFetcher.open(address_filter=filtered, timeout_s=timeout_s, gap_s=0.0) as fetcher:
        yield fetcher
