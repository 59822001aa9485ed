"""The terms of one article as numbers."""

from dataclasses import dataclass

from bot.stories.similarity import Codes, Ints

TERM_BYTES = 4
"""Bytes of a term's number; its code has one."""
POSTED = 24
"""Number of an article's heaviest terms that have its posting: it is found by those alone."""


@dataclass(frozen=True, slots=True)
class TermVector:
    """The terms of one article.

    Args:
        terms: Distinct term numbers, those that weighed most when it was added first, shape (n,).
        codes: Code of each term in the article, shape (n,), > 0.
    """

    terms: Ints
    codes: Codes
