"""The `newsbot` command. Heavy modules are imported by the command that needs them: --help stays quick."""

from pathlib import Path
from typing import Annotated

import typer

from bot import __version__
from bot.app.cli.common import fail, finish, load
from bot.app.cli.feed_commands import feeds_app
from bot.errors import NewsbotError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Look up news, and see whose words they are.",
)
app.add_typer(feeds_app, name="feeds")


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Look up news, and see whose words they are."""
    if version:
        typer.echo(f"newsbot {__version__}")
        raise typer.Exit


@app.command()
def run() -> None:
    """Start the bot: on Telegram with NEWSBOT_TELEGRAM_TOKEN set, in the preview without."""
    from bot.app.runtime.run import run_preview, run_telegram

    settings = load()
    finish(run_telegram(settings) if settings.telegram_token else run_preview(settings))


@app.command()
def preview() -> None:
    """Start the bot in a miniature Telegram in your browser; no account needed."""
    from bot.app.runtime.run import run_preview

    finish(run_preview(load()))


@app.command()
def ask(
    words: Annotated[list[str], typer.Argument(help="The question, as you would send it to the bot.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    page: Annotated[int, typer.Option(min=1, help="Which page of the answer.")] = 1,
) -> None:
    """Answer a question in the terminal, through the bot's own question path."""
    from bot.app.cli.ask import ask_once

    finish(ask_once(load(), " ".join(words), page=page, as_json=as_json))


@app.command()
def ingest(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, or addresses of feeds and pages.")],
    rejects: Annotated[
        Path | None, typer.Option(help="Write every reject to this file, as JSON lines.")
    ] = None,
) -> None:
    """Read articles into the corpus; safe to interrupt and to run again."""
    from bot.app.cli.ingest import ingest_all

    finish(ingest_all(load(), sources, rejects=rejects))


@app.command()
def reload(
    undo: Annotated[bool, typer.Option("--undo", help="Take the last reload back instead.")] = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="Even if a great share of articles goes.")] = False,
) -> None:
    """Read the corpus folder anew beside the running corpus, then switch in one step."""
    from bot.app.cli.reload import reload_once, undo_once

    finish(undo_once(load()) if undo else reload_once(load(), anyway=anyway))


@app.command()
def backup(
    file: Annotated[
        Path | None, typer.Argument(help="Where to; by default a new file in the data folder's backups.")
    ] = None,
    keep: Annotated[
        int | None, typer.Option(min=1, help="Delete older ones in backups, so many stay.")
    ] = None,
) -> None:
    """Write the whole database into a file, while the bot runs."""
    from bot.app.cli.backup import make_backup

    finish(make_backup(load(), file, keep=keep))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that newsbot backup wrote.")],
    drop_waiting: Annotated[
        bool, typer.Option("--drop-waiting", help="Do not send what was waiting to be sent then.")
    ] = False,
) -> None:
    """Put a backup in the place of the database; stop the bot first."""
    from bot.app.cli.backup import put_back

    finish(put_back(load(), file, drop_waiting=drop_waiting))


@app.command()
def doctor(
    deep: Annotated[
        bool, typer.Option("--deep", help="Also compare store, index and stories, article by article.")
    ] = False,
) -> None:
    """Check token, Telegram, database, corpus and permissions, and say what to do."""
    from bot.app.cli.doctor import examine

    finish(examine(load(), deep=deep))


def main() -> None:
    """Run the command line; our own errors become one line and an exit code."""
    try:
        app()
    except NewsbotError as error:
        fail(error)
