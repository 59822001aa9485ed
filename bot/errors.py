"""Every error this program raises on purpose, drawn as a tree.

    NewsbotError
    ├── UserError             the user can fix it; shown in the user's language
    │   ├── QueryError        the question can't be parsed; knows where
    │   └── ViewExpired       the view behind a button has expired: ask again
    ├── Failure               something outside failed; its reason is stored and shown in any language
    │   ├── RejectedInput     a record or file can't become an article; skip it
    │   ├── FetchError        a web page can't be read
    │   │   ├── FetchRefused  the address or its content is not acceptable: never retry
    │   │   └── Unreachable   no answer: retry later
    │   │       └── NoConnection  the host doesn't exist or listen, or the network is down
    │   └── DeliveryError     Telegram did not accept a message
    │       ├── ChatUnavailable   the bot can't write to this chat now: suspend it
    │       ├── ChatMigrated      the chat has a new id: store it and send again
    │       ├── MessageRejected   Telegram will never accept this message: drop it
    │       └── TryLater          wait, then send again; knows how long
    ├── ConfigError           the operator's settings or files are wrong; the text says what to do
    ├── CompilerError         the compiled search can't be built; search works without
    ├── StoreError            the database or search engine refused, or its contents don't fit this program
    │   ├── VersionConflict   another process committed first: recompute and retry
    │   ├── UnstorableValue   the database can't hold a value: reject the article it belongs to
    │   └── SearchUnavailable the search engine doesn't answer: try again later
    │       └── SearchRefused its settings, rights or indices are wrong: the text says what to do
    └── IndexFilesError       the index on disk is damaged or has another version: rebuild it

A leaf means one action for its catcher. Errors of other libraries are translated where they enter
(`raise ... from error`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Localizable:
    """A text to show in the user's language.

    Args:
        key: Key of the text in the catalogue, `handlers/texts`.
        values: Values of its placeholders, by name.
    """

    key: str
    values: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        return " ".join([self.key, *(f"{name}={value}" for name, value in self.values)])


def localizable(key: str, **values: str | int) -> Localizable:
    """Return the catalogue's text under `key`."""
    return Localizable(key, tuple(values.items()))


class NewsbotError(Exception):
    """Root of every error raised on purpose."""


class UserError(NewsbotError):
    """The user can fix it.

    Args:
        messages: What is wrong and what to do.
    """

    def __init__(self, *messages: Localizable) -> None:
        super().__init__("; ".join(map(str, messages)))
        self.messages = messages


class QueryError(UserError):
    """The question can't be parsed.

    Args:
        message: What is wrong and what to write instead.
        position: Offset of the mistake in the question, in characters, >= 0.
    """

    def __init__(self, message: Localizable, *, position: int) -> None:
        super().__init__(message)
        self.position = position


class ViewExpired(UserError):
    """The view behind a button has expired."""


class ConfigError(NewsbotError):
    """The operator's settings, folders or files are wrong; the text says what to do."""


class CompilerError(NewsbotError):
    """The compiled search can't be built; search works without it."""


class Failure(NewsbotError):
    """Something outside this program failed.

    Args:
        reason: Why; may be stored and shown much later.
    """

    def __init__(self, reason: Localizable) -> None:
        super().__init__(str(reason))
        self.reason = reason


def reason_of(error: BaseException) -> Localizable:
    """Return the reason of any error."""
    if isinstance(error, Failure):
        return error.reason
    if isinstance(error, NewsbotError | OSError):
        return localizable("why-said", words=str(error))
    return localizable("why-bug", error=type(error).__name__)


class RejectedInput(Failure):
    """A piece of input can't become an article.

    Args:
        source: File path or address it came from.
        line: Line in the file, or position among its records, from 1; None for the whole input.
    """

    def __init__(self, reason: Localizable, *, source: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.source = source
        self.line = line

    def __str__(self) -> str:
        return f"{self.location}: {self.reason}"

    @property
    def location(self) -> str:
        """Source and line: `news.jsonl:3`."""
        return f"{self.source}:{self.line}" if self.line else self.source


class FetchError(Failure):
    """A web page can't be read."""


class FetchRefused(FetchError):
    """The address or its content is not acceptable: private network, too large, not http."""


class Unreachable(FetchError):
    """No answer in time, or no connection; a later attempt may succeed."""


class NoConnection(Unreachable):
    """The name doesn't resolve, nothing listens, or the network is down."""


class StoreError(NewsbotError):
    """The database refused, or its contents don't fit this program."""


class VersionConflict(StoreError):
    """Another process committed first; what was computed is out of date."""


class UnstorableValue(StoreError):
    """The database can't hold a value, such as a number beyond its range."""


class SearchUnavailable(StoreError):
    """The search engine doesn't answer; the text names its address and what to do."""


class SearchRefused(SearchUnavailable):
    """The search engine answers, but refuses a request: an operator has to do what the text says.

    Until then it is treated as if it didn't answer: articles are stored, and their alerts wait.
    """


class IndexFilesError(NewsbotError):
    """The index on disk is damaged, truncated, or written by another version."""


class DeliveryError(Failure):
    """Telegram did not accept a message."""


class ChatUnavailable(DeliveryError):
    """The bot can't write to this chat now: blocked, removed, without permission, or the chat was deleted."""


class ChatMigrated(DeliveryError):
    """The group became a supergroup with another id."""

    def __init__(self, reason: Localizable, *, new_chat_id: int) -> None:
        super().__init__(reason)
        self.new_chat_id = new_chat_id


class MessageRejected(DeliveryError):
    """Telegram will never accept this message."""


class TryLater(DeliveryError):
    """Wait and send again.

    Args:
        after_s: Seconds to wait, >= 0.
        maybe_sent: Whether the connection broke and the message may have arrived.
    """

    def __init__(self, reason: Localizable, *, after_s: float, maybe_sent: bool = False) -> None:
        super().__init__(reason)
        self.after_s = after_s
        self.maybe_sent = maybe_sent
