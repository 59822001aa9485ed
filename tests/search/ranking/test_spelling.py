"""Known words near a mistyped one: none one edit away is overlooked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.search.index.term_dictionary import TermDictionary
from bot.search.ranking.spelling import SHORTEST, nearest_words

WORDS = st.text("abcдеسب", min_size=SHORTEST, max_size=9)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, unique=True, max_size=30), WORDS)
def test_every_known_word_one_edit_away_is_found(known: list[str], word: str):
    found = {other for _, other in nearest_words(TermDictionary(surfaces=known), word)}
    near = {other for other in known if OSA.distance(word, other) <= 1 and other[0] in word[:2]}
    assert near <= found
    assert found or not any(OSA.distance(word, other) <= 1 for other in known)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("brigde", "bridge"),
        ("parlament", "parliament"),
        ("govrenmnet", "government"),
        ("xinister", "minister"),
    ],
)
def test_usual_mistakes_are_undone(typed: str, meant: str):
    lexicon = TermDictionary(surfaces=["bridge", "parliament", "government", "minister", "harbour"])
    assert nearest_words(lexicon, typed)[0][1] == meant


def test_words_met_later_are_found_too():
    lexicon = TermDictionary(surfaces=["harbour"])
    assert nearest_words(lexicon, "brigde") == []
    lexicon.surfaces.append("bridge")
    assert [word for _, word in nearest_words(lexicon, "brigde")] == ["bridge"]
