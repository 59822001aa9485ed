"""Runs the `newsbot` command as `python -m bot`."""

from bot.app.cli.main import main

if __name__ == "__main__":
    main()
