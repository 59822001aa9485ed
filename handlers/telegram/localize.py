"""What the rooms below have to say, in the reader's language."""

from bot.errors import Failure, Localizable, QueryError, RejectedInput, UserError
from bot.questions.service import NothingAsked
from handlers.telegram.bidi import line
from handlers.telegram.html import plain, visible
from handlers.texts import FALLBACK, Texts, texts_for


def localize(said: Localizable, texts: Texts) -> str:
    """Return the HTML of something to be said."""
    values = {name: plain(each, most=200) if isinstance(each, str) else each for name, each in said.values}
    return texts(said.key, **values)


def localize_error(error: UserError, texts: Texts) -> str:
    """Return the HTML that tells a person what they can mend."""
    problem = " ".join(localize(each, texts) for each in error.messages) or texts("expired")
    if isinstance(error, QueryError):
        return texts("query-error", position=error.position + 1, problem=problem)
    return texts("not-understood", problem=problem) if isinstance(error, NothingAsked) else problem


def localize_reject(each: RejectedInput, texts: Texts) -> str:
    """Return the HTML of one reject: where it stood, and why it was not taken."""
    return line(texts("rejected", where=plain(each.location), reason=localize(each.reason, texts)), texts)


def in_english(said: Localizable | UserError | Failure) -> str:
    """Return what went wrong as plain English, for the terminal: rejects with where they stood."""
    texts = texts_for(FALLBACK)
    match said:
        case UserError():
            return visible(localize_error(said, texts))
        case RejectedInput():
            return visible(localize_reject(said, texts))
        case Failure():
            return visible(localize(said.reason, texts))
        case Localizable():
            return visible(localize(said, texts))
