"""Feeds and their health, as messages."""

from collections.abc import Sequence

from bot.feeds.model import FeedState
from bot.feeds.probe import FeedProbe
from bot.feeds.service import FeedHealth
from handlers.admin.feeds_keyboard import LISTED, feed_keyboard, list_keyboard, trial_keyboard
from handlers.telegram.html import fit, moment, plain
from handlers.telegram.localize import localize
from handlers.telegram.screen import Screen
from handlers.texts import Texts

_MARKS = {FeedState.PAUSED: "⏸", FeedState.GONE: "✕"}


def list_screen(feeds: Sequence[FeedHealth], page: int, texts: Texts) -> Screen:
    """Return one page of the feeds with their health."""
    page = min(max(page, 1), max(-(-len(feeds) // LISTED), 1))
    first = (page - 1) * LISTED
    lines = [
        _line(number, each, texts) for number, each in enumerate(feeds[first : first + LISTED], first + 1)
    ]
    head = texts("feeds", count=len(feeds)) if feeds else texts("feeds-none")
    return Screen(fit([head, *lines]), list_keyboard(feeds, page, texts))


def feed_screen(each: FeedHealth, texts: Texts) -> Screen:
    """Return one feed: its health, its address, what was wrong the last time."""
    feed = each.feed
    lines = [f"<b>{_mark(each)} {plain(feed.name)}</b>", plain(feed.url), _health(each, texts)]
    if feed.problem:
        lines.append(f"<i>{localize(feed.problem, texts)}</i>")
    return Screen(fit(lines), feed_keyboard(feed, texts))


def trial_screen(trial: FeedProbe, texts: Texts) -> Screen:
    """Return what stands at an address, with a button to add it when it is a feed."""
    if trial.problem:
        lines = [texts("feed-trial-bad", url=plain(trial.url), problem=localize(trial.problem, texts))]
        if trial.page_feeds:
            lines += [
                texts("feed-trial-named"),
                *(f"<code>/feeds {plain(url)}</code>" for url in trial.page_feeds),
            ]
    else:
        title = plain(trial.title or trial.url)
        lines = [texts("feed-trial", title=title, entries=trial.entries, teasers=trial.teasers)]
        lines += [texts("feed-trial-newest", at=moment(trial.newest_at))] if trial.newest_at else []
        lines += [f"• {plain(each, most=120)}" for each in trial.titles]
    return Screen(fit(lines), trial_keyboard(texts, good=not trial.problem))


def _line(number: int, each: FeedHealth, texts: Texts) -> str:
    return f"\n{number}. {_mark(each)} <b>{plain(each.feed.name, most=80)}</b>\n{_health(each, texts)}"


def _mark(each: FeedHealth) -> str:
    return _MARKS.get(each.feed.state, "⚠" if each.feed.failures else "✓")


def _health(each: FeedHealth, texts: Texts) -> str:
    feed = each.feed
    parts = [texts("feed-paused")] if feed.state is FeedState.PAUSED else []
    parts += [texts("feed-switched-off")] if feed.state is FeedState.GONE else []
    at = feed.last_success_at
    parts.append(texts("feed-success", at=moment(at)) if at else texts("feed-never"))
    parts.append(texts("feed-pace", items=texts.decimal(each.entries_per_day)))
    parts += [texts("feed-failures", count=feed.failures)] if feed.failures else []
    return " · ".join(parts)
