"""HTTP served beside whatever else the program does: the preview, the webhook, the monitor."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

GOODBYE_S = 1
"""How long open connections may go on when the program stops."""


@asynccontextmanager
async def listening(app: ASGIApp, *, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[int]:
    """Serve an application for as long as the block lasts; gives the port.

    Args:
        port: 0 takes a free one.

    Raises:
        OSError: The port is taken, or the host is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listener:
        # Headers and body leave in two writes; asyncio does not set this where a socket names no protocol.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        server = _Server(
            uvicorn.Config(
                app,
                log_level="critical",
                lifespan="off",
                timeout_graceful_shutdown=GOODBYE_S,
                server_header=False,
            )
        )
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        await server.ready.wait()
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            await serving


class _Server(uvicorn.Server):
    """uvicorn that leaves the process's signals to the program."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Bind and listen, and say so."""
        await super().startup(sockets)
        self.ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
