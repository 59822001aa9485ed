"""Which picture an entry of a feed gets."""

from dataclasses import replace

import pytest

from bot.corpus.readers.feed_document import FeedEntry
from tests.corpus.readers.feed_entries import json_feed, rss

MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'


@pytest.mark.parametrize(
    ("elements", "picture"),
    [
        (f'<media:thumbnail {MEDIA} url="https://img.example/1.jpg"/>', "https://img.example/1.jpg"),
        (f'<media:content {MEDIA} url="https://img.example/2" medium="image"/>', "https://img.example/2"),
        (
            '<enclosure url="https://img.example/3.png" type="image/png" length="9"/>',
            "https://img.example/3.png",
        ),
        ('<enclosure url="https://img.example/4.mp3" type="audio/mpeg" length="9"/>', None),
        ('<enclosure url="http://img.example/5.png" type="image/png" length="9"/>', None),
        (
            f'<media:thumbnail {MEDIA} url="//img.example/6.jpg"/>'
            '<enclosure url="https://img.example/6.png" type="image/png" length="9"/>',
            "https://img.example/6.png",
        ),
        ("", None),
    ],
)
def test_picture_of_an_entry_is_the_first_with_a_secure_address(elements: str, picture: str | None) -> None:
    article = rss(f"<title>Otters</title><description>Otters moved in.</description>{elements}")
    assert article.extra == ({"picture": picture} if picture else {})


def test_picture_of_a_json_item_is_read() -> None:
    item = {"id": "1", "content_text": "Otters moved in.", "image": "https://img.example/1.jpg"}
    assert json_feed(**item).extra == {"picture": "https://img.example/1.jpg"}
    assert json_feed(id="1", content_text="Otters moved in.", image=["x"], banner_image=7).extra == {}


def test_new_picture_does_not_change_an_entry() -> None:
    entry = FeedEntry(title="Otters", html="Otters moved in.", picture="https://img.example/1.jpg")
    assert entry.content_hash == replace(entry, picture="https://img.example/2.jpg").content_hash
