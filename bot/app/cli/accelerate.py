"""`newsbot accelerate`: compiles the slow parts of the search."""

import asyncio
from pathlib import Path

import typer

from bot.app.settings import Settings
from bot.errors import CompilerError, ConfigError
from bot.search.kernel.library import COMPILERS, FOLDER, PACKAGE, build_library
from bot.search.ranking.kernel_check import agrees_with_numpy

_ADVICE = (
    "Install a C compiler (Debian, Ubuntu: apt install gcc libc6-dev; Fedora: dnf install gcc; "
    "Alpine: apk add gcc musl-dev; macOS: xcode-select --install), or leave it: search works without."
)


async def accelerate(settings: Settings, *, compiler: str | None, shared: bool) -> None:
    """Compile, compare with NumPy, and print where the library is.

    Args:
        compiler: Name or path of a C compiler; None for the first that is installed.
        shared: Keep the library in the installed package instead of the data folder.

    Raises:
        CompilerError: There is no compiler, it fails, or the library can't be loaded or has other results.
        ConfigError: The folder isn't writable, or others may write into it.
    """
    folder = PACKAGE if shared else settings.data / FOLDER
    try:
        if not shared:
            settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)  # it will hold personal data
        path = await asyncio.to_thread(_build, folder, compiler)
    except OSError as error:
        raise ConfigError(f"{folder} can't be used: {error.strerror}") from error
    typer.echo(f"Compiled {path}. Search uses it from the next start.")


def _build(folder: Path, compiler: str | None) -> Path:
    compilers = [compiler] if compiler else COMPILERS
    try:
        return build_library(folder, compilers=compilers, accept=agrees_with_numpy)
    except CompilerError as error:
        raise CompilerError(f"{error}. {_ADVICE}") from error
