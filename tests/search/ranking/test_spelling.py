"""Spelling correction misses no known word within one edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.search.index.term_dictionary import TermDictionary
from bot.search.ranking.spelling import MIN_WORD_LENGTH, is_likely, nearest_words

WORDS = st.text("abcдеسب", min_size=MIN_WORD_LENGTH, max_size=9)


@given(st.lists(WORDS, unique=True, max_size=30), WORDS)
def test_every_known_word_within_one_edit_is_found(known: list[str], word: str):
    nearest = {candidate for _, candidate in nearest_words(TermDictionary(word_forms=known), word)}
    near = {candidate for candidate in known if OSA.distance(word, candidate) <= 1}
    assert {candidate for candidate in near if candidate[0] in word[:2]} <= nearest
    assert nearest or not near


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("brigde", "bridge"),
        ("parlament", "parliament"),
        ("govrenmnet", "government"),
        ("xinister", "minister"),
    ],
)
def test_common_mistakes_are_corrected(typed: str, meant: str):
    dictionary = TermDictionary(word_forms=["bridge", "parliament", "government", "minister", "harbour"])
    assert nearest_words(dictionary, typed)[0][1] == meant


def test_words_added_later_are_found():
    dictionary = TermDictionary(word_forms=["harbour"])
    assert nearest_words(dictionary, "brigde") == []
    dictionary.word_forms.append("bridge")
    assert [word for _, word in nearest_words(dictionary, "brigde")] == ["bridge"]


@pytest.mark.parametrize(
    ("typed", "known", "likely"),
    [
        ("fever", "fewer", False),
        ("brick", "brisk", False),
        ("schol", "school", True),
        ("flodo", "flood", True),
        ("fkood", "flood", True),
        ("parlament", "parliament", True),
        ("governmment", "government", True),
        ("gardenia", "garden", False),
    ],
)
def test_word_is_replaced_only_after_a_slip_of_the_hand(typed: str, known: str, likely: bool):
    assert is_likely(typed, known) is likely
