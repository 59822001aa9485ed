"""Term numbers of a text with special words: those whose terms are several or depend on the text."""

from collections.abc import Callable, Sequence

from bot.search.analyzer import Analyzer

STOP_WORD, SPECIAL_WORD = -1, -2
"""Instead of a term's number: a stop word; a special word."""


def numbers_with_special(
    text: str,
    words: Sequence[str],
    numbers: Sequence[int],
    analyzer: Analyzer,
    number_of: Callable[[str], int],
) -> list[int]:
    """Return the numbers of the terms that `analyzer.terms(text)` returns, in the same order.

    Args:
        words: The words of the text.
        numbers: Each word's term number, `STOP_WORD` or `SPECIAL_WORD`.
        number_of: Returns a term's number.
    """
    special = [index for index, number in enumerate(numbers) if number == SPECIAL_WORD]
    terms, spellings = analyzer.special_terms(text, words, special)
    placed: list[int] = []
    end = 0
    for index in special:
        placed += numbers[end:index]
        placed += [number_of(term) for term in terms[index] if term]
        end = index + 1
    placed += numbers[end:]
    return [*(number for number in placed if number >= 0), *map(number_of, spellings)]
