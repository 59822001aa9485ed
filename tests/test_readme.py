"""README says what there is: every command and no others; what it names and points to exists."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.main import get_command

from bot.app.cli.main import app
from bot.search.query.parser import parse
from handlers.routes import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def rows(beginning: str) -> set[str]:
    """The first cells of table rows that begin so."""
    return {match[1] for match in re.finditer(rf"^\| `({beginning}[\w-]+)[^`]*` \|", README, re.MULTILINE)}


def test_every_command_of_the_bot_has_a_row() -> None:
    assert rows("/") == {f"/{name}" for name in COMMANDS}


def test_every_command_of_the_terminal_has_a_row() -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009
    assert rows("newsbot ") == {f"newsbot {name}" for name in commands}


EXAMPLES = re.findall(r"`([^`]+)`", README.split("### How to ask")[1].split("\n## ")[0])


@pytest.mark.parametrize("example", [each for each in EXAMPLES if not each.endswith(":")])
def test_every_question_it_shows_is_understood(example: str) -> None:
    query = parse(example, now=datetime.now(UTC))
    assert query.root is not None
    assert not query.problems


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^make (\w+)", README, re.MULTILINE))))
def test_every_make_target_it_names_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_every_file_it_points_to_is_there(target: str) -> None:
    assert (ROOT / target).exists()
