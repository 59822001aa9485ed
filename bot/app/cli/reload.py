"""`newsbot reload`: the bot's own reload, in the terminal."""

from rich.console import Console
from rich.markup import escape

from bot.app.cli.ingest import print_rejects
from bot.app.progress import shown
from bot.app.runtime.process import keep_loop_free
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.ingest.reload.generation import Generation, GenerationState
from bot.ingest.reload.progress import Progress
from handlers.telegram.localize import in_english

_HEADS = {
    GenerationState.LIVE: "Reloaded",
    GenerationState.UNCHANGED: "Nothing changed",
    GenerationState.FAILED: "Not reloaded",
    GenerationState.UNDONE: "Undone",
}


async def reload_once(settings: Settings, *, anyway: bool) -> int:
    """Reload, and print what came of it.

    Returns:
        Exit code: 1 when the corpus was kept as it was or anything was rejected, else 0.
    """
    console = Console(soft_wrap=True)
    async with open_app(settings, read_corpus=False, announce=shown) as house:
        services = house.services
        keep_loop_free()
        with shown(f"Reading {settings.corpus}", "% of the files that changed") as step:

            def tell(progress: Progress) -> None:
                step(round(100 * progress.share), 100)

            over = await services.reload.reload(anyway=anyway, progress=tell)
        rejects = await services.reload.rejects(over)
    print_rejects(console, rejects, over.report.rejected)
    console.print(escape(summary(over)), highlight=False)
    return 1 if rejects or over.state is GenerationState.FAILED else 0


async def undo_once(settings: Settings) -> int:
    """Take the last reload back.

    Returns:
        Exit code, 0.

    Raises:
        NothingToUndo: There is none.
    """
    async with open_app(settings, read_corpus=False, announce=shown) as house:
        services = house.services
        over = await services.reload.undo()
    Console(soft_wrap=True).print(escape(summary(over)), highlight=False)
    return 0


def summary(over: Generation) -> str:
    """Return what became of a generation in one line."""
    report = over.report
    why = f": {in_english(report.reason)}" if report.reason else ""
    counts = (
        f"+{report.added:,} −{report.removed:,} ~{report.changed:,} changed, {report.unchanged:,} unchanged, "
        f"{report.duplicates:,} duplicates, {report.rejected:,} rejected"
    )
    return f"{_HEADS.get(over.state, over.state.value)}{why}. {counts} ({report.seconds:.1f} s)"
