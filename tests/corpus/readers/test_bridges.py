"""Public Telegram channels, as RSS bridges write them: author, link and channel are kept."""

from datetime import UTC, datetime

import pytest

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed import read_feed
from bot.corpus.readers.feed_document import FeedDocument, entry_article

AT = datetime(2026, 11, 2, 10, tzinfo=UTC)
POST = "https://t.me/harbourwatch/412"
WORDS = ("The ferry to Tarnholm stays in harbour until the storm is over.", "Forty guests wait at the pier.")
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>
  <title>Harbour Watch - Telegram Channel</title>
  <link>https://t.me/s/harbourwatch</link>
  <atom:link href="https://bridge.example/telegram/channel/harbourwatch" rel="self"/>
  <item>
    <title>{WORDS[0]}</title>
    <description>&lt;p&gt;{WORDS[0]}&lt;br&gt;&lt;br&gt;{WORDS[1]}&lt;/p&gt;&lt;img src="https://a.example/1"&gt;</description>
    <link>{POST}</link><guid isPermaLink="false">{POST}</guid>
    <pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate><author>Ina Lund</author>
    <enclosure url="https://cdn.example/1.jpg" type="image/jpeg" length="9"/>
  </item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Harbour Watch (@harbourwatch) - Telegram</title>
  <id>https://bridge.example/?bridge=Telegram&amp;username=harbourwatch</id>
  <link rel="alternate" type="text/html" href="https://t.me/s/harbourwatch"/>
  <author><name>The bridge</name></author>
  <entry>
    <title type="html">{WORDS[0][:40]}...</title><id>{POST}</id>
    <published>2026-11-02T10:00:00+00:00</published><updated>2026-11-02T10:00:00+00:00</updated>
    <link rel="alternate" type="text/html" href="{POST}"/><author><name>Ina Lund</name></author>
    <content type="html">&lt;div&gt;{WORDS[0]}&lt;br/&gt;{WORDS[1]}&lt;/div&gt;</content>
  </entry>
</feed>"""


def article(document: str) -> Article:
    url = "https://bridge.example/telegram/channel/harbourwatch"
    read = read_feed(document.encode(), source=url)
    assert isinstance(read, FeedDocument)
    (entry,) = read.entries
    raw = entry_article(entry, read, feed_url=url)
    assert isinstance(raw, RawArticle)
    return build_article(raw, now=AT)


@pytest.mark.parametrize("document", [RSS, ATOM], ids=["RSS", "Atom"])
def test_post_keeps_its_channel_author_link_and_date(document: str) -> None:
    post = article(document)
    assert (post.publisher, post.author, post.url) == ("Harbour Watch", "Ina Lund", POST)
    assert post.published_at == AT
    assert WORDS[1] in post.text
    assert WORDS[0] in f"{post.title}\n{post.text}"


@pytest.mark.parametrize("title", ["Telegram", "News by Telegram", "The Telegram Channel", "Oss by Telegram"])
def test_names_that_only_sound_like_it_are_kept(title: str) -> None:
    assert article(RSS.replace("Harbour Watch - Telegram Channel", title)).publisher == title
