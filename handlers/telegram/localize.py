"""Errors and reasons from `bot` as text in the user's language."""

from bot.errors import Failure, Localizable, QueryError, RejectedInput, UserError
from bot.questions.service import NothingAsked
from handlers.telegram.bidi import line
from handlers.telegram.html import plain, visible
from handlers.texts import FALLBACK, Texts, texts_for


def localize(message: Localizable, texts: Texts) -> str:
    """Return a message as HTML."""
    values = {
        name: plain(value, most=200) if isinstance(value, str) else value for name, value in message.values
    }
    return texts(message.key, **values)


def localize_error(error: UserError, texts: Texts) -> str:
    """Return what the user can fix, as HTML."""
    problem = " ".join(localize(message, texts) for message in error.messages) or texts("expired")
    if isinstance(error, QueryError):
        return texts("query-error", position=error.position + 1, problem=problem)
    return texts("not-understood", problem=problem) if isinstance(error, NothingAsked) else problem


def localize_reject(reject: RejectedInput, texts: Texts) -> str:
    """Return where a reject is and why it was rejected, as HTML."""
    reason = localize(reject.reason, texts)
    return line(texts("rejected", where=plain(reject.location), reason=reason), texts)


def in_english(message: Localizable | UserError | Failure) -> str:
    """Return a message as plain English for the terminal; rejects with their location."""
    texts = texts_for(FALLBACK)
    match message:
        case UserError():
            return visible(localize_error(message, texts))
        case RejectedInput():
            return visible(localize_reject(message, texts))
        case Failure():
            return visible(localize(message.reason, texts))
        case Localizable():
            return visible(localize(message, texts))
