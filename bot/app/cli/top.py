"""`newsbot top`: the top stories of a period in the terminal."""

import json
from datetime import UTC
from typing import Any

from rich.console import Console
from rich.markup import escape

from bot.app.cli.ask import article_json, sentence_json, source_line, story_json
from bot.app.clock import utc_now
from bot.app.progress import show_progress
from bot.app.reading import open_for_reading
from bot.app.settings import Settings
from bot.errors import ConfigError
from bot.questions.top_request import TopRequest, read_command
from bot.questions.top_stories import TopEntry, TopQuestion, TopStories
from bot.summaries.credits import label
from handlers.questions.top import top_heading
from handlers.telegram.html import visible
from handlers.texts import texts_for

_TEXTS = texts_for("en")


async def print_top(settings: Settings, topic: str, *, period: str, page: int, as_json: bool) -> int:
    """Print a page of top stories.

    Args:
        period: As after /top, without a topic.

    Returns:
        Exit code: 0 with stories, 1 without.

    Raises:
        ConfigError: `period` is not a period.
    """
    now = utc_now()
    request = read_command(period, now=now, zone=UTC)
    if request.period is None or request.topic:
        raise ConfigError(f"not a period: {period}. Examples: 24h, week, yesterday")
    top = await _top(settings, TopQuestion(now, topic, period=request.period, page=page))
    if as_json:
        print(json.dumps(top_json(top), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        _print_text(top)
    return 0 if top.entries else 1


async def print_asked_top(settings: Settings, request: TopRequest, *, page: int) -> int:
    """Print the top stories that a message asks for.

    Returns:
        Exit code: 0 with stories, 1 without.
    """
    top = await _top(settings, TopQuestion(utc_now(), request.topic, period=request.period, page=page))
    _print_text(top)
    return 0 if top.entries else 1


async def _top(settings: Settings, question: TopQuestion) -> TopStories:
    async with open_for_reading(settings, progress=show_progress) as reading:
        return await reading.top.top(question)


def top_json(top: TopStories) -> dict[str, Any]:
    """Return a page of top stories in the format of `newsbot top --json`."""
    since, until = top.shown.since, top.shown.until
    return {
        "topic": top.question.topic,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        "nearest": top.nearest,
        "page": top.page,
        "pages": top.pages,
        "stories": [_entry_json(entry) for entry in top.entries],
    }


def _entry_json(entry: TopEntry) -> dict[str, Any]:
    return {
        **article_json(entry.article),
        "story": story_json(entry.story),
        "articles": len(entry.story.articles) if entry.story else 1,
        "sentence": sentence_json(entry.sentence) if entry.sentence else None,
    }


def _print_text(top: TopStories) -> None:
    console = Console(soft_wrap=True)
    for heading in top_heading(top, _TEXTS):
        console.print(f"[yellow]{escape(visible(heading))}[/]")
    for n, entry in enumerate(top.entries, start=1):
        console.print(f"\n[bold]{n}. {escape(entry.article.title)}[/bold]")
        if entry.sentence:
            who = label(entry.sentence.credit)
            console.print(f"   “{escape(entry.sentence.text)}” [i]{escape(who)}[/i]")
        console.print(f"   {escape(source_line(entry.article))}", highlight=False)
    console.print(f"\npage {top.page}/{top.pages}", style="dim")
