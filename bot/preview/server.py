"""The miniature Telegram over HTTP, on loopback.

    async with PreviewServer() as preview:            # a free port; no flood control
        ada = preview.state.add_person("Ada")
        ...                                           # start the bot with preview.url and preview.token
        preview.users.send(ada, preview.state.chats[ada.id], "Moscow meeting")
        reply = await preview.state.until(lambda: ...)

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
from bot.http_server import serve_http
from bot.preview.api.methods import METHODS
from bot.preview.api.specification import check_request, specification
from bot.preview.page_api import page_routes
from bot.preview.telegram.api_error import ApiError
from bot.preview.telegram.faults import Fault, FaultKind
from bot.preview.telegram.flood_control import too_many_requests
from bot.preview.telegram.model import Json
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.updates import ALL_KINDS, WEBHOOK_CONFLICT
from bot.preview.telegram.users import Users

TOKEN = "7000000001:AAEpreviewpreviewpreviewpreviewpre"
MAX_POLL_S = 50.0


class PreviewServer:
    """A running miniature Telegram; an async context manager.

    Args:
        port: On 127.0.0.1; 0 picks a free one.

    Raises:
        ConfigError: On entering, if the port is in use.
    """

    def __init__(self, state: TelegramState | None = None, *, port: int = 0) -> None:
        self.state = state or TelegramState()
        self.token = TOKEN
        self._port = port
        self.url = ""

    async def __aenter__(self) -> Self:
        self._open = serve_http(self._app(), port=self._port)
        try:
            port = await self._open.__aenter__()
        except OSError as error:
            raise ConfigError(
                f"Port {self._port} is in use; set NEWSBOT_PREVIEW_PORT to another port, or to 0."
            ) from error
        self.url = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.state.close()
        await self._open.__aexit__(kind, error, trace)

    @property
    def users(self) -> Users:
        """What people do."""
        return Users(self.state)

    def _app(self) -> Starlette:
        api = [
            Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{file_id}/{name}", self._file),
        ]
        return Starlette(routes=[*api, *page_routes(self.state)])

    async def _call(self, request: Request) -> Response:
        method = request.path_params["method"].lower()
        if request.path_params["token"] != self.token:
            return _error_response(ApiError(401, "Unauthorized"))
        params = await _params(request, method)
        fault = self.state.faults.take(method, _chat_id(params))
        call: Json = {"method": method, "params": params, "at": self.state.clock(), "fault": fault}
        self.state.calls.append(call)
        try:
            return await self._respond(method, params, fault)
        except ApiError as error:
            call["retry_after"] = error.parameters.get("retry_after", 0)
            return _error_response(error)

    async def _respond(self, method: str, params: Json, fault: Fault | None) -> Response:
        if fault is None:
            return _ok_response(await self._result(method, params))
        if fault.kind is FaultKind.CUT_AFTER:
            await self._result(method, params)
            return _TruncatedResponse()
        if fault.kind is FaultKind.DELAY_AFTER:
            result = await self._result(method, params)
            await asyncio.sleep(fault.seconds)
            return _ok_response(result)
        await self._delay_or_raise(fault, _chat_id(params))
        if fault.kind is FaultKind.CUT_BEFORE:
            return _TruncatedResponse()
        if fault.kind is FaultKind.GARBLED:
            return Response(fault.body, media_type="application/json")
        return _ok_response(await self._result(method, params))

    async def _delay_or_raise(self, fault: Fault, chat_id: int | None) -> None:
        match fault.kind:
            case FaultKind.DELAY if fault.released:
                await fault.released.wait()
            case FaultKind.DELAY:
                await asyncio.sleep(fault.seconds)
            case FaultKind.FLOOD if chat_id is not None:
                raise self.state.flood.refuse(chat_id, int(fault.seconds))
            case FaultKind.FLOOD:
                raise too_many_requests(int(fault.seconds))
            case FaultKind.ERROR:
                raise ApiError(fault.code, fault.words)

    async def _result(self, method: str, params: Json) -> Any:
        if method not in specification()["methods"]:
            raise ApiError(404, "Not Found: method not found")
        check_request(method, params)
        if method == "getupdates":
            return await self._updates(params)
        return METHODS[method](self.state, params)

    async def _updates(self, params: Json) -> list[Json]:
        if self.state.webhook:
            raise ApiError(409, WEBHOOK_CONFLICT)
        if "allowed_updates" in params:
            self.state.updates.allowed = tuple(params["allowed_updates"]) or ALL_KINDS
        limit = min(max(int(params.get("limit", 100)), 1), 100)
        timeout_s = min(float(params.get("timeout", 0)), MAX_POLL_S)
        offset = int(params.get("offset", 0))
        return await self.state.updates.poll(offset=offset, limit=limit, timeout_s=timeout_s)

    async def _file(self, request: Request) -> Response:
        name_and_content = self.state.files.get(request.path_params["file_id"])
        if request.path_params["token"] != self.token or name_and_content is None:
            return _error_response(ApiError(404, "Not Found"))
        return Response(name_and_content[1], media_type="application/octet-stream")


class _TruncatedResponse(Response):
    """A response that breaks off before its body is complete."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"999")]})
        await send({"type": "http.response.body", "body": b'{"ok"', "more_body": False})


async def _params(request: Request, method: str) -> Json:
    """Return the parameters of a JSON, query or form request; a file becomes (name, bytes)."""
    if request.headers.get("content-type", "").startswith("application/json"):
        return dict(await request.json())
    params: Json = dict(request.query_params)
    async with request.form() as form:
        for name, value in form.multi_items():
            params[name] = (
                _decoded(value, method, name)
                if isinstance(value, str)
                else (value.filename or name, await value.read())
            )
    return {name: _attachment(value, params) for name, value in params.items()}


def _decoded(value: str, method: str, name: str) -> Any:
    """Return a form's text, read as JSON unless the parameter is a string."""
    kinds = specification()["methods"].get(method, {}).get(name, {}).get("types")
    if kinds == ["String"] or not value.startswith(("{", "[", "true", "false")):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _attachment(value: Any, params: Json) -> Any:
    return params.get(value[9:], value) if isinstance(value, str) and value.startswith("attach://") else value


def _chat_id(params: Json) -> int | None:
    try:
        return int(params["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _ok_response(result: Any) -> Response:
    return JSONResponse({"ok": True, "result": result})


def _error_response(error: ApiError) -> Response:
    return JSONResponse(error.body(), status_code=error.code)
