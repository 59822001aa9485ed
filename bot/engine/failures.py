"""Errors of the cluster in our words, without what people ask.

The cluster is away if no node answers, and if it answers 429 or 5xx: `SearchUnavailable`. Any other error
means a wrong setting, a missing right or index, or a bug of ours: `SearchRefused`.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from opensearchpy import AIOHttpConnection
from opensearchpy.exceptions import ConnectionError as NoAnswer
from opensearchpy.exceptions import OpenSearchException, RequestError, TransportError

from bot.errors import SearchRefused, SearchUnavailable

_NO_INDEX = "index_not_found_exception"
_REBUILD = "run newsbot engine rebuild"
_SILENT = "does not answer; check NEWSBOT_ENGINE_URL and whether the cluster runs"
_ROLE = "give it the role of deploy/opensearch/roles.yml"
_BUG = "if the cluster is OpenSearch 3, as newsbot needs, please report this as a bug"
_WHAT_TO_DO: dict[int | str, str] = {
    401: "check the user and password in NEWSBOT_ENGINE_URL, or NEWSBOT_ENGINE_API_KEY",
    403: f"its user lacks a right: {_ROLE}",
    404: _REBUILD,
    413: "raise http.max_content_length in opensearch.yml to its default, 100mb",
    _NO_INDEX: _REBUILD,
    "cluster_block_exception": "an index is closed for writing: free disk space, then remove index.blocks.*",
    "strict_dynamic_mapping_exception": f"another version of newsbot made the index: {_REBUILD}",
    "index_closed_exception": "open the index again",
    "validation_exception": "see its log; it may have reached cluster.max_shards_per_node",
}
"""By status, or by type of the error, which is more precise."""
_LACKING = re.compile(r"no permissions for \[([a-z][a-z:/*_\[\], -]*)\]")
_TOO_MANY_REQUESTS = 429


class NamedConnection(AIOHttpConnection):
    """A connection whose errors name their node."""

    async def perform_request(self, *args: Any, **options: Any) -> Any:
        """Return the answer to a request; an error has the node's address as `node`."""
        try:
            return await super().perform_request(*args, **options)
        except TransportError as error:
            error.node = without_password(self.host)  # type: ignore[attr-defined]
            raise


@contextmanager
def translated(shown: str) -> Iterator[None]:
    """Raise the client's errors as `SearchUnavailable`, without those that may quote what people ask.

    Args:
        shown: Addresses of all nodes, for errors that are not of one node.
    """
    try:
        yield
    except NoAnswer as error:
        raise SearchUnavailable(f"OpenSearch at {shown} {_why_no_answer(error)}") from error
    except TransportError as error:
        details = error.info.get("error") if isinstance(error.info, Mapping) else None
        node = getattr(error, "node", shown)
        raise failure(node, details or error.error, int(error.status_code)) from None
    except OpenSearchException as error:
        raise SearchUnavailable(f"OpenSearch at {shown} failed: {type(error).__name__}") from error


def failure(shown: str, error: Any, status: int) -> SearchUnavailable:
    """Return what an error in an answer means.

    Args:
        shown: Address of the node, or of all.
        error: As the cluster describes it; its reason is not repeated, as it may quote what people ask.
        status: HTTP status, of the answer or of its part.
    """
    kind = type_of(error)
    problem = f"{status} {kind}".strip()
    overloaded = status == _TOO_MANY_REQUESTS and kind not in _WHAT_TO_DO  # 429 if the disk is full, too
    if overloaded or status >= 500:
        return SearchUnavailable(f"OpenSearch at {shown} failed: {problem}")
    if status == 404 and kind in ("", _NO_INDEX):
        return SearchRefused(f"OpenSearch at {shown} lacks an index: {_REBUILD}")
    hint = _what_to_do(error, kind, status)
    return SearchRefused(f"OpenSearch at {shown} refuses a request: {problem}; {hint}")


def _what_to_do(error: Any, kind: str, status: int) -> str:
    if lacking := _LACKING.search(_reason_of(error)):
        return f"its user lacks the right {lacking[1]}: {_ROLE}"
    return _WHAT_TO_DO.get(kind) or _WHAT_TO_DO.get(status) or _BUG


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
    kind = str(error.get("type", "")) if isinstance(error, Mapping) else str(error or "")
    return kind if kind.isidentifier() else ""


def _reason_of(error: Any) -> str:
    return str(error.get("reason", "")) if isinstance(error, Mapping) else str(error)


def without_password(url: str) -> str:
    """Return an address that may be shown."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
