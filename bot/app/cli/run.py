"""`newsbot run` and `newsbot preview`, without the libraries of the command line."""

from typing import NoReturn

from bot.app.cli.common import fail, finish, load_and_configure
from bot.errors import NewsbotError
from bot.lean_imports import import_lean


def start() -> NoReturn:
    """Run the bot as its own program: an error of ours becomes one line and an exit code."""
    try:
        run_bot()
    except NewsbotError as error:
        fail(error)


def run_bot() -> NoReturn:
    """Serve Telegram, or the preview without a token; exit when it ends."""
    _serve(preview=False)


def show_preview() -> NoReturn:
    """Serve the preview; exit when it ends."""
    _serve(preview=True)


def _serve(*, preview: bool) -> NoReturn:
    settings = load_and_configure()
    import_lean("httpx", "telegram")
    from bot.app.runtime.run import run_preview, run_telegram

    has_telegram = settings.telegram_token and not preview
    finish(run_telegram(settings) if has_telegram else run_preview(settings))
