"""`newsbot backup` and `newsbot restore`."""

from datetime import UTC, datetime
from pathlib import Path

import structlog
from rich.console import Console
from rich.markup import escape

from bot.app.progress import shown
from bot.app.settings import Settings
from bot.storage.backup.backup import back_up, restore, suffix

log = structlog.get_logger()
BEGINNING = "newsbot-"


async def make_backup(settings: Settings, file: Path | None, *, keep: int | None) -> None:
    """Write a backup, and delete the oldest ones of the usual folder when told how many stay.

    Raises:
        StoreError: It could not be made; then nothing was deleted either.
    """
    folder, end = settings.data / "backups", suffix(settings.store_url)
    target = file or folder / f"{BEGINNING}{datetime.now(UTC):%Y%m%dT%H%M%SZ}{end}"
    with shown("Backing up", "MB") as step:
        await back_up(settings.store_url, target, progress=step)
    console = Console(soft_wrap=True)
    console.print(f"{escape(str(target))}: {target.stat().st_size / 2**20:,.1f} MB", highlight=False)
    for old in sorted(folder.glob(f"{BEGINNING}*{end}"))[: -keep if keep else 0]:
        old.unlink()
        console.print(f"deleted {escape(str(old))}", highlight=False)


async def put_back(settings: Settings, file: Path, *, drop_waiting: bool) -> None:
    """Restore a backup, and say what that means for messages that were waiting.

    Raises:
        StoreError: It could not be put back; everything is as it was.
    """
    done = await restore(settings.store_url, file, drop_waiting=drop_waiting)
    console = Console(soft_wrap=True)
    console.print(f"{escape(str(file))} is the database now; the index is made anew at the next start.")
    if done.kept:
        console.print(f"What was there before: {escape(done.kept)}. Delete it when all is well.")
    if done.waiting and drop_waiting:
        console.print(f"{done.waiting:,} messages that were waiting then will not be sent.")
    elif done.waiting:
        console.print(
            f"{done.waiting:,} messages were waiting then and go out at the next start, also those that were"
            " sent since; to send none of them, restore again with --drop-waiting."
        )
