"""Which of the articles just read are new to the store."""

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article, ArticleId
from bot.ingest.dedupe import Candidate, Known, deduplicate


def read(name: str, text: str) -> Candidate:
    return Candidate(Article(id=ArticleId(name), title=name, text=text, source=f"{name}.txt"), text)


def knows(**texts: str) -> Known:
    ids = {ArticleId(name): text for name, text in texts.items()}
    return Known(ids, {text: article_id for article_id, text in ids.items()})


def names(candidates: list[Candidate]) -> list[str]:
    return [candidate.article.id for candidate in candidates]


def test_new_changed_and_unchanged_articles() -> None:
    result = deduplicate([read("a", "1"), read("b", "9"), read("c", "3")], knows(b="2", c="3"), {})
    assert (names(result.added), names(result.changed), result.unchanged) == (["a"], ["b"], 1)


def test_new_article_with_a_stored_text_is_a_duplicate() -> None:
    result = deduplicate([read("a", "1")], knows(b="1"), {})
    assert (result.added, result.duplicates, result.duplicate_holders, result.removed) == ([], 1, {"b"}, [])


def test_article_whose_text_becomes_identical_to_another_is_removed() -> None:
    result = deduplicate([read("a", "2")], knows(a="1", b="2"), {})
    assert (result.changed, result.duplicates, result.removed) == ([], 1, ["a"])


def test_articles_that_swap_texts_both_change() -> None:
    result = deduplicate([read("a", "2"), read("b", "1")], knows(a="1", b="2"), {})
    assert (names(result.changed), result.removed) == (["a", "b"], [])


def test_copy_of_the_old_text_of_a_changed_article_is_new() -> None:
    result = deduplicate([read("copy", "1"), read("original", "2")], knows(original="1"), {})
    assert (names(result.added), names(result.changed)) == (["copy"], ["original"])


def test_text_read_twice_is_stored_once() -> None:
    result = deduplicate([read("a", "1"), read("b", "1"), read("a", "1")], Known(), {})
    assert (names(result.added), result.duplicates, result.unchanged, result.rejected) == (["a"], 1, 1, [])


def test_second_text_under_an_id_is_rejected() -> None:
    here = deduplicate([read("a", "1"), read("a", "2")], Known(), {})
    earlier = deduplicate([read("a", "2")], knows(a="1"), {ArticleId("a"): "old.txt"})
    assert (names(here.added), "a.txt" in str(here.rejected[0].reason)) == (["a"], True)
    assert (earlier.changed, "old.txt" in str(earlier.rejected[0].reason)) == ([], True)


def test_sources_that_share_a_text_or_an_id() -> None:
    here = [read("own", "1"), read("copy", "2"), read("b", "3"), read("c", "4")]
    result = deduplicate(here, knows(b="3", original="2"), {ArticleId("c"): "old.txt"})
    assert result.shared_sources == {"copy.txt", "c.txt"}
    assert names(result.to_touch) == ["b"]


TEXTS = st.dictionaries(st.sampled_from("abcde"), st.sampled_from("12345"), max_size=5)


@given(stored=TEXTS, files=TEXTS)
def test_every_text_read_ends_up_in_the_store_once(stored: dict[str, str], files: dict[str, str]) -> None:
    """The store holds each text once before; so it does after, for the texts that were read."""
    known = knows(**{name: text for text, name in {text: name for name, text in stored.items()}.items()})
    result = deduplicate([read(name, text) for name, text in files.items()], known, {})
    after = {
        **known.fingerprints,
        **{candidate.article.id: candidate.fingerprint for candidate in (*result.added, *result.changed)},
    }
    for article_id in result.removed:
        del after[article_id]
    held = list(after.values())
    assert [text for text in files.values() if held.count(text) != 1] == []
    assert not result.rejected
    assert result.unchanged + result.duplicates + len(result.added) + len(result.changed) == len(files)
