"""`newsbot mcp`: the tools for assistants on standard input and output."""

from bot.app.runtime.api import serve_assistant
from bot.app.runtime.jobs import follow_changes
from bot.app.settings import Settings
from bot.app.wiring import open_app


async def serve_tools(settings: Settings) -> None:
    """Serve the program that started this one; what other processes import is found, too.

    Raises:
        ConfigError: The extra `mcp` is not installed.
    """
    async with open_app(settings) as app, follow_changes(app.pipeline):
        await serve_assistant(app.services)
