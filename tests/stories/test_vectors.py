"""Vectors in an index that counts for a larger corpus."""

from bot.stories.vectors import PROBES, VectorIndex


def test_frequencies_of_a_larger_corpus_decide_what_weighs_most() -> None:
    index = VectorIndex()
    rare = {f"rare{n}": n for n in range(PROBES)}
    common = {f"common{n}": 50_000 for n in range(2_000)}
    index.count(rare | common, {"en": 100_000})
    codes = dict.fromkeys([*common, *rare], 1)
    shares = index.probes(codes, "en")
    assert list(shares) == list(rare)
    assert 0 < sum(shares.values()) < 1
    index.count({"rare0": 90_000}, {"en": 100_000})
    assert index.probes(codes, "en") == shares


def test_counted_articles_are_not_counted_again() -> None:
    index = VectorIndex()
    index.count({"ferry": 7}, {"en": 10})
    index.add({"ferry": 1}, "en", counted=True)
    assert index.frequencies.tolist() == [7]
    index.add({"ferry": 1, "tram": 1}, "en")
    assert index.frequencies.tolist() == [8, 1]
    assert index.unknown(["tram", "ship"]) == {"ship"}
