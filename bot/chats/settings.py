"""A chat's settings: languages, time zone, quiet hours, digests, publishers."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.corpus.article import Article

MINUTES_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """The settings of one chat; the defaults are those of a chat that chose nothing.

    Args:
        language: Code of the interface language chosen with /lang; None if none was chosen.
        spoken: Telegram's language code of the user who last saved an alert there; None if unknown.
        zone: IANA name of the time zone; None if unknown.
        quiet_from: First quiet minute of the local day, 0 to 1,439; None for no quiet hours.
        quiet_until: First minute after the quiet hours; less than `quiet_from` if they span midnight.
        digest_at: Local time of daily and weekly digests, in minutes after midnight.
        digest_weekday: Day of the weekly digest, Monday is 0.
        breaking: Whether a story that three origins report within an hour is sent immediately, even in
            quiet hours.
        preferred: Publishers whose article of a story is shown first.
        muted: Publishers whose articles are excluded.
        gregorian: Whether dates are Gregorian in an interface language that usually has another calendar.
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
    gregorian: bool = False
    preferred: tuple[str, ...] = ()
    muted: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def interface_language(self) -> str | None:
        """Code of the language to write in, None if unknown."""
        return self.language or self.spoken

    @property
    def tz(self) -> ZoneInfo:
        """The chat's time zone, UTC if unknown."""
        return ZoneInfo(self.zone or "UTC")

    def wants(self, publisher: str | None, language: str) -> bool:
        """Return whether articles of a publisher (None if unknown) in a language are wanted."""
        if publisher is not None and publisher.casefold() in map(str.casefold, self.muted):
            return False
        return not self.languages or language in self.languages or language == "und"

    def rank(self, article: Article) -> int:
        """Return a sort key that puts preferred publishers first: 0 for them, 1 for others."""
        preferred = set(map(str.casefold, self.preferred))
        return 0 if (article.publisher or "").casefold() in preferred else 1
