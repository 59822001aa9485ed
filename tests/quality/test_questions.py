"""Ranking quality on judged questions over the samples."""

import math
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.questions.phrasing import parse_question
from bot.search.ports import SearchRequest
from tests.databases import live_articles
from tests.quality.judged import NOW, SEEDS, assert_floors, judgements, name_of, samples

JUDGED = judgements("questions")
EVENTS = [[name for account in held for name in account] for held in judgements("stories")["events"].values()]
TOP = 10


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    async with open_app(Settings(_env_file=None, corpus=SEEDS, data=tmp_path)) as opened:
        yield opened


def unjudged(relevant: dict[str, int], language: str) -> set[str]:
    """Return articles on the same event in another language: neither relevant nor irrelevant."""
    company = {name for event in EVENTS if relevant.keys() & set(event) for name in event}
    return {name for name in company - relevant.keys() if samples()[name].language != language}


def ndcg(ranked: list[str], relevant: dict[str, int]) -> float:
    """Source: Jarvelin, Kekalainen 2002, Cumulated gain-based evaluation of IR techniques."""
    gains = [2 ** relevant.get(name, 0) - 1 for name in ranked[:TOP]]
    ideal = sorted((2**grade - 1 for grade in relevant.values()), reverse=True)[:TOP]
    return _discounted(gains) / _discounted(ideal)


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


async def test_ranking_meets_its_floors(app: App) -> None:
    assert JUDGED["now"] == NOW.isoformat()
    path = app.services.questions
    named = {article.id: name_of(article) for article in await live_articles(path.articles)}
    scores: dict[str, list[float]] = defaultdict(list)
    for judged in JUDGED["questions"]:
        query = parse_question(judged["text"], now=NOW)
        request = SearchRequest(query=query, now=NOW, samples=True, limit=50)
        found = await path.index.search(request)
        aside = unjudged(judged["relevant"], judged["language"])
        ranked = [name for hit in found.hits if (name := named[hit.article_id]) not in aside]
        first = next((n for n, name in enumerate(ranked, 1) if judged["relevant"].get(name)), math.inf)
        worth = ndcg(ranked, judged["relevant"])
        scores["mrr"].append(1 / first)
        for group in ("all", judged["language"], judged["kind"]):
            scores[f"ndcg10_{group}"].append(worth)
    assert_floors("questions", {name: sum(each) / len(each) for name, each in scores.items()})
