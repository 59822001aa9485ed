"""Around every request: who asks, how often, how long it may take, and what went wrong."""

import asyncio
import re
import secrets
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from time import perf_counter

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.clients import Clients
from bot.api.endpoint import Source
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
class Guard:
    """Admits clients, measures, and turns errors into problems."""

    source: Source
    clients: Clients

    def serving(self, name: str, answer: Answer, *, public: bool = False) -> Answer:
        """Return an endpoint that is guarded.

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
                found = problem_of(error, self.source, route=name, request_id=request_id)
                response = found.response(request_id)
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


@dataclass(frozen=True, slots=True)
class Mounted:
    """An application that is part of the API.

    Args:
        running: Must be entered while it is served.
    """

    app: ASGIApp
    running: Callable[[], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class GuardedApp:
    """An ASGI application for clients with a token."""

    app: ASGIApp
    clients: Clients

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        request = HTTPConnection(scope)
        try:
            self.clients.admit(request, public=False)
        except Problem as problem:
            await problem.response(request_id_of(request))(scope, receive, send)
            return
        await self.app(scope, receive, send)


def problem_of(error: Exception, source: Source, *, route: str, request_id: str) -> Problem:
    """Return what to answer in case of an error; log it if it is not the client's."""
    match error:
        case Problem():
            return error
        case ArticleWithdrawn():
            return Problem(410, f"Its outlet withdrew the article on {error.withdrawal.at:%Y-%m-%d}.")
        case ArticleNotFound() | StoryNotFound():
            return Problem(404, "It is not in the corpus (any more).")
        case QueryError():
            return Problem(422, source.explain(error), position=error.position)
        case UserError():
            return Problem(422, source.explain(error))
        case StoreError() | TimeoutError():
            log.warning("api_unavailable", route=route, request=request_id, error=type(error).__name__)
            return Problem(503, "Not available right now.", headers={"Retry-After": "5"})
    log.error("api_failed", route=route, request=request_id, error=type(error).__name__, exc_info=error)
    return Problem(500, "A fault in newsbot. Please report it with the request's id.")


def request_id_of(request: HTTPConnection) -> str:
    """Return the id that a proxy gave the request, or a new one."""
    given = request.headers.get(REQUEST_ID, "")
    return given if _GIVEN_ID.fullmatch(given) else secrets.token_hex(8)
