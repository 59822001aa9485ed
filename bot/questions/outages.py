"""Outages: feeds that have been unreachable for long, so that answers may lack recent news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.corpus.article import Article
from bot.corpus.urls import host_of


@dataclass(frozen=True, slots=True)
class Outage:
    """A feed that can't be read.

    Args:
        since: Its last successful poll, aware UTC.
        many: Whether most feeds can't be read, which concerns every answer.
    """

    name: str
    url: str
    since: datetime
    many: bool = False

    def concerns(self, article: Article) -> bool:
        """Return whether an article may have come from the feed: from its site, or if most feeds are out."""
        return self.many or _site(article.url or article.source) == _site(self.url)


_PREFIXES = frozenset({"www", "feeds", "feed", "rss", "news", "m"})


class OutageWatch(Protocol):
    """Knows which feeds can't be read."""

    async def outages(self) -> Sequence[Outage]:
        """Return the feeds that have been unreachable for long, longest first."""
        ...


def _site(url: str) -> str:
    """Return a URL's host without what a site puts before it: "lamp.example" for "https://feeds.lamp.example/a"."""
    host = host_of(url)
    label, _, rest = host.partition(".")
    return rest if label in _PREFIXES and "." in rest else host
