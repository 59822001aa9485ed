"""Whether there is a network at all: a machine without one must not count its feeds as broken."""

from urllib.parse import urlsplit

import structlog

from bot.errors import FetchError, NoConnection

log = structlog.get_logger()
DOWN_AFTER_HOSTS = 3
"""Hosts without a connection in a row, none answering in between."""


class NetworkStatus:
    """Knows whether anything can be reached, and says in one line when that changes."""

    def __init__(self) -> None:
        self._silent: set[str] = set()

    @property
    def down(self) -> bool:
        """Whether nothing could be reached of late."""
        return len(self._silent) >= DOWN_AFTER_HOSTS

    def record_success(self) -> None:
        """Note that somebody answered."""
        if self.down:
            log.info("network_back")
        self._silent.clear()

    def record_failure(self, url: str, error: FetchError) -> bool:
        """Note that an address gave no answer; return whether the network is to blame."""
        if not isinstance(error, NoConnection):
            return False
        before = self.down
        self._silent.add(urlsplit(url).hostname or "")
        if self.down and not before:
            log.warning(
                "no_network",
                note="the news feeds can't be reached; answers come from what is stored until they can",
            )
        return self.down
