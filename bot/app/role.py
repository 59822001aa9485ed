"""What a process does, where several share the work."""

from enum import StrEnum


class Role(StrEnum):
    """The work of a process.

    Without a cluster, all follow the change log, so that those that answer find what others import; with one,
    those that import bring the cluster up to date for all.
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
        """Whether it imports articles from corpus folder and feeds."""
        return self in (Role.ALL, Role.INGEST)

    @property
    def delivers(self) -> bool:
        """Whether it sends notifications."""
        return self in (Role.ALL, Role.DELIVER)
