"""Words learned together have the numbers and word forms that they would have one by one."""

from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from bot.search.analyzer import analyzer_for
from bot.search.index.term_dictionary import TermDictionary
from bot.search.index.word_numbers import WordNumbers

WORDS = st.lists(
    st.sampled_from(
        ("the", "The", "flood", "floods", "Flooded", "İzmir", "covid19", "naïve", "WHO", "run", "it's")
    )
    | st.text(ascii_lowercase, min_size=1, max_size=6),
    max_size=12,
)


@given(batches=st.lists(WORDS, max_size=4), language=st.sampled_from(("en", "tr", "ar", "und")))
def test_learning_changes_nothing_but_the_order(batches: list[list[str]], language: str) -> None:
    together, alone = TermDictionary(), TermDictionary()
    learned = WordNumbers(together, analyzer_for(language))
    usual = WordNumbers(alone, analyzer_for(language))
    for words in batches:
        learned.learn(words)
        for word in words:
            mine, other = learned[word], usual[word]
            assert (mine if mine < 0 else together.terms[mine]) == (
                other if other < 0 else alone.terms[other]
            )
    assert sorted(together.word_forms) == sorted(alone.word_forms)
    assert sorted(together.terms) == sorted(alone.terms)


def test_words_learned_once_are_not_looked_up_again() -> None:
    dictionary = TermDictionary()
    numbers = WordNumbers(dictionary, analyzer_for("en"))
    numbers.learn(["flood", "the", "river"])
    assert {word for word, number in numbers.items() if number >= 0} == {"flood", "river"}
    numbers.learn(["flood", "the", "river"])
    assert len(dictionary.terms) == 2
