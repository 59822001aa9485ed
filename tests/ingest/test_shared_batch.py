"""Runs that store articles at the same time share transactions, and each gets its own report."""

import asyncio
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle
from bot.ingest.batch import Batch
from bot.ingest.dedupe import Candidate, IngestPlan, Known, deduplicate
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.run import IngestRun
from bot.ingest.shared_batch import Share, WaitingShares, plan_together
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.database import Database
from tests.conftest import OpenApp
from tests.factories import make_article
from tests.feeds.polling import save_alert
from tests.ingest.test_pipeline import database, pipeline_on, raw, stored

__all__ = ["database"]
RUNS = 12


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of revisions in each transaction."""
    counts: list[int] = []
    commit = SqlArticleCommit.commit

    async def counted(self: SqlArticleCommit, batch: Batch) -> object:
        counts.append(len(batch.revisions))
        return await commit(self, batch)

    monkeypatch.setattr(SqlArticleCommit, "commit", counted)
    return counts


async def ingest_at_once(pipeline: IngestPipeline, *raws: RawArticle) -> list[tuple[int, int, int, int]]:
    """Ingest each article in a run of its own, all at once; return what each run counts."""
    reports = await asyncio.gather(*(pipeline.ingest([one]) for one in raws))
    return [(r.added, r.changed, r.duplicates, len(r.rejected)) for r in reports]


async def until_waiting(pipeline: IngestPipeline, count: int) -> None:
    """Return when `count` runs wait for their turn."""
    while len(pipeline._waiting.shares) < count:  # noqa: ASYNC110
        await asyncio.sleep(0)


async def test_runs_share_transactions(database: Database, commits: list[int]) -> None:
    pipeline = pipeline_on(database)
    raws = [raw(f"{n}.txt", f"Number {n}") for n in range(RUNS)]
    async with pipeline.writer.exclusive():
        ingesting = asyncio.create_task(ingest_at_once(pipeline, *raws))
        await until_waiting(pipeline, RUNS)
    assert await ingesting == [(1, 0, 0, 0)] * RUNS
    assert len(await stored(database)) == RUNS
    assert commits == [RUNS]


async def test_same_text_and_same_article_in_two_runs(database: Database) -> None:
    pipeline = pipeline_on(database)
    first, second, changed = raw("a.txt", "One"), raw("b.txt", "One"), raw("a.txt", "Two")
    counts = await ingest_at_once(pipeline, raw("z.txt", "Zero"), first, second, changed)
    assert sum(map(sum, counts)) == len(counts)  # each is new, a revision or a duplicate
    titles = list((await stored(database)).values())
    assert len(titles) == len(set(titles))
    assert "Headline of Zero" in titles


async def test_run_stored_with_others_keeps_its_report(database: Database) -> None:
    pipeline = pipeline_on(database)
    async with pipeline.writer.exclusive():
        raws = [raw("a.txt", "One"), raw("a.txt", "Two"), raw("c.txt", "Three"), raw("d.txt", "Four")]
        tasks = []
        for one in raws:  # each waits before the next one comes
            tasks.append(asyncio.create_task(pipeline.ingest([one])))
            await until_waiting(pipeline, len(tasks))
    counts = [(r.added, r.changed) for r in await asyncio.gather(*tasks)]
    # The second has the first's id, and its turn comes before those that were stored with the first.
    assert counts == [(1, 0), (0, 1), (1, 0), (1, 0)]


async def test_error_over_one_article_leaves_other_runs_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline = pipeline_on(database)
    assign = pipeline.writer.stories.assign

    async def failing(articles: list[object], **options: bool) -> object:
        if any("Cursed" in repr(article) for article in articles):
            raise KeyError("planted")
        return await assign(articles, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline.writer.stories, "assign", failing)
    raws = [raw(f"{n}.txt", "Cursed" if n == 3 else f"Number {n}") for n in range(RUNS)]
    expected = [(0, 0, 0, 1) if n == 3 else (1, 0, 0, 0) for n in range(RUNS)]
    assert await ingest_at_once(pipeline, *raws) == expected
    assert len(await stored(database)) == RUNS - 1


async def test_cancelled_run_leaves_the_others_to_store_theirs(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    storing: asyncio.Future[asyncio.Task[object] | None] = asyncio.get_running_loop().create_future()
    commit = SqlArticleCommit.commit

    async def held_up_once(self: SqlArticleCommit, batch: Batch) -> object:
        if not storing.done():
            storing.set_result(asyncio.current_task())
            await asyncio.Event().wait()
        return await commit(self, batch)

    monkeypatch.setattr(SqlArticleCommit, "commit", held_up_once)
    pipeline = pipeline_on(database)
    tasks = [asyncio.create_task(pipeline.ingest([raw(f"{n}.txt", f"Number {n}")])) for n in range(RUNS)]
    cancelled = await storing
    assert cancelled is not None
    cancelled.cancel()
    reports = await asyncio.gather(*tasks, return_exceptions=True)
    added = [report.added for report in reports if not isinstance(report, BaseException)]
    assert added == [1] * (RUNS - 1)
    assert len(await stored(database)) == RUNS - 1


async def test_silent_run_next_to_others_matches_no_alerts(
    open_with: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ArticleId] = []
    commit = SqlArticleCommit.commit

    async def recorded(self: SqlArticleCommit, batch: Batch) -> object:
        told.extend(match.article_id for match in batch.matches)
        return await commit(self, batch)

    monkeypatch.setattr(SqlArticleCommit, "commit", recorded)
    async with open_with() as app:
        await save_alert(app, "harbour")
        runs = [await app.pipeline.start_run(silent=bool(n % 2)) for n in range(RUNS)]
        raws = [raw(f"{n}.txt", f"Number {n}", id=f"a{n}", published="2026-11-02") for n in range(RUNS)]
        pairs = zip(raws, runs, strict=True)
        await asyncio.gather(*(app.pipeline.ingest([one], run=run) for one, run in pairs))
    assert sorted(told) == sorted(f"a{n}" for n in range(0, RUNS, 2))


def candidate(number: int, text: int) -> Candidate:
    return Candidate(make_article(f"a{number}", f"text {text}", source=f"{number}.txt"), f"t{text}")


candidates = st.lists(st.builds(candidate, st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=3)


@given(st.lists(candidates, max_size=4), candidates)
def test_shares_are_planned_as_if_stored_one_after_the_other(
    lists: list[list[Candidate]], before: list[Candidate]
) -> None:
    known = after(deduplicate(before, Known(), {}), Known())
    waiting = WaitingShares([Share(held, IngestRun()) for held in lists])
    group = waiting.together_with(waiting.shares[0]) if lists else []
    shared = plan_together(group, known, [{}] * len(group))
    expected = []
    for share in group:
        expected.append(deduplicate(share.candidates, known, {}))
        known = after(expected[-1], known)
    assert list(map(counted, shared.plans)) == list(map(counted, expected))
    assert shared.whole.news == [
        *(new for plan in expected for new in plan.added), *(new for plan in expected for new in plan.changed)
    ]  # fmt: skip
    news = [new.article.id for new in shared.whole.news]
    assert len(news) == len(set(news))


def counted(plan: IngestPlan) -> tuple[object, ...]:
    """Return what a plan says, as rejections are equal to none but themselves."""
    return plan.added, plan.changed, plan.removed, plan.duplicates, plan.unchanged, len(plan.rejected)


def after(plan: IngestPlan, known: Known) -> Known:
    """Return what a store holds after a plan, by its articles alone."""
    texts = dict(known.fingerprints)
    for gone in plan.removed:
        del texts[gone]
    texts |= {new.article.id: new.fingerprint for new in plan.news}
    return replace(
        known, fingerprints=texts, holders={text: ArticleId(holder) for holder, text in texts.items()}
    )
