"""Sources in a temporary file are found as those in memory are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import ArticleId
from bot.errors import StoreError
from bot.ingest import first_sources
from bot.ingest.first_sources import FirstSources

ids = st.text("abc", max_size=2).map(ArticleId)


@pytest.fixture(autouse=True)
def small_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_sources, "MAX_IN_MEMORY", 3)


@given(st.lists(st.dictionaries(ids, st.sampled_from(["one.jsonl", "two.jsonl"]), max_size=4), max_size=8))
def test_behaves_like_a_dict(steps: list[dict[ArticleId, str]]) -> None:
    sources, expected = FirstSources(), dict[ArticleId, str]()
    for step in steps:
        sources.update(step)
        expected.update(step)
        assert len(sources._newest) <= 3
        assert all(sources[article_id] == source for article_id, source in expected.items())
        assert all(article_id in sources for article_id in expected)
    assert sources.get(ArticleId("d")) is None
    assert len(sources) == len(expected)
    assert dict(sources) == expected


def test_unknown_article_has_no_source() -> None:
    with pytest.raises(KeyError):
        FirstSources()[ArticleId("a")]


def test_error_of_the_file_is_translated() -> None:
    sources = FirstSources()
    sources.update({ArticleId(name): "file" for name in "abcd"})
    assert sources._file is not None
    sources._file.close()
    with pytest.raises(StoreError, match="temporary file"):
        sources.get(ArticleId("a"))
