"""The query language: text -> Query (placeholder of the walking version: words only)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed question.

    Args:
        text: As typed.
    """

    text: str
