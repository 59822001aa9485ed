"""How the rest of the program fetches from the web: one URL in, one response out."""

from dataclasses import dataclass
from typing import Protocol

MAX_BYTES = 4_000_000
"""Default limit for a page, decompressed."""
MAX_FEED_BYTES = 16_000_000
"""Limit for a feed; what is beyond is not read."""


@dataclass(frozen=True, slots=True)
class Validators:
    """HTTP validators of a response; sent with the next request, they let the server answer 304."""

    etag: str | None = None
    last_modified: str | None = None


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True)
class FetchResponse:
    """A response of any status.

    Args:
        url: The URL that answered, after redirects.
        status: HTTP status; 304 for "not modified".
        body: Decompressed; empty for statuses other than 200.
        content_type: The header as sent, with parameters.
        retry_after: The header as sent: seconds or a date.
        cut: Whether only the beginning of the body was read.
        moved_to: The new URL after permanent redirects; None without any.
    """

    url: str
    status: int
    body: bytes = b""
    content_type: str = ""
    validators: Validators = NO_VALIDATORS
    retry_after: str | None = None
    moved_to: str | None = None
    cut: bool = False


class Fetcher(Protocol):
    """Fetches from the web."""

    async def wait_until_due(self, url: str) -> None:
        """Wait until a request to a URL's host is due; `get` waits again if another request comes first.

        Who waits here, not in `get`, can limit how many responses there are at a time.
        """
        ...

    async def get(
        self,
        url: str,
        *,
        validators: Validators = NO_VALIDATORS,
        max_bytes: int = MAX_BYTES,
        cut: bool = False,
    ) -> FetchResponse:
        """Return the response to a URL, after following redirects.

        Args:
            validators: Of the previous response; the server may then answer 304.
            max_bytes: Limit for the decompressed body.
            cut: Whether to return the beginning of a larger body instead of refusing it.

        Raises:
            FetchRefused: The URL is not public or not http(s), or its response is too large or malformed.
            Unreachable: No response in time.
        """
        ...

    async def allowed(self, url: str) -> bool:
        """Return whether the site's robots.txt lets us read a page."""
        ...
