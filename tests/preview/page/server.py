"""The page's side of the preview server, in small, with a bot that a test plays."""

import asyncio
import contextlib
import json
import socket
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, ClassVar

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

Json = dict[str, Any]
PAGE = Path(__file__).parents[3] / "bot" / "preview" / "page"
ME = {"id": 7, "first_name": "Ada", "is_bot": False}
BOT = {"id": 42, "first_name": "newsbot", "username": "sample_bot", "is_bot": True}
PRIVATE, GROUP, FORUM = 7, -20, -30
CHATS: list[Json] = [
    {"id": PRIVATE, "type": "private", "first_name": "Ada"},
    {"id": GROUP, "type": "group", "title": "Reading circle"},
    {
        "id": FORUM,
        "type": "supergroup",
        "title": "News desk",
        "forum": True,
        "topics": [{"id": 2, "name": "Floods"}, {"id": 3, "name": "Elections"}],
    },
]
COMMANDS = [
    {"command": "start", "description": "What this bot does"},
    {"command": "help", "description": "How to ask"},
    {"command": "latest", "description": "Newest articles"},
]


class PlayedBot:
    """The bot as a test plays it: hears updates, posts and edits messages, answers queries."""

    def __init__(self) -> None:
        self.messages: dict[int, list[Json]] = {chat["id"]: [] for chat in CHATS}
        self.url = ""
        self._streams: list[asyncio.Queue[Json | None]] = []
        self._updates: dict[str, asyncio.Queue[Json]] = defaultdict(asyncio.Queue)
        self._inline: dict[str, asyncio.Future[Json]] = {}
        self._last_id = 0

    async def hears(self, kind: str) -> Json:
        """Return the next update of a kind: message, edited_message, callback_query, inline_query …"""
        return await asyncio.wait_for(self._updates[kind].get(), timeout=5)

    async def says(self, chat_id: int = PRIVATE, **fields: Any) -> Json:
        return self.post(chat_id, BOT, fields)

    async def edits(self, message: Json, **fields: Any) -> None:
        message.update(fields, edit_date=int(time.time()))
        self.tell({"type": "edited", "message": message})

    async def types(self, chat_id: int) -> None:
        self.tell({"type": "typing", "chat_id": chat_id})

    async def answers_press(self, query: Json, **answer: Any) -> None:
        self.tell({"type": "callback_answer", "query_id": query["id"], **answer})

    async def answers_inline(self, query: Json, results: list[Json], next_offset: str = "") -> None:
        self._inline[query["id"]].set_result({"results": results, "next_offset": next_offset})

    def tell(self, event: Json) -> None:
        for stream in self._streams:
            stream.put_nowait(event)

    def post(self, chat_id: int, author: Json, fields: Json) -> Json:
        self._last_id += 1
        chat = next(chat for chat in CHATS if chat["id"] == chat_id)
        now = int(time.time())
        message = {"message_id": self._last_id, "chat": chat, "from": author, "date": now, **fields}
        self.messages[chat_id].append(message)
        self.tell({"type": "message", "message": message})
        return message

    topics: ClassVar = {"Floods": 2, "Elections": 3}

    @staticmethod
    def result(result_id: str, title: str) -> Json:
        return {"type": "article", "id": result_id, "title": title}

    async def deletes(self, message: Json) -> None:
        self.messages[message["chat"]["id"]].remove(message)
        self.tell({"type": "deleted", "chat_id": message["chat"]["id"], "message_id": message["message_id"]})

    async def drops_connections(self) -> None:
        for stream in self._streams:
            stream.put_nowait(None)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/", lambda _: FileResponse(PAGE / "index.html")),
                Route("/page/{file}", lambda request: FileResponse(PAGE / request.path_params["file"])),
                Route("/_/state", self._state),
                Route("/_/events", self._events),
                Route("/_/{deed}", self._deed, methods=["POST"]),
            ]
        )

    async def _state(self, _: Request) -> Response:
        messages = {str(chat): messages for chat, messages in self.messages.items()}
        bot = {**BOT, "commands": COMMANDS}
        return JSONResponse({"me": ME, "bot": bot, "chats": CHATS, "messages": messages})

    async def _events(self, _: Request) -> Response:
        stream: asyncio.Queue[Json | None] = asyncio.Queue()

        async def lines() -> AsyncIterator[str]:
            self._streams.append(stream)
            try:
                yield ": hello\n\n"
                while (event := await stream.get()) is not None:
                    yield f"data: {json.dumps(event)}\n\n"
            finally:
                self._streams.remove(stream)

        return StreamingResponse(lines(), media_type="text/event-stream")

    async def _deed(self, request: Request) -> Response:
        deed = getattr(self, f"_{request.path_params['deed']}_deed")
        return JSONResponse(await deed(await request.json()) or {})

    def _find(self, chat_id: int, message_id: int) -> Json:
        return next(m for m in self.messages[chat_id] if m["message_id"] == message_id)

    async def _send_deed(self, body: Json) -> None:
        fields: Json = {"text": body["text"]}
        if body.get("thread"):
            fields["message_thread_id"] = body["thread"]
        if body.get("reply_to"):
            fields["reply_to_message"] = self._find(body["chat_id"], body["reply_to"])
        self._updates["message"].put_nowait(self.post(body["chat_id"], ME, fields))

    async def _start_deed(self, body: Json) -> None:
        await self._send_deed({"chat_id": PRIVATE, "text": f"/start {body['payload']}".strip()})

    async def _edit_deed(self, body: Json) -> None:
        message = self._find(body["chat_id"], body["message_id"])
        await self.edits(message, text=body["text"])
        self._updates["edited_message"].put_nowait(message)

    async def _press_deed(self, body: Json) -> Json:
        query = {"id": f"q{body['message_id']}", "data": body["callback_data"]}
        self._updates["callback_query"].put_nowait(query)
        return {"query_id": query["id"]}

    async def _inline_deed(self, body: Json) -> Json:
        query = {"id": f"i{len(self._inline)}", "query": body["text"], "offset": body["offset"]}
        self._inline[query["id"]] = asyncio.get_running_loop().create_future()
        self._updates["inline_query"].put_nowait(query)
        return await self._inline[query["id"]]

    async def _inline_choose_deed(self, body: Json) -> Json:
        fields = {"text": f"Flood, day {body['result_id']}", "via_bot": BOT}
        return {"message": self.post(body["chat_id"], ME, fields)}

    async def _forward_deed(self, body: Json) -> None:
        message = self._find(body["from_chat_id"], body["message_id"])
        origin = {"type": "user", "sender_user": message["from"]}
        fields = {"text": message["text"], "forward_origin": origin}
        self._updates["message"].put_nowait(self.post(body["chat_id"], ME, fields))

    async def _block_deed(self, body: Json) -> None:
        self._updates["my_chat_member"].put_nowait(
            {"new_chat_member": {"status": "kicked" if body["blocked"] else "member"}}
        )


@contextlib.asynccontextmanager
async def played_bot() -> AsyncIterator[PlayedBot]:
    """Serve the page on a free loopback port."""
    bot = PlayedBot()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(16)
        bot.url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        config = uvicorn.Config(bot.app(), log_level="error", lifespan="off", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        yield bot
        await bot.drops_connections()
        server.should_exit = True
        await serving
