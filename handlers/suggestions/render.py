"""Suggested feeds as messages, and the buttons that decide them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.feeds.probe import FeedProbe
from bot.feeds.suggestions import Suggestion, SuggestionState
from bot.questions.pagination import page_of
from handlers.telegram.bidi import line
from handlers.telegram.callback_data import DELETES, ID, SAVES, CallbackData
from handlers.telegram.html import fit, moment, plain
from handlers.telegram.localize import localize
from handlers.telegram.screen import Screen
from handlers.texts import Texts

PAGE_SIZE = 5


class SuggestionVerb(StrEnum):
    """What a button does."""

    LIST = "l"
    APPROVE = "y"
    DECLINE = "n"


class SuggestionButton(CallbackData, form="P.{number}.{verb}"):
    """Decides a suggestion, or turns a page of the list.

    Args:
        number: A suggestion's id, or a page.
    """

    number: Annotated[int, ID]
    verb: SuggestionVerb


def not_a_feed_screen(probe: FeedProbe, texts: Texts) -> Screen:
    """Return why nothing can be suggested, and what can be instead: the feeds that a page links to."""
    problem = localize(probe.problem, texts) if probe.problem else ""
    lines = [texts("feed-trial-bad", url=plain(probe.url), problem=problem)]
    if probe.page_feeds:
        lines.append(texts("feed-trial-named"))
    return Screen(fit([*lines, *(f"<code>/suggest {plain(url)}</code>" for url in probe.page_feeds)]))


def note_screen(suggestion: Suggestion, texts: Texts) -> Screen:
    """Return a new suggestion as an operator is told of it; one press decides."""
    html = fit([texts("suggestion-note"), *_described(suggestion, texts)])
    approve = _button(SuggestionVerb.APPROVE, texts("button-approve"), suggestion.id, style=SAVES)
    decline = _button(SuggestionVerb.DECLINE, texts("button-decline"), suggestion.id, style=DELETES)
    return Screen(html, InlineKeyboardMarkup([[approve, decline]]))


def list_screen(suggestions: Sequence[Suggestion], number: int, texts: Texts) -> Screen:
    """Return page `number` of the open suggestions, or the nearest page there is."""
    if not suggestions:
        return Screen(texts("suggestions-none"))
    page = page_of(len(suggestions), number, size=PAGE_SIZE)
    shown = page.numbered(suggestions)
    blocks = ["\n".join(["", *_described(suggestion, texts, f"{n}. ")]) for n, suggestion in shown]
    approve = [_button(SuggestionVerb.APPROVE, f"✓ {n}", s.id, style=SAVES) for n, s in shown]
    decline = [_button(SuggestionVerb.DECLINE, f"✗ {n}", s.id, style=DELETES) for n, s in shown]
    turns = []
    if page.number > 1:
        turns.append(_button(SuggestionVerb.LIST, texts("button-previous"), page.number - 1))
    if page.number < page.pages:
        turns.append(_button(SuggestionVerb.LIST, texts("button-next"), page.number + 1))
    rows = [row for row in (approve, decline, turns) if row]
    return Screen(fit([texts("suggestions", count=len(suggestions)), *blocks]), InlineKeyboardMarkup(rows))


def decided_screen(suggestion: Suggestion | None, texts: Texts) -> Screen:
    """Return what became of a suggestion, for an operator, and the way to the others."""
    back = InlineKeyboardMarkup([[_button(SuggestionVerb.LIST, texts("button-back"), 1)]])
    if suggestion is None:
        return Screen(texts("suggestion-gone"), back)
    is_approved = suggestion.state is SuggestionState.APPROVED
    key = "suggestion-approved" if is_approved else "suggestion-declined"
    return Screen(fit([texts(key, title=plain(suggestion.title)), plain(suggestion.url, most=500)]), back)


def answer_screen(suggestion: Suggestion, texts: Texts) -> Screen:
    """Return what became of a suggestion, for the person who made it."""
    is_approved = suggestion.state is SuggestionState.APPROVED
    key = "suggest-approved" if is_approved else "suggest-declined"
    return Screen(texts(key, title=plain(suggestion.title)))


def _described(suggestion: Suggestion, texts: Texts, number: str = "") -> list[str]:
    by = texts(
        "suggestion-by", at=moment(suggestion.at, texts), person=f"<code>{suggestion.person_id}</code>"
    )
    return [
        line(f"{texts.digits(number)}<b>{plain(suggestion.title)}</b>", texts),
        plain(suggestion.url, most=500),
        line(f"<i>{by}</i>", texts),
    ]


def _button(
    verb: SuggestionVerb, label: str, number: int, *, style: str | None = None
) -> InlineKeyboardButton:
    return SuggestionButton(number=number, verb=verb).button(label, style=style)
