"""Serves the API next to the bot, as the settings say; `newsbot mcp` serves its tools alone."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.util import find_spec

import structlog

from bot.api.clients import Clients, read_tokens
from bot.api.conversion import Converter
from bot.api.endpoint import Source
from bot.api.guard import Mounted
from bot.api.server import Server
from bot.app.page_texts import PageTexts
from bot.app.settings import OFF, Settings, host_and_port, networks
from bot.errors import ConfigError
from bot.http_server import serve_http
from bot.services import Services
from handlers.telegram.localize import in_english

log = structlog.get_logger()


@asynccontextmanager
async def serve_api(settings: Settings, services: Services) -> AsyncIterator[int]:
    """Serve the API while the block lasts; yield its port, 0 if it is off.

    Raises:
        ConfigError: The port is in use, tokens are not acceptable, or nobody could read anything.
    """
    if settings.api == OFF:
        yield 0
        return
    host, port = host_and_port(settings.api)
    server = api_server(settings, services)
    async with AsyncExitStack() as stack:
        site = server.app(_assistants(server.source))
        try:
            proxies = networks(settings.api_proxies)
            serving = serve_http(site, host=host, port=port, lifespan=True, proxies=proxies)
            bound_port = await stack.enter_async_context(serving)
        except OSError as error:
            raise ConfigError(f"NEWSBOT_API: can't listen on {host}:{port}: {error}") from error
        log.info("api", listening=f"{host}:{bound_port}", public=settings.api_public_url)
        yield bound_port


def _assistants(source: Source) -> Mounted | None:
    """Return what is served at /mcp; None without the extra `mcp`."""
    if find_spec("mcp") is None:
        return None
    from bot.api.assistants import Assistants

    return Assistants(source).mounted()


async def serve_assistant(services: Services) -> None:
    """Serve the tools for assistants on standard input and output, until the input ends.

    Raises:
        ConfigError: The extra `mcp` is not installed.
    """
    if find_spec("mcp") is None:
        raise ConfigError(
            "newsbot mcp needs the package mcp, which is not installed. In a clone: make .venv/.mcp; "
            "elsewhere: pip install 'newsbot[mcp]'"
        )
    from bot.api.assistants import Assistants

    await Assistants(source_of(services)).serve_stdio()


def api_server(settings: Settings, services: Services) -> Server:
    """Return the API, not yet served.

    Raises:
        ConfigError: Tokens are not acceptable, or nobody could read anything.
    """
    tokens = read_tokens(settings.api_tokens.get_secret_value()) if settings.api_tokens else {}
    if not tokens and services.pages is None:
        raise ConfigError(
            "NEWSBOT_API is on, but nobody may read anything. Set NEWSBOT_API_TOKENS for programs, or "
            "NEWSBOT_API_PUBLIC_URL for public feeds and story pages."
        )
    is_public = services.pages is not None
    clients = Clients(tokens, open_to_all=is_public, per_minute=settings.person_per_minute)
    return Server(source_of(services), clients)


def source_of(services: Services) -> Source:
    """Return what the API answers from."""
    return Source(services, Converter(services.pages), in_english, PageTexts())
