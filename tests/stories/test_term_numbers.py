"""Numbers of terms."""

import gc
import weakref

import numpy as np
import pytest

from bot.search.analyzer import analyze
from bot.stories import term_numbers
from bot.stories.numbered_names import PackedNames
from bot.stories.similarity import NUMBER
from bot.stories.term_numbers import TermNumbers

TEXTS = (
    ("en", "The WHO said who was ill. US troops met us; covid19 cost 1,200 in the 1990s."),
    ("ar", "قالت وكالة رويترز إن الرئيس وصل إلى بغداد"),
    ("fa", "می‌خواهم به تهران بروم"),
    ("und", "日本語 text and 東京"),
    ("xx", ""),
)


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_text_has_the_terms_of_its_analysis(language: str, text: str) -> None:
    numbers = TermNumbers()
    for _ in range(2):
        found = numbers.encode(text, language)
        assert [numbers.names.name(number) for number in found] == analyze(text, language)


def known(*terms: str) -> TermNumbers:
    return TermNumbers(PackedNames.empty().followed_by(terms))


def test_numbers_continue_behind_known_terms() -> None:
    numbers = known("flood", "dam")
    assert numbers.encode("dam flood storm", "en") == [1, 0, 2]
    assert len(numbers) == 3


def test_terms_that_are_numbers_are_marked() -> None:
    numbers = known("flood", "1999")
    found = numbers.encode("flood of 1978", "en")
    assert numbers.marks(np.array(found, np.int32)).tolist() == [0, NUMBER]
    assert numbers.marks(np.array([1], np.int32)).tolist() == [NUMBER]


def test_numbers_stay_when_the_cache_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(term_numbers, "MAX_CACHED", 2)
    numbers = TermNumbers()
    before = numbers.encode("storm flood dam rain", "en")
    assert numbers.encode("storm flood dam rain", "en") == before
    assert len(numbers._words["en"]) == 4


def test_unused_numbers_are_freed_at_once() -> None:
    numbers = TermNumbers()
    numbers.encode("storm flood", "en")
    unused = weakref.ref(numbers)
    gc.disable()
    try:
        del numbers
        assert unused() is None
    finally:
        gc.enable()
