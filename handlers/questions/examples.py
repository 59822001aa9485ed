"""Examples of questions, outlets and dates from what the corpus holds; invented ones if it holds nothing."""

from dataclasses import dataclass
from datetime import timedelta

from bot.search.query.ast import Field, FieldName, render
from handlers.context import BotContext
from handlers.telegram.html import plain

_SOME_TIME = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SyntaxExamples:
    """Parts of queries that find something now, as HTML.

    Args:
        source: A filter by outlet: `source:reuters`.
        since: A recent day: `2026-10-01`.
    """

    source: str
    since: str


async def examples_html(context: BotContext) -> list[str]:
    """Return one or two example questions, ready to be copied."""
    return [f"<code>{example}</code>" for example in await _examples(context)]


async def example_words(context: BotContext) -> str:
    """Return the words of an example question, escaped for HTML."""
    return (await _examples(context))[0]


async def syntax_examples(context: BotContext) -> SyntaxExamples:
    """Return examples of filters."""
    publishers = await context.services.questions.publishers()
    source = Field(FieldName.SOURCE, publishers[0] if publishers else "reuters")
    since = (context.services.clock() - _SOME_TIME).date()
    return SyntaxExamples(plain(render(source)), since.isoformat())


async def _examples(context: BotContext) -> list[str]:
    texts = context.texts
    examples = await context.services.examples.examples(texts.language)
    return [plain(example) for example in examples or (texts("start-example-1"), texts("start-example-2"))]
