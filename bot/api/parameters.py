"""What requests may contain; every value has a limit."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from bot.questions.answerer import LONGEST_QUESTION
from bot.questions.pasted import LONGEST_PASTE

LONGEST_NAME = 300
LONGEST_ID = 200
MOST_ENTRIES = 20
LAST_PAGE = 1_000
_CONTROLS = dict.fromkeys([*range(0x20), 0x7F], " ") | {0x0A: "\n"}


def _without_controls(value: object) -> object:
    """Replace control characters, which no database or page takes, by spaces."""
    return value.translate(_CONTROLS) if isinstance(value, str) else value


_Clean = BeforeValidator(_without_controls)
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_QUESTION), _Clean
]
Page = Annotated[int, Field(ge=1, le=LAST_PAGE)]
Size = Annotated[int, Field(ge=1, le=MOST_ENTRIES)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Id = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ID), _Clean]


class Parameters(BaseModel):
    """The parameters of a request; unknown ones are refused, as they would be silently without effect."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class AskParameters(Parameters):
    """A question."""

    q: Text
    """The question, as you would send it to the bot; a link or a paragraph is looked up."""
    previous: Annotated[str, StringConstraints(max_length=LONGEST_QUESTION), _Clean] = ""
    """The question before it, which this one may continue ("and in Turkey?")."""
    page: Page = 1
    size: Size = 5
    """Stories on a page."""


class ArticleParameters(Parameters):
    """An article, and perhaps a question about it."""

    id: Id
    q: Annotated[str, StringConstraints(max_length=LONGEST_QUESTION), _Clean] = ""
    """A question that the summary answers; without one it is the gist."""


class StoryParameters(Parameters):
    """A story."""

    id: Id
    """The id of a story, or of one of its articles."""


class SaidParameters(Parameters):
    """A speaker."""

    speaker: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME), _Clean
    ]
    """A person, office or body, as outlets write it."""
    topic: Annotated[str, StringConstraints(max_length=LONGEST_NAME), _Clean] = ""
    """What the statements are about."""
    page: Page = 1


class TraceParameters(Parameters):
    """A text whose source is looked for."""

    text: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_PASTE), _Clean
    ]
    """At least eight words, or a link; which articles carry its words, the first first."""
    page: Page = 1
    size: Size = 5


class QueryParameters(Parameters):
    """A query."""

    q: Text


class TopParameters(Parameters):
    """A topic and a period."""

    topic: Annotated[str, StringConstraints(max_length=LONGEST_NAME), _Clean] = ""
    """What the stories are about; empty for everything."""
    period: Annotated[str, StringConstraints(max_length=100), _Clean] = "24h"
    """"24h", "week", "yesterday", "October 2026"."""
    page: Page = 1
    size: Size = 5


class FeedParameters(Parameters):
    """A question as a feed."""

    q: Text
    lang: Language = "en"
    """Language of the words around quotations."""


class PageParameters(Parameters):
    """A story's page."""

    id: Id
    """The id of a story, or of one of its articles."""
    lang: Language | None = None
    """Language of the words around quotations; by default the browser's."""
