"""Provenance of the samples against judgements made by reading."""

from collections.abc import Iterable
from typing import Any

from bot.corpus.article import Article, Certainty
from tests.quality.judged import assert_floors, judgements, samples

FIELDS = ("publisher", "author", "published", "original")


def extracted(article: Article) -> dict[str, Any]:
    stated = article.published is Certainty.STATED and article.published_at
    return {
        "publisher": article.publisher,
        "author": article.author,
        "published": stated.isoformat() if stated else None,
        "original": sorted(hop.name for hop in article.provenance.original),
        "cited": {hop.name for hop in article.provenance.cited},
    }


def expected(judged: dict[str, Any]) -> dict[str, Any]:
    return {**judged, "original": sorted(judged["original"]), "cited": set(judged["cited"])}


def share(hits: Iterable[bool]) -> float:
    marks = list(hits)
    return sum(marks) / len(marks) if marks else 1.0


def test_every_sample_is_judged() -> None:
    assert judgements("provenance").keys() == samples().keys()


def test_provenance_meets_its_floors() -> None:
    pairs = [
        (article.language, expected(judged), extracted(article))
        for name, judged in judgements("provenance").items()
        for article in [samples()[name]]
    ]
    measured = {
        f"{field}_accuracy": share(gold[field] == found[field] for _, gold, found in pairs)
        for field in FIELDS
    }
    for language in ("en", "ar", "tr"):
        spoken = [(n, pair) for n, pair in enumerate(pairs) if pair[0] == language]
        gold = {(n, name) for n, (_, judged, _) in spoken for name in judged["cited"]}
        found = {(n, name) for n, (_, _, read) in spoken for name in read["cited"]}
        measured[f"cited_precision_{language}"] = share(name in gold for name in found)
        measured[f"cited_recall_{language}"] = share(name in found for name in gold)
    assert_floors("provenance", measured)


def test_bodies_start_and_end_with_the_article() -> None:
    for name, judged in judgements("provenance").items():
        text = samples()[name].text
        assert text.startswith(judged.get("starts", "")), name
        assert text.endswith(judged.get("ends", "")), name
