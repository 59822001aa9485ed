"""OPML: own lists are read back unchanged; lists of other programs as far as possible."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.plain_text import one_line
from bot.errors import RejectedInput
from bot.feeds.model import FeedConfig
from bot.feeds.opml import read_opml, write_opml

TEXT = (
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=30)
    .map(one_line)
    .filter(bool)
)
FEEDS = st.builds(
    FeedConfig,
    url=st.builds("https://{}.example/f?a=1&b={}".format, st.sampled_from("abcdef"), st.integers(0, 99)),
    title=TEXT,
    language=st.sampled_from([None, "en", "ar", "tr"]),
    interval=st.none() | st.integers(2, 10_000).map(lambda minutes: timedelta(minutes=minutes)),
    full_text=st.sampled_from([None, True, False]),
)


@given(st.lists(FEEDS, min_size=1, unique_by=lambda feed: feed.url))
def test_a_written_list_is_read_back(feeds: list[FeedConfig]) -> None:
    assert read_opml(write_opml(feeds), source="s") == feeds


def test_a_list_of_another_program_is_read() -> None:
    written = """<opml version="1.1"><head/><body><outline title="Folder &lt;1&gt;">
      <outline text="Quoted &quot;Times&quot;" xmlUrl="http://times.example/rss"
       category="news,/a/b/c,/interval/x"/>
      <outline type="atom" title="" xmlUrl=" https://b.example/atom#x "/>
      <outline type="rss" xmlUrl="ftp://c.example"/>
      <outline text="again" xmlUrl="http://times.example/rss"/></outline></body></opml>"""
    first, second = read_opml(written.encode(), source="s")
    assert first == FeedConfig("http://times.example/rss", 'Quoted "Times"')
    assert second == FeedConfig("https://b.example/atom")


@pytest.mark.parametrize(
    "data", [b"", b"no xml", b"<opml/>", b'<!DOCTYPE o [<!ENTITY a "b">]><opml/>', b"{}"]
)
def test_other_data_is_rejected(data: bytes) -> None:
    with pytest.raises(RejectedInput):
        read_opml(data, source="s")


def test_the_default_list_has_feeds_in_three_languages_without_duplicates() -> None:
    seeds = Path(__file__).parents[2] / "seeds" / "feeds.opml"
    feeds = read_opml(seeds.read_bytes(), source="seeds")
    assert 20 <= len(feeds) <= 30
    assert {feed.language for feed in feeds} == {"en", "ar", "tr"}
    assert all(feed.url.startswith("https://") and feed.title for feed in feeds)
    assert seeds.read_text().count("xmlUrl") == len(feeds)


def test_feeds_with_their_address_elsewhere_are_read_and_links_are_not() -> None:
    written = """<opml><body><outline type="rss" text="A" url="https://a.example/f"/>
      <outline text="B" xmlUrl="b.example/f"/><outline type="link" url="https://c.example/"/></body></opml>"""
    feeds = read_opml(written.encode(), source="s")
    assert [feed.url for feed in feeds] == ["https://a.example/f", "https://b.example/f"]
