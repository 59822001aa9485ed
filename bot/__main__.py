"""The `newsbot` command, also as `python -m bot`."""

import gc
import os
import sys

from bot import __version__

_WITHOUT_DOCSTRINGS = 2
"""Python's level of optimisation (`-OO`)."""


def main() -> None:
    """Run the command line; print the version without importing it."""
    if sys.argv[1:] == ["--version"]:
        print(f"newsbot {__version__}")  # noqa: T201
        return
    # Imports leave no garbage, and looking for it takes an eighth of their time. `finish` enables it again.
    gc.disable()
    if sys.argv[1:] == ["run"]:
        _leave_out_docstrings()
        from bot.app.cli.run import start  # the bot never needs the command line's libraries again

        start()
    from bot.app.cli import main as cli

    cli.main()


def _leave_out_docstrings() -> None:
    """Start the program again without docstrings and columns of tracebacks: 12 MB of the libraries.

    The process stays the same. Where compiled modules can't be kept, they stay: every start would compile a
    thousand modules, for five seconds.
    """
    is_own_process = sys.orig_argv[-1:] == sys.argv[-1:]  # not a fork of one with another command line
    if is_own_process and sys.flags.optimize < _WITHOUT_DOCSTRINGS and _keeps_compiled("sqlalchemy"):
        os.execv(sys.executable, [sys.executable, "-OO", "-X", "no_debug_ranges", *sys.orig_argv[1:]])


def _keeps_compiled(library: str) -> bool:
    """Return whether a library is compiled without docstrings, or will be at its first import."""
    from importlib.util import cache_from_source, find_spec
    from pathlib import Path

    found = find_spec(library)
    if found is None or found.origin is None:
        return False
    compiled = Path(cache_from_source(found.origin, optimization=_WITHOUT_DOCSTRINGS))
    folder = compiled.parent if compiled.parent.exists() else compiled.parent.parent
    return compiled.exists() or (not sys.dont_write_bytecode and os.access(folder, os.W_OK))


if __name__ == "__main__":
    main()
