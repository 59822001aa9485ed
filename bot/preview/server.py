"""The miniature Telegram over HTTP, on loopback.

    async with PreviewServer() as preview:            # a free port; no flood control
        world, ada = preview.world, preview.world.add_person("Ada")
        ...                                           # start the bot with preview.url and preview.token
        world.send(ada, world.chats[ada.id], "Moscow meeting")
        reply = await preview.world.until(lambda: ...)

Bot API at `{url}/bot{token}/{method}`, files at `{url}/file/bot{token}/{path}`, the chat page at `{url}/`.
"""

import asyncio
import json
from types import TracebackType
from typing import Any, Self

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.errors import ConfigError
from bot.http_server import listening
from bot.preview.api.methods import METHODS
from bot.preview.page_api import control_routes
from bot.preview.telegram.api_error import ApiError
from bot.preview.telegram.faults import Fault, Kind
from bot.preview.telegram.flood_control import too_many
from bot.preview.telegram.model import Json
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.updates import ALL, WEBHOOK_CONFLICT

TOKEN = "7000000001:AAEpreviewpreviewpreviewpreviewpre"
MOST_WAIT_S = 50.0


class PreviewServer:
    """A running miniature Telegram; an async context manager.

    Args:
        port: On 127.0.0.1; 0 takes a free one.

    Raises:
        ConfigError: When entered: the port is taken.
    """

    def __init__(self, world: TelegramState | None = None, *, port: int = 0) -> None:
        self.world = world or TelegramState()
        self.token = TOKEN
        self._port = port
        self.url = ""

    async def __aenter__(self) -> Self:
        self._open = listening(self._app(), port=self._port)
        try:
            port = await self._open.__aenter__()
        except OSError as error:
            raise ConfigError(
                f"Port {self._port} is taken by another program; set NEWSBOT_PREVIEW_PORT to another, or 0."
            ) from error
        self.url = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.world.close()
        await self._open.__aexit__(kind, error, trace)

    def _app(self) -> Starlette:
        api = [
            Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{file_id}/{name}", self._file),
        ]
        return Starlette(routes=[*api, *control_routes(self.world)])

    async def _call(self, request: Request) -> Response:
        method = request.path_params["method"].lower()
        if request.path_params["token"] != self.token:
            return _refused(ApiError(401, "Unauthorized"))
        params = await _params(request)
        chat_id = _chat_id(params)
        fault = self.world.faults.meet(method, chat_id)
        call: Json = {"method": method, "params": params, "at": self.world.clock(), "fault": fault}
        self.world.calls.append(call)
        try:
            if fault is not None and fault.kind is not Kind.CUT_AFTER:
                await _suffer(fault)
            if fault is not None and fault.kind is Kind.CUT_BEFORE:
                return _Cut()
            if fault is not None and fault.kind is Kind.GARBLED:
                return Response(fault.body, media_type="application/json")
            result = await self._result(method, params)
        except ApiError as refusal:
            call["retry_after"] = refusal.parameters.get("retry_after", 0)
            return _refused(refusal)
        return _Cut() if fault is not None and fault.kind is Kind.CUT_AFTER else _granted(result)

    async def _result(self, method: str, params: Json) -> Any:
        if method == "getupdates":
            return await self._updates(params)
        if method not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        return METHODS[method](self.world, params)

    async def _updates(self, params: Json) -> list[Json]:
        if self.world.webhook:
            raise ApiError(409, WEBHOOK_CONFLICT)
        if "allowed_updates" in params:
            self.world.updates.allowed = tuple(params["allowed_updates"]) or ALL
        limit = min(max(int(params.get("limit", 100)), 1), 100)
        timeout_s = min(float(params.get("timeout", 0)), MOST_WAIT_S)
        offset = int(params.get("offset", 0))
        return await self.world.updates.poll(offset=offset, limit=limit, timeout_s=timeout_s)

    async def _file(self, request: Request) -> Response:
        found = self.world.files.get(request.path_params["file_id"])
        if request.path_params["token"] != self.token or found is None:
            return _refused(ApiError(404, "Not Found"))
        return Response(found[1], media_type="application/octet-stream")


class _Cut(Response):
    """A connection that breaks before the answer is whole."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"999")]})
        await send({"type": "http.response.body", "body": b'{"ok"', "more_body": False})


async def _params(request: Request) -> Json:
    """The parameters of a request, however sent; JSON inside form fields read, files as (name, bytes)."""
    if request.headers.get("content-type", "").startswith("application/json"):
        return dict(await request.json())
    params: Json = dict(request.query_params)
    async with request.form() as form:
        for name, value in form.multi_items():
            params[name] = (
                _read(value) if isinstance(value, str) else (value.filename or name, await value.read())
            )
    return {name: _attached(value, params) for name, value in params.items()}


def _read(value: str) -> Any:
    if not value.startswith(("{", "[", "true", "false")):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _attached(value: Any, params: Json) -> Any:
    return params.get(value[9:], value) if isinstance(value, str) and value.startswith("attach://") else value


def _chat_id(params: Json) -> int | None:
    try:
        return int(params["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


async def _suffer(fault: Fault) -> None:
    match fault.kind:
        case Kind.DELAY:
            await asyncio.sleep(fault.seconds)
        case Kind.FLOOD:
            raise too_many(int(fault.seconds))
        case Kind.ERROR:
            raise ApiError(fault.code, fault.words)


def _granted(result: Any) -> Response:
    return JSONResponse({"ok": True, "result": result})


def _refused(refusal: ApiError) -> Response:
    return JSONResponse(refusal.body(), status_code=refusal.code)
