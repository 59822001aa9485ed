"""Addresses of what everybody may read: story pages and feeds."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class PublicPages:
    """The public pages of this installation.

    Args:
        root: Their address, without a slash at the end ("https://news.example.org").
    """

    root: str

    def story(self, story_id: str) -> str:
        """Return the permanent address of a story."""
        return f"{self.root}/s/{quote(story_id, safe='')}"

    def feed(self, question: str, form: str = "atom", language: str = "en") -> str:
        """Return the address of a question as a feed.

        Args:
            form: atom, rss or json.
            language: Of the words around quotations.
        """
        written_in = f"&lang={language}" if language != "en" else ""
        return f"{self.root}/feed.{form}?q={quote(question, safe='')}{written_in}"
