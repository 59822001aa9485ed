"""Updates pushed to us over HTTP, from Telegram through a reverse proxy that speaks TLS."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import TelegramError

from bot.app.runtime.requests import parsed
from bot.errors import ConfigError
from bot.http_server import listening
from bot.metrics import Metrics
from handlers.context import SERVICES, NewsApplication
from handlers.routes import ALLOWED_UPDATES

log = structlog.get_logger()
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_BODY = 1 << 20
"""Bytes; Telegram's updates have some kilobytes."""
MOST_WAITING = 2_000
"""Updates in hand from which Telegram is asked to push them again later."""
AT_ONCE = 40
"""Connections that Telegram opens at most."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram pushes to, and where we listen for it.

    Args:
        url: Public address, https; its path is the one we listen at.
        listen: Host and port that the reverse proxy passes it on to; port 0 takes a free one.
    """

    url: str
    listen: tuple[str, int]


def secret_of(token: str) -> str:
    """Return what Telegram has to say with every update: made from the token, the same in every process."""
    return hmac.new(token.encode(), b"newsbot webhook", hashlib.sha256).hexdigest()


@asynccontextmanager
async def pushed(application: NewsApplication, webhook: Webhook) -> AsyncIterator[int]:
    """Take updates in for as long as the block lasts; gives the port that is listened at.

    The webhook stays set on leaving: Telegram keeps what comes meanwhile, and pushes it after the restart.

    Raises:
        ConfigError: The port is taken, or Telegram does not accept the address.
    """
    secret = secret_of(application.bot.token)
    door = Door(application, secret, application.bot_data[SERVICES].measures)
    path = urlsplit(webhook.url).path or "/"
    app = Starlette(routes=[Route(path, door.take, methods=["POST"])])
    host, port = webhook.listen
    try:
        async with listening(app, host=host, port=port) as taken:
            await _set(application, webhook.url, secret)
            log.info("webhook", url=webhook.url, listening=f"{host}:{taken}")
            yield taken
    except OSError as error:
        raise ConfigError(f"NEWSBOT_WEBHOOK_LISTEN: {host}:{port} can't be listened at: {error}") from error


async def _set(application: NewsApplication, url: str, secret: str) -> None:
    try:
        await application.bot.set_webhook(
            url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES), max_connections=AT_ONCE
        )
    except TelegramError as error:
        raise ConfigError(f"Telegram does not take NEWSBOT_WEBHOOK_URL: {error}") from error


class Door:
    """Lets Telegram's updates in, and nobody else's."""

    def __init__(self, application: NewsApplication, secret: str, measures: Metrics) -> None:
        self._application = application
        self._measures = measures
        self._secret = secret.encode()

    async def take(self, request: Request) -> Response:
        """Answer 200 when an update is in hand or can't be parsed; what is answered otherwise comes again."""
        said = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(said, self._secret):
            return Response(status_code=403)
        if self._application.update_queue.qsize() >= MOST_WAITING:
            return Response(status_code=503, headers={"Retry-After": "5"})
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            update = parsed(json.loads(body.decode(errors="replace")), self._application.bot, self._measures)
        except (ValueError, RecursionError) as error:
            log.warning("webhook_not_understood", error=type(error).__name__, bytes=len(body))
            return Response(status_code=400)
        if update is not None:
            await self._application.update_queue.put(update)
        return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """The body; None when it is larger than any update, of which no more than that is read."""
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > LARGEST_BODY:
            return None
    return bytes(read)
