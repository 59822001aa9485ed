"""Pages of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list.

    Args:
        number: From 1.
        pages: Number of pages, at least 1.
        size: Most items on a page.
    """

    number: int
    pages: int
    size: int

    @property
    def first(self) -> int:
        """The index of the page's first item."""
        return (self.number - 1) * self.size

    @property
    def slice(self) -> slice:
        """Where the page's items are in the list."""
        return slice(self.first, self.first + self.size)

    def numbered(self, items: Sequence[Item]) -> list[tuple[int, Item]]:
        """Return the page's items with their places in the list, from 1."""
        return list(enumerate(items[self.slice], start=self.first + 1))


def page_of(length: int, number: int, *, size: int) -> Page:
    """Return page `number` of a list of `length` items, or the nearest page there is."""
    pages = max(1, -(-length // size))
    return Page(min(max(number, 1), pages), pages, size)
