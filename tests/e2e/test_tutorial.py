"""docs/tutorial.md: every step, in order, shows what the page says."""

import asyncio
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.app.wiring import App
from tests.e2e.person import Json, Phone

PAGE = (Path(__file__).parents[2] / "docs/tutorial.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"Send `(?P<send>[^`]+)`"
    r"|(?:[Tt]ap|then)\s\*\*(?P<tap>[^*]+)\*\*"
    r"|^```sh\n(?P<shell>.*?)^```"
    r"|^```\n(?P<shown>.*?)^```",
    re.MULTILINE | re.DOTALL,
)


@dataclass
class Reader:
    """Somebody who follows the page in a folder, with the bot's data in `data`."""

    phone: Phone
    folder: Path
    message: Json = field(default_factory=dict)

    async def follow(self, step: re.Match[str]) -> None:
        """Do a step, or check what the page shows after it."""
        if step["send"]:
            self.message = await self.phone.say(step["send"])
        elif step["tap"]:
            self.message = await self.phone.press(self.message, step["tap"])
        elif step["shell"]:
            await self._run(step["shell"])
        else:
            await self._check(re.split(r"\s*[…\n]\s*", step["shown"].strip()))

    async def _run(self, shell: str) -> None:
        environment = {**os.environ, "NEWSBOT_DATA": "data"}
        process = await asyncio.create_subprocess_exec(
            "bash", "-euc", shell, cwd=self.folder, env=environment, stderr=asyncio.subprocess.PIPE
        )
        _, errors = await process.communicate()
        assert process.returncode == 0, errors.decode()

    async def _check(self, parts: list[str]) -> None:
        """Wait until the last message begins as the page says, and compare its other parts."""
        messages = self.phone.chat.messages
        await self.phone.state.until(lambda: parts[0] in messages[max(messages)]["text"])
        self.message = messages[max(messages)]
        shown = self.message["text"].replace("\N{NO-BREAK SPACE}", " ")
        assert [part for part in parts if part not in shown] == [], shown


def steps() -> Iterator[re.Match[str]]:
    """Yield what the page says to do and to see, once the bot runs."""
    return STEP.finditer(PAGE, PAGE.index("## 2."))


@pytest.mark.slow
async def test_every_step_shows_what_the_page_says(
    edits_at_once: None, bot: App, ada: Phone, tmp_path: Path
) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/bin").symlink_to(Path(sys.executable).parent)
    reader = Reader(ada, tmp_path)
    for step in steps():
        await reader.follow(step)


def test_page_has_every_kind_of_step() -> None:
    kinds = [step.lastgroup for step in steps()]
    assert [kinds.count(kind) for kind in ("send", "tap", "shell", "shown")] == [5, 5, 3, 11]
