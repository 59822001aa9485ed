"""`python -m bot` is the `newsbot` command."""

from bot.app.cli.main import main

if __name__ == "__main__":
    main()
