"""What all `newsbot` commands share: settings and logs at the start, an exit code at the end."""

import gc
import sys
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, NoReturn

from bot.errors import Failure, NewsbotError, UserError
from bot.lean_imports import import_lean

if TYPE_CHECKING:
    from bot.app.settings import Settings

EXIT_FAILED, EXIT_USAGE, EXIT_INTERRUPTED = 1, 2, 130


def load_and_configure() -> "Settings":
    """Return the settings, after configuring logs and warning about unknown settings."""
    import_lean("structlog")
    from bot.app.log_config import configure_logs
    from bot.app.settings import load_settings, unknown_settings

    settings = load_settings()
    configure_logs(settings.log_level, as_json=settings.log_format == "json")
    for name, suggestion in unknown_settings().items():
        hint = f" Did you mean {suggestion}?" if suggestion else ""
        print(f"newsbot: unknown setting {name}.{hint}", file=sys.stderr)  # noqa: T201
    if not settings.data.exists():
        where = settings.data.absolute()
        print(f"newsbot: keeping data in {where} (set NEWSBOT_DATA to change that)", file=sys.stderr)  # noqa: T201
    return settings


def finish(command: Coroutine[Any, Any, int | None]) -> NoReturn:
    """Run a command; exit with the code it returns, or with one line for an error of ours."""
    import asyncio  # takes as long as all else that --help imports

    # What is loaded now stays until the end: no collection need look at it.
    gc.freeze()
    gc.enable()
    try:
        code = asyncio.run(command)
    except NewsbotError as error:
        fail(error)
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    sys.exit(code or 0)


def fail(error: NewsbotError) -> NoReturn:
    """Print an error in one line, and exit."""
    print(f"newsbot: {_in_english(error)}", file=sys.stderr)  # noqa: T201
    sys.exit(EXIT_USAGE if isinstance(error, UserError) else EXIT_FAILED)


def _in_english(error: NewsbotError) -> str:
    if not isinstance(error, UserError | Failure):
        return str(error)
    # Imported only when needed: loading the catalogue takes a while.
    from handlers.telegram.localize import in_english

    return in_english(error)
