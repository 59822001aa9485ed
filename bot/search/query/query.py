"""A parsed query: its tree, and what the parser had to say about it."""

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.errors import Localizable
from bot.search.query.ast import Node, Period, Phrase, Prefix, Word, leaves, render

_ALONE_IN_QUOTES = re.compile(r"[\"“„«]\s*([^\W_][\w'’-]*)\s*[\"“”»]")


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query; equal and picklable by value.

    Args:
        text: As typed.
        root: Its tree; None when it has neither words nor filters, and then it matches everything.
        problems: What the parser could not read, for the user.
        language: ISO 639-1 code of the query, or None when unknown.
        zone: IANA name of the time zone in which its days begin.
    """

    text: str
    root: Node | None = None
    problems: tuple[Localizable, ...] = ()
    language: str | None = None
    zone: str = "UTC"

    @property
    def words(self) -> tuple[str, ...]:
        """The distinct words it searches for, as typed, in order; without negated words."""
        words: dict[str, None] = {}
        for leaf, negated in leaves(self.root):
            if negated:
                continue
            if isinstance(leaf, Word | Prefix):
                words[leaf.text] = None
            elif isinstance(leaf, Phrase):
                words.update(dict.fromkeys(leaf.words))
        return tuple(words)

    @property
    def exact(self) -> frozenset[str]:
        """The words alone in quotation marks, which are searched for as they are."""
        return frozenset(match[1] for match in _ALONE_IN_QUOTES.finditer(self.text))

    @property
    def dated(self) -> bool:
        """Whether it names a date or a period."""
        return any(isinstance(leaf, Period) for leaf, _ in leaves(self.root))

    def understood(self) -> str:
        """Return the query as the parser understood it, in the query language."""
        return render(self.root, ZoneInfo(self.zone))
