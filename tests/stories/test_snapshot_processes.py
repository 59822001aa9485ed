"""Several processes save into one folder, and load from it while others save."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.file_lock import try_lock
from bot.ingest.batch import Batch
from bot.search.index.array_file import Array, write_arrays
from bot.stories import snapshot_file
from bot.stories.clusterer import StoryClusterer
from bot.stories.projection import StoryProjection
from bot.stories.snapshot_file import load, save
from bot.stories.vector_part import VectorPart
from tests.fakes.corpus import MemoryCorpus
from tests.stories.test_clusterer import FERRY
from tests.stories.test_snapshot_file import filled, parts_of, random_article
from tests.stories.test_story_index import AT, follow, revision


def restored(file: Path) -> StoryClusterer:
    saved = load(file, store_id="m")
    assert saved is not None
    return saved[0]


def add(clusterer: StoryClusterer, numbers: range) -> None:
    for number in numbers:
        clusterer.assign(random_article(number))


def before_first(call: Callable[..., Any], action: Callable[[], None]) -> Callable[..., Any]:
    """Return a function that does `action` before the first of its calls of `call`."""
    actions = [action]

    def patched(*args: Any) -> Any:
        if actions:
            actions.pop()()
        return call(*args)

    return patched


def test_a_save_during_another_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one would remove a file of vectors that the first one is about to name."""
    file = tmp_path / "stories"
    save(filled(30), file, number=1, store_id="m")
    one, other = restored(file), restored(file)
    add(one, range(70, 72))
    add(other, range(70, 140))
    skipped = []

    def save_other() -> None:
        skipped.append(not save(other, file, number=3, store_id="m"))

    monkeypatch.setattr(snapshot_file, "write_arrays", before_first(write_arrays, save_other))
    assert save(one, file, number=2, store_id="m")
    assert skipped == [True]
    assert restored(file).stories() == one.stories()
    assert save(other, file, number=3, store_id="m")
    assert restored(file).stories() == other.stories()


def test_a_failed_save_lets_others_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(snapshot_file, "write_arrays", fail)
        with pytest.raises(OSError, match="no space"):
            save(filled(5), tmp_path / "stories", number=1, store_id="m")
    assert save(filled(5), tmp_path / "stories", number=1, store_id="m")


def test_a_load_during_a_save_reads_the_new_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "stories"
    clusterer = filled(30)
    save(clusterer, file, number=1, store_id="m")
    add(clusterer, range(70, 140))
    before = parts_of(tmp_path)

    def save_again() -> None:
        assert save(clusterer, file, number=2, store_id="m")
        assert not before & parts_of(tmp_path)

    monkeypatch.setattr(VectorPart, "read", before_first(VectorPart.read, save_again))
    assert restored(file).stories() == clusterer.stories()


async def test_a_skipped_save_is_tried_again(tmp_path: Path) -> None:
    corpus, file = MemoryCorpus(), tmp_path / "stories"
    await corpus.commit(Batch(AT, (revision("a", FERRY, "s1"),)))
    index = await StoryProjection.open(corpus, corpus, file=file, store_id="m")
    await follow(index, corpus)
    with (tmp_path / "stories.lock").open("ab") as lock:
        assert try_lock(lock)
        await index.close()
        assert not file.exists()
    await index.close()
    assert file.exists()


async def test_stories_of_changes_that_the_store_lacks_are_logged(tmp_path: Path) -> None:
    """The store was restored from a backup."""
    corpus, file = MemoryCorpus(), tmp_path / "stories"
    save(filled(5), file, number=1, store_id="m")
    with structlog.testing.capture_logs() as lines:
        index = await StoryProjection.open(corpus, corpus, file=file, store_id="m")
    assert await index.applied() == 0
    assert [line["event"] for line in lines] == ["saved_stories_ignored"]
