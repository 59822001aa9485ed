"""Errors of this program over one article: they reject that article, not those that come with it."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import structlog

from bot.errors import NewsbotError, RejectedInput, UnstorableValue, localizable

log = structlog.get_logger()
T = TypeVar("T")
FAULT = "why-bug"
"""Reason of a rejection that no change of the input explains: the next version may read it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of this program over one article; it can be sent from one process to another.

    Args:
        error: Name of its type.
        place: Where it was raised: "claims.py:88".
        source: Where the article came from.
        line: Line or position in the source, from 1; None without one.
        article_id: "" while unknown.
    """

    error: str
    place: str
    source: str
    line: int | None = None
    article_id: str = ""

    @classmethod
    def of(cls, error: Exception, *, source: str, line: int | None = None, article_id: str = "") -> "Fault":
        """Return the fault that an error is."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        return cls(type(error).__name__, place, source, line, article_id)

    def rejected(self) -> RejectedInput:
        """Log the fault, and return the rejection of its article."""
        log.error(
            "article_rejected",
            id=self.article_id,
            source=self.source,
            line=self.line,
            error=self.error,
            at=self.place,
        )
        return RejectedInput(localizable(FAULT, error=self.error), source=self.source, line=self.line)


def log_fault(event: str, error: Exception, article_id: str) -> None:
    """Log an error over an article that is stored."""
    fault = Fault.of(error, source="")
    log.error(event, id=article_id, error=fault.error, at=fault.place)


def is_about_article(error: Exception) -> bool:
    """Return whether an error can be about an article: not if the database, a disk or a setting failed."""
    return isinstance(error, UnstorableValue) or not isinstance(error, NewsbotError | OSError)


def unless_faulty(
    read: Callable[[], T | RejectedInput], *, source: str, line: int | None = None
) -> T | RejectedInput:
    """Return what a function reads, or the rejection of what it raised an error over."""
    try:
        return read()
    except Exception as error:
        if not is_about_article(error):
            raise
        return Fault.of(error, source=source, line=line).rejected()
