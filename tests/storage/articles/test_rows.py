"""Articles as rows."""

from bot.storage.articles.rows import article_values
from bot.storage.schema.types import EncodedJson, to_json
from tests.factories import make_article


def test_json_is_encoded_with_the_row() -> None:
    values = article_values(make_article("a1"))
    assert not [name for name, value in values.items() if isinstance(value, list | dict)]


def test_encoded_json_is_bound_as_it_is() -> None:
    assert to_json(EncodedJson("[1]")) == "[1]"


def test_json_is_ascii() -> None:
    assert to_json({"ü": "\udc80"}) == r'{"\u00fc":"\udc80"}'
