"""A way to the cluster that can be cut."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit


class Forwarder:
    """Forwards connections to a port of loopback.

    Args:
        tls: Certificate and key of this end; None for a way without TLS.
    """

    def __init__(self, url: str, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self.received = bytearray()
        """What clients sent, decrypted."""
        self._target = urlsplit(url).port
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._port = 0

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self._port}"

    async def open(self) -> None:
        """Accept connections, at the same port again after `cut`."""
        self._server = await asyncio.start_server(self._forward, "127.0.0.1", self._port, ssl=self._tls)
        self._port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """End all connections, and refuse new ones."""
        assert self._server is not None
        self._server.close()
        for writer in list(self._writers):
            writer.close()
        await asyncio.sleep(0)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        self._writers |= {writer, far_writer}
        await asyncio.gather(_copy(reader, far_writer, self.received), _copy(far_reader, writer))
        self._writers -= {writer, far_writer}


async def _copy(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, received: bytearray | None = None
) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(65_536):
            if received is not None:
                received += data
            writer.write(data)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def open_forwarder(url: str, tls: ssl.SSLContext | None = None) -> AsyncIterator[Forwarder]:
    """Yield a forwarder to a server."""
    forwarder = Forwarder(url, tls)
    await forwarder.open()
    try:
        yield forwarder
    finally:
        await forwarder.cut()
