"""A clusterer that was kept goes on as if it had never stopped."""

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
    made = StoryClusterer()
    for number in range(count):
        made.assign(random_article(number))
    for number in range(0, count, 9):
        made.remove(ArticleId(f"a{number}"))
    return made


def test_what_was_kept_assigns_as_the_one_that_went_on(tmp_path: Path) -> None:
    first = filled(60)
    save(first, tmp_path / "stories", number=77, store_id="m")
    kept = load(tmp_path / "stories", store_id="m")
    assert kept is not None
    second, number = kept
    assert (number, second.stories()) == (77, first.stories())
    assert set(second.retired()) == set(first.retired())
    new = [random_article(number) for number in (*range(60, 90), *range(0, 30, 9))]
    ours = [first.assign(each) for each in new]
    theirs = [second.assign(each) for each in new]
    assert [(a.story_id, a.nearest) for a in theirs] == [(a.story_id, a.nearest) for a in ours]


def test_a_file_of_another_store_or_none_or_a_broken_one_is_no_start(tmp_path: Path) -> None:
    file = tmp_path / "stories"
    assert load(file, store_id="m") is None
    save(filled(5), file, number=5, store_id="m")
    assert load(file, store_id="another") is None
    file.write_bytes(file.read_bytes()[:-200])
    assert load(file, store_id="m") is None


def test_an_empty_one_is_kept_too(tmp_path: Path) -> None:
    save(StoryClusterer(), tmp_path / "stories", number=0, store_id="")
    kept = load(tmp_path / "stories", store_id="")
    assert kept is not None
    assert kept[0].assign(random_article(1)).nearest is None
