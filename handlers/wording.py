"""What the rooms below have to say, in the reader's language."""

from bot.errors import QueryError, UserError, Wording
from bot.question_path import NothingAsked
from handlers.markup import plain
from handlers.texts import Texts


def worded(said: Wording, texts: Texts) -> str:
    """Return the HTML of something to be said."""
    values = {name: plain(each, most=200) if isinstance(each, str) else each for name, each in said.values}
    return texts(said.key, **values)


def told(error: UserError, texts: Texts) -> str:
    """Return the HTML that tells a person what they can mend."""
    problem = " ".join(worded(each, texts) for each in error.said) or texts("expired")
    if isinstance(error, QueryError):
        return texts("query-error", position=error.position + 1, problem=problem)
    return texts("not-understood", problem=problem) if isinstance(error, NothingAsked) else problem
