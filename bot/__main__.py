"""The `newsbot` command, also as `python -m bot`."""

import gc
import sys

from bot import __version__


def main() -> None:
    """Run the command line; print the version without importing it."""
    if sys.argv[1:] == ["--version"]:
        print(f"newsbot {__version__}")  # noqa: T201
        return
    # Imports leave no garbage, and looking for it takes an eighth of their time. `finish` enables it again.
    gc.disable()
    if sys.argv[1:] == ["run"]:
        from bot.app.cli.run import start  # the bot never needs the command line's libraries again

        start()
    from bot.app.cli import main as cli

    cli.main()


if __name__ == "__main__":
    main()
