"""Feeds and their health as messages."""

from collections.abc import Sequence

from bot.feeds.model import FeedState
from bot.feeds.probe import FeedProbe
from bot.feeds.service import FeedHealth
from bot.questions.pagination import page_of
from handlers.admin.feeds_keyboard import feed_keyboard, list_keyboard, probe_keyboard
from handlers.telegram.html import fit, moment, plain
from handlers.telegram.localize import localize
from handlers.telegram.screen import Screen
from handlers.texts import Texts

_PAGE_SIZE = 8
_MARKS = {FeedState.PAUSED: "⏸", FeedState.GONE: "✕"}


def list_screen(feeds: Sequence[FeedHealth], number: int, texts: Texts) -> Screen:
    """Return page `number` of the feeds with their health, or the nearest page there is."""
    page = page_of(len(feeds), number, size=_PAGE_SIZE)
    head = texts("feeds", count=len(feeds)) if feeds else texts("feeds-none")
    lines = [_line(n, health, texts) for n, health in page.numbered(feeds)]
    return Screen(fit([head, *lines]), list_keyboard(feeds, page, texts))


def feed_screen(health: FeedHealth, texts: Texts) -> Screen:
    """Return one feed with its health, its URL and the problem of the last poll."""
    feed = health.feed
    lines = [f"<b>{_mark(health)} {plain(feed.name)}</b>", plain(feed.url), _health(health, texts)]
    if feed.problem:
        lines.append(f"<i>{localize(feed.problem, texts)}</i>")
    return Screen(fit(lines), feed_keyboard(feed, texts))


def probe_screen(probe: FeedProbe, texts: Texts) -> Screen:
    """Return what was found at a URL, with a button to add it if it is a feed."""
    if probe.problem:
        lines = [texts("feed-trial-bad", url=plain(probe.url), problem=localize(probe.problem, texts))]
        if probe.page_feeds:
            lines.append(texts("feed-trial-named"))
        lines += [f"<code>/feeds {plain(url)}</code>" for url in probe.page_feeds]
    else:
        title = plain(probe.title or probe.url)
        lines = [texts("feed-trial", title=title, entries=probe.entries, teasers=probe.teasers)]
        lines += [texts("feed-trial-newest", at=moment(probe.newest_at, texts))] if probe.newest_at else []
        lines += [f"• {plain(title, most=120)}" for title in probe.titles]
    return Screen(fit(lines), probe_keyboard(texts, is_feed=not probe.problem))


def _line(number: int, health: FeedHealth, texts: Texts) -> str:
    name = plain(health.feed.name, most=80)
    return f"\n{number}. {_mark(health)} <b>{name}</b>\n{_health(health, texts)}"


def _mark(health: FeedHealth) -> str:
    return _MARKS.get(health.feed.state, "⚠" if health.feed.failures else "✓")


def _health(health: FeedHealth, texts: Texts) -> str:
    feed = health.feed
    parts = [texts("feed-paused")] if feed.state is FeedState.PAUSED else []
    parts += [texts("feed-switched-off")] if feed.state is FeedState.GONE else []
    at = feed.last_success_at
    parts.append(texts("feed-success", at=moment(at, texts)) if at else texts("feed-never"))
    parts.append(texts("feed-pace", items=texts.decimal(health.entries_per_day)))
    parts += [texts("feed-failures", count=feed.failures)] if feed.failures else []
    return " · ".join(parts)
