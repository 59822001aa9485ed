"""When two sentences say the same."""

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import ArticleId
from bot.summaries.novelty import SeenSentences, are_equivalent

WORDS = st.dictionaries(st.integers(0, 9), st.floats(0.1, 9), min_size=1)


def test_a_sentence_is_told_before_when_one_other_holds_most_of_its_weight() -> None:
    told = SeenSentences()
    told.add(ArticleId("a"), {1: 5.0, 2: 1.0})
    told.add(ArticleId("b"), {1: 5.0, 3: 1.0})
    assert told.first_article({1: 5.0, 4: 3.0}) == "a"
    assert told.first_article({2: 1.0, 3: 1.0}) is None, "half in one, half in the other"
    assert told.first_article({7: 1.0}) is None


def test_words_of_nothing_say_nothing() -> None:
    told = SeenSentences()
    told.add(ArticleId("a"), {})
    assert told.first_article({}) is None
    assert not are_equivalent({}, {1: 2.0})


@given(WORDS, WORDS)
def test_saying_the_same_is_mutual_and_a_sentence_says_what_it_says(
    one: dict[int, float], other: dict[int, float]
) -> None:
    weights = other | one
    a, b = ({term: weights[term] for term in each} for each in (one, other))
    assert are_equivalent(a, b) == are_equivalent(b, a)
    assert are_equivalent(a, a)
    told = SeenSentences()
    told.add(ArticleId("a"), a)
    assert (told.first_article(b) is not None) <= are_equivalent(a, b)
