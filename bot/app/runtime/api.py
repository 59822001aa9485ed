"""Serves the API next to the bot, as the settings say."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from html import escape

import structlog

from bot.api.clients import Clients, read_tokens
from bot.api.conversion import Converter
from bot.api.endpoint import Source
from bot.api.server import Server
from bot.app.settings import OFF, Settings, host_and_port
from bot.errors import ConfigError
from bot.http_server import serve_http
from bot.services import Services
from handlers.telegram.html import visible
from handlers.telegram.localize import in_english
from handlers.texts import LANGUAGES, Texts, texts_for
from handlers.texts.dates import day, wall_time

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
    site = api_server(settings, services).app()
    async with AsyncExitStack() as stack:
        try:
            bound_port = await stack.enter_async_context(serve_http(site, host=host, port=port))
        except OSError as error:
            raise ConfigError(f"NEWSBOT_API: can't listen on {host}:{port}: {error}") from error
        log.info("api", listening=f"{host}:{bound_port}", public=settings.api_public_url)
        yield bound_port


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
    clients = Clients(tokens, open_to_all=services.pages is not None, per_minute=settings.person_per_minute)
    return Server(Source(services, Converter(services.pages), in_english, PageTexts()), clients)


class PageTexts:
    """The catalogues, for pages and feeds."""

    languages = tuple(LANGUAGES)

    def __call__(self, language: str) -> "PlainTexts":
        """Return the texts in a language, or in English."""
        return PlainTexts(texts_for(language))


class PlainTexts:
    """The texts in one language without Telegram's HTML."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.language, self.rtl = texts.language, texts.rtl

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a text as plain text."""
        escaped = {name: escape(value) if isinstance(value, str) else value for name, value in values.items()}
        return visible(self._texts(key, **escaped))

    def listed(self, items: Sequence[str]) -> str:
        """Return items separated by the language's comma."""
        return self._texts.listed(items)

    def name_of(self, language: str) -> str:
        """Return the name of a language."""
        return self._texts.name_of(language)

    def day(self, at: datetime) -> str:
        """Return a date in the language's format and calendar."""
        return day(at.date(), self._texts)

    def moment(self, at: datetime) -> str:
        """Return a date with the time, which is UTC."""
        time = wall_time(60 * at.hour + at.minute, self._texts)
        return f"{self.day(at)} {time} UTC"
