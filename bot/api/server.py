"""The API as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.api.clients import Clients
from bot.api.endpoint import Endpoint, Source
from bot.api.endpoints import ENDPOINTS
from bot.api.feeds.serving import serve_feed
from bot.api.guard import Answer, Guard, GuardedApp, Mounted
from bot.api.openapi import openapi
from bot.api.pages.serving import serve_page


@dataclass(frozen=True, slots=True)
class Server:
    """Serves JSON, feeds and story pages."""

    source: Source
    clients: Clients

    def app(self, assistants: Mounted | None = None) -> Starlette:
        """Return the application.

        Args:
            assistants: What is served at /mcp, if anything.
        """
        guard = Guard(self.source, self.clients)
        routes = [
            Route(path_of(endpoint), guard.serving(endpoint.name, self._json(endpoint)))
            for endpoint in ENDPOINTS
        ]
        routes += [
            Route("/openapi.json", guard.serving("openapi", self._openapi, public=True)),
            Route("/feed.{form}", guard.serving("feed", self._feed, public=True)),
            Route("/s/{id:path}", guard.serving("page", self._page, public=True)),
        ]
        if assistants is not None:
            routes.append(Route("/mcp", GuardedApp(assistants.app, self.clients)))

        @asynccontextmanager
        async def running(_: Starlette) -> AsyncIterator[None]:
            async with assistants.running() if assistants else nullcontext():
                yield

        return Starlette(routes=routes, exception_handlers={HTTPException: guard.refuse}, lifespan=running)

    def _json(self, endpoint: Endpoint[Any, Any]) -> Answer:
        async def answer(request: Request) -> Response:
            values = {**request.query_params, **request.path_params}
            model = await endpoint.respond(self.source, values)
            return Response(model.model_dump_json(), media_type="application/json")

        return answer

    async def _openapi(self, _: Request) -> Response:
        return JSONResponse(openapi(ENDPOINTS))

    async def _feed(self, request: Request) -> Response:
        return await serve_feed(self.source, request)

    async def _page(self, request: Request) -> Response:
        return await serve_page(self.source, request)


def path_of(endpoint: Endpoint[Any, Any]) -> str:
    """Return the path for the router; ids may have slashes."""
    return endpoint.path.replace("{id}", "{id:path}")
