"""The connection to the cluster: one client for all nodes."""

import asyncio
import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog
from opensearchpy import AsyncOpenSearch, ConnectionTimeout

from bot.engine.failures import (
    NamedConnection,
    failure,
    silent,
    translated,
    type_of,
    unless_exists,
    without_password,
)
from bot.errors import SearchUnavailable

log = structlog.get_logger()
TIMEOUT_S = 10.0
BULK_TIMEOUT_S = 120.0
PAUSE_S = 10.0
"""How long requests fail at once after no node answered one in time, so that callers don't wait for each."""
_CONFLICT = 409
_INVALID = 400
_ABOUT_INDEX = ("strict_dynamic_mapping_exception", "index_closed_exception")
"""Types of errors with status 400 that every document would have."""
_MAX_BULK_CHARS = 1_000_000
"""Of a bulk request, unless one document has more: some ten milliseconds of JSON."""

Action = tuple[dict[str, Any], dict[str, Any] | None]
"""A line of a bulk request: what to do, and the document unless it deletes one."""


class Cluster:
    """An OpenSearch cluster.

    Args:
        urls: Of its nodes, comma-separated: "https://user:password@host:9200".
        ca_file: Certificates of the authorities that signed the nodes'; None for those of the system.
        api_key: Sent instead of a user and password; a token with its scheme ("Bearer ...") as it is.
        prefix: Begins the names of all indices, so that several bots can share a cluster.
        timeout_s: How long a node may take to answer a short request.
    """

    def __init__(
        self,
        urls: str,
        *,
        ca_file: Path | None = None,
        api_key: str | None = None,
        prefix: str = "newsbot",
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        hosts = [url.strip() for url in urls.split(",") if url.strip()]
        self.shown = ", ".join(map(without_password, hosts))
        self._prefix = prefix
        options: dict[str, Any] = {"ca_certs": str(ca_file)} if ca_file else {}
        if api_key:
            options["headers"] = {"authorization": api_key if " " in api_key else f"ApiKey {api_key}"}
        # The client stops using a silent node only if it retries; a repeated write changes nothing.
        self._client = AsyncOpenSearch(
            hosts,
            connection_class=NamedConnection,
            timeout=timeout_s,
            max_retries=2,
            retry_on_timeout=True,
            **options,
        )
        self._paused_until = float("-inf")

    def index(self, name: str) -> str:
        """Return the full name of an index."""
        return f"{self._prefix}-{name}"

    def name(self, index: str) -> str:
        """Return the name of an index without the prefix that its full name has."""
        return index.removeprefix(f"{self._prefix}-")

    @contextmanager
    def _answered(self) -> Iterator[None]:
        """Translate the errors of a request; fail at once if no node answered one shortly before."""
        if time.monotonic() < self._paused_until:
            raise silent(self.shown)
        with translated(self.shown):
            try:
                yield
            except ConnectionTimeout:
                self._paused_until = time.monotonic() + PAUSE_S
                raise

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
        with self._answered():
            if not await self._client.indices.exists(index=self.index(alias or name)):
                aliases: dict[str, Any] = {self.index(also): {} for also in (alias, _way_into(name)) if also}
                body = {"settings": dict(settings), "mappings": dict(mapping), "aliases": aliases}
                with unless_exists():
                    await self._client.indices.create(
                        index=self.index(name),
                        body=body,
                        wait_for_active_shards=1,
                        request_timeout=BULK_TIMEOUT_S,
                    )

    async def delete(self, name: str) -> None:
        """Delete an index if it exists."""
        with self._answered():
            await self._client.indices.delete(index=self.index(name), ignore=404)

    async def indices(self) -> dict[str, dict[str, Any]]:
        """Return what the cluster says about every index with the prefix, by name."""
        with self._answered():
            indices = await self._client.indices.get(index=f"{self._prefix}-*")
        return {self.name(index): about for index, about in indices.items()}

    async def switch(self, actions: Sequence[Mapping[str, Any]]) -> None:
        """Change which indices some names point to, all at once."""
        with self._answered():
            await self._client.indices.update_aliases(
                body={"actions": list(actions)}, request_timeout=BULK_TIMEOUT_S
            )

    async def delete_all(self) -> None:
        """Delete every index with the prefix."""
        with self._answered():
            for index in await self._client.indices.get(index=f"{self._prefix}-*"):
                await self._client.indices.delete(index=index, ignore=404)

    async def expunge(self, name: str) -> None:
        """Remove deleted documents from the files of all copies, but for those that copies may still need.

        Raises:
            SearchUnavailable: It takes longer than `BULK_TIMEOUT_S`, or a copy is away.
        """
        try:
            # Ends before the client's own timeout: the client would send the request again.
            async with asyncio.timeout(BULK_TIMEOUT_S):
                with translated(self.shown):  # not `_answered`: the cluster does answer other requests
                    answer = await self._client.indices.forcemerge(
                        index=self.index(name), only_expunge_deletes=True, request_timeout=2 * BULK_TIMEOUT_S
                    )
        except TimeoutError as error:
            raise SearchUnavailable(f"OpenSearch at {self.shown} still rewrites its files") from error
        self._check_all_copies(answer)
        await self.refresh(name)  # until then, searches keep the old files

    async def deleted(self, name: str) -> int:
        """Return how many deleted documents the files of all copies of an index still have.

        Raises:
            SearchUnavailable: A copy is away.
        """
        with self._answered():
            answer = await self._client.indices.stats(index=self.index(name), metric="docs")
        self._check_all_copies(answer)
        return int(answer["_all"]["total"]["docs"]["deleted"])

    async def refresh(self, name: str) -> None:
        """Make what was written searchable."""
        with self._answered():
            await self._client.indices.refresh(index=self.index(name), request_timeout=BULK_TIMEOUT_S)

    async def write(self, name: str, actions: Sequence[Action]) -> None:
        """Write documents; versions that the cluster has already, or newer ones, are left alone.

        Only an index of `create` is written to: the cluster would create any other, with a wrong mapping.
        """
        for lines in bulks(actions):
            with self._answered():
                answer = await self._client.bulk(
                    body=lines,
                    index=self.index(_way_into(name)),
                    require_alias=True,
                    request_timeout=BULK_TIMEOUT_S,
                )
            self._check_written(answer)

    def _check_written(self, answer: Mapping[str, Any]) -> None:
        for item in answer["items"] if answer["errors"] else ():
            ((action, result),) = item.items()
            status, error = result["status"], type_of(result.get("error"))
            if status < 300 or status == _CONFLICT or (action == "delete" and not error):
                continue
            if status != _INVALID or error in _ABOUT_INDEX:
                raise failure(self.shown, result.get("error"), status)
            log.error("document_not_indexed", id=result["_id"], error=error)

    async def search(
        self, names: Sequence[str], body: Mapping[str, Any], *, by_length: bool = False
    ) -> dict[str, Any]:
        """Return what a search finds in some indices.

        Args:
            by_length: Whether scores depend on articles' lengths: the mean is then that of all shards, which
                takes another request to each if there are several.
        """
        options = {"search_type": "dfs_query_then_fetch"} if by_length else {}
        with self._answered():
            answer: dict[str, Any] = await self._client.search(
                index=",".join(map(self.index, names)), body=dict(body), **options
            )
        self._check_complete(answer)
        return answer

    async def search_each(self, name: str, bodies: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return what each of some searches finds in an index."""
        index = {"index": self.index(name)}
        lines = [line for body in bodies for line in (index, dict(body))]
        with self._answered():
            answer = await self._client.msearch(body=lines, request_timeout=BULK_TIMEOUT_S)
        responses: list[dict[str, Any]] = answer["responses"]
        for response in responses:
            if error := response.get("error"):
                raise failure(self.shown, error, response["status"])
            self._check_complete(response)
        return responses

    def _check_complete(self, answer: Mapping[str, Any]) -> None:
        if answer["_shards"]["failed"]:
            raise SearchUnavailable(f"OpenSearch at {self.shown} lacks a part of the index: see its health")

    def _check_all_copies(self, answer: Mapping[str, Any]) -> None:
        shards = answer["_shards"]
        if shards["failed"] or shards["successful"] < shards["total"]:
            raise SearchUnavailable(f"OpenSearch at {self.shown} lacks a copy of the index: see its health")

    async def get(self, name: str, ids: Sequence[str], **options: Any) -> list[dict[str, Any]]:
        """Return the documents with some ids that exist, in order, each with its `_id`."""
        if not ids:
            return []
        with self._answered():
            answer = await self._client.mget(index=self.index(name), body={"ids": list(ids)}, **options)
        for document in answer["docs"]:
            self._check_document(document)
        return [document for document in answer["docs"] if document.get("found")]

    async def find(self, name: str, document_id: str) -> tuple[str, dict[str, Any] | None]:
        """Return the index that a name points to, and one of its documents, None if it is missing."""
        with self._answered():
            answer = await self._client.mget(index=self.index(name), body={"ids": [document_id]})
        (document,) = answer["docs"]
        self._check_document(document)
        return self.name(document["_index"]), document.get("_source")

    def _check_document(self, document: Mapping[str, Any]) -> None:
        """Raise the error of a document that was asked for by its id; a shard's has no status."""
        if error := document.get("error"):
            raise failure(self.shown, error, 404 if type_of(error) == "index_not_found_exception" else 503)

    async def term_vectors(self, name: str, body: Mapping[str, Any], *, shard: int) -> dict[str, Any]:
        """Return the statistics of a document's terms in one shard, numbered from 0."""
        with self._answered():
            vectors: dict[str, Any] = await self._client.termvectors(
                index=self.index(name), body=dict(body), preference=f"_shards:{shard}"
            )
        return vectors

    async def size(self, names: Sequence[str]) -> tuple[int, int]:
        """Return (bytes on disk without replicas, segments) of some indices."""
        with self._answered():
            answer = await self._client.indices.stats(
                index=",".join(map(self.index, names)), metric="store,segments"
            )
        primaries = answer["_all"]["primaries"]
        return primaries["store"]["size_in_bytes"], primaries["segments"]["count"]


def bulks(actions: Iterable[Action]) -> Iterator[list[str]]:
    """Yield the lines of bulk requests."""
    lines: list[str] = []
    size = 0
    for about, document in actions:
        action = [json.dumps(line, ensure_ascii=False) for line in (about, document) if line]
        added = sum(map(len, action))
        if lines and size + added > _MAX_BULK_CHARS:
            yield lines
            lines, size = [], 0
        lines += action
        size += added
    if lines:
        yield lines


def _way_into(name: str) -> str:
    """Return the alias by which an index is written to; it exists as long as the index does."""
    return f"into-{name}"
