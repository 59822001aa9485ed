"""Fetches from the web: public addresses only, limited in time and size. Only this package uses `httpx`."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urljoin, urlsplit

import httpx
from httpx_secure import SSRFProtectionError, httpx_ssrf_protection

from bot import __version__
from bot.corpus.web.decompress import BodyDecoder, TooLarge
from bot.corpus.web.host_rate import HostRateLimiter
from bot.corpus.web.ports import MAX_BYTES, NO_VALIDATORS, FetchResponse, Validators
from bot.corpus.web.robots import RobotsCache
from bot.errors import FetchRefused, NoConnection, Unreachable, localizable
from bot.lean_imports import import_lean

USER_AGENT = "newsbot"
ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"
MAX_REDIRECTS = 5
MAX_URL_LENGTH = 2_000
CONNECT_TIMEOUT_S, READ_TIMEOUT_S, TIMEOUT_S = 10.0, 20.0, 60.0
GAP_S = 1.0
"""Seconds between two requests to one host."""
MAX_CONNECTIONS = 32
_REDIRECT, _PERMANENT = (301, 302, 303, 307, 308), (301, 308)
AddressFilter = Callable[[str, IPv4Address | IPv6Address, int], bool]
"""Returns whether we may connect to a host, its resolved address, and a port."""


class HttpFetcher:
    """`bot.corpus.web.ports.Fetcher` over HTTP.

    Args:
        client: Follows no redirects, uses no proxy, and refuses private addresses.
        timeout_s: Seconds for one response, from connecting to its last byte.
        gap_s: Seconds between two requests to one host.
    """

    def __init__(
        self, client: httpx.AsyncClient, *, timeout_s: float = TIMEOUT_S, gap_s: float = GAP_S
    ) -> None:
        self._client = client
        self._timeout_s = timeout_s
        self._host_rate = HostRateLimiter(gap_s)
        self._connections = asyncio.Semaphore(MAX_CONNECTIONS)
        self._robots = RobotsCache(lambda url, max_bytes: self.get(url, max_bytes=max_bytes), USER_AGENT)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        *,
        address_filter: AddressFilter | None = None,
        timeout_s: float = TIMEOUT_S,
        gap_s: float = GAP_S,
    ) -> AsyncIterator["HttpFetcher"]:
        """Open a fetcher and its connection pool.

        Args:
            address_filter: Addresses we may connect to; by default all public ones. Checked on every
                connection, whatever a name resolves to and wherever a redirect leads.
        """
        import_lean("httpx")
        async with _client() as client:
            protected = httpx_ssrf_protection(
                client, check_globally_reachable=address_filter is None, custom_validator=address_filter
            )
            yield cls(protected, timeout_s=timeout_s, gap_s=gap_s)

    async def wait_until_due(self, url: str) -> None:
        """Wait until a request to a URL's host is due; another may come first."""
        await self._host_rate.wait_until_due(_host(url))

    async def get(
        self,
        url: str,
        *,
        validators: Validators = NO_VALIDATORS,
        max_bytes: int = MAX_BYTES,
        cut: bool = False,
    ) -> FetchResponse:
        """Return the response to a URL, after following redirects.

        Raises:
            FetchRefused: The URL is not public or not http(s), or its response is too large or malformed.
            Unreachable: No response in time.
        """
        current, moved_to, permanent = url, url, True
        for _ in range(MAX_REDIRECTS + 1):
            _check_url(current)
            async with AsyncExitStack() as stack:  # waiting here doesn't count towards the timeout
                async with self._host_rate.turn(_host(current)):
                    await stack.enter_async_context(self._connections)
                response, location = await self._request(current, validators, max_bytes, cut=cut)
            if location is None:
                return replace(response, moved_to=moved_to if moved_to != url else None)
            current = urljoin(current, location)
            permanent = permanent and response.status in _PERMANENT
            moved_to = current if permanent else moved_to  # a temporary hop may lead elsewhere tomorrow
        raise FetchRefused(localizable("why-redirects", most=MAX_REDIRECTS))

    async def allowed(self, url: str) -> bool:
        """Return whether robots.txt lets us read a page; respects the crawl delay it asks for."""
        allowed, delay_s = await self._robots.allowed(url)
        self._host_rate.widen_gap(_host(url), delay_s)
        return allowed

    async def _request(
        self, url: str, validators: Validators, max_bytes: int, *, cut: bool
    ) -> tuple[FetchResponse, str | None]:
        """Send one request; return the response and the location it redirects to."""
        try:
            async with (
                asyncio.timeout(self._timeout_s),
                self._client.stream("GET", url, headers=_conditions(validators)) as response,
            ):
                if response.status_code in _REDIRECT and "location" in response.headers:
                    return FetchResponse(url, response.status_code), response.headers["location"]
                if response.status_code != 200:
                    return _fetched(url, response, b""), None
                body, is_cut = await _body(response, max_bytes, cut=cut)
                return replace(_fetched(url, response, body), cut=is_cut), None
        except SSRFProtectionError as error:
            raise FetchRefused(localizable("why-not-public")) from error
        except TooLarge as error:
            raise FetchRefused(localizable("why-large", megabytes=f"{max_bytes / 1e6:g}")) from error
        except TimeoutError as error:
            raise Unreachable(localizable("why-slow", seconds=f"{self._timeout_s:g}")) from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise FetchRefused(localizable("why-no-address")) from error
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise NoConnection(localizable("why-no-connection")) from error
        except httpx.TimeoutException as error:
            raise Unreachable(localizable("why-no-answer")) from error
        except (httpx.HTTPError, zlib.error) as error:
            raise Unreachable(localizable("why-broken-off", error=type(error).__name__)) from error


def _client() -> httpx.AsyncClient:
    keep_alive = MAX_CONNECTIONS // 2
    return httpx.AsyncClient(
        headers={
            "User-Agent": f"{USER_AGENT}/{__version__} (reads news feeds)",
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip",
        },
        follow_redirects=False,
        trust_env=False,
        timeout=httpx.Timeout(READ_TIMEOUT_S, connect=CONNECT_TIMEOUT_S),
        limits=httpx.Limits(max_connections=MAX_CONNECTIONS, max_keepalive_connections=keep_alive),
    )


def _host(url: str) -> str:
    """Return a URL's host, "" for a URL that `_check_url` refuses."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _check_url(url: str) -> None:
    """Refuse URLs that are not plain http(s).

    Raises:
        FetchRefused: Says why.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchRefused(localizable("why-no-address")) from error
    if parts.scheme not in ("http", "https") or not host or not host.isprintable() or " " in host:
        raise FetchRefused(localizable("why-no-address"))
    if parts.username or parts.password:
        raise FetchRefused(localizable("why-password"))
    if len(url) > MAX_URL_LENGTH:
        raise FetchRefused(localizable("why-address-long", most=MAX_URL_LENGTH))


def _conditions(validators: Validators) -> dict[str, str]:
    headers = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in headers.items() if value}


async def _body(response: httpx.Response, max_bytes: int, *, cut: bool) -> tuple[bytes, bool]:
    """Return the decompressed body, and whether only its beginning."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("gzip", "x-gzip", "identity", ""):
        raise FetchRefused(localizable("why-packed", packing=encoding[:40]))
    decoder = BodyDecoder(max_bytes, gzipped="gzip" in encoding)
    chunks: list[bytes] = []
    try:
        async for chunk in response.aiter_raw():
            chunks.append(decoder.decode(chunk))  # noqa: PERF401  the chunks before an error are kept
    except TooLarge as error:
        if not cut:
            raise
        return b"".join([*chunks, error.beginning]), True
    return b"".join(chunks), False


def _fetched(url: str, response: httpx.Response, body: bytes) -> FetchResponse:
    headers = response.headers
    return FetchResponse(
        url=url,
        status=response.status_code,
        body=body,
        content_type=headers.get("content-type", ""),
        validators=Validators(_if_short(headers.get("etag")), _if_short(headers.get("last-modified"))),
        retry_after=_if_short(headers.get("retry-after")),
    )


def _if_short(header: str | None) -> str | None:
    return header if header and len(header) <= 500 else None
