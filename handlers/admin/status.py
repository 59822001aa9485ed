"""/status: what waits for this chat; /outbox: what waits for all, for who runs the bot."""

from telegram import Update

from bot.delivery.outbox import OutboxState
from bot.delivery.ports import ChatStatus, OutboxOverview
from bot.errors import Localizable
from handlers.context import BotContext
from handlers.telegram.html import fit, moment
from handlers.telegram.localize import localize
from handlers.telegram.permissions import operators_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts

_HELD = {
    OutboxState.POSTPONED: "outbox-postponed",
    OutboxState.SUSPENDED: "outbox-suspended",
    OutboxState.GIVEN_UP: "outbox-given-up",
}


async def status(update: Update, context: BotContext) -> None:
    """Say how many alerts the chat has and what waits for it."""
    message, texts, services = update.message, context.texts, context.services
    if message is None:
        return
    alerts = await services.alerts.reporting_to(message.chat_id)
    waits = await services.delivery.chat_status(message.chat_id)
    paused = sum(alert.paused for alert in alerts)
    lines = [texts("status-alerts", count=len(alerts), paused=paused), _waiting(waits, texts)]
    await answer_message(message, Screen(fit(lines)))


def _waiting(waits: ChatStatus, texts: Texts) -> str:
    if waits.suspended:
        return texts("status-suspended", count=waits.waiting, reason=localize(waits.suspended, texts))
    if not waits.waiting:
        return texts("status-nothing")
    if waits.held_until:
        return texts("status-held", count=waits.waiting, until=moment(waits.held_until))
    until = moment(waits.due_at) if waits.due_at else "?"
    return texts("status-waiting", count=waits.waiting, until=until)


@operators_only
async def outbox(update: Update, context: BotContext) -> None:
    """Show the outbox to who runs the bot."""
    message, texts, services = update.message, context.texts, context.services
    if message is None:
        return
    seen = await services.delivery.overview()
    await answer_message(message, Screen(overview_html(seen, texts)))


def overview_html(seen: OutboxOverview, texts: Texts) -> str:
    """Return the outbox in figures."""
    held = {state: seen.counts.get(state, 0) for state in OutboxState}
    lines = [
        texts(
            "outbox",
            waiting=held[OutboxState.WAITING],
            postponed=held[OutboxState.POSTPONED],
            suspended=held[OutboxState.SUSPENDED],
            failed=held[OutboxState.GIVEN_UP],
            sent=held[OutboxState.SENT],
        ),
        texts("outbox-oldest", at=moment(seen.oldest_at)) if seen.oldest_at else texts("outbox-none-due"),
        texts("outbox-rate", count=seen.sent_last_hour),
    ]
    reasons = [_reason(state, reason, count, texts) for state, reason, count in seen.reasons]
    return fit([*lines, *reasons])


def _reason(state: OutboxState, reason: Localizable | None, count: int, texts: Texts) -> str:
    """Why so many messages are not sent."""
    why = localize(reason, texts) if reason else "–"
    return texts(_HELD[state], count=count, reason=why)
