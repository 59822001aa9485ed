"""Example questions as Telegram HTML: from current headlines, or invented ones on an empty corpus."""

from handlers.context import BotContext
from handlers.telegram.html import plain


async def examples_html(context: BotContext) -> list[str]:
    """Return one or two example questions, ready to be copied."""
    texts = context.texts
    examples = await context.services.examples.examples(texts.language)
    invented = [texts("start-example-1"), texts("start-example-2")]
    return [f"<code>{plain(example)}</code>" for example in examples or invented]
