"""One page of a list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of a list is shown.

    Args:
        number: From 1.
        of: Pages there are, at least 1.
        size: Most lines on a page.
    """

    number: int
    of: int
    size: int

    @property
    def first(self) -> int:
        """The index of its first line."""
        return (self.number - 1) * self.size

    @property
    def lines(self) -> slice:
        """Where its lines stand in the list."""
        return slice(self.first, self.first + self.size)


def page_of(length: int, asked: int, *, size: int) -> Page:
    """Return the page asked for of a list, or the nearest one there is."""
    pages = max(1, -(-length // size))
    return Page(min(max(asked, 1), pages), pages, size)
