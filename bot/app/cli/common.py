"""What every command of `newsbot` does: settings read at its start, an exit code at its end."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from bot.errors import Failure, NewsbotError, UserError

if TYPE_CHECKING:
    from bot.app.settings import Settings

FAILED, MISUSED = 1, 2


def load() -> "Settings":
    """Return the settings, with logs set up by them."""
    from bot.app.log_config import configure_logs
    from bot.app.settings import load_settings, misspelt_settings

    settings = load_settings()
    configure_logs(settings.log_level, as_json=settings.log_format == "json")
    for name, near in misspelt_settings().items():
        typer.echo(f"newsbot: {name} is no setting{f'; did you mean {near}?' if near else ''}", err=True)
    return settings


def finish(work: Coroutine[Any, Any, int | None]) -> None:
    """Run to the end; exit with the code it returns, or 1 and one clear line on our own errors."""
    try:
        code = asyncio.run(work)
    except NewsbotError as error:
        fail(error)
    except KeyboardInterrupt:
        code = 130
    raise typer.Exit(code or 0)


def fail(error: NewsbotError) -> NoReturn:
    """Say what is wrong in one line, and exit."""
    typer.echo(f"newsbot: {_in_english(error)}", err=True)
    sys.exit(MISUSED if isinstance(error, UserError) else FAILED)


def _in_english(error: NewsbotError) -> str:
    if not isinstance(error, UserError | Failure):
        return str(error)
    # Imported by who needs it: the catalogue takes a while.
    from handlers.telegram.localize import in_english

    return in_english(error)
