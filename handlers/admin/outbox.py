"""/outbox: what is queued for all chats, in figures."""

from telegram import Update

from bot.delivery.outbox import OutboxState
from bot.delivery.ports import OutboxOverview
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
        texts("outbox-oldest", at=moment(oldest_at, texts)) if oldest_at else texts("outbox-none-due"),
        texts("outbox-rate", count=overview.sent_last_hour),
    ]
    reasons = [_not_sent(state, reason, count, texts) for state, reason, count in overview.reasons]
    return fit([*lines, *reasons])


def _not_sent(state: OutboxState, reason: Localizable | None, count: int, texts: Texts) -> str:
    """Return why `count` messages were not sent."""
    return texts(_NOT_SENT[state], count=count, reason=localize(reason, texts) if reason else "–")
