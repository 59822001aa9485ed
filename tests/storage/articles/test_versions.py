"""Versions of articles, and the corrections between them: through edits, withdrawals, reloads and undos."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

import bot
from bot.corpus.article import ArticleId
from bot.corrections.correction import Correction
from bot.ingest.batch import Batch, Revision
from bot.storage.database import Database
from bot.stories.story import StoryId
from tests.storage.articles.edited_corpus import CORRECTED, START, UPDATED, WITHDRAWN, Corpus, Facts, revision


def pairs(correction: Correction) -> Sequence[tuple[str, str]]:
    return [(change.before, change.after) for change in correction.changes.changes]


@pytest.fixture
async def corpus(database: Database) -> Corpus:
    corpus = Corpus(database)
    await corpus.commit({name: Facts() for name in "abc"})
    return corpus


async def test_changes_of_substance_are_listed_newest_first(corpus: Corpus) -> None:
    await corpus.commit({"a": Facts(died=3)})
    await corpus.commit({"b": Facts(touched=9)})
    await corpus.commit({"c": Facts(more=1)})
    assert await corpus.recent() == [(UPDATED, "c"), (CORRECTED, "a")]
    correction = await corpus.log.latest(ArticleId("a"))
    assert correction is not None
    assert pairs(correction) == [("4 people died in Tarn.", "3 people died in Tarn.")]
    assert correction.at == START + timedelta(minutes=2)
    assert await corpus.log.latest(ArticleId("b")) is None


async def test_withdrawn_article_keeps_title_and_outlet_only(corpus: Corpus) -> None:
    await corpus.commit({"a": Facts(died=3)})
    await corpus.commit(removed="a")
    (withdrawn,) = await corpus.log.of_articles([ArticleId("a")])
    assert (withdrawn.kind, withdrawn.at, pairs(withdrawn)) == (WITHDRAWN, corpus.now, [])
    version = withdrawn.version
    assert (version.title, version.publisher, version.url) == (
        "Flood a",
        "Portmere Echo",
        "https://echo.example/a",
    )


async def test_withdrawn_article_is_found_by_its_address(corpus: Corpus) -> None:
    async def withdrawn(url: str) -> str | None:
        found = await corpus.log.withdrawal_at(url)
        return str(found.article_id) if found else None

    address = "http://www.echo.example/a/?utm_source=x#top"
    assert await withdrawn(address) is None
    await corpus.commit(removed="a")
    assert await withdrawn(address) == "a"
    await corpus.commit({"a": Facts(died=3)})
    assert await withdrawn(address) is None
    await corpus.reload(removed="a")
    assert await withdrawn(address) == "a"
    await corpus.undo()
    assert await withdrawn(address) is None
    assert await withdrawn("https://echo.example/nothing") is None


async def test_article_that_came_back_is_not_withdrawn(corpus: Corpus) -> None:
    await corpus.commit(removed="ab")
    await corpus.commit({"a": Facts(), "b": Facts(died=3)})
    assert await corpus.recent() == [(CORRECTED, "b")]


async def test_text_that_moved_to_another_id_is_not_withdrawn(corpus: Corpus) -> None:
    moved = Revision(revision("z", Facts()).article, f"a:{tuple(Facts())}")
    await corpus.commits.commit(Batch(corpus.tick(), (moved,), (ArticleId("a"),)))
    assert await corpus.recent() == []


@pytest.mark.parametrize("reload", [False, True])
async def test_texts_read_differently_after_an_upgrade_are_no_corrections(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, reload: bool
) -> None:
    await corpus.commit({"a": Facts(died=3)})
    corrected_at = corpus.now
    await corpus.commit({"b": Facts(died=5)})
    monkeypatch.setattr(bot, "__version__", "99")
    await (corpus.reload if reload else corpus.commit)({"a": Facts(died=3, more=1)}, removed="bc")
    for _ in range(2):
        assert await corpus.recent() == [(CORRECTED, "a")]
        corrections = await corpus.log.of_articles([ArticleId(name) for name in "abc"])
        assert [(found.kind, found.at) for found in corrections] == [(CORRECTED, corrected_at)]
        await corpus.reload()
    assert (await corpus.consistency.run()).problems == ()


@pytest.mark.parametrize("reload", [False, True])
async def test_changes_after_an_upgrade_are_corrections(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, reload: bool
) -> None:
    monkeypatch.setattr(bot, "__version__", "99")
    change = corpus.reload if reload else corpus.commit
    await change({name: Facts(more=1) for name in "abc"})
    await change({"a": Facts(died=3, more=1)}, removed="b")
    assert sorted(await corpus.recent()) == [(CORRECTED, "a"), (WITHDRAWN, "b")]


async def test_reload_corrects_until_it_is_undone(corpus: Corpus) -> None:
    await corpus.reload({"a": Facts(died=3), "d": Facts()}, removed="c")
    switched = corpus.now
    assert sorted(await corpus.recent()) == [(CORRECTED, "a"), (WITHDRAWN, "c")]
    assert {found.at for found in await corpus.log.of_articles([ArticleId("a"), ArticleId("c")])} == {
        switched
    }
    await corpus.undo()
    assert await corpus.recent() == []


async def test_corrections_of_a_reload_keep_their_time_when_it_becomes_permanent(corpus: Corpus) -> None:
    await corpus.reload({"a": Facts(died=3)}, removed="c")
    switched = corpus.now
    await corpus.reload()  # changes nothing, but ends later
    await corpus.reload({"b": Facts(died=5)})
    assert sorted(await corpus.recent()) == [(CORRECTED, "a"), (CORRECTED, "b"), (WITHDRAWN, "c")]
    assert {found.at for found in await corpus.log.of_articles([ArticleId("a"), ArticleId("c")])} == {
        switched
    }


async def test_edits_after_a_reload_are_undone_with_it(corpus: Corpus) -> None:
    await corpus.reload({"a": Facts(died=3), "d": Facts()})
    await corpus.commit({"a": Facts(died=2), "d": Facts(died=7), "b": Facts(died=1)})
    assert sorted(await corpus.recent()) == [
        (CORRECTED, "a"),
        (CORRECTED, "a"),
        (CORRECTED, "b"),
        (CORRECTED, "d"),
    ]
    await corpus.undo()
    assert await corpus.recent() == [(CORRECTED, "b")]


async def test_story_has_the_corrections_of_its_articles_since_a_time(corpus: Corpus) -> None:
    await corpus.commit({"a": Facts(died=3), "b": Facts(died=3)}, story="flood")
    before = corpus.now
    await corpus.commit({"a": Facts(died=2), "c": Facts(died=2)}, story="flood")
    await corpus.commit(removed="b")
    await corpus.commit({"c": Facts(died=1)}, story="storm")
    found = await corpus.log.of_story(StoryId("flood"), since=before)
    assert [(one.kind, one.article_id) for one in found] == [(WITHDRAWN, "b"), (CORRECTED, "a")]
    await corpus.commits.commit(
        Batch(corpus.tick(), (revision("x", Facts(), "rain"),), redirects={StoryId("flood"): StoryId("rain")})
    )
    for name in ("flood", "rain"):
        assert {one.article_id for one in await corpus.log.of_story(StoryId(name), since=before)} == {
            "a",
            "b",
        }


async def test_texts_of_withdrawn_articles_are_deleted_when_they_expire(corpus: Corpus) -> None:
    await corpus.commit({"a": Facts(died=3)})
    await corpus.commit(removed="a")
    moment = START + timedelta(days=1)
    assert sorted(await corpus.retention.before(moment, 9)) == ["a", "b", "c"]
    await corpus.commits.commit(Batch(corpus.tick(), expired=tuple(map(ArticleId, "a"))))
    assert await corpus.recent() == []
    assert await corpus.versions.versions([ArticleId("a")]) == {}
    assert sorted(await corpus.retention.before(moment, 9)) == ["b", "c"]
