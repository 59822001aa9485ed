"""Reloads as messages."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.corpus.ports import ChangeKind
from bot.errors import RejectedInput
from bot.ingest.reload.generation import (
    AlertDecision,
    Generation,
    GenerationId,
    GenerationState,
    ReloadReport,
    StagedChange,
)
from bot.ingest.reload.progress import Progress
from handlers.telegram.callback_data import ID, CallbackData
from handlers.telegram.html import fit, plain
from handlers.telegram.localize import localize
from handlers.telegram.screen import Screen
from handlers.texts import Texts

MOST_REASONS = 5
MOST_TITLES = 10


class ReloadVerb(StrEnum):
    """What a button does about its reload."""

    UNDO = "u"
    DETAILS = "d"
    REPORT = "r"
    SEND_ALERTS = "s"
    QUIET = "q"


class ReloadButton(CallbackData, form="G.{generation_id}.{verb}"):
    """Undoes a reload, shows its changes or its report, or decides about its alerts."""

    generation_id: Annotated[GenerationId, ID]
    verb: ReloadVerb


def progress_screen(progress: Progress, texts: Texts) -> Screen:
    """Return the progress of a reload, with a button that keeps it from sending alerts."""
    quiet = ReloadButton(generation_id=progress.generation_id, verb=ReloadVerb.QUIET)
    keyboard = InlineKeyboardMarkup([[quiet.button(texts("button-quietly"))]])
    return Screen(progress_html(progress, texts), keyboard)


def progress_html(progress: Progress, texts: Texts) -> str:
    """Return the progress of a reload: counts and remaining time."""
    remaining = progress.remaining_s
    line = texts(
        "reload-progress",
        stage=progress.stage.value,
        share=round(100 * progress.share),
        remaining="unknown" if remaining is None else duration(remaining, texts),
    )
    return fit([line, _counts(progress.report, texts)])


def report_screen(generation: Generation, rejects: Sequence[RejectedInput], texts: Texts) -> Screen:
    """Return the result of a reload, with the buttons that make sense after it."""
    report, state = generation.report, generation.state
    head = texts(
        f"reload-is-{state.value}",
        seconds=duration(report.seconds, texts),
        reason=localize(report.reason, texts) if report.reason else "–",
    )
    lines = [head, _counts(report, texts), *_alerts(generation, texts), *_reasons(rejects, texts)]
    if rejects and report.rejected > len(rejects):
        lines.append(texts("and-more", count=report.rejected - len(rejects)))
    return Screen(fit(lines), _keyboard(generation, texts))


def details_screen(
    generation: Generation, changes: Mapping[ChangeKind, Sequence[StagedChange]], texts: Texts
) -> Screen:
    """Return the titles of articles that a reload added, changed and removed.

    Args:
        changes: The first changes of each kind.
    """
    report = generation.report
    counts = {
        ChangeKind.ADDED: report.added,
        ChangeKind.CHANGED: report.changed,
        ChangeKind.REMOVED: report.removed,
    }
    lines = [texts("reload-details")]
    for kind, count in counts.items():
        if shown := changes[kind]:
            lines.append(texts("reload-details-part", kind=kind.value, count=count))
            lines += [f"• {plain(change.title, most=120)}" for change in shown]
            if count > len(shown):
                lines.append(texts("and-more", count=count - len(shown)))
    back = _button(generation, ReloadVerb.REPORT, texts("button-report"))
    return Screen(fit(lines), InlineKeyboardMarkup([[back]]))


def duration(seconds: float, texts: Texts) -> str:
    """Return a duration in words."""
    if seconds < 10:
        return texts("seconds", count=texts.decimal(seconds))
    if seconds < 60:
        return texts("seconds", count=round(seconds))
    return texts("minutes", minutes=int(seconds // 60), seconds=int(seconds % 60))


def _counts(report: ReloadReport, texts: Texts) -> str:
    return texts(
        "reload-counts",
        added=report.added,
        removed=report.removed,
        changed=report.changed,
        unchanged=report.unchanged,
        duplicates=report.duplicates,
        expired=report.expired,
    )


def _alerts(generation: Generation, texts: Texts) -> list[str]:
    """Return what becomes of the alerts that new articles match."""
    report = generation.report
    if generation.state is GenerationState.UNDONE or not report.matched:
        return []
    key = f"reload-alerts-{report.alerts.value}"
    return [texts(key, count=report.matched, share=round(100 * report.news_share))]


def _reasons(rejects: Sequence[RejectedInput], texts: Texts) -> list[str]:
    """Return the most common reasons, each with the first place where it occurred."""
    counts = Counter(reject.reason for reject in rejects)
    first = {reject.reason: reject.location for reject in reversed(rejects)}
    lines = []
    for reason, count in counts.most_common(MOST_REASONS):
        where = plain(first[reason], most=150)
        lines.append(texts("reload-rejected", count=count, reason=localize(reason, texts), where=where))
    if len(counts) > MOST_REASONS:
        lines.append(texts("reload-more-reasons", count=len(counts) - MOST_REASONS))
    return lines


def _keyboard(generation: Generation, texts: Texts) -> InlineKeyboardMarkup | None:
    if generation.state not in (GenerationState.LIVE, GenerationState.SETTLED, GenerationState.UNDONE):
        return None
    row = [_button(generation, ReloadVerb.DETAILS, texts("button-details"))]
    if generation.state is GenerationState.LIVE:
        row.insert(0, _button(generation, ReloadVerb.UNDO, texts("button-undo")))
    if generation.state is GenerationState.UNDONE or generation.report.alerts is not AlertDecision.ASK:
        return InlineKeyboardMarkup([row])
    send = _button(generation, ReloadVerb.SEND_ALERTS, texts("button-send-alerts"))
    quiet = _button(generation, ReloadVerb.QUIET, texts("button-quietly"))
    return InlineKeyboardMarkup([[send, quiet], row])


def _button(generation: Generation, verb: ReloadVerb, label: str) -> InlineKeyboardButton:
    return ReloadButton(generation_id=generation.id, verb=verb).button(label)
