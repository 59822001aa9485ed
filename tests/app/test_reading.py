"""Opening what questions need: alone while all is up to date, with the whole program otherwise."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import wiring
from bot.app.progress import no_progress
from bot.app.reading import open_for_reading
from bot.app.settings import Settings
from bot.errors import SearchUnavailable
from bot.questions.model import Question
from tests.factories import write_jsonl

DAM = {"id": "dam", "title": "Dam opens", "text": "The dam at Olhos opened on Monday.", "source": "Lamp"}
BRIDGE = {"id": "bridge", "title": "Bridge closed", "text": "The bridge at Olhos is shut.", "source": "Lamp"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write_jsonl(corpus / "a.jsonl", DAM)
    return Settings(_env_file=None, corpus=corpus, data=tmp_path / "data")


@pytest.fixture
def whole_program(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows whenever the whole program is opened."""
    opened: list[str] = []
    original = wiring.open_app

    def open_app(settings: Settings, **arguments: object) -> object:
        opened.append("opened")
        return original(settings, **arguments)

    monkeypatch.setattr(wiring, "open_app", open_app)
    return opened


async def found(settings: Settings, words: str) -> list[str]:
    async with open_for_reading(settings, progress=no_progress) as reading:
        answer = await reading.questions.ask(Question(words, datetime.now(UTC)))
    return [entry.article.id for entry in answer.entries]


async def test_first_question_reads_the_corpus_and_later_ones_open_only_the_index(
    settings: Settings, whole_program: list[str]
) -> None:
    assert await found(settings, "Olhos") == ["dam"]
    assert whole_program == ["opened"]
    assert await found(settings, "Olhos") == ["dam"]
    assert whole_program == ["opened"]


async def test_changed_folder_is_read_again(settings: Settings, whole_program: list[str]) -> None:
    await found(settings, "Olhos")
    write_jsonl(settings.corpus / "b.jsonl", BRIDGE)
    assert await found(settings, "bridge") == ["bridge"]
    (settings.corpus / "b.jsonl").unlink()
    assert await found(settings, "bridge") == []
    assert len(whole_program) == 3


async def test_lost_index_is_built_again(settings: Settings, whole_program: list[str]) -> None:
    await found(settings, "Olhos")
    for file in (settings.data / "index").iterdir():
        file.unlink()
    assert await found(settings, "Olhos") == ["dam"]
    assert len(whole_program) == 2


async def test_no_local_index_is_opened_with_a_cluster(settings: Settings, whole_program: list[str]) -> None:
    with pytest.raises(SearchUnavailable):
        await found(settings.model_copy(update={"engine_url": SecretStr("http://127.0.0.1:9")}), "Olhos")
    assert whole_program == ["opened"]
    assert not (settings.data / "index").exists()
