"""Similar terms are found by shared 4-grams, also as terms are added."""

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index.ngrams import MIN_SIMILARITY, NgramIndex

OTHERS = [
    f"{a}{b}{c}" for a in ("lor", "min", "tas") for b in ("bek", "dun", "fop") for c in ("gis", "hul", "jar")
]
"""Terms that share no gram with a test's terms: how rare a gram is depends on all terms."""
WORDS = st.text("abcdeأبت1", min_size=1, max_size=9)


def by_formula(terms: list[str], term: str) -> dict[str, float]:
    """Return the similar terms by the plain formula: cosines of 4-grams weighted by squared idf."""

    def grams(word: str) -> set[str]:
        framed = f"_{word}_" if word.isalpha() else ""
        return {framed[i : i + 4] for i in range(len(framed) - 3)}

    df = {gram: sum(gram in grams(word) for word in terms) for word in [*terms, term] for gram in grams(word)}
    weights = {gram: log((len(terms) + 1) / max(count, 1)) ** 2 for gram, count in df.items()}
    similar = {}
    for word in terms:
        norms = [sum(weights[gram] for gram in grams(text)) for text in (word, term)]
        shared = sum(weights[gram] for gram in grams(word) & grams(term))
        if word != term and shared and shared / sqrt(norms[0] * norms[1]) >= MIN_SIMILARITY:
            similar[word] = shared / sqrt(norms[0] * norms[1])
    return similar


def by_index(ngrams: NgramIndex, terms: list[str], term: str) -> dict[str, float]:
    numbers, cosines = ngrams.similar(term)
    return dict(zip((terms[n] for n in numbers.tolist()), cosines.tolist(), strict=True))


def test_terms_with_a_common_stem_are_similar_and_others_are_not():
    terms = [*OTHERS, "vietnam", "vietnames", "korea", "korean", "harbour"]
    assert by_index(NgramIndex(terms), terms, "vietnam").keys() == {"vietnames"}
    assert by_index(NgramIndex(terms), terms, "korea").keys() == {"korean"}
    assert by_index(NgramIndex(terms), terms, "harbour") == {}


@pytest.mark.parametrize("term", ["1963", "a", "", "covid19"])
def test_numbers_and_single_letters_have_no_similar_terms(term: str):
    assert by_index(NgramIndex([term, "1964", "b", "covid18"]), [], term) == {}


def test_unknown_term_has_similar_terms():
    terms = [*OTHERS, "governor", "parliament"]
    assert by_index(NgramIndex(terms), terms, "governors").keys() == {"governor"}


def test_new_terms_are_found_immediately():
    terms = [f"word{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}" for n in range(100)]
    ngrams = NgramIndex(terms)
    assert "harbours" not in by_index(ngrams, terms, "harbour")
    for new in ("harbours", "harboured", "harbouring"):
        terms.append(new)
        assert new in by_index(ngrams, terms, "harbour")


@given(st.lists(st.lists(WORDS, max_size=12), max_size=6), WORDS)
def test_results_follow_the_formula_however_terms_were_added(batches: list[list[str]], term: str):
    terms: list[str] = []
    ngrams = NgramIndex(terms)
    for batch in batches:
        terms += [word for word in dict.fromkeys(batch) if word not in terms]
        ngrams.similar(term)
    similar, expected = by_index(ngrams, terms, term), by_formula(terms, term)
    borderline = {
        word for word, cosine in (expected | similar).items() if abs(cosine - MIN_SIMILARITY) < 1e-9
    }
    assert similar.keys() - borderline == expected.keys() - borderline
    common = [word for word in similar if word in expected]
    assert np.allclose([similar[word] for word in common], [expected[word] for word in common])


def test_terms_become_similar_as_their_other_letters_become_common():
    terms = [*OTHERS, "harbour", "harbourquixtes"]
    ngrams = NgramIndex(terms)
    assert "harbourquixtes" not in by_index(ngrams, terms, "harbour")
    for number in range(12):  # too few for the first terms to be indexed again
        terms.append(f"{'abcdefghijkl'[number]}ourquixtes")
        assert by_index(ngrams, terms, "harbour").keys() == by_formula(terms, "harbour").keys()
    assert "harbourquixtes" in by_index(ngrams, terms, "harbour")


def test_long_term_finds_one_that_ends_differently() -> None:
    long = "donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle"
    others = [f"{a}{b}" for a in OTHERS for b in OTHERS]
    numbers, cosines = NgramIndex([long, long[:-1], *others]).similar(long)
    assert numbers.tolist() == [1]
    assert cosines[0] > 0.9
