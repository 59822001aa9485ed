"""Versions of articles, and the corrections between them: through edits, withdrawals, reloads and undos."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest

import bot
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.corrections.correction import Correction, CorrectionKind
from bot.corrections.log import CorrectionLog
from bot.ingest.batch import Batch, Revision
from bot.ingest.reload.generation import ReloadReport
from bot.storage.admin.consistency import SqlConsistencyCheck
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.retention import SqlRetentionStore
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.versions import SqlVersionStore
from bot.storage.database import Database
from bot.storage.generations.store import SqlGenerationStore
from bot.stories.story import StoryId

START = datetime(2026, 11, 1, 12, tzinfo=UTC)
CORRECTED, UPDATED, WITHDRAWN = CorrectionKind.CORRECTED, CorrectionKind.UPDATED, CorrectionKind.WITHDRAWN


class Facts(NamedTuple):
    """What an article says: how many died, how many further sentences it has, how often it was touched up."""

    died: int = 4
    more: int = 0
    touched: int = 0

    @property
    def text(self) -> str:
        more = ("Schools stay shut.", "The army sent two boats.", "A fund takes donations.")[: self.more]
        return " ".join([f"{self.died} people died in Tarn.", *more, f"Updated 14:{self.touched:02}"])


class Corpus:
    """The stores of one database, with a clock that goes on by a minute at every change."""

    def __init__(self, database: Database) -> None:
        self.articles = SqlArticleStore(database)
        self.commits = SqlArticleCommit(database)
        self.generations = SqlGenerationStore(database)
        self.versions = SqlVersionStore(database)
        self.log = CorrectionLog(self.versions)
        self.retention = SqlRetentionStore(database)
        self.consistency = SqlConsistencyCheck(database)
        self.now = START

    async def commit(
        self, changed: dict[str, Facts] | None = None, removed: str = "", *, story: str = ""
    ) -> None:
        revisions = [revision(name, facts, story) for name, facts in (changed or {}).items()]
        known = await self.articles.fingerprints([new.article.id for new in revisions])
        based = [Revision(r.article, r.fingerprint, known.get(r.article.id), r.story_id) for r in revisions]
        await self.commits.commit(Batch(self.tick(), tuple(based), tuple(map(ArticleId, removed))))

    async def reload(self, changed: dict[str, Facts] | None = None, removed: str = "") -> None:
        opened = await self.generations.begin("folder", 7, self.tick())
        revisions = [revision(name, facts) for name, facts in (changed or {}).items()]
        await self.generations.stage(opened, revisions, [ArticleId(name) for name in removed])
        number = await self.articles.last_change()
        await self.generations.switch(opened, ReloadReport(), based_on=number, now=self.tick())

    async def undo(self) -> None:
        await self.generations.undo(None, self.tick())

    def tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    async def recent(self) -> list[tuple[CorrectionKind, str]]:
        return [(found.kind, str(found.article_id)) async for found in self.log.recent()]


def revision(name: str, facts: Facts, story: str = "") -> Revision:
    publisher = Provenance(Hop("Portmere Echo", Certainty.STATED))
    article = Article(
        id=ArticleId(name),
        title=f"Flood {name}",
        text=facts.text,
        language="en",
        source=f"folder/{name}.txt",
        provenance=publisher,
        published_at=START,
        url=f"https://echo.example/{name}",
    )
    return Revision(article, f"{name}:{tuple(facts)}", story_id=StoryId(story or f"story-{name}"))


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


class Model:
    """What the corrections should be.

    Keeps each article's texts, the reload with which each of them can be undone, and which articles are live.
    """

    def __init__(self) -> None:
        self.texts: dict[str, list[tuple[Facts, int | None]]] = {}
        self.live: set[str] = set()
        self.reloads = 0
        self.undoable: int | None = None
        self.replaced: set[str] = set()
        self.brought: set[str] = set()

    def commit(self, changed: dict[str, Facts], removed: str) -> None:
        for name, facts in changed.items():
            reload = self.undoable if name in self.replaced | self.brought else None
            self.texts.setdefault(name, []).append((facts, reload))
        self.live = (self.live | set(changed)) - set(removed)

    def reload(self, changed: dict[str, Facts], removed: str) -> None:
        self.reloads += 1
        self.undoable = self.reloads
        self.replaced = {*changed, *removed} & self.live
        self.brought = set(changed)
        for name, facts in changed.items():
            self.texts.setdefault(name, []).append((facts, self.undoable))
        self.live = (self.live | set(changed)) - set(removed)

    def undo(self) -> None:
        for name, texts in self.texts.items():
            if name in self.live and texts[-1][1] == self.undoable:
                self.live.discard(name)
        self.texts = {name: [t for t in texts if t[1] != self.undoable] for name, texts in self.texts.items()}
        self.live |= self.replaced
        self.undoable, self.replaced, self.brought = None, set(), set()

    def corrections(self) -> list[tuple[CorrectionKind, str]]:
        found = []
        for name, texts in self.texts.items():
            if texts and name not in self.live:
                found.append((WITHDRAWN, name))
                continue
            for (old, _), (new, _) in pairwise(texts):
                if old.died != new.died or old.more > new.more:
                    found.append((CORRECTED, name))
                elif new.more > old.more:
                    found.append((UPDATED, name))
        return sorted(found)


@pytest.mark.parametrize("seed", range(4))
async def test_random_edits_withdrawals_reloads_and_undos_match_a_model(
    database: Database, seed: int
) -> None:
    corpus, model, draw = Corpus(database), Model(), random.Random(seed)
    for step in range(20):
        changed = {
            name: Facts(draw.randint(3, 4), draw.randint(0, 2), step) for name in draw.sample("abcdef", 2)
        }
        leaving = sorted(model.live - set(changed))
        removed = "".join(draw.sample(leaving, min(draw.randint(0, 2), len(leaving))))
        match draw.choice(["commit", "commit", "reload", "undo"]):
            case "commit":
                await corpus.commit(changed, removed)
                model.commit(changed, removed)
            case "reload":
                await corpus.reload(changed, removed)
                model.reload(changed, removed)
            case "undo" if model.undoable is not None:
                await corpus.undo()
                model.undo()
        recent = [found async for found in corpus.log.recent()]
        assert sorted((found.kind, str(found.article_id)) for found in recent) == model.corrections(), step
        assert [found.at for found in recent] == sorted((found.at for found in recent), reverse=True)
        assert len({found.before.key for found in recent}) == len(recent)
        assert (await corpus.consistency.run()).problems == (), step
