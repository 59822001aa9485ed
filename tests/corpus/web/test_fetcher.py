"""The HTTP fetcher, over real sockets on loopback."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import pytest

from bot.corpus.web.fetcher import HttpFetcher
from bot.corpus.web.host_rate import HostRateLimiter
from bot.corpus.web.ports import FetchResponse, Validators
from bot.errors import FetchRefused, NoConnection, Unreachable
from tests.corpus.web.test_host_rate import FakeClock
from tests.site import Site, SiteRequest, SiteResponse, only_sites, open_fetcher, open_site

HTML = "text/html; charset=utf-8"


@pytest.fixture
async def web(site: Site) -> AsyncIterator[HttpFetcher]:
    async with open_fetcher(site) as fetcher:
        yield fetcher


def redirect(status: int, location: str) -> SiteResponse:
    return SiteResponse(status=status, headers={"Location": location})


async def test_responses_are_complete_and_decompressed(site: Site, web: HttpFetcher) -> None:
    site.pages["/plain"] = SiteResponse(
        "words", type=HTML, headers={"ETag": '"1"', "Last-Modified": "yesterday"}
    )
    site.pages["/gzipped"] = SiteResponse("words" * 1000).gzipped()
    plain = await web.get(site.url("/plain"))
    assert (plain.status, plain.body, plain.content_type) == (200, b"words", HTML)
    assert plain.validators == Validators('"1"', "yesterday")
    assert (await web.get(site.url("/gzipped"))).body == b"words" * 1000


async def test_validators_are_sent_and_304_is_returned(site: Site, web: HttpFetcher) -> None:
    def page(request: SiteRequest) -> SiteResponse:
        return SiteResponse(status=304 if request.headers.get("if-none-match") == '"1"' else 200)

    site.pages["/"] = page
    assert (
        await web.get(site.url(), validators=Validators('"1"', "Mon, 02 Nov 2026 10:00:00 GMT"))
    ).status == 304
    assert site.requests[-1].headers["if-modified-since"] == "Mon, 02 Nov 2026 10:00:00 GMT"
    assert (await web.get(site.url())).status == 200


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [((301,), "/b"), ((308, 301), "/c"), ((302,), None), ((301, 302), "/b"), ((307, 301), None)],
)
async def test_only_permanent_redirects_change_the_url(
    site: Site, web: HttpFetcher, statuses: tuple[int, ...], moved_to: str | None
) -> None:
    paths = ["/a", "/b", "/c"]
    for number, status in enumerate(statuses):
        site.pages[paths[number]] = redirect(status, paths[number + 1])
    site.pages[paths[len(statuses)]] = SiteResponse("here")
    response = await web.get(site.url("/a"))
    assert (response.body, response.url) == (b"here", site.url(paths[len(statuses)]))
    assert response.moved_to == (site.url(moved_to) if moved_to else None)


async def test_a_redirect_loop_is_refused(site: Site, web: HttpFetcher) -> None:
    site.pages["/a"] = redirect(302, "/a")
    with pytest.raises(FetchRefused, match="why-redirects"):
        await web.get(site.url("/a"))


PRIVATE = ("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]",
           "2130706433", "0.0.0.0", "[fd00::1]", "[64:ff9b::7f00:1]", "100.64.0.1")  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
async def test_private_addresses_are_refused_before_connecting(site: Site, host: str) -> None:
    async with HttpFetcher.open(gap_s=0.0) as guarded:
        with pytest.raises(FetchRefused, match="why-not-public"):
            await guarded.get(f"http://{host}:{site.port}/latest/meta-data/")
    assert site.requests == []


async def test_a_redirect_into_the_private_network_is_refused(site: Site) -> None:
    async with open_site() as inner, open_fetcher(site) as web:
        inner.pages["/"] = SiteResponse("secret")
        site.pages["/"] = redirect(302, inner.url())
        with pytest.raises(FetchRefused, match="why-not-public"):
            await web.get(site.url())
    assert inner.requests == []


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1", "//127.0.0.1/", "http://", "http://a:b@127.0.0.1/",
     "http://[/", "http://127.0.0.1:99999/", "http://127.0.0.1/" + "x" * 2_000, "", "http://x y/", "http://\x00/"],
)  # fmt: skip
async def test_other_than_plain_http_urls_are_refused(web: HttpFetcher, url: str) -> None:
    with pytest.raises(FetchRefused):
        await web.get(url)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "javascript:alert(1)", "http://u:p@127.0.0.1/"])
async def test_a_redirect_to_another_scheme_is_refused(site: Site, web: HttpFetcher, location: str) -> None:
    site.pages["/"] = redirect(301, location)
    with pytest.raises(FetchRefused):
        await web.get(site.url())


async def test_reading_stops_when_the_body_is_too_large(site: Site, web: HttpFetcher) -> None:
    sent = 0

    async def endless(writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 X\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n")
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()
            sent += 65_536

    site.pages["/"] = endless
    with pytest.raises(FetchRefused, match="why-large megabytes"):
        await web.get(site.url(), max_bytes=1_000_000)
    assert sent < 20_000_000  # a bound on the sockets' buffers


@pytest.mark.parametrize("layers", [1, 2])
async def test_a_gzip_bomb_is_refused(site: Site, web: HttpFetcher, layers: int) -> None:
    bomb = gzip.compress(b"\x00" * 60_000_000)
    for _ in range(layers - 1):
        bomb = gzip.compress(bomb)
    encoding = ", ".join(["gzip"] * layers)
    site.pages["/"] = SiteResponse(bomb, headers={"Content-Encoding": encoding})
    with pytest.raises(FetchRefused):
        await web.get(site.url())


@pytest.mark.parametrize("encoding", ["br", "deflate", "zstd", "nonsense"])
async def test_other_content_encodings_are_refused(site: Site, web: HttpFetcher, encoding: str) -> None:
    site.pages["/"] = SiteResponse(zlib.compress(b"words"), headers={"Content-Encoding": encoding})
    with pytest.raises(FetchRefused, match="why-packed"):
        await web.get(site.url())


async def test_a_slow_body_times_out(site: Site) -> None:
    async def dripping(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 X\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    site.pages["/"] = dripping
    async with open_fetcher(site, timeout_s=0.3) as web:
        with pytest.raises(Unreachable, match="why-slow seconds"):
            await web.get(site.url())


async def test_a_refused_connection_differs_from_a_broken_response(site: Site, web: HttpFetcher) -> None:
    async def nonsense(writer: asyncio.StreamWriter) -> None:
        writer.write(b"what?\r\n\r\n")

    site.pages["/"] = nonsense
    with pytest.raises(Unreachable) as broken:
        await web.get(site.url())
    assert not isinstance(broken.value, NoConnection)
    async with open_site() as closed:
        pass
    async with HttpFetcher.open(address_filter=only_sites(site, closed), gap_s=0.0) as other:
        with pytest.raises(NoConnection):
            await other.get(closed.url())


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (SiteResponse("User-agent: *\nDisallow: /private/", type="text/plain"), True),
        (SiteResponse("User-agent: *\nDisallow: /*/paper$", type="text/plain"), False),
        (SiteResponse("User-agent: newsbot\nDisallow: /news", type="text/plain"), False),
        (SiteResponse("User-agent: other\nDisallow: /", type="text/plain"), True),
        (SiteResponse(status=404), True),
        (SiteResponse(status=403), True),
        (SiteResponse(status=503), False),
        (SiteResponse(b"\xff\xfe\x00nonsense", type="text/plain"), True),
    ],
)
async def test_robots_txt_is_respected(
    site: Site, web: HttpFetcher, robots: SiteResponse, allowed: bool
) -> None:
    site.pages["/robots.txt"] = robots
    for _ in range(3):
        assert await web.allowed(site.url("/news/paper")) is allowed
    assert len(site.requests_for("/robots.txt")) == 1


@pytest.fixture
def requested(web: HttpFetcher, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The times of requests by a clock that only waiting for hosts moves, which are asked every 5 seconds."""
    clock, times = FakeClock(), list[float]()

    async def request(url: str, *_: object, **__: object) -> tuple[FetchResponse, None]:
        times.append(clock.now)
        await asyncio.sleep(0)
        return FetchResponse(url, 304), None

    monkeypatch.setattr(web, "_request", request)
    monkeypatch.setattr(web, "_host_rate", HostRateLimiter(5.0, clock=lambda: clock.now, sleep=clock.sleep))
    return times


async def test_requests_to_a_host_are_spaced_however_many_waited(
    web: HttpFetcher, requested: list[float]
) -> None:
    url = "https://one.example/"
    await asyncio.gather(*(web.wait_until_due(url) for _ in range(3)))
    await asyncio.gather(*(web.get(url) for _ in range(3)))
    assert requested == [100.0, 105.0, 110.0]
    await web.wait_until_due("http://[/")  # what `get` refuses


async def test_requests_that_waited_for_a_connection_are_spaced(
    web: HttpFetcher, requested: list[float]
) -> None:
    web._connections = asyncio.Semaphore(0)
    gets = [asyncio.create_task(web.get("https://one.example/")) for _ in range(4)]
    await asyncio.sleep(0)
    gets.pop(0).cancel()
    await asyncio.sleep(0)
    for _ in range(3):
        web._connections.release()
    await asyncio.gather(*gets)
    assert requested == [100.0, 105.0, 110.0]
    assert web._connections._value == 3, "all connections are free again"
