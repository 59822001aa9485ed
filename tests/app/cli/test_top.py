"""`newsbot top`: the period it understands and the JSON it writes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.cli.ask import top_request
from bot.app.cli.top import print_asked_top, print_top
from bot.app.settings import Settings
from bot.errors import ConfigError
from tests.factories import write_jsonl


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    record = {
        "id": "dam",
        "title": "Dam opens",
        "text": "The dam at Olhos opened on Monday.",
        "source": "Lamp",
    }
    write_jsonl(corpus / "a.jsonl", record | {"published": datetime.now(UTC).isoformat()})
    return Settings(_env_file=None, corpus=corpus, data=tmp_path / "data")


async def test_json_has_the_stories_and_their_period(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await print_top(settings, "", period="week", page=1, as_json=True) == 0
    printed = json.loads("{" + capsys.readouterr().out.partition("\n{")[2])  # after the log
    assert [story["id"] for story in printed["stories"]] == ["dam"]
    assert printed["stories"][0]["sentence"]["text"] == "The dam at Olhos opened on Monday."
    assert not printed["nearest"]
    assert printed["since"]


async def test_text_names_the_topic_without_stories(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await print_top(settings, "zeppelin", period="24h", page=1, as_json=False) == 1
    assert "zeppelin" in capsys.readouterr().out


async def test_words_that_are_no_period_are_refused(settings: Settings) -> None:
    with pytest.raises(ConfigError, match="zeppelin"):
        await print_top(settings, "", period="zeppelin", page=1, as_json=False)


async def test_message_that_asks_for_the_news_gets_the_top_stories(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert top_request("dam olhos") is None
    request = top_request("latest news")
    assert request is not None
    assert await print_asked_top(settings, request, page=1) == 0
    assert "The dam at Olhos opened on Monday." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("latest news", "I have nothing newer than this:"),
        ("news of yesterday", "no news in the time"),
    ],
)
async def test_older_news_says_why_it_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, heading: str
) -> None:
    record = {"id": "dam", "title": "Dam opens", "text": "The dam at Olhos opened on Monday."}
    (tmp_path / "corpus").mkdir()
    write_jsonl(tmp_path / "corpus/a.jsonl", record | {"published": "2025-03-01T10:00:00Z"})
    request = top_request(words)
    assert request is not None
    chosen = Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data")
    assert await print_asked_top(chosen, request, page=1) == 0
    assert heading in capsys.readouterr().out
