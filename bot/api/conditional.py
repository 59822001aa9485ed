"""Conditional requests: what the reader has already is not sent again (RFC 9110, section 13)."""

import hashlib
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import Response

PUBLIC_FOR_S = 300
"""How long proxies and readers may keep a public feed or page."""


def conditional(
    request: Request, body: bytes, media_type: str, *, modified_at: datetime, public: bool
) -> Response:
    """Return a response with validators, or 304 if the reader has it.

    Args:
        modified_at: Of the content, aware UTC.
        public: Whether proxies may keep it.
    """
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {
        "ETag": tag,
        "Last-Modified": format_datetime(modified_at, usegmt=True),
        "Cache-Control": f"public, max-age={PUBLIC_FOR_S}" if public else "private, no-cache",
    }
    if _has_it(request, tag, modified_at):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def _has_it(request: Request, tag: str, modified_at: datetime) -> bool:
    if known := request.headers.get("If-None-Match"):
        tags = {part.strip().removeprefix("W/") for part in known.split(",")}
        return tag in tags or "*" in tags
    since = _date(request.headers.get("If-Modified-Since", ""))
    return since is not None and modified_at.replace(microsecond=0) <= since


def _date(header: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(header)
    except ValueError:
        return None
    return at if at.tzinfo else None
