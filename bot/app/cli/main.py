"""The `newsbot` command; each subcommand imports its heavy modules itself, so that --help stays fast."""

from pathlib import Path
from typing import Annotated

import typer

from bot import __version__
from bot.app.cli.common import fail, finish, load_and_configure
from bot.app.cli.feed_commands import feeds_cli
from bot.errors import NewsbotError

ABOUT = "Look up news, and see who says it."
cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=ABOUT)
cli.add_typer(feeds_cli, name="feeds")
judgements_cli = typer.Typer(no_args_is_help=True, help="Readers' judgements of answers.")
cli.add_typer(judgements_cli, name="judgements")

engine_cli = typer.Typer(no_args_is_help=True, help="The OpenSearch cluster of NEWSBOT_ENGINE_URL.")
cli.add_typer(engine_cli, name="engine")


@cli.callback(invoke_without_command=True, help=ABOUT)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Handle options that come before a subcommand."""
    if version:
        typer.echo(f"newsbot {__version__}")
        raise typer.Exit


@cli.command()
def run() -> None:
    """Start the bot: on Telegram if NEWSBOT_TELEGRAM_TOKEN is set, else in the preview."""
    from bot.app.cli.run import run_bot

    run_bot()


@cli.command()
def preview() -> None:
    """Start the bot in a miniature Telegram in your browser. Needs no account."""
    from bot.app.cli.run import show_preview

    show_preview()


@cli.command()
def ask(
    words: Annotated[
        list[str] | None, typer.Argument(help="The question, as you would send it to the bot.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the answer to the question as JSON, never top stories.")
    ] = False,
    page: Annotated[int, typer.Option(min=1, help="Page of the answer to print.")] = 1,
    previous: Annotated[str, typer.Option(help="The question that this one may continue.")] = "",
    batch: Annotated[
        Path | None,
        typer.Option(
            help='Answer the questions of a file of lines {"id", "text", "previous"?}, as --json does.'
        ),
    ] = None,
) -> None:
    """Answer a question in the terminal, exactly as the bot would."""
    from bot.app.cli.ask import ask_batch, ask_question, top_request

    if batch:
        finish(ask_batch(load_and_configure(), batch))
    if not words:
        raise typer.BadParameter("Ask something, or name a file with --batch.")
    settings, text = load_and_configure(), " ".join(words)
    if not as_json and not previous and (request := top_request(text)):
        from bot.app.cli.top import print_asked_top

        finish(print_asked_top(settings, request, page=page))
    finish(ask_question(settings, text, page=page, as_json=as_json, previous=previous))


@cli.command()
def top(
    topic: Annotated[list[str] | None, typer.Argument(help="What the stories are about.")] = None,
    period: Annotated[str, typer.Option(help='"24h", "week", "yesterday", "October 2026".')] = "24h",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    page: Annotated[int, typer.Option(min=1, help="Page to print.")] = 1,
) -> None:
    """Print the top stories of a period, exactly as the bot would."""
    from bot.app.cli.top import print_top

    finish(print_top(load_and_configure(), " ".join(topic or []), period=period, page=page, as_json=as_json))


@cli.command()
def mcp() -> None:
    """Serve tools for an assistant on standard input and output (MCP)."""
    from bot.app.cli.mcp import serve_tools

    finish(serve_tools(load_and_configure()))


@judgements_cli.callback()
def judgements() -> None:
    """Keep `export` a subcommand, as a lone command would replace its group."""


@judgements_cli.command("export")
def export_judgements(file: Annotated[Path, typer.Argument(help="File to write, as JSON lines.")]) -> None:
    """Write readers' judgements as test questions, one JSON line per question."""
    from bot.app.cli import judgements

    finish(judgements.export_judgements(load_and_configure(), file))


@engine_cli.command("rebuild")
def rebuild_engine() -> None:
    """Index everything again from the database, after restoring a backup or losing the cluster."""
    from bot.app.cli.engine import rebuild

    finish(rebuild(load_and_configure()))


@engine_cli.command("undo")
def undo_rebuild() -> None:
    """Return to the indices before the last rebuild (kept for a week).

    Run it again to return to the new ones.
    """
    from bot.app.cli.engine import undo

    finish(undo(load_and_configure()))


@cli.command()
def ingest(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, or addresses of feeds and pages.")],
    rejects: Annotated[
        Path | None, typer.Option(help="Write all rejects to this file, as JSON lines.")
    ] = None,
) -> None:
    """Add articles to the corpus. Safe to interrupt and run again."""
    from bot.app.cli.ingest import ingest_sources

    finish(ingest_sources(load_and_configure(), sources, rejects=rejects))


@cli.command()
def reload(
    undo: Annotated[bool, typer.Option("--undo", help="Undo the last reload instead.")] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Reload even if it removes many articles.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Send no alerts about new articles.")] = False,
    send_alerts: Annotated[
        bool, typer.Option("--send-alerts", help="Send the alerts that a reload holds back.")
    ] = False,
) -> None:
    """Read the corpus folder again, then switch to the result in one step."""
    from bot.app.cli.reload import reload_corpus, send_held_alerts, undo_reload

    settings = load_and_configure()
    if undo:
        finish(undo_reload(settings))
    if send_alerts:
        finish(send_held_alerts(settings))
    finish(reload_corpus(settings, anyway=anyway, quiet=quiet))


@cli.command()
def backup(
    file: Annotated[
        Path | None, typer.Argument(help="File to write. Default: a new file in the data folder's backups.")
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(min=1, help="Keep this many backups in the data folder; delete older ones."),
    ] = None,
) -> None:
    """Back up the whole database to a file, even while the bot runs."""
    from bot.app.cli.backup import make_backup

    finish(make_backup(load_and_configure(), file, keep=keep))


@cli.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file written by newsbot backup.")],
    drop_waiting: Annotated[
        bool, typer.Option("--drop-waiting", help="Don't send notifications that were queued in the backup.")
    ] = False,
) -> None:
    """Replace the database with a backup. Stop the bot first."""
    from bot.app.cli.backup import restore_backup

    finish(restore_backup(load_and_configure(), file, drop_waiting=drop_waiting))


@cli.command()
def accelerate(
    compiler: Annotated[
        str | None, typer.Option(help="Name or path of a C compiler. Default: cc, gcc or clang.")
    ] = None,
    shared: Annotated[
        bool, typer.Option("--shared", help="Keep it in the installed package, for every data folder.")
    ] = False,
) -> None:
    """Compile the search for the best articles, which then takes a third of the time. Needs a C compiler."""
    from bot.app.cli.accelerate import accelerate

    finish(accelerate(load_and_configure(), compiler=compiler, shared=shared))


@cli.command()
def doctor(
    deep: Annotated[
        bool, typer.Option("--deep", help="Also compare database, index and stories, article by article.")
    ] = False,
) -> None:
    """Check the data folder, corpus, database and Telegram, and say what to do about problems."""
    from bot.app.cli.doctor import run_checks

    finish(run_checks(load_and_configure(), deep=deep))


def main() -> None:
    """Run the command line; an error of ours becomes one line and an exit code."""
    try:
        cli()
    except NewsbotError as error:
        fail(error)
