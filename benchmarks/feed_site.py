"""Many small news sites on loopback, in one process, whose feeds have ETags.

    python -m benchmarks.feed_site [--hosts 400] [--entries 2]

Prints the port once it listens on 127.0.1.1 and the addresses after it. /7 is the seventh feed of a host,
/7-500 the same with 500 entries.
"""

import argparse
import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import IPv4Address

from benchmarks.corpora import News

FIRST_HOST = IPv4Address("127.0.1.1")
WORDS = 60
FIRST = datetime(2026, 9, 1, 6, tzinfo=UTC)


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hosts", type=int, default=400)
    parser.add_argument("--entries", type=int, default=2)
    options = parser.parse_args()
    asyncio.run(_serve(options.hosts, options.entries))


async def _serve(hosts: int, entries: int) -> None:
    site = _Site(entries)
    first_host, *other_hosts = (str(FIRST_HOST + number) for number in range(hosts))
    server = await asyncio.start_server(site.answer, first_host, 0)
    port = server.sockets[0].getsockname()[1]
    others = [await asyncio.start_server(site.answer, host, port) for host in other_hosts]
    print(port, flush=True)
    await asyncio.gather(*(listener.serve_forever() for listener in (server, *others)))


class _Site:
    def __init__(self, entries: int) -> None:
        self._entries = entries
        self._corpus = News(WORDS)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of a connection until it is closed."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(self._response(head, writer.get_extra_info("sockname")[0]))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    def _response(self, head: bytes, host: str) -> bytes:
        name = head.split(b" ", 2)[1].decode().strip("/")
        if b"if-none-match" in head.lower():
            return b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 0\r\n\r\n'
        body = "".join(self._feed(host, name)).encode()
        headers = f'Content-Type: application/rss+xml\r\nETag: "1"\r\nContent-Length: {len(body)}\r\n\r\n'
        return b"HTTP/1.1 200 OK\r\n" + headers.encode() + body

    def _feed(self, host: str, name: str) -> Iterator[str]:
        number, _, entries = name.partition("-")
        first = (int(IPv4Address(host)) - int(FIRST_HOST)) * 100_000 + int(number) * 1_000
        yield f'<?xml version="1.0"?><rss version="2.0"><channel><title>Site {host}, feed {number}</title>'
        for at in range(first, first + int(entries or self._entries)):
            title, sentences = self._corpus.text(at)
            date = format_datetime(FIRST + timedelta(seconds=at % 7_000_000))
            yield f"<item><title>{title}</title><link>http://{host}.example/{at}</link><pubDate>{date}</pubDate>"
            yield f"<description>{' '.join(sentences)}</description></item>"
        yield "</channel></rss>"


if __name__ == "__main__":
    main()
