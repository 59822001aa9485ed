"""The web as the corpus needs it: one address in, one answer out."""

from dataclasses import dataclass
from typing import Protocol

MAX_BYTES = 4_000_000
"""Of a feed or a page, unpacked."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with its last answer, sent along so that it can say "not modified"."""

    etag: str | None = None
    last_modified: str | None = None


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True)
class FetchResponse:
    """An answer, whatever its status.

    Args:
        url: The address that answered, after redirects.
        status: HTTP status, 304 for "not modified".
        body: Unpacked; empty for statuses other than 200.
        content_type: As sent, with its parameters.
        retry_after: As sent: seconds or a date.
        moved_to: Where the address has moved for good; None when it has not.
    """

    url: str
    status: int
    body: bytes = b""
    content_type: str = ""
    validators: Validators = NO_VALIDATORS
    retry_after: str | None = None
    moved_to: str | None = None


class Fetcher(Protocol):
    """Reads from the web."""

    async def get(
        self, url: str, *, validators: Validators = NO_VALIDATORS, max_bytes: int = MAX_BYTES
    ) -> FetchResponse:
        """Return what an address answers, redirects followed.

        Args:
            validators: Of the answer we have; the server may say 304 then.
            max_bytes: Of the body, unpacked.

        Raises:
            FetchRefused: The address is not public, not http(s), or its answer is too large or misformed.
            Unreachable: No answer in time.
        """
        ...

    async def allowed(self, url: str) -> bool:
        """Whether the site's robots.txt lets us read a page."""
        ...
