"""The term dictionary and the source table can be read while they grow."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from bot.corpus.article import Article, ArticleId
from bot.search.index.source_table import SourceTable
from bot.search.index.term_dictionary import TermDictionary
from bot.search.query.ast import Field, FieldName


def _read_while_growing(read: Callable[[], object], grow: Callable[[int], object]) -> None:
    """Grow a thousand times while two threads read."""
    done = Event()

    def keep_reading() -> None:
        while not done.is_set():
            read()

    with ThreadPoolExecutor(2) as threads:
        readers = [threads.submit(keep_reading) for _ in range(2)]
        try:
            for number in range(1_000):
                grow(number)
        finally:
            done.set()
    for reader in readers:
        reader.result()


def _words(first: int, count: int) -> str:
    return " ".join(
        f"ab{number:07}".translate(str.maketrans("0123456789", "cdfghjklmn"))
        for number in range(first, first + count)
    )


def test_words_are_added_while_others_are_looked_up() -> None:
    dictionary = TermDictionary()
    dictionary.encode(_words(0, 20_000), "und")

    def grow(number: int) -> None:
        dictionary.encode(_words(20_000 + number, 1), "und")
        dictionary.update_lookups()

    def read() -> None:
        dictionary.with_prefix("ab", below=20_000)
        dictionary.near_words("abccccccc", 9, "a", max_edits=2)

    _read_while_growing(read, grow)
    assert len(dictionary.with_prefix("ab", below=30_000)) == 21_000


def test_sources_are_added_while_filters_are_looked_up() -> None:
    sources = SourceTable()

    def grow(number: int) -> None:
        article = Article(ArticleId("a"), title="", text="", language="en", author=f"Ann {number}")
        sources.number(article)

    for number in range(20_000):
        grow(number)
    by_ann = Field(FieldName.BY, "ann")
    _read_while_growing(lambda: sources.matching(by_ann), lambda number: grow(20_000 + number))
    assert sources.matching(by_ann).sum() == 21_000


def test_longer_dictionary_finds_what_a_new_one_finds() -> None:
    terms, more = ["storm", "harbour", "korea"], ["korean", "storm", "harbours", "stormi"]
    first = TermDictionary(terms, ["storms"])
    longer = first.followed_by(more, ["koreans"])
    new = TermDictionary(dict.fromkeys([*terms, *more]), ["koreans"])
    assert (longer.terms, longer.numbers, longer.word_forms) == (new.terms, new.numbers, new.word_forms)
    assert longer.with_prefix("stor", below=9).tolist() == new.with_prefix("stor", below=9).tolist()
    for term in new.terms:
        assert _similar(longer, term) == pytest.approx(_similar(new, term))
    assert first.terms == terms
    assert first.number("korean") == len(terms)


def _similar(dictionary: TermDictionary, term: str) -> dict[int, float]:
    numbers, cosines = dictionary.similar(term)
    return dict(zip(numbers.tolist(), cosines.tolist(), strict=True))
