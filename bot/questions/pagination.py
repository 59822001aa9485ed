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


def split_page(close: int, rest: int, number: int, *, size: int) -> tuple[Page, slice]:
    """Return page `number` of a list in two parts that never share a page, and where its items are.

    Args:
        close: Length of the first part.
        rest: Length of the second.
    """
    close_pages, rest_pages = -(-close // size), -(-rest // size)
    pages = max(1, close_pages + rest_pages)
    number = min(max(number, 1), pages)
    if number <= close_pages or not rest:
        start, end = (number - 1) * size, close
    else:
        start, end = close + (number - 1 - close_pages) * size, close + rest
    return Page(number, pages, size), slice(start, min(start + size, end))


def page_of(length: int, number: int, *, size: int) -> Page:
    """Return page `number` of a list of `length` items, or the nearest page there is."""
    pages = max(1, -(-length // size))
    return Page(min(max(number, 1), pages), pages, size)
