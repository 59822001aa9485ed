"""When two sentences are equivalent."""

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import ArticleId
from bot.summaries.novelty import SeenSentences, are_equivalent

WORDS = st.dictionaries(st.integers(0, 9), st.floats(0.1, 9), min_size=1)


def test_sentence_is_known_when_one_earlier_sentence_has_most_of_its_weight() -> None:
    seen = SeenSentences()
    seen.add(ArticleId("a"), {1: 5.0, 2: 1.0})
    seen.add(ArticleId("b"), {1: 5.0, 3: 1.0})
    assert seen.first_article({1: 5.0, 4: 3.0}) == "a"
    assert seen.first_article({2: 1.0, 3: 1.0}) is None, "half in one, half in the other"
    assert seen.first_article({7: 1.0}) is None


def test_sentence_without_words_is_equivalent_to_none() -> None:
    seen = SeenSentences()
    seen.add(ArticleId("a"), {})
    assert seen.first_article({}) is None
    assert not are_equivalent({}, {1: 2.0})


@given(WORDS, WORDS)
def test_equivalence_is_mutual_and_reflexive(left: dict[int, float], right: dict[int, float]) -> None:
    weights = right | left
    a, b = ({term: weights[term] for term in terms} for terms in (left, right))
    assert are_equivalent(a, b) == are_equivalent(b, a)
    assert are_equivalent(a, a)
    seen = SeenSentences()
    seen.add(ArticleId("a"), a)
    assert (seen.first_article(b) is not None) <= are_equivalent(a, b)
