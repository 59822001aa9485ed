"""What every test gets: hypothesis's profiles, no network but loopback, the app on a folder of articles."""

import functools
import os
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

import tests.profiles  # noqa: F401  (registers the profiles)
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.storage import stores
from bot.storage.migrate import migrate
from tests.databases import copy_migrated
from tests.factories import write_jsonl
from tests.processes import start_server
from tests.site import Site, open_site

OpenApp = Callable[..., AbstractAsyncContextManager[App]]
CHROMIUM = Path("/usr/bin/chromium")
NEEDS = {
    "postgres": ("TEST_POSTGRES" in os.environ, "no PostgreSQL: run tests/with_postgres make test"),
    "opensearch": ("TEST_OPENSEARCH" in os.environ, "no OpenSearch: run tests/with_opensearch make test"),
    "browser": (CHROMIUM.exists(), f"no {CHROMIUM}: on Debian, apt install chromium"),
}
"""Whether what a marker needs is there, and how to get it."""
_outside: list[str] = []
"""Connections and look-ups that went, or would have gone, past this machine."""


def pytest_configure(config: pytest.Config) -> None:
    """Start one process server for all workers."""
    if not hasattr(config, "workerinput"):
        start_server()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose marker needs what is not installed; skipped here, they are reported in one line."""
    for marker, (available, hint) in NEEDS.items():
        if item.get_closest_marker(marker) and not available:
            pytest.skip(hint)


@pytest.fixture(scope="session", autouse=True)
def _guarded_network() -> Iterator[None]:
    """Refuse every connection to another machine, and every look-up of a name."""
    resolve, connect, connect_ex = socket.getaddrinfo, socket.socket.connect, socket.socket.connect_ex

    def guarded(call: Callable[[socket.socket, Any], Any]) -> Callable[[socket.socket, Any], Any]:
        def checked(sock: socket.socket, address: Any) -> Any:
            if sock.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
                _outside.append(f"connect to {address[0]}:{address[1]}")
                raise OSError("no network in tests")
            return call(sock, address)

        return checked

    def resolved(host: Any, *rest: Any, **options: Any) -> Any:
        if host is not None and not _needs_no_lookup(host):
            _outside.append(f"look up {host}")
            raise socket.gaierror("no network in tests")
        return resolve(host, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(connect))
        patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
        patch.setattr(socket, "getaddrinfo", resolved)
        yield


@pytest.fixture(autouse=True)
def _loopback_only() -> Iterator[None]:
    """Fail a test that wanted to reach another machine."""
    _outside.clear()
    yield
    assert not _outside


def _needs_no_lookup(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    # A whole number is an IPv4 address, too: tests of refused addresses use 2130706433 for 127.0.0.1.
    return name == "localhost" or name.isdecimal() or _is_ip(name)


def _is_ip(host: Any) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_ip(host) and ip_address(host).is_loopback)


@pytest.fixture(scope="session", autouse=True)
def _shared_tls_context() -> Iterator[None]:
    """Read the system's certificates once: it takes 30 ms, for each of the five HTTP clients of a bot."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", functools.cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session", autouse=True)
def _migrated_at_once() -> Iterator[None]:
    """Copy a migrated database where an app would migrate an empty one: that takes 100 ms, for 500 tests."""

    async def migrate_at_once(url: str) -> None:
        file = Path(url.partition(":///")[2])
        if url.startswith("sqlite") and not file.exists():
            await copy_migrated(file)
        await migrate(url)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stores, "migrate", migrate_at_once)
        yield


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """An empty web site on loopback."""
    async with open_site() as opened:
        yield opened


@pytest.fixture
def open_with(tmp_path: Path) -> OpenApp:
    """Open an app with these articles (fields of the JSON format); later calls find the same store."""

    @asynccontextmanager
    async def opened(*articles: dict[str, Any], **settings: Any) -> AsyncIterator[App]:
        corpus = tmp_path / "corpus"
        corpus.mkdir(exist_ok=True)
        write_jsonl(corpus / "articles.jsonl", *articles)
        chosen = Settings(_env_file=None, corpus=corpus, data=tmp_path / "data", **settings)
        async with open_app(chosen) as app:
            yield app

    return opened
