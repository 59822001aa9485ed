"""Whether there is a network at all: without one, feeds must not count as broken."""

from urllib.parse import urlsplit

import structlog

from bot.errors import FetchError, NoConnection

log = structlog.get_logger()
DOWN_AFTER_HOSTS = 3
"""The network counts as down when this many hosts in a row refuse connections."""


class NetworkStatus:
    """Tracks whether anything can be reached, and logs changes once."""

    def __init__(self) -> None:
        self._unreachable_hosts: set[str] = set()

    @property
    def down(self) -> bool:
        """Whether no host could be reached recently."""
        return len(self._unreachable_hosts) >= DOWN_AFTER_HOSTS

    def record_success(self) -> None:
        """Record that a host responded."""
        if self.down:
            log.info("network_back")
        self._unreachable_hosts.clear()

    def record_failure(self, url: str, error: FetchError) -> bool:
        """Record a failed request; return whether the network is down."""
        if not isinstance(error, NoConnection):
            return False
        was_down = self.down
        self._unreachable_hosts.add(urlsplit(url).hostname or "")
        if self.down and not was_down:
            log.warning("no_network", note="news feeds are unreachable; answers come from stored articles")
        return self.down
