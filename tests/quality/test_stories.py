"""Clustering and independent origins of the samples against judgements."""

from itertools import combinations
from random import Random

from bot.corpus.article import Article
from bot.stories.clusterer import StoryClusterer
from bot.stories.origins import origins
from tests.quality.judged import assert_floors, judgements, samples

Pair = frozenset[str]
JUDGED = judgements("stories")
ORDERS = 3
"""Orders of ingest measured: as read, and shuffled."""


def pairs(groups: list[list[str]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def one_language(found: set[Pair]) -> set[Pair]:
    """Keep pairs in one language: stories are not joined across languages."""
    return {pair for pair in found if len({samples()[name].language for name in pair}) == 1}


def grouped(named: list[tuple[str, Article]]) -> list[list[str]]:
    clusterer = StoryClusterer()
    stories: dict[str, list[str]] = {}
    for _, article in named:
        clusterer.assign(article)
    assigned = clusterer.stories()  # after the last article: stories merge
    for name, article in named:
        stories.setdefault(assigned[article.id], []).append(name)
    return list(stories.values())


def test_every_sample_is_judged_once() -> None:
    names = [name for accounts in JUDGED["events"].values() for account in accounts for name in account]
    assert sorted(names) == sorted(samples())


def test_clustering_meets_its_floors() -> None:
    events = {
        event: [name for account in held for name in account] for event, held in JUDGED["events"].items()
    }
    same = pairs(list(events.values()))
    may = same | pairs([events[one] + events[other] for one, other in JUDGED["may_join"]])
    wrong, correct, total = 0, 0, 0
    for order in range(ORDERS):
        named = list(samples().items())
        if order:
            Random(order).shuffle(named)
        predicted = pairs(grouped(named))
        wrong += len(predicted - may)
        correct += len(predicted & one_language(same))
        total += len(predicted)
    wanted = ORDERS * len(one_language(same))
    assert_floors("stories", {"pair_precision": 1 - wrong / max(total, 1), "pair_recall": correct / wanted})


def test_independent_origins_meet_their_floors() -> None:
    named = {article.id: name for name, article in samples().items()}
    true, predicted = set[Pair](), set[Pair]()
    for accounts in JUDGED["events"].values():
        held = [samples()[name] for account in accounts for name in account]
        predicted |= pairs([[named[i] for i in origin.articles] for origin in origins(held)])
        true |= pairs(accounts)
    correct = len(predicted & true)
    measured = {"pair_precision": correct / len(predicted), "pair_recall": correct / len(true)}
    assert_floors("origins", measured)
