"""What a reply to a message of ours means."""

from dataclasses import dataclass
from enum import StrEnum


class PromptKind(StrEnum):
    """What was asked for, or what a message's button brings back."""

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
    """One message of ours that waits for something.

    Args:
        about: What it is about, as its kind needs it: an alert's number or JSON, a feed's address.
    """

    kind: PromptKind
    about: str = ""
