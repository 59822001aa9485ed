"""A restored clusterer continues as if it had never stopped."""

import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.corpus.article import Article, ArticleId
from bot.search.index.array_file import read_arrays
from bot.stories import snapshot_file
from bot.stories.clusterer import StoryClusterer
from bot.stories.snapshot_file import load, save
from tests.factories import make_article

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
EVENTS = ("harbour bridge closed ships", "valley flood rescue boats", "library opens reading hall")


def random_article(number: int) -> Article:
    draw = random.Random(number)
    words = EVENTS[number % 3].split() * 3 + [f"w{draw.randrange(400)}" for _ in range(20)]
    draw.shuffle(words)
    at = None if number % 7 == 0 else AT + timedelta(hours=number % 50)
    return make_article(
        f"a{number}", " ".join(words), title=EVENTS[number % 3], language="und", published_at=at
    )


def filled(count: int) -> StoryClusterer:
    clusterer = StoryClusterer()
    for number in range(count):
        clusterer.assign(random_article(number))
    for number in range(0, count, 9):
        clusterer.remove(ArticleId(f"a{number}"))
    return clusterer


def test_a_restored_clusterer_assigns_like_the_original(tmp_path: Path) -> None:
    original = filled(60)
    save(original, tmp_path / "stories", number=77, store_id="m")
    saved = load(tmp_path / "stories", store_id="m")
    assert saved is not None
    restored, number = saved
    assert (number, restored.stories()) == (77, original.stories())
    assert set(restored.retired()) == set(original.retired())
    new = [random_article(number) for number in (*range(60, 90), *range(0, 30, 9))]
    untouched = filled(60)
    expected = [untouched.assign(article) for article in new]
    assert [original.assign(article) for article in new] == expected
    assert [restored.assign(article) for article in new] == expected


def test_a_missing_or_foreign_file_is_ignored(tmp_path: Path) -> None:
    file = tmp_path / "stories"
    with structlog.testing.capture_logs() as lines:
        assert load(file, store_id="m") is None
    assert not lines
    save(filled(5), file, number=5, store_id="m")
    assert load(file, store_id="another") is None


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


@pytest.mark.parametrize("damage", [Path.unlink, truncate])
@pytest.mark.parametrize("at", [0, 1])
def test_a_damaged_part_is_logged(tmp_path: Path, at: int, damage: Callable[[Path], None]) -> None:
    clusterer = filled(40)
    save(clusterer, tmp_path / "stories", number=1, store_id="m")
    clusterer.assign(random_article(70))
    save(clusterer, tmp_path / "stories", number=2, store_id="m")
    part = sorted(parts_of(tmp_path))[at]
    damage(part)
    assert_damage_is_logged(tmp_path / "stories", part)


def test_a_damaged_state_is_logged(tmp_path: Path) -> None:
    file = tmp_path / "stories"
    save(filled(5), file, number=5, store_id="m")
    truncate(file)
    assert_damage_is_logged(file, file)


def assert_damage_is_logged(file: Path, damaged: Path) -> None:
    with structlog.testing.capture_logs() as lines:
        assert load(file, store_id="m") is None
    (line,) = lines
    assert (line["event"], line["log_level"]) == ("saved_stories_ignored", "warning")
    assert damaged.name in line["reason"]


def parts_of(folder: Path) -> set[Path]:
    return set(folder.glob("stories.*.vectors"))


def test_a_clusterer_saved_again_and_again_assigns_as_if_it_never_was(tmp_path: Path) -> None:
    saved, untouched = StoryClusterer(), StoryClusterer()
    for number in range(90):
        assert saved.assign(random_article(number)) == untouched.assign(random_article(number))
        if number % 5 == 0:
            for clusterer in (saved, untouched):
                clusterer.remove(ArticleId(f"a{number // 2}"))
        if number % 7 == 0:
            save(saved, tmp_path / "stories", number=number, store_id="m")
        if number % 21 == 0:
            restored = load(tmp_path / "stories", store_id="m")
            assert restored is not None
            saved = restored[0]
    assert saved.stories() == untouched.stories()
    assert set(saved.retired()) == set(untouched.retired())


def test_a_save_writes_new_vectors_and_joins_small_files(tmp_path: Path) -> None:
    clusterer, written = StoryClusterer(), []
    for number in range(40):
        clusterer.assign(random_article(number))
        if number % 10 == 9:
            before = parts_of(tmp_path)
            save(clusterer, tmp_path / "stories", number=number, store_id="m")
            written.append((len(before & parts_of(tmp_path)), len(parts_of(tmp_path))))
    assert written == [(0, 1), (0, 1), (1, 2), (0, 1)]


def test_a_save_restores_files_that_another_process_removed(tmp_path: Path) -> None:
    clusterer = filled(30)
    save(clusterer, tmp_path / "stories", number=1, store_id="m")
    for part in parts_of(tmp_path):
        part.unlink()
    save(clusterer, tmp_path / "stories", number=2, store_id="m")
    saved = load(tmp_path / "stories", store_id="m")
    assert saved is not None
    assert saved[0].stories() == clusterer.stories()


def test_a_file_that_is_mostly_removed_is_written_again(tmp_path: Path) -> None:
    clusterer = filled(40)
    save(clusterer, tmp_path / "stories", number=1, store_id="m")
    (before,) = parts_of(tmp_path)
    size = before.stat().st_size
    for number in range(30):
        clusterer.remove(ArticleId(f"a{number}"))
    save(clusterer, tmp_path / "stories", number=2, store_id="m")
    (after,) = parts_of(tmp_path)
    assert after != before
    assert after.stat().st_size < size


def test_only_old_files_that_nothing_names_are_removed(tmp_path: Path) -> None:
    new, old, killed = (tmp_path / f"stories.{name}" for name in ("a.vectors", "b.vectors", "c.new"))
    for file in (new, old, killed):
        file.touch()
    for file in (old, killed):
        os.utime(file, (0, 0))
    save(filled(5), tmp_path / "stories", number=1, store_id="m")
    assert new.exists()
    assert not old.exists()
    assert not killed.exists()


def test_a_file_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process may replace it at any time: two readings could be of two states."""
    file = tmp_path / "stories"
    save(filled(20), file, number=1, store_id="m")
    opened = []

    def read(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
        opened.append(path)
        return read_arrays(path)

    monkeypatch.setattr(snapshot_file, "read_arrays", read)
    assert load(file, store_id="m")
    assert opened.count(file) == 1


def test_arrays_of_another_length_are_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "stories"
    save(filled(20), file, number=1, store_id="m")
    arrays, facts = read_arrays(file)
    shorter = arrays | {"removed": arrays["removed"][:-1]}
    monkeypatch.setattr(snapshot_file, "read_arrays", lambda _: (shorter, facts))
    assert load(file, store_id="m") is None


def test_a_failed_save_leaves_the_last_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clusterer = filled(20)
    save(clusterer, tmp_path / "stories", number=1, store_id="m")
    files = set(tmp_path.iterdir())
    clusterer.assign(random_article(70))

    def full(*_: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(snapshot_file, "write_arrays", full)
        with pytest.raises(OSError, match="no space"):
            save(clusterer, tmp_path / "stories", number=2, store_id="m")
    assert set(tmp_path.iterdir()) == files
    save(clusterer, tmp_path / "stories", number=2, store_id="m")
    saved = load(tmp_path / "stories", store_id="m")
    assert saved is not None
    assert saved[0].stories() == clusterer.stories()


def test_an_empty_clusterer_can_be_saved(tmp_path: Path) -> None:
    save(StoryClusterer(), tmp_path / "stories", number=0, store_id="")
    saved = load(tmp_path / "stories", store_id="")
    assert saved is not None
    assert saved[0].assign(random_article(1)).nearest is None
