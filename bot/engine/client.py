"""The connection to the cluster: one client, and its errors in our words."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit, urlunsplit

import structlog
from opensearchpy import AsyncOpenSearch
from opensearchpy.exceptions import ConnectionError as NoAnswer
from opensearchpy.exceptions import (
    NotFoundError,
    OpenSearchException,
    RequestError,
    TransportError,
)

from bot.errors import SearchUnavailable

log = structlog.get_logger()
TIMEOUT_S = 10.0
BULK_TIMEOUT_S = 120.0
_CONFLICT = 409
_INVALID = 400
_NO_INDEX = "index_not_found_exception"
_ABOUT_INDEX = ("strict_dynamic_mapping_exception", "index_closed_exception")
"""Types of errors with status 400 that every document would have."""
_REBUILD = "run newsbot engine rebuild"
_REFUSED: dict[Any, str] = {
    401: "check the user and password in NEWSBOT_ENGINE_URL, or NEWSBOT_ENGINE_API_KEY",
    403: "its user lacks a right of deploy/opensearch/roles.yml",
}
"""What to do, by status."""
_MAX_BULK_ACTIONS = 100

Action = tuple[dict[str, Any], dict[str, Any] | None]
"""A line of a bulk request: what to do, and the document unless it deletes one."""


class Cluster:
    """An OpenSearch cluster.

    Args:
        urls: Of its nodes, comma-separated: "https://user:password@host:9200".
        ca_file: Certificates of the authorities that signed the nodes'; None for those of the system.
        api_key: Sent instead of a user and password; a token with its scheme ("Bearer ...") as it is.
        prefix: Begins the names of all indices, so that several bots can share a cluster.
    """

    def __init__(
        self, urls: str, *, ca_file: Path | None = None, api_key: str | None = None, prefix: str = "newsbot"
    ) -> None:
        hosts = [url.strip() for url in urls.split(",") if url.strip()]
        self.shown = ", ".join(map(_without_password, hosts))
        self._prefix = prefix
        options: dict[str, Any] = {"ca_certs": str(ca_file)} if ca_file else {}
        if api_key:
            options["headers"] = {"authorization": api_key if " " in api_key else f"ApiKey {api_key}"}
        self._client = AsyncOpenSearch(
            hosts, timeout=TIMEOUT_S, max_retries=2, retry_on_timeout=False, **options
        )

    def index(self, name: str) -> str:
        """Return the full name of an index."""
        return f"{self._prefix}-{name}"

    async def close(self) -> None:
        """Close all connections, also those to nodes that did not answer, which the client forgets."""
        pool = self._client.transport.connection_pool
        await self._client.close()
        for connection in getattr(pool, "orig_connections", ()):
            await connection.close()

    async def create(
        self, name: str, mapping: Mapping[str, Any], settings: Mapping[str, Any], *, alias: str = ""
    ) -> None:
        """Create an index if it is missing.

        Args:
            alias: Another name for it; nothing is created if there is an index with it.
        """
        with self._translated():
            if not await self._client.indices.exists(index=self.index(alias or name)):
                body: dict[str, Any] = {"settings": dict(settings), "mappings": dict(mapping)}
                if alias:
                    body["aliases"] = {self.index(alias): {}}
                with _unless_exists():
                    await self._client.indices.create(
                        index=self.index(name),
                        body=body,
                        wait_for_active_shards=1,
                        request_timeout=BULK_TIMEOUT_S,
                    )

    async def delete(self, name: str) -> None:
        """Delete an index if it exists."""
        with self._translated():
            await self._client.indices.delete(index=self.index(name), ignore=404)

    async def indices(self) -> dict[str, dict[str, Any]]:
        """Return what the cluster says about every index with the prefix, by name."""
        with self._translated():
            found = await self._client.indices.get(index=f"{self._prefix}-*")
        return {name.removeprefix(f"{self._prefix}-"): about for name, about in found.items()}

    async def switch(self, actions: Sequence[Mapping[str, Any]]) -> None:
        """Change which indices some names stand for, all at once."""
        with self._translated():
            await self._client.indices.update_aliases(
                body={"actions": list(actions)}, request_timeout=BULK_TIMEOUT_S
            )

    async def delete_all(self) -> None:
        """Delete every index with the prefix."""
        with self._translated():
            found = await self._client.indices.get(index=f"{self._prefix}-*")
            for index in found:
                await self._client.indices.delete(index=index, ignore=404)

    async def expunge(self, name: str) -> None:
        """Remove deleted documents from an index's files."""
        with self._translated():
            await self._client.indices.forcemerge(
                index=self.index(name), only_expunge_deletes=True, request_timeout=BULK_TIMEOUT_S
            )

    async def refresh(self, name: str) -> None:
        """Make what was written searchable."""
        with self._translated():
            await self._client.indices.refresh(index=self.index(name), request_timeout=BULK_TIMEOUT_S)

    async def write(self, name: str, actions: Sequence[Action]) -> None:
        """Write documents; versions that the cluster has already, or newer ones, are left alone."""
        for start in range(0, len(actions), _MAX_BULK_ACTIONS):
            lines = [line for action in actions[start : start + _MAX_BULK_ACTIONS] for line in action if line]
            with self._translated():
                answer = await self._client.bulk(
                    body=lines, index=self.index(name), request_timeout=BULK_TIMEOUT_S
                )
            self._check_written(answer)

    def _check_written(self, answer: Mapping[str, Any]) -> None:
        for item in answer["items"] if answer["errors"] else ():
            ((action, result),) = item.items()
            status, error = result["status"], _type_of(result.get("error"))
            if status < 300 or status == _CONFLICT or (action == "delete" and not error):
                continue
            if status != _INVALID or error in _ABOUT_INDEX:
                self._raise(error)
            log.error("document_not_indexed", id=result["_id"], error=error)

    def _raise(self, error: str) -> NoReturn:
        """Raise what the type of an error in an answer means."""
        if error == _NO_INDEX:
            raise SearchUnavailable(f"OpenSearch at {self.shown} lacks an index: {_REBUILD}")
        raise SearchUnavailable(f"OpenSearch at {self.shown} failed: {error}")

    async def search(self, names: Sequence[str], body: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a search finds in some indices."""
        with self._translated():
            found: dict[str, Any] = await self._client.search(
                index=",".join(map(self.index, names)), body=dict(body)
            )
        self._check_complete(found)
        return found

    async def search_each(self, name: str, bodies: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return what each of some searches finds in an index."""
        index = {"index": self.index(name)}
        lines = [line for body in bodies for line in (index, dict(body))]
        with self._translated():
            answer = await self._client.msearch(body=lines, request_timeout=BULK_TIMEOUT_S)
        for found in answer["responses"]:
            if error := _type_of(found.get("error")):
                self._raise(error)
            self._check_complete(found)
        return list(answer["responses"])

    def _check_complete(self, found: Mapping[str, Any]) -> None:
        if found["_shards"]["failed"]:
            raise SearchUnavailable(f"OpenSearch at {self.shown} lacks a part of the index: see its health")

    async def get(self, name: str, ids: Sequence[str], **options: Any) -> list[dict[str, Any]]:
        """Return the documents with some ids that exist, in order, each with its `_id`."""
        if not ids:
            return []
        with self._translated():
            answer = await self._client.mget(index=self.index(name), body={"ids": list(ids)}, **options)
        for found in answer["docs"]:
            if error := _type_of(found.get("error")):
                self._raise(error)
        return [found for found in answer["docs"] if found.get("found")]

    async def find(self, name: str, document_id: str) -> tuple[str, dict[str, Any] | None]:
        """Return the index that a name stands for, and one of its documents, None if it is missing."""
        with self._translated():
            answer = await self._client.mget(index=self.index(name), body={"ids": [document_id]})
        (found,) = answer["docs"]
        if error := _type_of(found.get("error")):
            self._raise(error)
        return found["_index"].removeprefix(f"{self._prefix}-"), found.get("_source")

    async def term_vectors(self, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return the statistics of a document's terms."""
        with self._translated():
            vectors: dict[str, Any] = await self._client.termvectors(index=self.index(name), body=dict(body))
        return vectors

    async def size(self, names: Sequence[str]) -> tuple[int, int]:
        """Return (bytes on disk without replicas, segments) of some indices."""
        with self._translated():
            answer = await self._client.indices.stats(
                index=",".join(map(self.index, names)), metric="store,segments"
            )
        primaries = answer["_all"]["primaries"]
        return primaries["store"]["size_in_bytes"], primaries["segments"]["count"]

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Raise the client's errors as `SearchUnavailable`, without those that may quote what people ask."""
        try:
            yield
        except NotFoundError:
            raise SearchUnavailable(f"OpenSearch at {self.shown} lacks an index: {_REBUILD}") from None
        except NoAnswer as error:
            raise SearchUnavailable(f"OpenSearch at {self.shown} {_why_no_answer(error)}") from error
        except TransportError as error:
            if hint := _REFUSED.get(error.status_code):
                raise SearchUnavailable(f"OpenSearch at {self.shown} refuses access; {hint}") from None
            kind = error.error if str(error.error).isidentifier() else ""
            problem = f"{error.status_code} {kind}".strip()
            raise SearchUnavailable(f"OpenSearch at {self.shown} failed: {problem}") from None
        except OpenSearchException as error:
            raise SearchUnavailable(f"OpenSearch at {self.shown} failed: {type(error).__name__}") from error


@contextmanager
def _unless_exists() -> Iterator[None]:
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
    return "does not answer; check NEWSBOT_ENGINE_URL and whether the cluster runs"


def _type_of(error: Any) -> str:
    """Return the type of an error, "" for none; its reason may quote what people ask."""
    return str(error.get("type", "")) if isinstance(error, Mapping) else ""


def _without_password(url: str) -> str:
    """Return an address that may be shown."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
