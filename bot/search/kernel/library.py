"""The compiled library: its name, where it may be, and how it is built.

The name holds a hash of the source and the kind of machine, so that a library is used by its version only.
Nothing is compiled unless an operator asks for it.
"""

import errno
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import structlog

from bot.errors import CompilerError
from bot.search.kernel.kernel import Kernel

log = structlog.get_logger()

PACKAGE = Path(__file__).parent
"""Where the source is; a library next to it serves everybody who uses this installation."""
FOLDER = "kernel"
"""Folder in the data folder for a library of one's own."""
_SOURCES = tuple(sorted(PACKAGE.glob("*.[ch]")))
_PREFIX = "top_k-"
# No -ffast-math, no fused multiply-add: scores equal NumPy's to the last bit. No -march: images move.
_FLAGS = ("-O3", "-std=c11", "-shared", "-fPIC", "-ffp-contract=off")
COMPILERS = ("cc", "gcc", "clang")
_TIMEOUT_S = 120
_OTHERS_MAY_WRITE = 0o022


@cache
def library_name() -> str:
    """Return the file name of a library that fits this source, its compilation and this machine."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in _SOURCES) + " ".join(_FLAGS).encode())
    return f"{_PREFIX}{digest.hexdigest()[:16]}-{sys.platform}-{platform.machine().lower()}.so"


def open_kernel(data: Path) -> Kernel | None:
    """Return the compiled search if a library for this version is there; None leaves the work to NumPy.

    Args:
        data: The data folder.
    """
    folders = PACKAGE, data / FOLDER
    for folder in folders:
        path = folder / library_name()
        if path.is_file() and (kernel := _load(path)):
            return kernel
    libraries = (path for folder in folders for path in _libraries(folder))
    if outdated := next((path for path in libraries if path.name != library_name()), None):
        log.warning("kernel_outdated", file=str(outdated), advice="run newsbot accelerate")
    return None


def _load(path: Path) -> Kernel | None:
    try:
        _check_folder(path.parent)
        _check_owner(path, path.lstat())
        return Kernel(path)
    except (OSError, AttributeError) as error:
        log.warning("kernel_not_loaded", file=str(path), reason=str(error))
        return None


def _check_folder(folder: Path) -> None:
    if folder != PACKAGE:  # write access to the package already means control of its code
        _check_owner(folder, folder.stat())


def _check_owner(path: Path, status: os.stat_result) -> None:
    """Check that nobody but this user and root may write a file or into a folder.

    Raises:
        PermissionError: Others may.
    """
    if not hasattr(os, "geteuid"):  # Windows: neither owners nor modes
        return
    if status.st_uid not in (0, os.geteuid()) or status.st_mode & _OTHERS_MAY_WRITE:
        raise PermissionError(errno.EPERM, "others may write it", str(path))


def build_library(
    folder: Path, *, compilers: Sequence[str] = COMPILERS, accept: Callable[[Kernel], bool] | None = None
) -> Path:
    """Compile the library into a folder, replacing those of other versions, and return its path.

    Args:
        compilers: Names or paths; the first that exists is used.
        accept: Returns whether the compiled search may be used; the folder changes only if it may.

    Raises:
        CompilerError: There is no compiler, it fails, or the library can't be used.
        OSError: The folder can't be written, or others may write into it.
    """
    compiler = next(filter(None, map(shutil.which, compilers)), None)
    if compiler is None:
        raise CompilerError(f"none of these is installed: {', '.join(compilers)}")
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    _check_folder(folder)
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as temporary:
        built = Path(temporary) / library_name()
        _run([compiler, *_FLAGS, "-o", str(built), *(str(path) for path in _SOURCES if path.suffix == ".c")])
        built.chmod(0o755)
        _try(built, accept)
        path = built.replace(folder / built.name)
    for library in _libraries(folder):
        if library != path:
            library.unlink()
    return path


def _try(built: Path, accept: Callable[[Kernel], bool] | None) -> None:
    try:
        kernel = Kernel(built)
    except (OSError, AttributeError) as error:
        raise CompilerError(f"the compiled search can't be loaded: {error}") from error
    if accept and not accept(kernel):
        raise CompilerError("the compiled search gives other results than NumPy; search works without it")


def _libraries(folder: Path) -> Iterator[Path]:
    return folder.glob(f"{_PREFIX}*.so")


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_TIMEOUT_S)
    except subprocess.CalledProcessError as error:
        raise CompilerError(f"{command[0]} failed: {error.stderr.strip()[-500:]}") from error
    except subprocess.TimeoutExpired as error:
        raise CompilerError(f"{command[0]} took longer than {_TIMEOUT_S} s") from error
    except OSError as error:
        raise CompilerError(f"{command[0]} can't be run: {error.strerror}") from error
