"""`newsbot reload`: reloads the corpus folder from the terminal."""

from rich.console import Console
from rich.markup import escape

from bot.app.cli.ingest import print_rejects
from bot.app.progress import show_progress
from bot.app.runtime.process import keep_loop_responsive, limit_malloc_arenas
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.ingest.reload.generation import AlertDecision, Generation, GenerationState
from bot.ingest.reload.progress import Progress
from handlers.telegram.localize import in_english

_RESULTS = {
    GenerationState.LIVE: "Reloaded",
    GenerationState.UNCHANGED: "Nothing changed",
    GenerationState.FAILED: "Not reloaded",
    GenerationState.UNDONE: "Undone",
}
_ALERTS = {
    AlertDecision.SEND: ". Alerts about {count:,} new articles are sent",
    AlertDecision.QUIET: ". No alerts about {count:,} new articles",
    AlertDecision.ASK: (
        ". {share:.0f}% of the corpus is new: alerts about {count:,} new articles are held back. "
        "To send them: newsbot reload --send-alerts"
    ),
}


async def reload_corpus(settings: Settings, *, anyway: bool, quiet: bool = False) -> int:
    """Reload, and print the result.

    Args:
        anyway: Whether any number of articles may be removed.
        quiet: Whether no alerts are sent about new articles.

    Returns:
        Exit code: 1 when the reload failed or anything was rejected, else 0.
    """
    limit_malloc_arenas()
    async with open_app(settings, read_corpus=False, progress=show_progress) as app:
        service = app.services.reload
        keep_loop_responsive()
        with show_progress(f"Reading {settings.corpus}", "% of the changed files") as report:

            def on_progress(progress: Progress) -> None:
                report(round(100 * progress.share), 100)

            generation = await service.reload(anyway=anyway, quiet=quiet, progress=on_progress)
        rejects = await service.rejects(generation)
    console = Console(soft_wrap=True)
    print_rejects(console, rejects, generation.report.rejected)
    console.print(escape(summary(generation)), highlight=False)
    return 1 if rejects or generation.state is GenerationState.FAILED else 0


async def undo_reload(settings: Settings) -> int:
    """Undo the last reload, and print the result.

    Returns:
        Exit code, 0.

    Raises:
        NothingToUndo: No reload can be undone.
    """
    async with open_app(settings, read_corpus=False, progress=show_progress) as app:
        generation = await app.services.reload.undo()
    Console(soft_wrap=True).print(escape(summary(generation)), highlight=False)
    return 0


async def send_held_alerts(settings: Settings) -> int:
    """Send the alerts that the newest reload with held alerts holds back, and print the result.

    Returns:
        Exit code: 1 when there are none, else 0.
    """
    async with open_app(settings, read_corpus=False, progress=show_progress) as app:
        holding = await app.services.reload.holding_alerts()
        generation = await app.services.reload.send_alerts(holding.id) if holding else None
    text = summary(generation) if generation else "No reload holds alerts back."
    Console(soft_wrap=True).print(escape(text), highlight=False)
    return 0 if generation else 1


def summary(generation: Generation) -> str:
    """Return the result of a reload in one line."""
    report = generation.report
    reason = f": {in_english(report.reason)}" if report.reason else ""
    counts = (
        f"{report.added:,} added, {report.removed:,} removed, {report.changed:,} changed, "
        f"{report.unchanged:,} unchanged, {report.duplicates:,} duplicate, {report.rejected:,} rejected"
    )
    result = _RESULTS.get(generation.state, generation.state.value)
    decided = _ALERTS.get(report.alerts, "") if report.matched else ""
    alerts = decided.format(count=report.matched, share=100 * report.news_share)
    return f"{result}{reason}. {counts} ({report.seconds:.1f} s){alerts}"
