"""Feeds that have been unreachable for long, in one line under an answer."""

from collections.abc import Sequence

from bot.questions.outages import Outage
from handlers.telegram.bidi import name
from handlers.telegram.html import moment, plain
from handlers.texts import Texts

_NAMED = 2
"""Feeds that are named; the rest are counted."""


def outage_text(outages: Sequence[Outage], texts: Texts) -> str:
    """Return which feeds can't be reached, and since when."""
    names = [name(plain(outage.name, most=40), texts) for outage in outages[:_NAMED]]
    rest = len(outages) - len(names)
    feeds = texts.listed(names) + (f" {texts('and-more', count=rest)}" if rest else "")
    return texts(
        "notice-unreachable", feeds=feeds, since=moment(min(outage.since for outage in outages), texts)
    )
