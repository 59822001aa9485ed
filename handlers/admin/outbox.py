"""/status: what is queued for this chat; /outbox: what is queued for all chats, for operators."""

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

_NOT_SENT = {
    OutboxState.POSTPONED: "outbox-postponed",
    OutboxState.SUSPENDED: "outbox-suspended",
    OutboxState.GIVEN_UP: "outbox-given-up",
}


async def status(update: Update, context: BotContext) -> None:
    """Say how many alerts the chat has and what is queued for it."""
    message, texts, services = update.message, context.texts, context.services
    if message is None:
        return
    alerts = await services.alerts.reporting_to(message.chat_id)
    chat_status = await services.delivery.chat_status(message.chat_id)
    paused = sum(alert.paused for alert in alerts)
    lines = [texts("status-alerts", count=len(alerts), paused=paused), _queued(chat_status, texts)]
    await answer_message(message, Screen(fit(lines)))


def _queued(chat: ChatStatus, texts: Texts) -> str:
    if chat.suspended:
        return texts("status-suspended", count=chat.waiting, reason=localize(chat.suspended, texts))
    if not chat.waiting:
        return texts("status-nothing")
    if chat.held_until:
        return texts("status-held", count=chat.waiting, until=moment(chat.held_until))
    until = moment(chat.due_at) if chat.due_at else "?"
    return texts("status-waiting", count=chat.waiting, until=until)


@operators_only
async def outbox(update: Update, context: BotContext) -> None:
    """Show the outbox in figures."""
    if update.message is not None:
        overview = await context.services.delivery.overview()
        await answer_message(update.message, Screen(overview_html(overview, context.texts)))


def overview_html(overview: OutboxOverview, texts: Texts) -> str:
    """Return the outbox in figures."""
    count = {state: overview.counts.get(state, 0) for state in OutboxState}
    oldest_at = overview.oldest_at
    lines = [
        texts(
            "outbox",
            waiting=count[OutboxState.WAITING],
            postponed=count[OutboxState.POSTPONED],
            suspended=count[OutboxState.SUSPENDED],
            failed=count[OutboxState.GIVEN_UP],
            sent=count[OutboxState.SENT],
        ),
        texts("outbox-oldest", at=moment(oldest_at)) if oldest_at else texts("outbox-none-due"),
        texts("outbox-rate", count=overview.sent_last_hour),
    ]
    reasons = [_not_sent(state, reason, count, texts) for state, reason, count in overview.reasons]
    return fit([*lines, *reasons])


def _not_sent(state: OutboxState, reason: Localizable | None, count: int, texts: Texts) -> str:
    """Return why `count` messages were not sent."""
    return texts(_NOT_SENT[state], count=count, reason=localize(reason, texts) if reason else "–")
