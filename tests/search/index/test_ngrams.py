"""Terms written alike: found by shared 4-grams, also as terms keep coming."""

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.index.ngrams import LEAST_ALIKE, NgramIndex

OTHERS = [
    f"{a}{b}{c}" for a in ("lor", "min", "tas") for b in ("bek", "dun", "fop") for c in ("gis", "hul", "jar")
]
"""Terms that share nothing with those of a test: what is usual is counted over all terms."""
WORDS = st.text("abcdeأبت1", min_size=1, max_size=9)


def written_out(terms: list[str], term: str) -> dict[str, float]:
    """The same by the plain formula: cosines of 4-grams weighted by idf."""

    def grams(word: str) -> set[str]:
        framed = f"_{word}_" if word.isalpha() else ""
        return {framed[i : i + 4] for i in range(len(framed) - 3)}

    holding = {
        gram: sum(gram in grams(word) for word in terms) for word in [*terms, term] for gram in grams(word)
    }
    worth = {gram: log((len(terms) + 1) / max(count, 1)) ** 2 for gram, count in holding.items()}
    found = {}
    for word in terms:
        sizes = [sum(worth[gram] for gram in grams(each)) for each in (word, term)]
        shared = sum(worth[gram] for gram in grams(word) & grams(term))
        if word != term and shared and shared / sqrt(sizes[0] * sizes[1]) >= LEAST_ALIKE:
            found[word] = shared / sqrt(sizes[0] * sizes[1])
    return found


def found_by(grams: NgramIndex, terms: list[str], term: str) -> dict[str, float]:
    numbers, cosines = grams.alike(term)
    return dict(zip((terms[n] for n in numbers.tolist()), cosines.tolist(), strict=True))


def test_terms_with_a_common_stem_are_alike_and_others_are_not():
    terms = [*OTHERS, "vietnam", "vietnames", "korea", "korean", "harbour"]
    assert found_by(NgramIndex(terms), terms, "vietnam").keys() == {"vietnames"}
    assert found_by(NgramIndex(terms), terms, "korea").keys() == {"korean"}
    assert found_by(NgramIndex(terms), terms, "harbour") == {}


@pytest.mark.parametrize("term", ["1963", "a", "", "covid19"])
def test_numbers_and_single_letters_are_like_nothing(term: str):
    assert found_by(NgramIndex([term, "1964", "b", "covid18"]), [], term) == {}


def test_a_term_nobody_wrote_is_like_those_that_look_like_it():
    terms = [*OTHERS, "governor", "parliament"]
    assert found_by(NgramIndex(terms), terms, "governors").keys() == {"governor"}


def test_new_terms_are_found_as_soon_as_they_are_there():
    terms = [f"word{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}" for n in range(100)]
    grams = NgramIndex(terms)
    assert "harbours" not in found_by(grams, terms, "harbour")
    for more in ("harbours", "harboured", "harbouring"):
        terms.append(more)
        assert more in found_by(grams, terms, "harbour")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=12), max_size=6), WORDS)
def test_however_terms_came_the_formula_holds(batches: list[list[str]], term: str):
    terms: list[str] = []
    grams = NgramIndex(terms)
    for batch in batches:
        terms += [word for word in dict.fromkeys(batch) if word not in terms]
        grams.alike(term)
    found, expected = found_by(grams, terms, term), written_out(terms, term)
    borderline = {word for word, cosine in (expected | found).items() if abs(cosine - LEAST_ALIKE) < 1e-9}
    assert found.keys() - borderline == expected.keys() - borderline
    assert np.allclose(
        [found[word] for word in found if word in expected],
        [expected[word] for word in found if word in expected],
    )
