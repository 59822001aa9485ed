"""The compiled library: its name, where it may be, and how it is built.

The name holds a hash of the source and the kind of machine, so that a library is used by its version only.
Nothing is compiled unless an operator asks for it.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
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
_SOURCE = PACKAGE / "top_k.c"
_PREFIX = "top_k-"
# No -ffast-math, no fused multiply-add: scores equal NumPy's to the last bit. No -march: images move.
_FLAGS = ("-O3", "-std=c11", "-shared", "-fPIC", "-ffp-contract=off")
COMPILERS = ("cc", "gcc", "clang")
_TIMEOUT_S = 120
_OTHERS_MAY_WRITE = 0o022


@cache
def library_name() -> str:
    """Return the file name of a library that fits this source and this machine."""
    digest = hashlib.sha256(_SOURCE.read_bytes()).hexdigest()[:16]
    return f"{_PREFIX}{digest}-{sys.platform}-{platform.machine().lower()}.so"


def open_kernel(data: Path) -> Kernel | None:
    """Return the compiled search if a library for this version is there; None leaves the work to NumPy.

    Args:
        data: The data folder.
    """
    for folder in (PACKAGE, data / FOLDER):
        path = folder / library_name()
        if path.is_file():
            return _load(path)
    if outdated := next(_libraries(data / FOLDER), None):
        log.warning("kernel_outdated", file=outdated.name, advice="run newsbot accelerate")
    return None


def _load(path: Path) -> Kernel | None:
    status = path.stat()
    if status.st_uid not in (0, os.geteuid()) or status.st_mode & _OTHERS_MAY_WRITE:
        log.warning("kernel_not_loaded", file=str(path), reason="others may have written it")
        return None
    try:
        return Kernel(path)
    except (OSError, AttributeError) as error:
        log.warning("kernel_not_loaded", file=str(path), reason=str(error))
        return None


def build_library(folder: Path, *, compilers: Sequence[str] = COMPILERS) -> Path:
    """Compile the library into a folder, replacing those of other versions, and return its path.

    Args:
        compilers: Names or paths; the first that exists is used.

    Raises:
        CompilerError: There is no compiler, or it fails.
        OSError: The folder can't be written.
    """
    compiler = next(filter(None, map(shutil.which, compilers)), None)
    if compiler is None:
        raise CompilerError(f"none of these is installed: {', '.join(compilers)}")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        built = Path(temporary) / library_name()
        _run([compiler, *_FLAGS, "-o", str(built), str(_SOURCE)])
        built.chmod(0o755)
        for old in _libraries(folder):
            old.unlink()
        return built.replace(folder / built.name)


def _libraries(folder: Path) -> Iterator[Path]:
    return folder.glob(f"{_PREFIX}*.so")


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_TIMEOUT_S)
    except subprocess.CalledProcessError as error:
        raise CompilerError(f"{command[0]} failed: {error.stderr.strip()[-500:]}") from error
    except subprocess.TimeoutExpired as error:
        raise CompilerError(f"{command[0]} took longer than {_TIMEOUT_S} s") from error
