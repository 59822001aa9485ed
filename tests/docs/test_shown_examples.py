"""Every command line, message, record and request in the documentation is accepted by what it is for."""

import io
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import click
import pytest
from typer.main import get_command

from bot.api.endpoints import ENDPOINTS
from bot.app.cli.main import cli
from bot.corpus.raw import RawArticle
from bot.corpus.readers import read_stream
from bot.questions.top_request import read_command
from bot.search.query.parser import parse
from handlers.routes import COMMANDS, OTHER_NAMES

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(PAGES)}
NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
QUERIES = {"ask", "subscribe", "alert", "trends", "timeline", "latest", "corrections"}
NOT_OURS = {"newbot", "setinline", "setprivacy"}
"""Commands of @BotFather."""
NOT_COMMANDS = {"data", "health", "metrics", "newsbot", "mcp"}
"""Folders and paths of addresses."""


def spans(text: str) -> list[str]:
    """Return the code spans of a page."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", TEXTS[page], re.MULTILINE | re.DOTALL)


def messages() -> Iterator[tuple[str, str]]:
    """Yield each command to the bot with what follows it."""
    for text in TEXTS.values():
        for span in spans(text):
            if match := re.fullmatch(r"/([a-z_]+)(?: (.+))?", span):
                yield match[1], match[2] or ""


@pytest.mark.parametrize(("command", "words"), sorted(set(messages())))
def test_shown_messages_are_understood(command: str, words: str) -> None:
    assert command in COMMANDS.keys() | OTHER_NAMES.keys() | NOT_OURS | NOT_COMMANDS
    if command == "top":
        assert bool(words) == (read_command(words, now=NOW, zone=UTC) != read_command("", now=NOW, zone=UTC))
    if command in QUERIES and words:
        query = parse(re.sub(r"^@channel ", "", words), now=NOW)
        assert query.root is not None
        assert query.problems == ()


def command_lines() -> Iterator[str]:
    """Yield the arguments of each `newsbot` that a fenced block or code span runs."""
    for page, text in TEXTS.items():
        lines = [line for block in blocks(page, "sh") for line in block.replace("\\\n", " ").splitlines()]
        for line in (*lines, *spans(text)):
            for match in re.finditer(r"(?:^|[\s/])newsbot ((?!newsbot )[a-z][^;|&<>#]*)", line):
                if not re.match(r"(newsbot-|\w+:)", match[1]) and "…" not in match[1]:
                    yield match[1].strip()


@pytest.mark.parametrize("line", sorted(set(command_lines())))
def test_shown_command_lines_parse(line: str) -> None:
    command, arguments, parent = get_command(cli), shlex.split(line.replace("PATH ...", "PATH")), None
    while isinstance(command, click.Group):
        name, *rest = arguments
        assert name in command.commands, line
        if not rest:
            return  # the page names the command without its arguments
        parent = click.Context(command, parent, info_name=name)
        command, arguments = command.commands[name], rest
    with command.make_context(None, arguments, parent):
        pass


OWN = "docs/how-to/own-articles.md"


@pytest.mark.parametrize(("kind", "name"), [("json", "a.json"), ("text", "a.txt"), ("xml", "a.xml")])
def test_shown_articles_are_read(kind: str, name: str) -> None:
    (example,) = blocks(OWN, kind)
    (article,) = read_stream(io.BytesIO(example.encode()), name)
    assert isinstance(article, RawArticle)
    assert "second ferry" in article.text
    assert "New ferry for the outer islands" in (article.title or article.text)


def test_shown_conversion_makes_records_of_a_table(tmp_path: Path) -> None:
    (table,) = blocks(OWN, "csv")
    (conversion,) = (line for block in blocks(OWN, "sh") for line in block.splitlines() if ".csv" in line)
    (tmp_path / "articles.csv").write_text(table, encoding="utf-8")
    here = conversion.replace("python3", shlex.quote(sys.executable), 1)
    subprocess.run(["bash", "-euc", here], cwd=tmp_path, check=True)
    with (tmp_path / "articles.jsonl").open("rb") as file:
        (article,) = read_stream(file, "articles.jsonl")
    assert isinstance(article, RawArticle)
    assert (article.publisher, article.published) == ("Harbour Notes", "2026-11-30")


def addresses() -> Iterator[str]:
    """Yield each address of the JSON API, with its parameters."""
    for text in TEXTS.values():
        yield from re.findall(r"/v1/[\w/{}]+(?:\?[\w=&+%…:.-]*)?", text)


@pytest.mark.parametrize("address", sorted(set(addresses())))
def test_shown_addresses_have_an_endpoint_with_their_parameters(address: str) -> None:
    path, query = urlsplit(address).path, urlsplit(address).query
    (endpoint,) = (e for e in ENDPOINTS if re.fullmatch(re.sub(r"\{\w+\}", r"[\\w{}-]+", e.path), path))
    assert parse_qs(query, keep_blank_values=True).keys() <= endpoint.parameters.model_fields.keys()
