"""Which of the due feeds are polled next, so that a host with many does not delay others."""

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.corpus.urls import host_of
from bot.feeds.model import FeedId


def fair_share(
    due: Iterable[tuple[FeedId, str]], held: Mapping[str, int], per_host: int, limit: int
) -> list[FeedId]:
    """Return the first `limit` feeds, without those of hosts that have enough.

    Args:
        due: Feeds and their URLs in the order in which they are due.
        held: How many feeds of a host wait already.
        per_host: Most feeds of a host that may wait.
    """
    counts, share = Counter(held), list[FeedId]()
    for feed_id, url in due:
        if len(share) == limit:
            break
        host = host_of(url)
        if counts[host] < per_host:
            counts[host] += 1
            share.append(feed_id)
    return share
