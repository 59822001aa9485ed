"""`newsbot ask`: what it says about a file of questions that it can't read."""

from pathlib import Path

import pytest

from bot.app.cli.ask import ask_batch
from bot.app.settings import Settings
from bot.errors import ConfigError


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "can't be read: No such file or directory"),
        (b"\xff\xfe", "can't be read: it isn't UTF-8"),
        (b"{", "line 1: not JSON"),
        (b'{"id": 1}', "line 1: expected"),
    ],
)
async def test_unreadable_file_of_questions_is_named_once(
    tmp_path: Path, content: bytes | None, problem: str
) -> None:
    file = tmp_path / "questions.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        await ask_batch(Settings(_env_file=None, data=tmp_path), file)
    assert problem in str(caught.value)
    assert str(caught.value).count(file.name) == 1
