"""`newsbot backup` and `newsbot restore`."""

from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from bot.app.progress import show_progress
from bot.app.settings import Settings
from bot.storage.backup.backup import back_up, restore, suffix

FILE_PREFIX = "newsbot-"


async def make_backup(settings: Settings, file: Path | None, *, keep: int | None) -> None:
    """Write a backup.

    Args:
        file: None for a new file in the data folder.
        keep: Keep this many backups in the data folder and delete older ones; None to keep all.

    Raises:
        StoreError: The backup failed; nothing was deleted.
    """
    folder, end = settings.data / "backups", suffix(settings.store_url)
    target = file or folder / f"{FILE_PREFIX}{datetime.now(UTC):%Y%m%dT%H%M%SZ}{end}"
    with show_progress("Backing up", "MB") as report:
        await back_up(settings.store_url, target, progress=report)
    _print(f"Backed up to {target} ({target.stat().st_size / 2**20:,.1f} MB)")
    for old in sorted(folder.glob(f"{FILE_PREFIX}*{end}"))[: -keep if keep else 0]:
        old.unlink()
        _print(f"Deleted {old}")


async def restore_backup(settings: Settings, file: Path, *, drop_waiting: bool) -> None:
    """Restore a backup.

    Args:
        drop_waiting: Whether to drop the notifications that were queued when the backup was made.

    Raises:
        StoreError: The restore failed; nothing changed.
    """
    restored = await restore(settings.store_url, file, drop_waiting=drop_waiting)
    _print(f"Restored {file}. The index is rebuilt at the next start.")
    if restored.kept:
        _print(f"The previous database is kept: {restored.kept}. Delete it when all is well.")
    if restored.waiting and drop_waiting:
        _print(f"Dropped {restored.waiting:,} notifications that were queued in the backup.")
    elif restored.waiting:
        _print(
            f"{restored.waiting:,} notifications were queued in the backup. They go out at the next start,"
            " even those that were sent since. To drop them, restore again with --drop-waiting."
        )


def _print(text: str) -> None:
    Console(soft_wrap=True).print(escape(text), highlight=False)
