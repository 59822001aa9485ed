"""Progress of long work in the terminal: a bar where somebody looks, nothing elsewhere."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol


class Step(Protocol):
    """Shows how far a piece of work is."""

    def __call__(self, done: int, total: int | None, note: str = "") -> None:
        """Show how much is done, how much there is when that is known, and a few words."""
        ...


class Announce(Protocol):
    """Starts to show the progress of one piece of work."""

    def __call__(self, what: str, unit: str) -> AbstractContextManager[Step]:
        """Return a context in which its steps are shown."""
        ...


@contextmanager
def silent(what: str, unit: str) -> Iterator[Step]:
    """Show nothing."""
    yield _nothing


def _nothing(done: int, total: int | None, note: str = "") -> None:
    """Show nothing."""


@contextmanager
def shown(what: str, unit: str) -> Iterator[Step]:
    """Show a bar on standard error, where that is a terminal."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    timing = (TextColumn(unit), TimeRemainingColumn(), TextColumn("{task.fields[note]}"))
    with Progress(
        *columns, *timing, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task(what, total=None, note="")

        def step(done: int, total: int | None, note: str = "") -> None:
            progress.update(task, completed=done, total=total, note=note)

        yield step
