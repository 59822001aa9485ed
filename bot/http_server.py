"""An HTTP server inside the program, for the preview, the webhook and monitoring."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

from bot.lean_imports import import_lean

import_lean("uvicorn")
from uvicorn.config import Config  # noqa: E402
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware  # noqa: E402
from uvicorn.server import Server  # noqa: E402

if TYPE_CHECKING:
    from starlette.types import ASGIApp

SHUTDOWN_S = 1
"""How long open connections may last when the server stops."""


@asynccontextmanager
async def serve_http(
    app: "ASGIApp",
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    lifespan: bool = False,
    proxies: Sequence[str] = (),
) -> AsyncIterator[int]:
    """Serve an ASGI application while the block lasts; yield the port.

    Args:
        port: 0 picks a free port.
        lifespan: Whether the application has work of its own while it is served (ASGI's lifespan).
        proxies: Addresses and networks of proxies whose word counts for who sent a request.

    Raises:
        OSError: The port is in use, or the host is not an address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listener:
        # uvicorn sends headers and body in two writes, and asyncio sets TCP_NODELAY only on sockets that
        # name their protocol.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        config = Config(
            _behind(proxies, app) if proxies else app,
            log_level="critical",
            lifespan="on" if lifespan else "off",
            timeout_graceful_shutdown=SHUTDOWN_S,
            server_header=False,
            proxy_headers=False,
        )
        server = _Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        await server.ready.wait()
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            await serving


def _behind(proxies: Sequence[str], app: "ASGIApp") -> "ASGIApp":
    """Name who sent a request, by the word of proxies.

    If they name only proxies, the peer stays: uvicorn would take the first address, which the sender may
    have made up.
    """

    async def named(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["client"][0] in known.trusted_hosts:
            scope["client"] = scope["peer"]
        await app(scope, receive, send)

    async def as_received(scope: Any, receive: Any, send: Any) -> None:
        scope["peer"] = scope.get("client")
        await known(scope, receive, send)

    known = ProxyHeadersMiddleware(named, list(proxies))
    return as_received


class _Server(Server):
    """uvicorn without signal handlers: the program has its own."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, then set `ready`."""
        await super().startup(sockets)
        self.ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
