"""Whether a cluster answers as one machine does: the best articles for questions, and stories.

    tests/with_opensearch python -m benchmarks.agreement [--retrieval DIR ...] [--filler N]
        [--stories FILE ...] [--shards N] [--json FILE]

DIR is as in `benchmarks.retrieval`: prints for which share of the questions the first ten articles are the
same, in order and in any order, when ten are asked for and when a thousand are, and the mean average
precision of both rankings. Filler are further articles of invented words, in both indices. FILE is as in
`benchmarks.stories`: prints BCubed F1 of the stories of both against the true ones and each other, with
nothing held in memory between two batches and with as much as newsbot holds.
"""

import argparse
import asyncio
import json
import os
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks import retrieval, stories
from benchmarks.corpora import News, make_article
from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article, ArticleId
from bot.engine import stories as engine_stories
from bot.engine.client import Cluster
from bot.engine.index import EngineIndex
from bot.engine.stories import EngineStories
from bot.errors import SearchUnavailable
from bot.ingest.batch import Batch, Revision
from bot.ingest.writer import ArticleWriter
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, SearchRequest
from bot.storage.stores import Stores
from bot.stories.assignment import moved_alone
from bot.stories.clusterer import StoryClusterer

URL = os.environ.get("TEST_OPENSEARCH", "")
FIRST = 10
WORDS = 300
"""Of an article of filler."""
BATCH = 20
Row = dict[str, Any]


def main() -> None:
    """Compare, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--retrieval", type=Path, nargs="*", default=[], metavar="DIR")
    parser.add_argument("--filler", type=int, default=0, metavar="N", help="further articles")
    parser.add_argument("--shards", type=int, default=1, metavar="N", help="of the cluster's index")
    parser.add_argument("--stories", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    if not URL:
        parser.error("no cluster: run it with tests/with_opensearch")
    rows = asyncio.run(_compare(options))
    if options.json:
        options.json.write_text(json.dumps({"rows": rows}, indent=1), encoding="utf-8")


async def _compare(options: argparse.Namespace) -> list[Row]:
    rows = []
    for folder in options.retrieval:
        rows.append(await _rankings(folder, filler=options.filler, shards=options.shards))
        print(rows[-1], flush=True)
    for file in options.stories:
        for held in (0, engine_stories.MAX_HELD):
            rows.append(await _stories(file, held, shards=options.shards))
            print(rows[-1])
    return rows


@asynccontextmanager
async def _opened() -> AsyncIterator[Cluster]:
    cluster = Cluster(URL, prefix=f"benchmark-{secrets.token_hex(6)}")
    try:
        while True:
            try:
                await cluster.delete("none")
                break
            except SearchUnavailable:
                await asyncio.sleep(1)
        yield cluster
        await cluster.delete_all()
    finally:
        await cluster.close()


async def _rankings(folder: Path, *, filler: int, shards: int) -> Row:
    relevant = retrieval.read_judgments(folder / "qrels.tsv")
    articles = [retrieval.article(row) for row in retrieval.json_lines(retrieval.corpus_path(folder))]
    articles += [make_article(News(WORDS), number) for number in range(filler)]
    changes = [IndexChange(number, article.id, article) for number, article in enumerate(articles, 1)]
    local = LocalIndex()
    same, same_set, same_of_ten, precisions = [], [], [], []
    async with _opened() as cluster:
        engine = EngineIndex(cluster, shards=shards)
        for start in range(0, len(changes), retrieval.BATCH):
            for index in (local, engine):
                await index.apply(changes[start : start + retrieval.BATCH])
        for row in retrieval.json_lines(folder / "queries.jsonl"):
            query = retrieval.question(str(row["text"]))
            request = SearchRequest(query, retrieval.NOW, limit=retrieval.DEPTH)
            rankings = [await _ranking(index, request) for index in (local, engine)]
            shown = [await _ranking(index, replace(request, limit=FIRST)) for index in (local, engine)]
            same_of_ten.append(shown[0] == shown[1])
            ours, theirs = (ranking[:FIRST] for ranking in rankings)
            same.append(ours == theirs)
            same_set.append(set(ours) == set(theirs))
            if judged := relevant.get(str(row["_id"])):
                precisions.append([retrieval.average_precision(ranked, judged) for ranked in rankings])
    await local.close()
    means = np.mean(precisions, axis=0) if precisions else (0.0, 0.0)
    return {
        "collection": folder.name,
        "articles": len(articles),
        "filler": filler,
        "shards": shards,
        "queries": len(same),
        "same_ten": round(float(np.mean(same_of_ten)), 4),
        "same_first_ten": round(float(np.mean(same)), 4),
        "same_in_any_order": round(float(np.mean(same_set)), 4),
        "map": round(float(means[0]), 4),
        "map_cluster": round(float(means[1]), 4),
    }


async def _ranking(index: LocalIndex | EngineIndex, request: SearchRequest) -> list[ArticleId]:
    return [hit.article_id for hit in (await index.search(request)).hits]


async def _stories(file: Path, held: int, *, shards: int) -> Row:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    articles = [build_article(stories._raw(row), now=stories.NOW) for row in rows]
    clusterer = StoryClusterer()
    for article in articles:
        clusterer.assign(article)
    local = [clusterer.stories()[article.id] for article in articles]
    engine_stories.MAX_HELD = held
    began = time.process_time()
    found = await _on_cluster(articles, shards)
    ours = [found[article.id] for article in articles]
    true = [row["story"] for row in rows]
    return {
        "collection": file.stem,
        "held": held,
        "shards": shards,
        "articles": len(rows),
        "f1": round(stories._bcubed(true, local)["f1"], 4),
        "f1_cluster": round(stories._bcubed(true, ours)["f1"], 4),
        "f1_of_each_other": round(stories._bcubed(local, ours)["f1"], 4),
        "cpu_ms_an_article": round(1e3 * (time.process_time() - began) / len(rows), 2),
    }


async def _on_cluster(articles: Sequence[Article], shards: int) -> dict[ArticleId, str]:
    """Return the story of each article, committed in small batches to a database of its own."""
    with TemporaryDirectory() as folder:
        async with _opened() as cluster, Stores.open(f"sqlite+aiosqlite:///{folder}/news.db") as stores:
            index = EngineIndex(cluster, shards=shards)
            await index.applied()
            finder = EngineStories(stores.articles, stores.stories, cluster)
            writer = ArticleWriter(stores.articles, stores.article_commit, finder, (index,))
            for start in range(0, len(articles), BATCH):
                await _commit(writer, articles[start : start + BATCH])
            return dict(await stores.stories.story_ids([article.id for article in articles]))


async def _commit(writer: ArticleWriter, articles: Sequence[Article]) -> None:
    await writer.follow()
    async with writer.assign(articles) as assigned:
        revisions = tuple(
            Revision(article, article.id, story_id=story.story_id)
            for article, story in zip(articles, assigned, strict=True)
        )
        redirects = {merged: kept for story in assigned for merged, kept in story.redirects}
        moves = moved_alone(assigned)
        await writer.commit(Batch(stories.NOW, revisions, moves=moves, redirects=redirects))
    await writer.follow()


if __name__ == "__main__":
    main()
