"""What a reload comes to, as messages."""

from collections import Counter
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.corpus.ports import ChangeKind
from bot.errors import RejectedInput
from bot.ingest.reload.generation import Generation, GenerationState, ReloadReport
from bot.ingest.reload.progress import Progress
from bot.services import Services
from handlers.telegram.html import fit, plain
from handlers.telegram.localize import localize
from handlers.telegram.screen import Screen
from handlers.texts import Texts

MOST_REASONS = 5
MOST_TITLES = 10


def progress_html(progress: Progress, texts: Texts) -> str:
    """Return how far a reload is: counts and remaining time."""
    remaining = progress.remaining_s
    left = "unknown" if remaining is None else duration(remaining, texts)
    line = texts(
        "reload-progress", stage=progress.stage.value, share=round(100 * progress.share), remaining=left
    )
    return fit([line, _counts(progress.report, texts)])


def report_screen(generation: Generation, rejects: Sequence[RejectedInput], texts: Texts) -> Screen:
    """Return what a reload came to, with the buttons that make sense after it."""
    report, state = generation.report, generation.state
    head = texts(
        f"reload-is-{state.value}",
        seconds=duration(report.seconds, texts),
        reason=localize(report.reason, texts) if report.reason else "–",
    )
    lines = [head, _counts(report, texts), *_reasons(rejects, texts)]
    if rejects and report.rejected > len(rejects):
        lines.append(texts("and-more", count=report.rejected - len(rejects)))
    return Screen(fit(lines), _keyboard(generation, texts))


async def details_screen(generation: Generation, services: Services, texts: Texts) -> Screen:
    """Return titles of what a reload added, changed and removed."""
    report = generation.report
    counts = {
        ChangeKind.ADDED: report.added,
        ChangeKind.CHANGED: report.changed,
        ChangeKind.REMOVED: report.removed,
    }
    lines = [texts("reload-details")]
    for kind, count in counts.items():
        if found := await services.reload.changes(generation, kind, MOST_TITLES):
            lines.append(texts("reload-details-part", kind=kind.value, count=count))
            lines += [f"• {plain(each.title, most=120)}" for each in found]
            if count > len(found):
                lines.append(texts("and-more", count=count - len(found)))
    back = InlineKeyboardButton(texts("button-report"), callback_data=f"G.{generation.id}.r")
    return Screen(fit(lines), InlineKeyboardMarkup([[back]]))


def duration(seconds: float, texts: Texts) -> str:
    """Return a length of time in words."""
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


def _reasons(rejects: Sequence[RejectedInput], texts: Texts) -> list[str]:
    """The commonest reasons, each with the first place where it was met."""
    counted = Counter(each.reason for each in rejects)
    first = {each.reason: each for each in reversed(rejects)}
    lines = [
        texts(
            "reload-rejected",
            count=count,
            reason=localize(reason, texts),
            where=plain(first[reason].location, most=150),
        )
        for reason, count in counted.most_common(MOST_REASONS)
    ]
    if len(counted) > MOST_REASONS:
        lines.append(texts("reload-more-reasons", count=len(counted) - MOST_REASONS))
    return lines


def _keyboard(generation: Generation, texts: Texts) -> InlineKeyboardMarkup | None:
    if generation.state not in (GenerationState.LIVE, GenerationState.SETTLED, GenerationState.UNDONE):
        return None
    row = [InlineKeyboardButton(texts("button-details"), callback_data=f"G.{generation.id}.d")]
    if generation.state is GenerationState.LIVE:
        row.insert(0, InlineKeyboardButton(texts("button-undo"), callback_data=f"G.{generation.id}.u"))
    return InlineKeyboardMarkup([row])
