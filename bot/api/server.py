"""The API as an ASGI application: who asks, how often, what they get, what went wrong."""

import asyncio
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.api.clients import Clients
from bot.api.endpoint import Endpoint, Source
from bot.api.endpoints import ENDPOINTS
from bot.api.feeds.serving import serve_feed
from bot.api.openapi import openapi
from bot.api.pages.serving import serve_page
from bot.api.problems import Problem
from bot.errors import QueryError, StoreError, UserError
from bot.questions.missing import ArticleNotFound, ArticleWithdrawn
from bot.questions.story_overviews import StoryNotFound

log = structlog.get_logger()
ANSWER_WITHIN_S = 20.0
REQUEST_ID = "X-Request-ID"
_GIVEN_ID = re.compile(r"[\w.-]{8,64}", re.ASCII)
Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Server:
    """Serves endpoints."""

    source: Source
    clients: Clients

    def app(self) -> Starlette:
        """Return the application."""
        routes = [
            Route(path_of(endpoint), self.guarded(endpoint.name, self._json(endpoint)))
            for endpoint in ENDPOINTS
        ]
        described = self.guarded("openapi", self._openapi, public=True)
        return Starlette(
            routes=[*routes, Route("/openapi.json", described), *self._public()],
            exception_handlers={HTTPException: self.refuse},
        )

    def guarded(self, name: str, answer: Answer, *, public: bool = False) -> Answer:
        """Return an endpoint that admits clients, measures, and turns errors into problems.

        Args:
            name: In metrics.
            public: Whether it is a feed or page, which may be open to all.
        """

        async def serve(request: Request) -> Response:
            started, request_id = perf_counter(), request_id_of(request)
            try:
                self.clients.admit(request, public=public)
                async with asyncio.timeout(ANSWER_WITHIN_S):
                    response = await answer(request)
            except Exception as error:  # every error becomes a response
                response = self._problem(error, name, request_id).response(request_id)
            response.headers[REQUEST_ID] = request_id
            response.headers["X-Content-Type-Options"] = "nosniff"
            metrics = self.source.services.metrics
            metrics.record_api(name, response.status_code, perf_counter() - started)
            return response

        return serve

    async def refuse(self, request: Request, error: Exception) -> Response:
        """Answer a request for an address or with a method that doesn't exist."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        detail = "Only GET is allowed." if status == 405 else "No such address; see /openapi.json."
        headers = {"Allow": "GET, HEAD"} if status == 405 else {}
        request_id = request_id_of(request)
        response = Problem(status, detail, headers=headers).response(request_id)
        response.headers[REQUEST_ID] = request_id
        return response

    def _public(self) -> list[Route]:
        """Return the routes of feeds and pages."""

        async def feed(request: Request) -> Response:
            return await serve_feed(self.source, request)

        async def page(request: Request) -> Response:
            return await serve_page(self.source, request)

        return [
            Route("/feed.{form}", self.guarded("feed", feed, public=True)),
            Route("/s/{id:path}", self.guarded("page", page, public=True)),
        ]

    def _json(self, endpoint: Endpoint[Any, Any]) -> Answer:
        async def answer(request: Request) -> Response:
            values = {**request.query_params, **request.path_params}
            model = await endpoint.respond(self.source, values)
            return Response(model.model_dump_json(), media_type="application/json")

        return answer

    async def _openapi(self, _: Request) -> Response:
        return JSONResponse(openapi(ENDPOINTS))

    def _problem(self, error: Exception, name: str, request_id: str) -> Problem:
        """Return what to answer in case of an error; log it if it is not the client's."""
        match error:
            case Problem():
                return error
            case ArticleWithdrawn():
                return Problem(410, f"Its outlet withdrew the article on {error.withdrawal.at:%Y-%m-%d}.")
            case ArticleNotFound() | StoryNotFound():
                return Problem(404, "It is not in the corpus (any more).")
            case QueryError():
                return Problem(422, self.source.explain(error), position=error.position)
            case UserError():
                return Problem(422, self.source.explain(error))
            case StoreError() | TimeoutError():
                log.warning("api_unavailable", route=name, request=request_id, error=type(error).__name__)
                return Problem(503, "Not available right now.", headers={"Retry-After": "5"})
        log.error("api_failed", route=name, request=request_id, error=type(error).__name__, exc_info=error)
        return Problem(500, "A fault in newsbot. Please report it with the request's id.")


def path_of(endpoint: Endpoint[Any, Any]) -> str:
    """Return the path for the router; ids may have slashes."""
    return endpoint.path.replace("{id}", "{id:path}")


def request_id_of(request: Request) -> str:
    """Return the id that a proxy gave the request, or a new one."""
    given = request.headers.get(REQUEST_ID, "")
    return given if _GIVEN_ID.fullmatch(given) else secrets.token_hex(8)
