"""A file that one process at a time holds; given free by the system however that process ends."""

import sys
from typing import BinaryIO


def taken(file: BinaryIO) -> bool:
    """Whether an open file could be taken; it is held until it is closed, or the process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
