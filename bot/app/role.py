"""What a process does, where several share the work."""

from enum import StrEnum


class Role(StrEnum):
    """The work of a process.

    All follow the change log, so that those that answer find what others import.
    """

    ALL = "all"
    ANSWER = "answer"
    INGEST = "ingest"
    DELIVER = "deliver"

    @property
    def answers(self) -> bool:
        """Whether it receives updates and answers them."""
        return self in (Role.ALL, Role.ANSWER)

    @property
    def ingests(self) -> bool:
        """Whether it imports articles from corpus folder and feeds, which needs all stories in memory."""
        return self in (Role.ALL, Role.INGEST)

    @property
    def delivers(self) -> bool:
        """Whether it sends notifications."""
        return self in (Role.ALL, Role.DELIVER)
