"""Receives updates that Telegram pushes over HTTP, through a reverse proxy that terminates TLS."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog
from telegram.error import TelegramError

from bot.app.runtime.requests import Receive
from bot.errors import ConfigError, StoreError
from bot.http_server import serve_http
from handlers.context import NewsApplication
from handlers.routes import ALLOWED_UPDATES

if TYPE_CHECKING:  # loaded late: bots that poll don't need it
    from starlette.requests import Request
    from starlette.responses import Response

log = structlog.get_logger()
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY_BYTES = 1 << 20
"""Telegram's updates have a few kilobytes."""
MAX_CONNECTIONS = 40
"""Connections that Telegram may open."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram pushes to, and where this process listens.

    Args:
        url: Public https address; this process serves its path.
        listen: Host and port that the reverse proxy forwards to; port 0 picks a free one.
    """

    url: str
    listen: tuple[str, int]


def webhook_secret(token: str) -> str:
    """Return the secret that Telegram sends with every update; processes derive the same from the token."""
    return hmac.new(token.encode(), b"newsbot webhook", hashlib.sha256).hexdigest()


@asynccontextmanager
async def serve_webhook(
    application: NewsApplication, receive: Receive, webhook: Webhook
) -> AsyncIterator[int]:
    """Receive updates while the block lasts; yield the port.

    The webhook stays set on leaving: Telegram stores updates meanwhile, and pushes them after the restart.

    Args:
        receive: Stores updates.

    Raises:
        ConfigError: The port is in use, or Telegram does not accept the address.
    """
    from starlette.applications import Starlette
    from starlette.routing import Route

    secret = webhook_secret(application.bot.token)
    endpoint = WebhookEndpoint(receive, secret)
    path = urlsplit(webhook.url).path or "/"
    site = Starlette(routes=[Route(path, endpoint.receive, methods=["POST"])])
    host, port = webhook.listen
    try:
        async with serve_http(site, host=host, port=port) as bound_port:
            await _set_webhook(application, webhook.url, secret)
            log.info("webhook", url=webhook.url, listening=f"{host}:{bound_port}")
            yield bound_port
    except OSError as error:
        raise ConfigError(f"NEWSBOT_WEBHOOK_LISTEN: can't listen on {host}:{port}: {error}") from error


async def _set_webhook(application: NewsApplication, url: str, secret: str) -> None:
    try:
        await application.bot.set_webhook(
            url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES), max_connections=MAX_CONNECTIONS
        )
    except TelegramError as error:
        raise ConfigError(f"Telegram does not accept NEWSBOT_WEBHOOK_URL: {error}") from error


class WebhookEndpoint:
    """Stores updates that carry the secret, and refuses everything else."""

    def __init__(self, receive: Receive, secret: str) -> None:
        self._receive = receive
        self._secret = secret.encode()

    async def receive(self, request: "Request") -> "Response":
        """Answer 200 for an update that is stored or can't be parsed; Telegram repeats all others."""
        from starlette.responses import Response

        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            await self._receive([json.loads(body.decode(errors="replace"))])
        except (ValueError, RecursionError) as error:
            log.warning("webhook_not_understood", error=type(error).__name__, bytes=len(body))
            return Response(status_code=400)
        except StoreError as error:
            log.error("updates_not_stored", error=str(error))
            return Response(status_code=503, headers={"Retry-After": "5"})
        return Response(status_code=200)


async def _body(request: "Request") -> bytes | None:
    """The body; None when it is too large, in which case the rest is not read."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    return bytes(body)
