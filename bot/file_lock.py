"""A lock file that one process at a time can hold; the system releases it when the process ends."""

import sys
from typing import BinaryIO


def try_lock(file: BinaryIO) -> bool:
    """Lock an open file if no other process has; return whether it worked. Closing the file unlocks it."""
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
