"""`newsbot ask`: answers a question in the terminal as the bot would."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape

from bot.app.clock import utc_now
from bot.app.progress import show_progress
from bot.app.reading import open_for_reading
from bot.app.settings import Settings
from bot.chats.view import LISTED_ENTRIES
from bot.corpus.article import Article
from bot.errors import ConfigError, UserError
from bot.questions.model import Answer, AnswerEntry, Card, NoResults, Question
from bot.questions.service import QuestionService
from bot.questions.top_request import TopRequest, read_message
from bot.stories.story import Story
from bot.summaries.credits import label
from bot.summaries.sentence import QuotedSentence
from handlers.questions.article_render import credited, day, provenance_text
from handlers.questions.render import missing_html, no_results_html, notices_html, pasted_html
from handlers.telegram.html import visible
from handlers.telegram.localize import localize
from handlers.texts import texts_for

_TEXTS = texts_for("en")


def top_request(words: str) -> TopRequest | None:
    """Return the top stories that a message asks for, as the bot reads it; None for a question."""
    return read_message(words, now=utc_now(), zone=UTC)


async def ask_question(
    settings: Settings, words: str, *, page: int, as_json: bool, previous: str = ""
) -> int:
    """Print the answer to one question.

    Args:
        previous: The question it may continue.

    Returns:
        Exit code: 0 with hits, 1 without.
    """
    async with open_for_reading(settings, progress=show_progress) as reading:
        questions = reading.questions
        asked = Question(words, utc_now(), page=page, previous=previous, size=LISTED_ENTRIES)
        answer = await questions.ask(asked)
        cards = await _cards(questions, answer)
    if as_json:
        print_json(answer, cards)
    else:
        _print_text(answer)
    return 0 if answer.entries else 1


async def ask_batch(settings: Settings, file: Path) -> int:
    """Answer the questions of a JSON Lines file, one JSON line each, with the question's id.

    Args:
        file: Lines `{"id", "text", "previous"?}`.

    Raises:
        ConfigError: The file can't be read, or a line is not such an object.
    """
    rows = _read_batch(file)
    async with open_for_reading(settings, progress=show_progress) as reading:
        questions = reading.questions
        for row in rows:
            previous = row.get("previous") or ""
            question = Question(row["text"], utc_now(), previous=previous, size=LISTED_ENTRIES)
            try:
                answer = await questions.ask(question)
            except UserError as error:
                line = {"error": "; ".join(visible(localize(message, _TEXTS)) for message in error.messages)}
            else:
                line = answer_json(answer, await _cards(questions, answer))
            print(json.dumps({"id": row["id"], **line}, ensure_ascii=False))  # noqa: T201
    return 0


def _read_batch(file: Path) -> list[dict[str, Any]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigError(f"{file} can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file} can't be read: it isn't UTF-8") from error
    rows = []
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line) if line.strip() else None
        except json.JSONDecodeError as error:
            raise ConfigError(f"{file}, line {number}: not JSON ({error})") from error
        if row is None:
            continue
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
            raise ConfigError(f'{file}, line {number}: expected {{"id": …, "text": "…"}}')
        rows.append(row)
    return rows


async def _cards(questions: QuestionService, answer: Answer) -> list[Card]:
    words = f"{answer.follows} {answer.question.text}".strip()
    return [await questions.card(entry.article.id, words) for entry in answer.entries]


def print_json(answer: Answer, cards: Sequence[Card]) -> None:
    """Print an answer as one JSON object on standard output."""
    print(json.dumps(answer_json(answer, cards), ensure_ascii=False, indent=2))  # noqa: T201


def answer_json(answer: Answer, cards: Sequence[Card]) -> dict[str, Any]:
    """Return an answer in the documented format of `newsbot ask --json`."""
    return {
        "query": {
            "text": answer.question.text,
            "understood": answer.understood,
            "problems": _problems(answer),
        },
        "searched_instead": {correction.word: correction.replacements for correction in answer.corrections},
        "also_searched": list(answer.spellings),
        "total": answer.total,
        "page": answer.page,
        "pages": answer.pages,
        "brief": [sentence_json(sentence) for sentence in answer.brief],
        "hits": [_hit_json(entry, card) for entry, card in zip(answer.entries, cards, strict=True)],
        "pasted": answer.pasted.value if answer.pasted else None,
        "nothing": _nothing_json(answer.no_results) if answer.no_results else None,
        "notices": [notice.value for notice in answer.notices],
        "unreachable": [outage.name for outage in answer.outages],
        "unread": dict(answer.other_languages),
        "absent_language": answer.absent_language or None,
        "follows": answer.follows or None,
        "not_found": answer.no_results is not None or not answer.about,
        "unknown_words": [*answer.unknown, *(answer.no_results.unknown if answer.no_results else ())],
        "closest": list(answer.less_close),
        "other_time": answer.other_time,
    }


def _nothing_json(nothing: NoResults) -> dict[str, Any]:
    return {
        "unknown": nothing.unknown,
        "suggestions": nothing.suggestions,
        "outside_period": nothing.outside_period,
        "outside_filters": nothing.outside_filters,
        "articles": nothing.articles,
        "newest_at": nothing.newest_at.isoformat() if nothing.newest_at else None,
    }


def _hit_json(entry: AnswerEntry, card: Card) -> dict[str, Any]:
    return {
        **article_json(entry.article),
        "score": entry.score,
        "story": story_json(entry.story),
        "sentences": [sentence_json(sentence) for sentence in card.summary],
    }


def article_json(article: Article) -> dict[str, Any]:
    """Return an article without its text, as in `newsbot ask --json`."""
    provenance = article.provenance
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "original_source": [hop.name for hop in provenance.original],
        "cited": [hop.name for hop in provenance.cited],
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "language": article.language,
        "sample": article.sample,
    }


def story_json(story: Story | None) -> dict[str, Any] | None:
    """Return a story as in `newsbot ask --json`."""
    if story is None:
        return None
    origins = [origin.name for origin in story.origins if origin.name]
    return {"id": story.id, "outlets": story.outlets, "independent_origins": origins}


def sentence_json(sentence: QuotedSentence) -> dict[str, Any]:
    """Return a quoted sentence as in `newsbot ask --json`."""
    return {
        "article": sentence.article_id,
        "article_id": sentence.article_id,
        "text": sentence.text,
        "credit": label(sentence.credit) or None,
        "start": sentence.span.start,
        "end": sentence.span.end,
    }


def _print_text(answer: Answer) -> None:
    console = Console(soft_wrap=True)
    if answer.pasted:
        console.print(_text(pasted_html(answer, _TEXTS)))
    for problem in _problems(answer):
        console.print(f"[yellow]not understood:[/] {escape(problem)}")
    for correction in answer.corrections:
        replacements = escape(", ".join(correction.replacements))
        console.print(f"[yellow]searched for[/] {replacements} instead of {correction.word}")
    if answer.spellings and answer.entries:
        console.print(f"[yellow]also searched for[/] {escape(', '.join(answer.spellings))}")
    if answer.follows:
        console.print(f"[yellow]following up on[/] {escape(answer.follows)}")
    if answer.entries:
        console.print(_text(missing_html(answer, _TEXTS)), end="\n" if missing_html(answer, _TEXTS) else "")
    for sentence in answer.brief:
        who = visible(credited(sentence.credit, _TEXTS))
        number = answer.number_of(sentence)
        console.print(f"  “{escape(sentence.text)}” \\[{number}] [i]{escape(who)}[/i]")
    for n, entry in enumerate(answer.entries, start=1):
        console.print(f"\n[bold]{n}. {escape(entry.article.title)}[/bold]")
        console.print(f"   {escape(source_line(entry.article))}", highlight=False)
    if answer.no_results:
        console.print(_text(no_results_html(answer.no_results, _TEXTS, heading=answer.pasted is None)))
        if answer.no_results.suggestions:
            console.print(escape(", ".join(answer.no_results.suggestions)))
    if answer.notices or answer.other_languages or answer.outages:
        console.print(_text(notices_html(answer, _TEXTS)), style="italic")
    console.print(f"\n{answer.total} found, page {answer.page}/{answer.pages}", style="dim")


def _problems(answer: Answer) -> list[str]:
    return [visible(localize(problem, _TEXTS)) for problem in answer.problems]


def _text(blocks: Sequence[str]) -> str:
    """The visible text of HTML blocks, in lines, escaped for the console."""
    return escape("\n".join(map(visible, blocks)))


def source_line(article: Article) -> str:
    """Return the sources and the date of an article as one line."""
    at: datetime | None = article.published_at
    return f"{provenance_text(article, _TEXTS)} · {day(at, _TEXTS)}" + (" · sample" if article.sample else "")
