"""Without settings, newsbot uses the folder it already lives in, else samples and the user's data folder."""

from pathlib import Path

import pytest
from platformdirs import user_data_path

from bot.app.default_folders import default_corpus, default_data
from tests.e2e.conftest import SEEDS

USER_DATA = user_data_path("newsbot", appauthor=False)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_empty_folder_gets_the_samples_and_the_users_data_folder() -> None:
    assert default_corpus() == SEEDS
    assert default_data() == USER_DATA


def test_folder_with_seeds_keeps_its_data(folder: Path) -> None:
    (folder / "seeds").mkdir()
    assert (default_corpus(), default_data()) == (Path("seeds"), Path("data"))


@pytest.mark.parametrize("left", ["newsbot.db", "index/manifest"])
def test_folder_that_newsbot_used_before_keeps_its_data(folder: Path, left: str) -> None:
    file = folder / "data" / left
    file.parent.mkdir(parents=True)
    file.touch()
    assert default_data() == Path("data")


def test_data_of_another_program_is_left_alone(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "customers.csv").touch()
    assert default_data() == USER_DATA
