"""`newsbot feeds ...`: the words of the command line; what they do is in `bot/app/cli/feeds.py`."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.app.cli.common import finish, load

feeds_app = typer.Typer(no_args_is_help=True, help="The news feeds that are polled while the bot runs.")
Which = Annotated[str, typer.Argument(help="The feed's number in `newsbot feeds list`, or its address.")]
Address = Annotated[str, typer.Argument(help="Address of a feed, or of a page that names its feeds.")]


@feeds_app.command("list")
def list_() -> None:
    """Show every feed with its health: last success, items a day, failures."""
    from bot.app.cli.feeds import list_feeds

    finish(list_feeds(load()))


@feeds_app.command()
def test(url: Address) -> None:
    """Look at an address: is there a feed, and what is in it? Nothing is kept."""
    from bot.app.cli.feeds import try_feed

    finish(try_feed(load(), url))


@feeds_app.command()
def add(
    url: Address,
    title: Annotated[str, typer.Option(help="What to call it; by default its own title.")] = "",
    language: Annotated[str | None, typer.Option(help="Language of its articles, such as en.")] = None,
    minutes: Annotated[int | None, typer.Option(min=2, max=10_080, help="Between two polls.")] = None,
    full_text: Annotated[
        bool | None, typer.Option("--full-text/--teasers", help="Read the pages behind its teasers, or not.")
    ] = None,
    untested: Annotated[bool, typer.Option("--untested", help="Add it without looking at it first.")] = False,
) -> None:
    """Test an address, and add it when there is a feed."""
    from bot.app.cli.feeds import add_feed
    from bot.feeds.model import FeedConfig

    interval = timedelta(minutes=minutes) if minutes else None
    wanted = FeedConfig(url, title, language, interval, full_text)
    finish(add_feed(load(), wanted, untested=untested))


@feeds_app.command()
def pause(feed: Which) -> None:
    """Poll a feed no more, for now."""
    from bot.app.cli.feeds import set_state

    finish(set_state(load(), feed, "paused"))


@feeds_app.command()
def resume(feed: Which) -> None:
    """Poll a paused feed again, or one that was gone."""
    from bot.app.cli.feeds import set_state

    finish(set_state(load(), feed, "on"))


@feeds_app.command()
def remove(feed: Which) -> None:
    """Forget a feed; its articles stay."""
    from bot.app.cli.feeds import set_state

    finish(set_state(load(), feed, "removed"))


@feeds_app.command("import")
def import_(file: Annotated[Path, typer.Argument(help="An OPML file.")]) -> None:
    """Add the feeds of an OPML file."""
    from bot.app.cli.feeds import import_feeds

    finish(import_feeds(load(), file))


@feeds_app.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to; standard output by default.")] = None,
) -> None:
    """Write all feeds as OPML."""
    from bot.app.cli.feeds import export_feeds

    finish(export_feeds(load(), file))
