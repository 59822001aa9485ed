"""The arguments of `newsbot feeds`, apart from `feeds.py`, which does the work, so that --help stays fast."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.app.cli.common import finish, load_and_configure

feeds_cli = typer.Typer(no_args_is_help=True, help="Manage the news feeds that the running bot polls.")
WhichFeed = Annotated[str, typer.Argument(help="Number of the feed in `newsbot feeds list`, or its address.")]
FeedAddress = Annotated[str, typer.Argument(help="Address of a feed, or of a page that links to its feeds.")]


@feeds_cli.command("list")
def list_() -> None:
    """List all feeds with their health: last success, entries per day, failures."""
    from bot.app.cli.feeds import list_feeds

    finish(list_feeds(load_and_configure()))


@feeds_cli.command()
def test(url: FeedAddress) -> None:
    """Show whether an address is a feed, and what is in it. Saves nothing."""
    from bot.app.cli.feeds import probe_feed

    finish(probe_feed(load_and_configure(), url))


@feeds_cli.command()
def add(
    url: FeedAddress,
    title: Annotated[str, typer.Option(help="Name of the feed. Default: its own title.")] = "",
    language: Annotated[str | None, typer.Option(help="Language of its articles, such as en.")] = None,
    minutes: Annotated[int | None, typer.Option(min=2, max=10_080, help="Minutes between polls.")] = None,
    full_text: Annotated[
        bool | None,
        typer.Option("--full-text/--teasers", help="Whether to read the pages behind its teasers."),
    ] = None,
    untested: Annotated[bool, typer.Option("--untested", help="Add it without testing it.")] = False,
) -> None:
    """Test an address, and add it if it is a feed."""
    from bot.app.cli.feeds import add_feed
    from bot.feeds.model import FeedConfig

    interval = timedelta(minutes=minutes) if minutes else None
    config = FeedConfig(url, title, language, interval, full_text)
    finish(add_feed(load_and_configure(), config, untested=untested))


@feeds_cli.command()
def pause(feed: WhichFeed) -> None:
    """Stop polling a feed for now."""
    from bot.app.cli.feeds import set_state

    finish(set_state(load_and_configure(), feed, "paused"))


@feeds_cli.command()
def resume(feed: WhichFeed) -> None:
    """Poll a feed again that was paused or had disappeared."""
    from bot.app.cli.feeds import set_state

    finish(set_state(load_and_configure(), feed, "on"))


@feeds_cli.command()
def remove(feed: WhichFeed) -> None:
    """Remove a feed; its articles stay."""
    from bot.app.cli.feeds import set_state

    finish(set_state(load_and_configure(), feed, "removed"))


@feeds_cli.command("import")
def import_(file: Annotated[Path, typer.Argument(help="An OPML file.")]) -> None:
    """Add the feeds of an OPML file."""
    from bot.app.cli.feeds import import_feeds

    finish(import_feeds(load_and_configure(), file))


@feeds_cli.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="File to write. Default: standard output.")] = None,
) -> None:
    """Export all feeds as OPML."""
    from bot.app.cli.feeds import export_feeds

    finish(export_feeds(load_and_configure(), file))
