"""The one door to the web: public addresses only, bounded in time and size. `httpx` is used only here."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urljoin, urlsplit

import httpx
from httpx_secure import SSRFProtectionError, httpx_ssrf_protection

from bot import __version__
from bot.corpus.web.decompress import Plain, TooLarge, Unpacker
from bot.corpus.web.host_rate import HostRateLimiter
from bot.corpus.web.ports import MAX_BYTES, NO_VALIDATORS, FetchResponse, Validators
from bot.corpus.web.robots import RobotsCache
from bot.errors import FetchRefused, NoConnection, Unreachable, localizable

USER_AGENT = "newsbot"
ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"
MAX_REDIRECTS = 5
MAX_URL_LENGTH = 2_000
CONNECT_S, READ_S, TIMEOUT_S = 10.0, 20.0, 60.0
GAP_S = 1.0
"""Between two requests to one host."""
CONNECTIONS = 32
"""Open at once."""
_REDIRECTS, _FOR_GOOD = (301, 302, 303, 307, 308), (301, 308)
AddressFilter = Callable[[str, IPv4Address | IPv6Address, int], bool]
"""Says whether a host, resolved to an address, may be connected to at a port."""


class HttpFetcher:
    """`bot.corpus.web.ports.Fetcher` over HTTP.

    Args:
        client: Follows no redirects, uses no proxy, and is protected against private addresses.
        timeout_s: Seconds for one answer, from connecting to its last byte.
        gap_s: Seconds between two requests to one host.
    """

    def __init__(
        self, client: httpx.AsyncClient, *, timeout_s: float = TIMEOUT_S, gap_s: float = GAP_S
    ) -> None:
        self._client = client
        self._timeout_s = timeout_s
        self._pace = HostRateLimiter(gap_s)
        self._free = asyncio.Semaphore(CONNECTIONS)
        self._robots = RobotsCache(lambda url, most: self.get(url, max_bytes=most), USER_AGENT)

    @classmethod
    @asynccontextmanager
    async def open(
        cls, *, rule: AddressFilter | None = None, timeout_s: float = TIMEOUT_S, gap_s: float = GAP_S
    ) -> AsyncIterator["HttpFetcher"]:
        """Keep a fetcher and its connections.

        Args:
            rule: Which addresses may be connected to; by default all that are public. Checked when
                connecting, whatever a name resolves to and wherever a redirect leads.
        """
        async with httpx.AsyncClient(
            headers={
                "User-Agent": f"{USER_AGENT}/{__version__} (reads news feeds)",
                "Accept": ACCEPT,
                "Accept-Encoding": "gzip",
            },
            follow_redirects=False,
            trust_env=False,
            timeout=httpx.Timeout(READ_S, connect=CONNECT_S),
            limits=httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS // 2),
        ) as client:
            protected = httpx_ssrf_protection(
                client, check_globally_reachable=rule is None, custom_validator=rule
            )
            yield cls(protected, timeout_s=timeout_s, gap_s=gap_s)

    async def get(
        self, url: str, *, validators: Validators = NO_VALIDATORS, max_bytes: int = MAX_BYTES
    ) -> FetchResponse:
        """Return what an address answers, redirects followed.

        Raises:
            FetchRefused: The address is not public, not http(s), or its answer is too large or misformed.
            Unreachable: No answer in time.
        """
        at, lasting, for_good = url, url, True
        for _ in range(MAX_REDIRECTS + 1):
            _check(at)
            await self._pace.wait_turn(urlsplit(at).hostname or "")
            async with self._free:  # before the clock of the answer starts
                answer, location = await self._once(at, validators, max_bytes)
            if location is None:
                return replace(answer, moved_to=lasting if lasting != url else None)
            at = urljoin(at, location)
            for_good = for_good and answer.status in _FOR_GOOD
            lasting = at if for_good else lasting  # a temporary hop may lead elsewhere tomorrow
        raise FetchRefused(localizable("why-redirects", most=MAX_REDIRECTS))

    async def allowed(self, url: str) -> bool:
        """Whether the site's robots.txt lets us read a page; a slower pace it asks for is kept."""
        may, gap_s = await self._robots.allowed(url)
        self._pace.widen_gap(urlsplit(url).hostname or "", gap_s)
        return may

    async def _once(
        self, url: str, validators: Validators, max_bytes: int
    ) -> tuple[FetchResponse, str | None]:
        """One request: the answer, and where it redirects to."""
        try:
            async with (
                asyncio.timeout(self._timeout_s),
                self._client.stream("GET", url, headers=_conditions(validators)) as response,
            ):
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    return FetchResponse(url, response.status_code), response.headers["location"]
                body = await _body(response, max_bytes) if response.status_code == 200 else b""
                return _fetched(url, response, body), None
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


def _check(url: str) -> None:
    """Refuse what is not a plain web address.

    Raises:
        FetchRefused: It is not.
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
    conditions = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in conditions.items() if value}


async def _body(response: httpx.Response, max_bytes: int) -> bytes:
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("gzip", "x-gzip", "identity", ""):
        raise FetchRefused(localizable("why-packed", packing=packing[:40]))
    unpacker = Unpacker(max_bytes) if "gzip" in packing else Plain(max_bytes)
    pieces = [unpacker.unpack(piece) async for piece in response.aiter_raw()]
    return b"".join(pieces)


def _fetched(url: str, response: httpx.Response, body: bytes) -> FetchResponse:
    headers = response.headers
    return FetchResponse(
        url=url,
        status=response.status_code,
        body=body,
        content_type=headers.get("content-type", ""),
        validators=Validators(_short(headers.get("etag")), _short(headers.get("last-modified"))),
        retry_after=_short(headers.get("retry-after")),
    )


def _short(header: str | None) -> str | None:
    return header if header and len(header) <= 500 else None
