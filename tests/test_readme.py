"""README and the reference pages list every command and no others; what README names exists."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.main import get_command

from bot.app.cli.main import cli
from bot.search.query.parser import parse
from handlers.routes import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND_PAGE = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")


def commands(prefix: str) -> set[str]:
    """Return the first cells of table rows that start with `prefix`."""
    return {match[1] for match in re.finditer(rf"^\| `({prefix}[\w-]+)[^`]*` \|", COMMAND_PAGE, re.MULTILINE)}


def test_reference_lists_every_bot_command() -> None:
    assert commands("/") == {f"/{name}" for name in COMMANDS}


def test_reference_lists_every_terminal_command() -> None:
    subcommands = getattr(get_command(cli), "commands")  # noqa: B009
    assert commands("newsbot ") == {f"newsbot {name}" for name in subcommands}


EXAMPLES = re.findall(r"`([^`]+)`", README.split("### How to ask")[1].split("\n## ")[0])


@pytest.mark.parametrize("example", [example for example in EXAMPLES if not example.endswith(":")])
def test_readme_example_questions_parse(example: str) -> None:
    query = parse(example, now=datetime.now(UTC))
    assert query.root is not None
    assert not query.problems


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^make (\w+)", README, re.MULTILINE))))
def test_readme_make_targets_exist(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_readme_links_exist(target: str) -> None:
    assert (ROOT / target).exists()
