"""How the compiled search is built, found and refused."""

import os
import stat
from pathlib import Path

import pytest
import structlog

from bot.errors import CompilerError
from bot.search.kernel import library
from bot.search.kernel.kernel import Kernel
from bot.search.kernel.library import FOLDER, build_library, library_name, open_kernel


@pytest.fixture(autouse=True)
def no_library_in_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(library, "PACKAGE", tmp_path / "package")


def test_built_library_is_found_in_the_data_folder(kernel: Kernel, tmp_path: Path) -> None:
    assert open_kernel(tmp_path) is None
    path = build_library(tmp_path / FOLDER)
    assert path.name == library_name()
    assert isinstance(open_kernel(tmp_path), Kernel)
    assert list(path.parent.iterdir()) == [path]


def test_library_in_the_package_serves_every_data_folder(kernel: Kernel, tmp_path: Path) -> None:
    build_library(tmp_path / "package")
    assert isinstance(open_kernel(tmp_path / "data"), Kernel)


def test_refused_library_does_not_hide_another_one(kernel: Kernel, tmp_path: Path) -> None:
    build_library(tmp_path / "package").chmod(0o777)
    build_library(tmp_path / "data" / FOLDER)
    with structlog.testing.capture_logs() as logs:
        assert isinstance(open_kernel(tmp_path / "data"), Kernel)
    assert [entry["event"] for entry in logs] == ["kernel_not_loaded"]


def test_outdated_library_in_the_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "top_k-0123-linux-x86_64.so").touch()
    with structlog.testing.capture_logs() as logs:
        assert open_kernel(tmp_path / "data") is None
    assert [entry["event"] for entry in logs] == ["kernel_outdated"]


def test_library_in_a_folder_that_others_may_write_is_not_loaded(kernel: Kernel, tmp_path: Path) -> None:
    build_library(tmp_path / FOLDER).parent.chmod(0o777)
    with structlog.testing.capture_logs() as logs:
        assert open_kernel(tmp_path) is None
    assert [entry["event"] for entry in logs] == ["kernel_not_loaded"]


def test_link_is_not_loaded(kernel: Kernel, tmp_path: Path) -> None:
    path = build_library(tmp_path / FOLDER)
    path.symlink_to(path.rename(tmp_path / "elsewhere.so"))
    assert open_kernel(tmp_path) is None


def test_library_is_loaded_where_files_have_no_owners(
    kernel: Kernel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_library(tmp_path / FOLDER)
    monkeypatch.delattr(os, "geteuid")
    assert isinstance(open_kernel(tmp_path), Kernel)


def test_library_of_another_version_is_not_used_but_named_and_replaced(
    kernel: Kernel, tmp_path: Path
) -> None:
    old = tmp_path / FOLDER / "top_k-0123-linux-x86_64.so"
    old.parent.mkdir()
    old.touch()
    with structlog.testing.capture_logs() as logs:
        assert open_kernel(tmp_path) is None
    assert [entry["event"] for entry in logs] == ["kernel_outdated"]
    build_library(old.parent)
    assert not old.exists()


@pytest.mark.parametrize("mode", [stat.S_IWGRP, stat.S_IWOTH])
def test_library_that_others_may_write_is_not_loaded(kernel: Kernel, tmp_path: Path, mode: int) -> None:
    path = build_library(tmp_path / FOLDER)
    path.chmod(path.stat().st_mode | mode)
    with structlog.testing.capture_logs() as logs:
        assert open_kernel(tmp_path) is None
    assert [entry["event"] for entry in logs] == ["kernel_not_loaded"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_library_of_somebody_else_is_not_loaded(kernel: Kernel, tmp_path: Path) -> None:
    os.chown(build_library(tmp_path / FOLDER), 12345, 12345)
    assert open_kernel(tmp_path) is None


@pytest.mark.parametrize("content", [b"", b"no library"])
def test_file_that_is_no_library_leaves_the_work_to_numpy(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FOLDER / library_name()
    path.parent.mkdir()
    path.write_bytes(content)
    path.chmod(0o755)
    with structlog.testing.capture_logs() as logs:
        assert open_kernel(tmp_path) is None
    assert [entry["event"] for entry in logs] == ["kernel_not_loaded"]


def test_missing_compiler_is_named(tmp_path: Path) -> None:
    with pytest.raises(CompilerError, match="none of these is installed: nocc"):
        build_library(tmp_path, compilers=["nocc"])


def test_failing_compiler_leaves_the_old_library(tmp_path: Path) -> None:
    compiler = tmp_path / "badcc"
    compiler.write_text("#!/bin/sh\necho what is this >&2\nexit 1\n")
    compiler.chmod(0o755)
    old = tmp_path / "libraries" / library_name()
    old.parent.mkdir()
    old.touch()
    with pytest.raises(CompilerError, match="badcc failed: what is this"):
        build_library(old.parent, compilers=[str(compiler)])
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("script", ["echo no library >$2", "cc -shared -x c -o $2 /dev/null"])
def test_library_that_cannot_be_loaded_is_not_kept(kernel: Kernel, tmp_path: Path, script: str) -> None:
    compiler = tmp_path / "badcc"
    compiler.write_text(f"#!/bin/sh\nwhile [ $1 != -o ]; do shift; done\n{script}\n")
    compiler.chmod(0o755)
    with pytest.raises(CompilerError, match="can't be loaded"):
        build_library(tmp_path / FOLDER, compilers=[str(compiler)])
    assert not list((tmp_path / FOLDER).iterdir())


def test_compiler_that_cannot_be_run_is_named(tmp_path: Path) -> None:
    compiler = tmp_path / "badcc"
    compiler.write_bytes(b"\0")
    compiler.chmod(0o755)
    with pytest.raises(CompilerError, match="badcc can't be run"):
        build_library(tmp_path / FOLDER, compilers=[str(compiler)])


def test_other_flags_make_another_library(monkeypatch: pytest.MonkeyPatch) -> None:
    name = library_name()
    library_name.cache_clear()
    with monkeypatch.context() as changed:
        changed.setattr(library, "_FLAGS", ("-O2",))
        other = library_name()
    library_name.cache_clear()
    assert other != name
