"""What the chat page in the browser asks of the little world: state, events, and the deeds of its person."""

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

PAGE = Path(__file__).parent / "page"
_LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
_SCOPES = ("all_private_chats", "default")

Handler = Callable[[Request], Awaitable[Response]]


class Control:
    """The page's side of a world: it acts as the first person in it."""

    def __init__(self, world: TelegramState) -> None:
        self.world = world
        self.deeds: dict[str, Callable[[Json], Awaitable[Json]]] = {
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
        """The person at the page."""
        return next(iter(self.world.people.values()))

    def chat(self, body: Json) -> Chat:
        """The chat a deed is done in."""
        return self.world.chats[int(body["chat_id"])]

    def state(self) -> Json:
        """Everything the page shows."""
        menus = (self.world.commands.get((scope, "")) for scope in _SCOPES)
        commands = next((menu for menu in menus if menu), [])
        chats = [chat for chat in self.world.chats.values() if self.me.id in chat.members]
        own = {scope.removeprefix("chat "): menu for (scope, _), menu in self.world.commands.items()}
        return {
            "me": self.me.json(),
            "bot": {**self.world.bot, "commands": commands, "menus": own},
            "chats": [
                {
                    **chat.json(),
                    "forum": chat.forum,
                    "topics": [{"id": i, "name": n} for i, n in chat.topics.items()],
                }
                for chat in chats
            ],
            "messages": {str(chat.id): list(chat.messages.values()) for chat in chats},
        }

    async def send(self, body: Json) -> Json:
        """Say something."""
        message = self.world.send(
            self.me, self.chat(body), str(body["text"]),
            reply_to=_number(body, "reply_to"), thread=_number(body, "thread"),
        )  # fmt: skip
        return {"message": message}

    async def edit(self, body: Json) -> Json:
        """Change what was said."""
        return {"message": self.world.edit(self.chat(body), int(body["message_id"]), str(body["text"]))}

    async def press(self, body: Json) -> Json:
        """Press a button; its answer comes as an event."""
        chat = self.chat(body)
        query_id = self.world.press(self.me, chat, int(body["message_id"]), str(body["callback_data"]))
        return {"query_id": query_id}

    async def inline(self, body: Json) -> Json:
        """Type after the bot's name."""
        query_id = self.world.ask_inline(self.me, str(body["text"]), offset=str(body.get("offset", "")))
        return await self.world.answered(query_id)

    async def inline_choose(self, body: Json) -> Json:
        """Post a result."""
        result_id = str(body["result_id"])
        answered = [q for q in self.world.queries.values() if q.answer and _offers(q.answer, result_id)]
        if not answered:
            raise KeyError(result_id)
        message = self.world.choose_inline(
            self.me, self.chat(body), answered[-1].id, result_id, thread=_number(body, "thread")
        )
        return {"message": message}

    async def forward(self, body: Json) -> Json:
        """Forward a message."""
        message = self.world.chats[int(body["from_chat_id"])].messages[int(body["message_id"])]
        thread = _number(body, "thread")
        return {"message": self.world.forward(self.me, message, self.chat(body), thread=thread)}

    async def start(self, body: Json) -> Json:
        """Follow a deep link."""
        return {"message": self.world.follow_link(self.me, str(body.get("payload", "")))}

    async def block(self, body: Json) -> Json:
        """Block or unblock the bot."""
        self.world.block(self.me, blocked=bool(body["blocked"]))
        return {}


def control_routes(world: TelegramState) -> list[Route]:
    """Return the routes of the page and of what it asks."""
    control = Control(world)

    async def page(_: Request) -> Response:
        return FileResponse(PAGE / "index.html")

    async def file(request: Request) -> Response:
        path = PAGE / request.path_params["name"]
        return FileResponse(path) if path.parent == PAGE and path.is_file() else Response(status_code=404)

    async def state(_: Request) -> Response:
        return JSONResponse(control.state())

    async def events(_: Request) -> Response:
        return StreamingResponse(_stream(world), media_type="text/event-stream")

    async def sent_file(request: Request) -> Response:
        found = world.files.get(request.path_params["file_id"])
        return Response(found[1]) if found else Response(status_code=404)

    async def deed(request: Request) -> Response:
        do = control.deeds.get(request.path_params["deed"])
        if do is None:
            return Response(status_code=404)
        try:
            return JSONResponse(await do(await request.json()))
        except (KeyError, ValueError, TypeError, StopIteration) as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        except TimeoutError:
            return JSONResponse({"error": "the bot did not answer in time"}, status_code=504)

    return [
        Route("/", _local(page)),
        Route("/page/{name}", _local(file)),
        Route("/_/state", _local(state)),
        Route("/_/events", _local(events)),
        Route("/_/file/{file_id}", _local(sent_file)),
        Route("/_/{deed}", _local(deed), methods=["POST"]),
    ]


def _local(handler: Handler) -> Handler:
    """Serve pages of this machine only: another site's name (DNS rebinding) or script is turned away."""

    async def guarded(request: Request) -> Response:
        host = request.headers.get("host", "")
        origin = request.headers.get("origin")
        if host.rsplit(":", 1)[0] not in _LOCAL or (origin and urlsplit(origin).netloc != host):
            return Response("This page is for this computer only.", status_code=403)
        return await handler(request)

    return guarded


async def _stream(world: TelegramState) -> AsyncIterator[str]:
    """Server-sent events, until the world closes."""
    events: asyncio.Queue[Json | None] = asyncio.Queue()
    stop = world.listen(events.put_nowait)
    unhook = world.on_close(lambda: events.put_nowait(None))
    try:
        yield ": hello\n\n"
        while (event := await events.get()) is not None:
            yield f"data: {json.dumps(event)}\n\n"
    finally:
        stop()
        unhook()


def _number(body: Json, name: str) -> int | None:
    return int(body[name]) if body.get(name) else None


def _offers(answer: Json, result_id: str) -> bool:
    return any(each.get("id") == result_id for each in answer.get("results", []))
