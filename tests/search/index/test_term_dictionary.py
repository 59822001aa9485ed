"""Words and sources that grow while they are looked up."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from bot.corpus.article import Article, ArticleId
from bot.search.index.source_table import SourceBook
from bot.search.index.term_dictionary import TermDictionary
from bot.search.query.ast import Field, FieldName


def _beside(reading: Callable[[], object], growing: Callable[[int], object]) -> None:
    """Grow a thousand times while two threads read."""
    done = Event()

    def read() -> None:
        while not done.is_set():
            reading()

    with ThreadPoolExecutor(2) as threads:
        readers = [threads.submit(read) for _ in range(2)]
        try:
            for number in range(1_000):
                growing(number)
        finally:
            done.set()
    for reader in readers:
        reader.result()


def _words(first: int, count: int) -> str:
    return " ".join(
        f"ab{number:07}".translate(str.maketrans("0123456789", "cdfghjklmn"))
        for number in range(first, first + count)
    )


def test_words_are_met_while_others_are_looked_up() -> None:
    lexicon = TermDictionary()
    lexicon.encode(_words(0, 20_000), "und")

    def grow(number: int) -> None:
        lexicon.encode(_words(20_000 + number, 1), "und")
        lexicon.arrange()

    _beside(
        lambda: (lexicon.beginning_with("ab", below=20_000), lexicon.like("abccccccc", 9, "a", most=2)), grow
    )
    assert len(lexicon.beginning_with("ab", below=30_000)) == 21_000


def test_sources_are_met_while_filters_are_looked_up() -> None:
    book = SourceBook()

    def grow(number: int) -> None:
        article = Article(ArticleId("a"), title="", text="", language="en", author=f"Ann {number}")
        book.number(article)

    for number in range(20_000):
        grow(number)
    _beside(lambda: book.holding(Field(FieldName.BY, "ann")), lambda number: grow(20_000 + number))
    assert book.holding(Field(FieldName.BY, "ann")).sum() == 21_000
