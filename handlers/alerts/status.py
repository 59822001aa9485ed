"""/status: how many alerts a chat has, and what is queued for it."""

from telegram import Update

from bot.delivery.ports import ChatStatus
from handlers.context import BotContext
from handlers.telegram.html import fit, moment
from handlers.telegram.localize import localize
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts


async def status(update: Update, context: BotContext) -> None:
    """Say how many alerts the chat has, what is queued for it, and whether messages to the bot wait."""
    message, texts, services = update.message, context.texts, context.services
    if message is None:
        return
    alerts = await services.alerts.reporting_to(message.chat_id)
    chat_status = await services.delivery.chat_status(message.chat_id)
    paused = sum(alert.paused for alert in alerts)
    lines = [texts("status-alerts", count=len(alerts), paused=paused), _queued(chat_status, texts)]
    if stuck := (await services.inbox.state()).stuck_since(now=services.clock()):
        lines.append(texts("status-updates", since=moment(stuck, texts)))
    await answer_message(message, Screen(fit(lines)))


def _queued(chat: ChatStatus, texts: Texts) -> str:
    if chat.suspended:
        return texts("status-suspended", count=chat.waiting, reason=localize(chat.suspended, texts))
    if not chat.waiting:
        return texts("status-nothing")
    if chat.held_until:
        return texts("status-held", count=chat.waiting, until=moment(chat.held_until, texts))
    until = moment(chat.due_at, texts) if chat.due_at else "?"
    return texts("status-waiting", count=chat.waiting, until=until)
