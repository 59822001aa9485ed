"""Errors of the cluster in our words, without what people ask."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from opensearchpy.exceptions import ConnectionError as NoAnswer
from opensearchpy.exceptions import NotFoundError, OpenSearchException, RequestError, TransportError

from bot.errors import SearchUnavailable

_NO_INDEX = "index_not_found_exception"
_REBUILD = "run newsbot engine rebuild"
_SILENT = "does not answer; check NEWSBOT_ENGINE_URL and whether the cluster runs"
_REFUSED: dict[Any, str] = {
    401: "check the user and password in NEWSBOT_ENGINE_URL, or NEWSBOT_ENGINE_API_KEY",
    403: "its user lacks a right of deploy/opensearch/roles.yml",
}
"""What to do, by status."""


@contextmanager
def translated(shown: str) -> Iterator[None]:
    """Raise the client's errors as `SearchUnavailable`, without those that may quote what people ask."""
    try:
        yield
    except NotFoundError:
        raise SearchUnavailable(f"OpenSearch at {shown} lacks an index: {_REBUILD}") from None
    except NoAnswer as error:
        raise SearchUnavailable(f"OpenSearch at {shown} {_why_no_answer(error)}") from error
    except TransportError as error:
        if hint := _REFUSED.get(error.status_code):
            raise SearchUnavailable(f"OpenSearch at {shown} refuses access; {hint}") from None
        kind = error.error if str(error.error).isidentifier() else ""
        problem = f"{error.status_code} {kind}".strip()
        raise SearchUnavailable(f"OpenSearch at {shown} failed: {problem}") from None
    except OpenSearchException as error:
        raise SearchUnavailable(f"OpenSearch at {shown} failed: {type(error).__name__}") from error


def failure(shown: str, error: str) -> SearchUnavailable:
    """Return what the type of an error in an answer means."""
    if error == _NO_INDEX:
        return SearchUnavailable(f"OpenSearch at {shown} lacks an index: {_REBUILD}")
    return SearchUnavailable(f"OpenSearch at {shown} failed: {error}")


def silent(shown: str) -> SearchUnavailable:
    """Return the error for a cluster that does not answer."""
    return SearchUnavailable(f"OpenSearch at {shown} {_SILENT}")


@contextmanager
def unless_exists() -> Iterator[None]:
    """Ignore that another process was quicker to create an index."""
    try:
        yield
    except RequestError as error:
        if error.error != "resource_already_exists_exception":
            raise


def _why_no_answer(error: NoAnswer) -> str:
    if getattr(error.info, "certificate_error", None):
        hint = "set NEWSBOT_ENGINE_CA to the file of the authority that signed it, and check the host's name"
        return f"has a certificate that is not trusted; {hint}"
    return _SILENT


def type_of(error: Any) -> str:
    """Return the type of an error, "" for none; its reason may quote what people ask."""
    return str(error.get("type", "")) if isinstance(error, Mapping) else ""


def without_password(url: str) -> str:
    """Return an address that may be shown."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
