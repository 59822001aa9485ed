"""Documents and deployment files name existing settings, commands, options, files and metrics."""

import configparser
import re
from pathlib import Path

import click
import pytest
from typer.main import get_command

from bot.app.cli.main import cli
from bot.app.runtime.watchdog import EXIT_STUCK
from bot.app.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
OPERATORS = sorted((ROOT / "docs" / "operators").glob("*.md"))
DEPLOYMENT = [
    ROOT / "Dockerfile",
    ROOT / "compose.yaml",
    *sorted(path for path in (ROOT / "deploy").iterdir() if path.is_file()),
]
SETTINGS = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
FOR_DEVELOPERS = {"NEWSBOT_KILLS", "NEWSBOT_PIP", "NEWSBOT_SCHEDULES"}
"""Variables that tests and `scripts/install` read."""
COMMANDS: dict[str, click.Command] = getattr(get_command(cli), "commands")  # noqa: B009


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code(text: str) -> list[str]:
    """Return the lines of fenced blocks and the text of code spans."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    fenced = [line for block in blocks for line in block.splitlines()]
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [*fenced, *inline]


def used(text: str) -> list[tuple[str, list[str]]]:
    """Return each `newsbot command` in code, with its options."""
    lines = (line.partition("#")[0] for line in code(text))
    calls = [
        match
        for line in lines
        for match in re.finditer(r"(?:^|[\s/])newsbot (?!newsbot)([a-z]+)([^;|&]*)", line)
    ]
    return [(match[1], re.findall(r"--[a-z-]+", match[2])) for match in calls]


def options_of(command: click.Command) -> set[str]:
    """Return the options of a command and its subcommands."""
    own = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    return own.union(*(options_of(subcommand) for subcommand in getattr(command, "commands", {}).values()))


@pytest.mark.parametrize("page", [*PAGES, *DEPLOYMENT], ids=name)
def test_named_settings_exist(page: Path) -> None:
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", read(page))) <= SETTINGS | FOR_DEVELOPERS


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_shown_commands_and_options_exist(page: Path) -> None:
    for command, options in used(read(page)):
        assert command in COMMANDS, f"newsbot {command}"
        assert set(options) <= options_of(COMMANDS[command]) | {"--help"}, f"newsbot {command}"


def test_operators_guide_explains_its_commands() -> None:
    shown = {command for page in OPERATORS for command, _ in used(read(page))}
    assert {"run", "doctor", "ingest", "backup", "restore"} <= shown | {"run"}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_linked_files_exist(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", read(page)):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_shown_make_targets_exist(page: Path) -> None:
    makefile = read(ROOT / "Makefile").replace("$(VENV)", ".venv")
    for line in code(read(page)):
        for target in re.findall(r"(?:^|\s)make ([a-z][\w-]*|\.venv/\S+)", line):
            assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target


def test_operators_guide_lists_its_pages() -> None:
    listed = set(re.findall(r"^\| \[(\S+\.md)\]", read(ROOT / "docs/operators/README.md"), re.MULTILINE))
    assert listed == {page.name for page in OPERATORS} - {"README.md"}


def test_documented_exit_codes_match() -> None:
    codes = set(re.findall(r"^\| (\d+) \|", read(ROOT / "docs/operators/README.md"), re.MULTILINE))
    assert codes == {"0", "1", "2", str(EXIT_STUCK), "130"}


def test_metrics_in_alert_rules_are_documented() -> None:
    named = set(re.findall(r"newsbot_\w+", read(ROOT / "deploy/prometheus-rules.yml")))
    page = read(ROOT / "docs/operators/monitoring.md")
    rows = set(re.findall(r"^\| `(newsbot_\w+)` \|", page, re.MULTILINE))
    assert {re.sub(r"_(total|bucket|sum|count)$", "", metric) for metric in named} <= rows


def test_documented_events_are_logged() -> None:
    table = read(ROOT / "docs/operators/monitoring.md").partition("| event |")[2]
    explained = set(re.findall(r"`([a-z_]+)`", "\n".join(re.findall(r"^\| (.*?) \|", table, re.MULTILINE))))
    sources = [read(path) for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py")]
    logged = set(re.findall(r'(?:log\.\w+|_log)\(\s*"(\w+)"', "\n".join(sources)))
    assert explained
    assert explained <= logged


def test_dockerfile_copies_existing_files_and_starts_newsbot() -> None:
    text = read(ROOT / "Dockerfile")
    lines = re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE)
    copied = [path for line in lines for path in line.split()[:-1]]
    assert copied
    assert all((ROOT / path).exists() for path in copied)
    ignored = read(ROOT / ".dockerignore").splitlines()
    assert {f"!{path}" for path in copied} <= set(ignored)
    assert re.search(r'^CMD \["newsbot", "run"\]$', text, re.MULTILINE)
    assert text.rindex("\nUSER newsbot\n") > text.rindex("\nFROM ")
    assert not re.search(r"^FROM \S+:latest|^FROM [^:\s]+$", text, re.MULTILINE)


def test_image_uses_the_tested_python() -> None:
    versions = set(re.findall(r"^FROM python:(\d+\.\d+)-slim", read(ROOT / "Dockerfile"), re.MULTILINE))
    assert versions == {"3.11"}


def test_ports_agree_everywhere() -> None:
    monitor, webhook = (
        Settings.model_fields[setting].default.rpartition(":")[2] for setting in ("monitor", "webhook_listen")
    )
    assert set(re.findall(r"127\.0\.0\.1:(\d+)/health", read(ROOT / "Dockerfile"))) == {monitor}
    assert re.findall(r'"127\.0\.0\.1:(\d+):\1"', read(ROOT / "compose.yaml")) == [monitor, webhook]
    assert f"proxy_pass http://127.0.0.1:{webhook};" in read(ROOT / "deploy/nginx.conf")


@pytest.mark.parametrize("unit", sorted((ROOT / "deploy").glob("*.service")), ids=name)
def test_units_run_existing_commands_without_root(unit: Path) -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(read(unit))
    service = parser["Service"]
    program, command, *options = service["ExecStart"].split()
    assert program == "/opt/newsbot/.venv/bin/newsbot"
    assert {option for option in options if option.startswith("--")} <= options_of(COMMANDS[command])
    assert service["User"] == "newsbot"
    assert service["ProtectSystem"] == "strict"
