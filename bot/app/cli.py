"""The `newsbot` command."""

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def root() -> None:
    """Look up news, and see whose words they are."""


def main() -> None:
    """Run the command line."""
    app()
