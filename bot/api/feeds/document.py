"""A feed before it is written in a format."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.api.html import Markup, joined, tag, web_address
from bot.api.quotes import quote, source_line
from bot.api.texts import Texts
from bot.public_pages import PublicPages
from bot.questions.question_feeds import FeedEntry

_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """A story in a feed.

    Args:
        id: A URN that stays the same, wherever the feed is served.
        url: The story's page.
        html: Sentences with their speakers, and where they are from.
    """

    id: str
    url: str
    html: Markup
    entry: FeedEntry

    @property
    def title(self) -> str:
        """The headline."""
        return self.entry.article.title


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of one question.

    Args:
        url: Its own address.
        language: Of the words around the quotations.
        items: Newest first.
    """

    title: str
    url: str
    language: str
    items: tuple[Item, ...]

    @property
    def updated_at(self) -> datetime:
        """When its newest item changed; 1970 if it has none."""
        return max((item.entry.updated_at for item in self.items), default=_NOTHING_YET)


def build_feed(
    question: str, url: str, entries: Sequence[FeedEntry], pages: PublicPages, texts: Texts
) -> Feed:
    """Return the feed of a question."""
    items = tuple(
        Item(urn(entry.story_id), pages.story(entry.story_id), entry_html(entry, pages, texts), entry)
        for entry in entries
    )
    return Feed(f"{question} · newsbot", url, texts.language, items)


def urn(story_id: str) -> str:
    """Return a story's id for feed readers."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"newsbot:story:{story_id}").urn


def entry_html(entry: FeedEntry, pages: PublicPages, texts: Texts) -> Markup:
    """Return what a feed reader shows of a story."""
    article = entry.article
    quotes = [quote(sentence, article, texts) for sentence in entry.sentences]
    source = tag("p", source_line(article, entry.story, texts))
    corrected = _correction(entry, texts)
    links = [tag("a", texts("page-story"), href=pages.story(entry.story_id))]
    if url := web_address(article.url):
        links.append(tag("a", texts("page-original"), href=url))
    around = tag("p", joined(*[part for link in links for part in (" · ", link)][1:]))
    sample = tag("p", texts("notice-samples")) if article.sample else None
    content = joined(*quotes, source, corrected, around, sample)
    return tag("div", content, lang=texts.language, dir="rtl" if texts.rtl else "ltr")


def _correction(entry: FeedEntry, texts: Texts) -> Markup | None:
    found = entry.correction
    if found is None:
        return None
    return tag("p", texts(f"correction-{found.kind.value}", at=texts.day(found.at)))
