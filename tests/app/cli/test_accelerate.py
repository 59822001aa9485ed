"""`newsbot accelerate` compiles the search, and says what is missing."""

import shutil
import stat
from pathlib import Path

import pytest

from bot.app.cli import accelerate as command
from bot.app.cli.accelerate import accelerate
from bot.app.settings import Settings
from bot.errors import CompilerError, ConfigError
from bot.search.kernel.kernel import Kernel
from bot.search.kernel.library import COMPILERS, FOLDER, open_kernel

needs_compiler = pytest.mark.skipif(not any(map(shutil.which, COMPILERS)), reason="needs a C compiler")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data=tmp_path)


@needs_compiler
async def test_compiled_search_is_used_from_the_next_start(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await accelerate(settings, compiler=None, shared=False)
    assert isinstance(open_kernel(settings.data), Kernel)
    assert str(settings.data / FOLDER) in capsys.readouterr().out


@needs_compiler
async def test_data_folder_is_created_for_its_user_only(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data=tmp_path / "data")
    await accelerate(settings, compiler=None, shared=False)
    assert stat.S_IMODE(settings.data.stat().st_mode) == 0o700


@needs_compiler
async def test_library_with_other_results_leaves_the_former_one(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = settings.data / FOLDER / "top_k-0123-linux-x86_64.so"
    former.parent.mkdir()
    former.touch()
    monkeypatch.setattr(command, "agrees_with_numpy", lambda kernel: False)
    with pytest.raises(CompilerError, match="other results than NumPy"):
        await accelerate(settings, compiler=None, shared=False)
    assert list(former.parent.iterdir()) == [former]


@needs_compiler
async def test_folder_that_others_may_write_is_not_used(settings: Settings) -> None:
    folder = settings.data / FOLDER
    folder.mkdir()
    folder.chmod(0o775)
    with pytest.raises(ConfigError, match="others may write it"):
        await accelerate(settings, compiler=None, shared=False)


async def test_missing_compiler_comes_with_advice(settings: Settings) -> None:
    with pytest.raises(
        CompilerError, match=r"installed: nocc\. Install a C compiler .* search works without"
    ):
        await accelerate(settings, compiler="nocc", shared=False)


@needs_compiler
async def test_folder_that_is_a_file_is_named(settings: Settings) -> None:
    (settings.data / FOLDER).touch()
    with pytest.raises(ConfigError, match=FOLDER):
        await accelerate(settings, compiler=None, shared=False)
