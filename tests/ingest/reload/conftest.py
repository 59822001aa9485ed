from pathlib import Path

import pytest

from bot.app.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data", reload_max_drop=1.0)
