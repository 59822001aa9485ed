"""Who goes first: questions before writing and merging."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_TURN_S = 0.0003


class Turns:
    """Lets writing and merging step back while questions are being answered."""

    def __init__(self) -> None:
        self._asking = 0
        self._counting = threading.Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Answer a question inside."""
        with self._counting:
            self._asking += 1
        try:
            yield
        finally:
            with self._counting:
                self._asking -= 1

    def give(self) -> None:
        """Let questions go first, if there are any."""
        if self._asking:
            time.sleep(_TURN_S)
