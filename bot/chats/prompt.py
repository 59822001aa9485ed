"""Prompts: messages of the bot that wait for a reply, or for a press of a button."""

from dataclasses import dataclass
from enum import StrEnum


class PromptKind(StrEnum):
    """What a message waits for."""

    DRAFT = "draft"
    REWORD = "reword"
    ZONE = "zone"
    QUIET = "quiet"
    DIGEST = "digest"
    IMPORT = "import"
    UNDO = "undo"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Prompt:
    """What one message waits for.

    Args:
        about: The subject, as the kind needs it: an alert's id or JSON, a feed's URL.
    """

    kind: PromptKind
    about: str = ""
