"""The chat page's backend: its files, the state it shows, a stream of events, and the user's actions."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.preview.telegram.model import Chat, Json, Person
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.users import Users

PAGE = Path(__file__).parent / "page"
ANSWER_WITHIN_S = 10.0
"""Longest wait for the bot's answer to an inline query."""
_LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_DEFAULT_SCOPES = ("all_private_chats", "default")

Handler = Callable[[Request], Awaitable[Response]]


class PageApi:
    """What the page may ask for; it acts as the first person of the state."""

    def __init__(self, state: TelegramState) -> None:
        self.state = state
        self.users = Users(state)
        self.actions: dict[str, Callable[[Json], Awaitable[Json]]] = {
            "send": self.send,
            "edit": self.edit,
            "press": self.press,
            "inline": self.inline,
            "inline_choose": self.inline_choose,
            "forward": self.forward,
            "start": self.start,
            "block": self.block,
        }

    @property
    def me(self) -> Person:
        """The person who uses the page."""
        return next(iter(self.state.people.values()))

    def chat(self, body: Json) -> Chat:
        """Return the chat an action names."""
        return self.state.chats[int(body["chat_id"])]

    def snapshot(self) -> Json:
        """Return everything the page shows."""
        menus = (self.state.commands.get((scope, "")) for scope in _DEFAULT_SCOPES)
        commands = next((menu for menu in menus if menu), [])
        chats = [chat for chat in self.state.chats.values() if self.me.id in chat.members]
        own = {scope.removeprefix("chat "): menu for (scope, _), menu in self.state.commands.items()}
        return {
            "me": self.me.json(),
            "bot": {**self.state.bot, "commands": commands, "menus": own},
            "chats": [
                {
                    **chat.json(),
                    "forum": chat.forum,
                    "guest": chat.bot_status == "left",
                    "topics": [{"id": i, "name": n} for i, n in chat.topics.items()],
                }
                for chat in chats
            ],
            "messages": {str(chat.id): list(chat.messages.values()) for chat in chats},
        }

    async def send(self, body: Json) -> Json:
        """Send a message."""
        message = self.users.send(
            self.me, self.chat(body), str(body["text"]),
            reply_to=_number(body, "reply_to"), thread=_number(body, "thread"),
        )  # fmt: skip
        return {"message": message}

    async def edit(self, body: Json) -> Json:
        """Edit a message."""
        return {"message": self.users.edit(self.chat(body), int(body["message_id"]), str(body["text"]))}

    async def press(self, body: Json) -> Json:
        """Press a button; the bot's answer comes as an event."""
        chat = self.chat(body)
        query_id = self.users.press(self.me, chat, int(body["message_id"]), str(body["callback_data"]))
        return {"query_id": query_id}

    async def inline(self, body: Json) -> Json:
        """Send an inline query and return the bot's answer."""
        query_id = self.users.ask_inline(self.me, str(body["text"]), offset=str(body.get("offset", "")))
        return await self.state.answered(query_id, timeout_s=ANSWER_WITHIN_S)

    async def inline_choose(self, body: Json) -> Json:
        """Post an inline result."""
        result_id = str(body["result_id"])
        offers = [q for q in self.state.queries.values() if q.answer and _offers(q.answer, result_id)]
        if not offers:
            raise KeyError(result_id)
        message = self.users.choose_inline(
            self.me, self.chat(body), offers[-1].id, result_id, thread=_number(body, "thread")
        )
        return {"message": message}

    async def forward(self, body: Json) -> Json:
        """Forward a message."""
        message = self.state.chats[int(body["from_chat_id"])].messages[int(body["message_id"])]
        thread = _number(body, "thread")
        return {"message": self.users.forward(self.me, message, self.chat(body), thread=thread)}

    async def start(self, body: Json) -> Json:
        """Follow a deep link."""
        return {"message": self.users.follow_link(self.me, str(body.get("payload", "")))}

    async def block(self, body: Json) -> Json:
        """Block or unblock the bot."""
        self.users.block(self.me, blocked=bool(body["blocked"]))
        return {}


def page_routes(state: TelegramState) -> list[Route]:
    """Return the routes of the page's files and its backend."""
    api = PageApi(state)

    async def page(_: Request) -> Response:
        return FileResponse(PAGE / "index.html")

    async def file(request: Request) -> Response:
        path = PAGE / request.path_params["name"]
        return FileResponse(path) if path.parent == PAGE and path.is_file() else Response(status_code=404)

    async def snapshot(_: Request) -> Response:
        return JSONResponse(api.snapshot())

    async def events(_: Request) -> Response:
        return StreamingResponse(_event_stream(state), media_type="text/event-stream")

    async def sent_file(request: Request) -> Response:
        name_and_content = state.files.get(request.path_params["file_id"])
        return Response(name_and_content[1]) if name_and_content else Response(status_code=404)

    async def action(request: Request) -> Response:
        act = api.actions.get(request.path_params["action"])
        return await _respond(act, request) if act else Response(status_code=404)

    return [
        Route("/", _local_only(page)),
        Route("/page/{name}", _local_only(file)),
        Route("/_/state", _local_only(snapshot)),
        Route("/_/events", _local_only(events)),
        Route("/_/file/{file_id}", _local_only(sent_file)),
        Route("/_/{action}", _local_only(action), methods=["POST"]),
    ]


async def _respond(act: Callable[[Json], Awaitable[Json]], request: Request) -> Response:
    try:
        return JSONResponse(await act(await request.json()))
    except (KeyError, ValueError, TypeError, StopIteration) as error:
        return JSONResponse({"error": str(error)}, status_code=400)
    except TimeoutError:
        return JSONResponse({"error": "The bot is not responding"}, status_code=504)


def _local_only(handler: Handler) -> Handler:
    """Reject requests from other sites: a foreign host name (DNS rebinding) or a foreign script."""

    async def guarded(request: Request) -> Response:
        host = request.headers.get("host", "")
        origin = request.headers.get("origin")
        if host.rsplit(":", 1)[0] not in _LOCAL_HOSTS or (origin and urlsplit(origin).netloc != host):
            return Response("This page is only available on this computer.", status_code=403)
        return await handler(request)

    return guarded


async def _event_stream(state: TelegramState) -> AsyncIterator[str]:
    """Yield server-sent events until the state ends its streams."""
    events: asyncio.Queue[Json | None] = asyncio.Queue()
    unsubscribe = state.subscribe(events.put_nowait)
    unregister = state.on_close(lambda: events.put_nowait(None))
    try:
        yield ": connected\n\n"
        while (event := await events.get()) is not None:
            yield f"data: {json.dumps(event)}\n\n"
    finally:
        unsubscribe()
        unregister()


def _number(body: Json, name: str) -> int | None:
    return int(body[name]) if body.get(name) else None


def _offers(answer: Json, result_id: str) -> bool:
    return any(result.get("id") == result_id for result in answer.get("results", []))
