"""A restored clusterer continues as if it had never stopped."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.corpus.article import Article, ArticleId
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


def test_a_missing_foreign_or_damaged_file_is_ignored(tmp_path: Path) -> None:
    file = tmp_path / "stories"
    assert load(file, store_id="m") is None
    save(filled(5), file, number=5, store_id="m")
    assert load(file, store_id="another") is None
    file.write_bytes(file.read_bytes()[:-200])
    assert load(file, store_id="m") is None


def test_an_empty_clusterer_can_be_saved(tmp_path: Path) -> None:
    save(StoryClusterer(), tmp_path / "stories", number=0, store_id="")
    saved = load(tmp_path / "stories", store_id="")
    assert saved is not None
    assert saved[0].assign(random_article(1)).nearest is None
