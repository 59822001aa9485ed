"""A phrase is found wherever its terms follow each other in an article, and nowhere else."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.kernel.kernel import Kernel
from bot.search.kernel.texts import TextKernel
from bot.search.ranking import phrases
from bot.search.ranking.phrases import phrase_docs

TERMS = st.sampled_from([1, 2, 3, 2**16 + 1, 2**16 + 2, 2**24 + 1])
"""Some share their lower 16 bits."""


def _occurrences(texts: Sequence[Sequence[int]], phrase: Sequence[int]) -> list[int]:
    return [
        doc
        for doc, text in enumerate(texts)
        for begin in range(len(text) - len(phrase) + 1)
        if list(text[begin : begin + len(phrase)]) == list(phrase)
    ]


@pytest.fixture(scope="session", params=["numpy", "compiled"])
def texts_kernel(request: pytest.FixtureRequest) -> TextKernel | None:
    """Return what compares tokens."""
    compiled: Kernel | None = request.getfixturevalue("kernel") if request.param == "compiled" else None
    return compiled.texts if compiled else None


@pytest.mark.parametrize("scan", [1, 10**9], ids=["apart", "all"])
@pytest.mark.parametrize("few", [0, 10**9], ids=["looked up", "compared"])
@given(
    texts=st.lists(st.lists(TERMS, max_size=12), max_size=12),
    wanted=st.lists(st.lists(TERMS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=6),
)
def test_phrase_is_found_where_its_terms_follow_each_other(
    texts_kernel: TextKernel | None,
    scan: int,
    few: int,
    texts: list[list[int]],
    wanted: list[tuple[int, ...]],
) -> None:
    segment = build_segment(
        [IndexedArticle(str(number), text[:2], [text[2:]]) for number, text in enumerate(texts)]
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrases, "_SCAN", scan)
        patch.setattr(phrases, "_FEW", few)
        patch.setattr(phrases, "_CHUNK", 5)
        found = phrase_docs(segment, wanted, texts_kernel)
    assert {phrase: docs.tolist() for phrase, docs in found.items()} == {
        phrase: _occurrences(texts, phrase) for phrase in wanted
    }
