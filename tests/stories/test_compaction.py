"""Slots of removed and revised articles are freed, and nothing else changes."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article, ArticleId
from bot.search.index.array_file import read_arrays
from bot.stories import compaction, snapshot_file
from bot.stories.assignment import Assignment
from bot.stories.clusterer import StoryClusterer
from bot.stories.members import Members
from bot.stories.snapshot_file import load, save
from bot.stories.story import StoryId
from tests.factories import make_article
from tests.stories.test_snapshot_file import AT, filled, parts_of, random_article

steps = st.lists(
    st.tuples(
        st.sampled_from(["assign"] * 4 + ["load"] * 2 + ["remove", "move", "merge"]),
        st.integers(0, 7),
        st.integers(0, 60),
    ),
    min_size=12,
    max_size=24,
)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compaction, "MIN_DEAD", 0)


def revision(name: int, version: int) -> Article:
    """Return an article whose text, time and language depend on its version."""
    text = random_article(version)
    language = ("und", "en")[version % 2]
    at = None if version % 7 == 0 else AT + timedelta(hours=5 * version)
    return make_article(f"a{name}", text.text, title=text.title, language=language, published_at=at)


def do(clusterer: StoryClusterer, step: tuple[str, int, int]) -> Assignment | None:
    kind, name, version = step
    article_id = ArticleId(f"a{name}")
    if kind == "assign":
        return clusterer.assign(revision(name, version), lambda held: hash_of(held) % 5 != version % 5)
    if kind in ("remove", "load"):
        clusterer.remove(article_id)
    if kind == "load":
        clusterer.load([(revision(name, version), StoryId(f"s{version % 3}"))])
    elif kind == "move":
        clusterer.move([article_id], StoryId(f"s{version % 3}"))
    elif kind == "merge" and (story_id := clusterer.story_of(article_id)):
        clusterer.merge(story_id, StoryId(f"s{version % 3}"))
    return None


def hash_of(article_id: ArticleId) -> int:
    return int(article_id[1:])


def reloaded(file: Path) -> StoryClusterer:
    saved = load(file, store_id="m")
    assert saved is not None
    return saved[0]


def members_of(clusterer: StoryClusterer) -> dict[StoryId, tuple[ArticleId, ...]]:
    return {story_id: clusterer.members(story_id) for story_id in clusterer.held_stories()}


def assert_same(clusterer: StoryClusterer, other: StoryClusterer) -> None:
    assert clusterer.stories() == other.stories()
    assert members_of(clusterer) == members_of(other)
    assert set(clusterer.retired()) == set(other.retired())
    assert len(clusterer) == len(other)


def slots_of(clusterers: Iterable[StoryClusterer]) -> list[int]:
    return [len(clusterer.vectors.store) for clusterer in clusterers]


@given(st.lists(steps, min_size=2, max_size=4))
def test_a_compacted_clusterer_assigns_as_before(batches: list[list[tuple[str, int, int]]]) -> None:
    saved, restored, untouched = StoryClusterer(), StoryClusterer(), StoryClusterer()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "stories"
        for batch in batches:
            for step in batch:
                expected = do(untouched, step)
                assert do(saved, step) == expected
                assert do(restored, step) == expected
            assert save(saved, file, number=1, store_id="m")
            assert len(saved.vectors.store) <= 2 * len(saved)
            restored = reloaded(file)
            assert_same(saved, untouched)
            assert_same(restored, untouched)
            assert slots_of([saved]) == slots_of([restored])


def test_slots_of_earlier_versions_are_freed(tmp_path: Path) -> None:
    clusterer, file = StoryClusterer(), tmp_path / "stories"
    for version in range(60):
        for name in range(5):
            clusterer.assign(revision(name, version))
    assert slots_of([clusterer]) == [300]
    save(clusterer, file, number=1, store_id="m")
    assert slots_of([clusterer, reloaded(file)]) == [5, 5]


def test_files_have_no_ids_and_vectors_of_removed_articles(tmp_path: Path) -> None:
    clusterer, file = filled(40), tmp_path / "stories"
    save(clusterer, file, number=1, store_id="m")
    (before,) = parts_of(tmp_path)
    size = before.stat().st_size
    for number in range(30):
        clusterer.remove(ArticleId(f"a{number}"))
    save(clusterer, file, number=2, store_id="m")
    arrays, _ = read_arrays(file)
    ids = sorted(f"a{number}" for number in range(30, 40) if number % 9)
    assert len(arrays["articles_ends"]) == len(ids)
    assert arrays["articles_text"].tobytes() == "".join(ids).encode()
    (after,) = parts_of(tmp_path)
    assert after.stat().st_size < size


def test_all_articles_can_be_removed(tmp_path: Path) -> None:
    clusterer, file = filled(20), tmp_path / "stories"
    save(clusterer, file, number=1, store_id="m")
    for number in range(20):
        clusterer.remove(ArticleId(f"a{number}"))
    save(clusterer, file, number=2, store_id="m")
    restored = reloaded(file)
    assert slots_of([clusterer, restored]) == [0, 0]
    assert restored.retired()
    assert restored.assign(random_article(3)) == clusterer.assign(random_article(3))


def test_few_gaps_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clusterer = filled(20)
    for number in range(15):
        clusterer.remove(ArticleId(f"a{number}"))
    monkeypatch.setattr(compaction, "MIN_DEAD", 20)
    save(clusterer, tmp_path / "stories", number=1, store_id="m")
    assert slots_of([clusterer]) == [20]


def test_a_failed_save_leaves_slots_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clusterer, file = filled(30), tmp_path / "stories"
    save(clusterer, file, number=1, store_id="m")
    before = clusterer.stories()
    for number in range(25):
        clusterer.remove(ArticleId(f"a{number}"))
    left = clusterer.stories()

    def fail(*_: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(snapshot_file, "write_arrays", fail)
        with pytest.raises(OSError, match="no space"):
            save(clusterer, file, number=2, store_id="m")
    assert slots_of([clusterer]) == [30]
    assert clusterer.stories() == left
    assert reloaded(file).stories() == before
    save(clusterer, file, number=2, store_id="m")
    assert reloaded(file).stories() == left


def test_a_story_is_found_while_a_save_renumbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clusterer = filled(30)
    for number in range(25):
        clusterer.remove(ArticleId(f"a{number}"))
    expected = clusterer.stories()
    other, _ = compaction.compacted(clusterer, tmp_path / "new")
    find = Members.slot

    def find_and_swap(members: Members, article_id: ArticleId) -> int | None:
        slot = find(members, article_id)
        clusterer.take_over(other)
        return slot

    monkeypatch.setattr(Members, "slot", find_and_swap)
    assert clusterer.story_of(ArticleId("a29")) == expected[ArticleId("a29")]
