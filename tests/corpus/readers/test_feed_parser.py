"""feedparser's internals that we replace are those that the replacements were written for."""

import hashlib
import inspect
import tomllib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from feedparser import FeedParserDict
from packaging.requirements import Requirement

from bot.corpus.readers import feed_parser

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"
REPLACED: dict[str, tuple[Callable[..., Any], str]] = {
    "_FeedParserMixin._sync_author_detail": (feed_parser._find_address, "85518f0566cd2aa0"),
    "mixin._urljoin": (feed_parser._join, "9a3dd9ebe1eb1d63"),
    "FeedParserDict.get": (feed_parser._look_up, "b22d485fab74cbb1"),
    "FeedParserDict.__getitem__": (FeedParserDict.__getitem__, "d5e9db7051ff0c09"),
}
"""The original functions, and the beginnings of the hashes of their source."""


@pytest.mark.parametrize("name", REPLACED)
def test_replaced_internals_are_those_that_were_reviewed(name: str) -> None:
    original, reviewed = REPLACED[name]
    now = hashlib.sha256(inspect.getsource(original).encode()).hexdigest()[: len(reviewed)]
    assert now == reviewed, (
        f"feedparser {version('feedparser')} changed {name}. Compare it with what replaces or uses it in "
        f"{Path(feed_parser.__file__).name}, then write {now} here."
    )


def test_every_key_that_feedparser_maps_is_looked_up_by_it() -> None:
    entry = FeedParserDict(
        {"published": "today", "links": [{"rel": "license", "href": "x"}], "tags": [{"term": "t"}]}
    )
    assert (entry.get("issued"), entry.get("license"), entry.get("category")) == ("today", "x", "t")
    assert (entry.get("title"), entry.get("enclosures")) == (None, [])


def test_copies_of_fields_are_deep_enough() -> None:
    assert "__deepcopy__" not in dir(dict), "the replacement would hide feedparser's own"
    assert FeedParserDict({"type": "text", "language": None}).__deepcopy__({}) == {
        "type": "text",
        "language": None,
    }


def test_versions_with_other_internals_are_not_installed() -> None:
    dependencies = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    (wanted,) = (r for r in map(Requirement, dependencies) if r.name == "feedparser")
    assert version("feedparser") in wanted.specifier
    assert "6.1" not in wanted.specifier, "a new minor version needs a look at what we replace"
