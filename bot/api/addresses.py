"""Addresses of stories and feeds in answers."""

from starlette.requests import Request

from bot.api.endpoint import Source
from bot.public_pages import PublicPages


def pages_of(source: Source, request: Request) -> PublicPages:
    """Return where stories and feeds are: at the public address, or where the request came to."""
    return source.convert.pages or PublicPages(str(request.base_url).rstrip("/"))
