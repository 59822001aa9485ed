"""`newsbot judgements`: readers' judgements as test questions."""

import json
from pathlib import Path

from bot.admin.judgements import exported
from bot.app.settings import Settings
from bot.errors import ConfigError
from bot.storage.stores import Stores


async def export_judgements(settings: Settings, file: Path) -> None:
    """Write the judgements as JSON lines, one per question.

    Raises:
        ConfigError: The file can't be written.
    """
    async with Stores.open(settings.store_url) as stores:
        lines = exported(await stores.judgements.all())
    try:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{file} can't be written: {error.strerror}") from error
    print(f"{len(lines)} questions written to {file}")  # noqa: T201
