"""Daily briefings: saved below top stories, changed and stopped like alerts."""

from dataclasses import replace

from bot.alerts.alert import Alert, AlertDraft, Mode
from bot.errors import UserError, ViewExpired
from bot.services import Services
from handlers.alerts.button_data import AlertVerb, NotificationButton
from handlers.alerts.entry import deleted, entry_screen, remember
from handlers.context import BotContext
from handlers.questions.button_data import BriefingButton
from handlers.questions.top import BRIEFING_AT, briefing_message
from handlers.settings.commands import minute_of
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.prompts import ask_zone
from handlers.telegram.screen import Screen
from handlers.telegram.send import topic_of
from handlers.texts import Texts


@managers_only
@on_press(BriefingButton)
async def briefing_pressed(press: Press[BriefingButton], context: BotContext) -> None:
    """Save a daily briefing on the topic of a view of top stories."""
    services = context.services
    try:
        view = await services.chats.load_view(press.button.view_id, chat_id=press.chat_id)
    except ViewExpired:
        await press.alert(context.texts("expired"))
        return
    await press.answer()
    settings = await services.chats.settings_of(press.chat_id)
    draft = AlertDraft(
        chat_id=press.chat_id,
        thread_id=topic_of(press.message),
        owner_id=press.user_id,
        text=view.question,
        created_at=services.clock(),
        zone=settings.zone or "UTC",
        mode=Mode.DAILY,
        briefing_at=BRIEFING_AT,
    )
    try:
        alert = await services.alerts.save(draft)
    except UserError as error:
        await press.send(Screen(localize_error(error, context.texts)))
        return
    spoken = press.query.from_user.language_code
    await services.chats.change_settings(press.chat_id, lambda own: replace(own, spoken=spoken))
    await press.send(await saved_briefing(alert, context, here=press.chat_id))
    await ask_zone(press.message, context)


async def saved_briefing(alert: Alert, context: BotContext, *, here: int) -> Screen:
    """Return a briefing's entry below the words that it was saved."""
    entry = await entry_screen(alert, context, here=here)
    return replace(entry, html=f"{context.texts('briefing-saved')}\n{entry.html}")


async def change_time(alert: Alert, words: str, context: BotContext, *, here: int) -> Screen:
    """Change when a briefing comes, from "7:45", and return its entry."""
    minute = minute_of(words)
    if minute is None:
        return Screen(context.texts("briefing-ask"))
    return await saved_briefing(
        await context.services.alerts.set_briefing_time(alert, minute), context, here=here
    )


async def briefing_screen(alert: Alert, services: Services, texts: Texts) -> Screen:
    """Return a briefing as it is sent: the top stories on its topic, and a button that stops it."""
    stop = NotificationButton(alert_id=alert.id, verb=AlertVerb.DELETE).button(texts("button-briefing-stop"))
    return await briefing_message(alert.text, services, texts, chat_id=alert.chat_id, stop=stop)


async def stop_briefing(press: Press[NotificationButton], alert: Alert, context: BotContext) -> None:
    """Delete the briefing whose message has the pressed button; the message stays.

    The message remembers the alert: if the press is cut off after the deletion, its next attempt finds it.
    """
    await press.answer()
    await remember(alert, press.chat_id, press.message_id, context)
    sent = await press.send(await deleted(alert, context))
    await remember(alert, press.chat_id, sent.message_id, context)
