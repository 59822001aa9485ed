"""What a chat has chosen: its zone, its quiet hours, when digests come, whom it likes to read."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.corpus.article import Article

DAY = 24 * 60
"""Minutes of a day on the wall."""


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """The settings of one chat; a chat that has chosen nothing has the defaults.

    Args:
        language: Code of the language the bot speaks there, as chosen with /lang; None while nobody has.
        spoken: Telegram's code of the language of whoever saved an alert there last; None when unknown.
        zone: IANA name; None while nobody has said.
        quiet_from: First quiet minute of the day on the wall, 0 to 1,439; None for no quiet hours.
        quiet_until: First minute after; before `quiet_from` when the quiet spans midnight.
        digest_at: When daily and weekly digests come, in minutes after midnight on the wall.
        digest_weekday: Day of the weekly one, Monday 0.
        breaking: Whether news that three origins report within an hour goes out at once, quiet or not.
        preferred: Publishers whose account of a story is shown first.
        muted: Publishers whose articles are left out.
        languages: ISO 639-1 codes of the articles wanted; empty for all.
    """

    chat_id: int
    language: str | None = None
    spoken: str | None = None
    zone: str | None = None
    quiet_from: int | None = None
    quiet_until: int | None = None
    digest_at: int = 8 * 60
    digest_weekday: int = 0
    breaking: bool = False
    preferred: tuple[str, ...] = ()
    muted: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def interface_language(self) -> str | None:
        """Code of the language to write there in, None when unknown."""
        return self.language or self.spoken

    @property
    def tz(self) -> ZoneInfo:
        """The chat's zone; UTC while nobody has said."""
        return ZoneInfo(self.zone or "UTC")

    def wants(self, publisher: str | None, language: str) -> bool:
        """Whether articles of a publisher (None when unknown) in a language are wanted."""
        if publisher is not None and publisher.casefold() in map(str.casefold, self.muted):
            return False
        return not self.languages or language in self.languages or language == "und"

    def rank(self, article: Article) -> int:
        """Return 0 for an article of a preferred publisher, 1 for others: the order to show them in."""
        preferred = set(map(str.casefold, self.preferred))
        return 0 if (article.publisher or "").casefold() in preferred else 1
