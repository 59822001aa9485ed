"""Every error this program raises on purpose, drawn as a tree.

    NewsbotError
    ├── UserError             the person asking can mend it; told to them in their language
    │   ├── QueryError        the question can't be parsed; knows where
    │   └── ViewExpired       a button whose view is gone: ask again
    ├── Failure               something outside went wrong; its reason is kept, and told in any language
    │   ├── RejectedInput     one line or file can't become an article; the rest goes on
    │   ├── FetchError        something on the web could not be read
    │   │   ├── FetchRefused  it is not taken from there: never ask again
    │   │   └── Unreachable   no answer: later may be better
    │   │       └── NoConnection  nobody is there, or there is no network at all
    │   └── DeliveryError     Telegram did not take a message
    │       ├── ChatUnavailable   this chat can't be written to: suspend it
    │       ├── ChatMigrated      the chat has a new id: rewrite it and send again
    │       ├── MessageRejected   this message will never be taken as it is
    │       └── TryLater          wait, then send again; knows how long
    ├── NotAllowed            the person may not do this
    ├── ConfigError           the operator's settings or folders are wrong; says what to do
    ├── StoreError            the database refused or is out of step
    │   └── VersionConflict   somebody else committed first: recompute and try again
    └── IndexFilesError       the index on disk is damaged or of another version: build it anew

A leaf stands for one action of whoever catches it. Errors of other libraries are translated
where they enter (`raise ... from error`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Localizable:
    """Something to be told in the reader's language.

    Args:
        key: Of a text in the catalogue, `handlers/texts`.
        values: What stands in it, by name; foreign text as it came.
    """

    key: str
    values: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        return " ".join([self.key, *(f"{name}={value}" for name, value in self.values)])


def localizable(key: str, **values: str | int) -> Localizable:
    """Return what the catalogue says under a key."""
    return Localizable(key, tuple(values.items()))


class NewsbotError(Exception):
    """Root of every error raised on purpose."""


class UserError(NewsbotError):
    """Something the person asking can mend.

    Args:
        said: What is wrong and what to do, for the catalogue to put into words.
    """

    def __init__(self, *said: Localizable) -> None:
        super().__init__("; ".join(map(str, said)))
        self.said = said


class QueryError(UserError):
    """A question that can't be parsed.

    Args:
        said: What is wrong and what to write instead.
        position: Offset in characters into the question, >= 0.
    """

    def __init__(self, said: Localizable, *, position: int) -> None:
        super().__init__(said)
        self.position = position


class ViewExpired(UserError):
    """A button refers to a view that is no longer kept."""


class NotAllowed(NewsbotError):
    """The person may not do this."""


class ConfigError(NewsbotError):
    """Settings, folders or files of the operator are wrong; the text says what to do."""


class Failure(NewsbotError):
    """Something outside went wrong.

    Args:
        reason: Why, for the catalogue to put into words; it may be kept and told much later.
    """

    def __init__(self, reason: Localizable) -> None:
        super().__init__(str(reason))
        self.reason = reason


def reason_of(error: BaseException) -> Localizable:
    """Return why something went wrong, whatever kind of error says so."""
    if isinstance(error, Failure):
        return error.reason
    if isinstance(error, NewsbotError | OSError):
        return localizable("why-said", words=str(error))
    return localizable("why-bug", error=type(error).__name__)


class RejectedInput(Failure):
    """One piece of input can't become an article.

    Args:
        source: File path or address it came from.
        line: Line in the file, or place among its records, from 1; None for the whole of it.
    """

    def __init__(self, reason: Localizable, *, source: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.source = source
        self.line = line

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"

    @property
    def place(self) -> str:
        """Where it stood: `news.jsonl:3`."""
        return f"{self.source}:{self.line}" if self.line else self.source


class FetchError(Failure):
    """Something on the web could not be read."""


class FetchRefused(FetchError):
    """This address, or what it answers, is not taken: private network, too large, not http."""


class Unreachable(FetchError):
    """No answer in time, or no connection at all; later may be better."""


class NoConnection(Unreachable):
    """Nobody is there: the name is not known, or nothing listens, or there is no network."""


class StoreError(NewsbotError):
    """The database refused, or what it holds does not fit this program."""


class VersionConflict(StoreError):
    """Somebody else committed first; what was computed is out of date."""


class IndexFilesError(NewsbotError):
    """The index kept on disk can't be used: damaged, cut off, or written by another version."""


class DeliveryError(Failure):
    """Telegram did not take a message."""


class ChatUnavailable(DeliveryError):
    """This chat can't be written to now: blocked, kicked, no rights, gone."""


class ChatMigrated(DeliveryError):
    """The group became a supergroup under another id."""

    def __init__(self, reason: Localizable, *, new_chat_id: int) -> None:
        super().__init__(reason)
        self.new_chat_id = new_chat_id


class MessageRejected(DeliveryError):
    """This message will never be taken as it is."""


class TryLater(DeliveryError):
    """Wait and send again.

    Args:
        after_s: Seconds to wait, >= 0.
        maybe_sent: True when the connection was lost and the message may have arrived.
    """

    def __init__(self, reason: Localizable, *, after_s: float, maybe_sent: bool = False) -> None:
        super().__init__(reason)
        self.after_s = after_s
        self.maybe_sent = maybe_sent
