"""`newsbot run` starts Python again without docstrings where that pays."""

import os
import py_compile
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from bot import __main__ as program


class Executed(Exception):
    """The process would go on with this command."""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library whose compiled modules can't be kept."""

    def execute(_: str, command: Sequence[str]) -> None:
        raise Executed(*command)

    module = tmp_path / "library.py"
    module.write_text("")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: ModuleSpec("library", None, origin=str(module)))
    monkeypatch.setattr(os, "execv", execute)
    monkeypatch.setattr(sys, "argv", ["newsbot", "run"])
    monkeypatch.setattr(sys, "orig_argv", ["python", "-W", "error", "bin/newsbot", "run"])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return module


def test_bot_runs_without_docstrings_where_compiled_modules_are_kept(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    with pytest.raises(Executed) as executed:
        program._leave_out_docstrings()
    options = ("-OO", "-X", "no_debug_ranges")
    assert executed.value.args == (sys.executable, *options, "-W", "error", "bin/newsbot", "run")


def test_bot_runs_without_docstrings_where_modules_are_compiled_so(library: Path) -> None:
    py_compile.compile(str(library), cache_from_source(str(library), optimization=2), optimize=2)
    with pytest.raises(Executed):
        program._leave_out_docstrings()


@pytest.mark.usefixtures("library")
def test_bot_keeps_docstrings_where_every_start_would_compile_again() -> None:
    program._leave_out_docstrings()


@pytest.mark.usefixtures("library")
def test_process_that_was_started_as_another_program_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "pytest"])
    program._leave_out_docstrings()
