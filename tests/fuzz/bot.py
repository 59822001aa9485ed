"""The whole bot, fed one update at a time: handlers, database, index, HTTP to Telegram."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.error import Forbidden

from bot.app.runtime.application import Address, build_application
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.web.ports import MAX_BYTES, NO_VALIDATORS, FetchResponse, Validators
from bot.delivery.rate_limits import RateLimiter
from bot.errors import Unreachable, UserError, localizable
from bot.preview.server import PreviewServer
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.users import Users
from handlers.context import BotContext, NewsApplication
from handlers.routes import add_routes
from tests.feeds.documents import BRIDGE, FERRY, rss

SEEDS = Path(__file__).parents[2] / "seeds"
ADMINS = frozenset(range(1_001, 5_000, 2))
"""Every other person's id."""


class OneFeed:
    """A web (`bot.corpus.web.ports.Fetcher`) of one feed, at every address that ends in /f."""

    async def wait_until_due(self, url: str) -> None:
        pass

    async def get(
        self,
        url: str,
        *,
        validators: Validators = NO_VALIDATORS,
        max_bytes: int = MAX_BYTES,
        cut: bool = False,
    ) -> FetchResponse:
        if url.endswith("/f"):
            return FetchResponse(url, 200, rss(BRIDGE, FERRY).encode(), "application/rss+xml")
        raise Unreachable(localizable("why-no-answer"))

    async def allowed(self, url: str) -> bool:
        return True


@dataclass
class Bot:
    """The bot, fed one update at a time, and the miniature Telegram."""

    application: NewsApplication
    state: TelegramState
    app: App
    faults: list[BaseException] = field(default_factory=list)

    @property
    def users(self) -> Users:
        return Users(self.state)

    async def note(self, _: object, context: BotContext) -> None:
        """Record an error that is caused by neither the person nor the chat."""
        if context.error is not None and not isinstance(context.error, UserError | Forbidden):
            self.faults.append(context.error)

    async def work(self) -> None:
        """Handle every pending update and confirm it."""
        queue = self.state.updates
        for update in await queue.poll(offset=0, limit=100, timeout_s=0):
            await self.application.process_update(Update.de_json(update, self.application.bot))
            await queue.poll(offset=update["update_id"] + 1, limit=1, timeout_s=0)


async def started(stack: AsyncExitStack, data: Path, **opening: Any) -> Bot:
    """Return the bot on the sample articles; every other person is an admin.

    Args:
        opening: Further arguments for `open_app`.
    """
    unlimited = {"person_per_minute": 0, "group_per_minute": 0, "admin_ids": ADMINS}
    chosen = Settings(_env_file=None, corpus=SEEDS, data=data, **unlimited)
    app = await stack.enter_async_context(open_app(chosen, fetcher=OneFeed(), **opening))
    stack.callback(app.services.reload.stop)
    telegram = await stack.enter_async_context(PreviewServer())
    application = build_application(app.services, Address(telegram.url, telegram.token), RateLimiter())
    await stack.enter_async_context(application)
    add_routes(application)
    await application.start()  # for background tasks
    stack.push_async_callback(application.stop)
    bot = Bot(application, telegram.state, app)
    application.add_error_handler(bot.note)
    return bot
