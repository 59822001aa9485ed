"""/subscriptions, /unsubscribe, and the buttons of alerts and of their messages."""

from dataclasses import replace

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest, Forbidden

from bot.alerts.alert import Alert
from bot.alerts.export import alert_json, alert_of_json
from bot.alerts.subscriptions import AlertGone
from bot.conversation.prompt import Prompt, PromptKind
from bot.errors import wording
from handlers.alert_keyboard import (
    LISTED,
    MODES,
    AlertPress,
    AlertVerb,
    alert_keyboard,
    fewer_keyboard,
    list_keyboard,
    modes_keyboard,
    notice_keyboard,
    read_alert_press,
    story_under,
    undo_keyboard,
)
from handlers.alert_render import alert_html, list_html, query_text
from handlers.authority import looks_after, may_manage
from handlers.context import BotContext
from handlers.prompts import ask_for, ask_zone
from handlers.screens import Screen
from handlers.sender import answer_message, edit, send
from handlers.texts import Texts

_BY_THE_WALL = (AlertVerb.DAILY, AlertVerb.WEEKLY)


async def subscriptions(update: Update, context: BotContext) -> None:
    """List the chat's alerts."""
    message, texts = update.message, context.texts
    if message is not None:
        await answer_message(message, await list_screen(message.chat_id, 1, context, texts))


async def list_screen(chat_id: int, page: int, context: BotContext, texts: Texts) -> Screen:
    """Return one page of a chat's alerts."""
    alerts = await context.services.subscriptions.of_chat(chat_id)
    if not alerts:
        return Screen(texts("alerts-none"))
    page = min(max(page, 1), -(-len(alerts) // LISTED))
    shown = alerts[(page - 1) * LISTED : page * LISTED]
    elsewhere = {alert.chat_id for alert in shown if alert.chat_id != chat_id}
    titles = {each: await _title(each, context) for each in elsewhere}
    return Screen(list_html(alerts, page, titles, texts), list_keyboard(alerts, page, texts))


async def _title(chat_id: int, context: BotContext) -> str:
    """A group's or channel's title, its number where the bot may no longer know."""
    try:
        return (await context.bot.get_chat(chat_id)).title or str(chat_id)
    except (BadRequest, Forbidden):
        return str(chat_id)


async def list_pressed(update: Update, context: BotContext) -> None:
    """Turn to a page of the list; page 0 opens it as a new message."""
    query, texts = update.callback_query, context.texts
    if query is None or query.message is None or query.data is None:
        return
    await query.answer()
    chat_id, page = query.message.chat.id, int(query.data.removeprefix("L."))
    screen = await list_screen(chat_id, page, context, texts)
    if page:
        await edit(context.bot, screen, chat_id=chat_id, message_id=query.message.message_id)
    else:
        await send(context.bot, screen, chat_id=chat_id, thread_id=thread_of(query.message))


async def unsubscribe(update: Update, context: BotContext) -> None:
    """Delete the alert with a number of /subscriptions."""
    message, texts = update.message, context.texts
    if message is None:
        return
    if not await may_manage(update, context):
        await answer_message(message, Screen(texts("alert-admins-only")))
        return
    alerts = await context.services.subscriptions.of_chat(message.chat_id)
    chosen = _numbered(alerts, context.args or [])
    person = message.from_user.id if message.from_user else 0
    if chosen is not None and await looks_after(person, chosen.chat_id, context, here=message.chat_id):
        sent = await answer_message(message, await _deleted(chosen, context, texts))
        await _remember(chosen, sent.chat_id, sent.message_id, context)
        return
    screen = await list_screen(message.chat_id, 1, context, texts)
    how = f"{texts('unsubscribe-how')}\n\n{screen.html}" if alerts else screen.html
    await answer_message(message, replace(screen, html=how))


def _numbered(alerts: list[Alert], words: list[str]) -> Alert | None:
    """The alert a number means; the only one there is when none is given."""
    if not words:
        return alerts[0] if len(alerts) == 1 else None
    number = int(words[0]) if words[0].isdecimal() and len(words[0]) < 6 else 0
    return alerts[number - 1] if 1 <= number <= len(alerts) else None


async def alert_pressed(update: Update, context: BotContext) -> None:
    """Do what a button of an alert says, and show the alert as it is then."""
    query, texts = update.callback_query, context.texts
    if query is None or query.message is None:
        return
    press = read_alert_press(query.data or "")
    if press is None or not await may_manage(update, context):
        await query.answer(texts("alert-admins-only"), show_alert=True)
        return
    try:
        alert = await _alert_behind(query, press, context)
    except AlertGone:
        await query.answer(texts("alert-gone"), show_alert=True)
        return
    if press.told:
        await _told_pressed(query, press, alert, context, texts)
        return
    await query.answer()
    screen = await _done(query, press.verb, alert, context, texts)
    if screen is not None:
        chat_id, message_id = query.message.chat.id, query.message.message_id
        await edit(context.bot, screen, chat_id=chat_id, message_id=message_id)
    if press.verb in _BY_THE_WALL and isinstance(query.message, Message):
        await ask_zone(query.message, context)


async def _alert_behind(query: CallbackQuery, press: AlertPress, context: BotContext) -> Alert:
    """The alert a button names; a deleted one is brought back by Undo."""
    assert query.message is not None
    services, chat_id, message_id = context.services, query.message.chat.id, query.message.message_id
    if press.verb is AlertVerb.UNDO:
        kept = await services.prompts.asked(chat_id=chat_id, message_id=message_id)
        if kept is None or kept.kind is not PromptKind.UNDO:
            raise AlertGone(wording("alert-gone"))
        await services.subscriptions.store.restore(alert_of_json(kept.about))
        await services.prompts.done(chat_id=chat_id, message_id=message_id)
    alert = await services.subscriptions.get(press.alert_id, chat_id=chat_id)
    if not await looks_after(query.from_user.id, alert.chat_id, context, here=chat_id):
        raise AlertGone(wording("alert-gone"))
    return alert


async def _done(
    query: CallbackQuery, verb: AlertVerb, alert: Alert, context: BotContext, texts: Texts
) -> Screen | None:
    """What an alert's entry shows after a press; None when a new message says it."""
    assert query.message is not None
    here = query.message.chat.id
    match verb:
        case AlertVerb.DELETE:
            await _remember(alert, here, query.message.message_id, context)
            return await _deleted(alert, context, texts)
        case AlertVerb.MODES:
            return Screen(await entry_html(alert, context, texts, here=here), modes_keyboard(alert, texts))
        case AlertVerb.REWORD:
            await _ask_words(query, alert, context, texts)
            return None
        case AlertVerb.SHARE:
            return await _shared(alert, context, texts, here=here)
        case _:
            changed = await _changed(alert, verb, context)
            html = await entry_html(changed, context, texts, here=here)
            return Screen(html, alert_keyboard(changed, texts))


async def entry_html(alert: Alert, context: BotContext, texts: Texts, *, here: int) -> str:
    """Return what an alert's own entry says in the chat `here`."""
    chat = await _title(alert.chat_id, context) if alert.chat_id != here else ""
    return alert_html(alert, await context.services.settings.of(alert.chat_id), texts, chat=chat)


async def _changed(alert: Alert, verb: AlertVerb, context: BotContext) -> Alert:
    desk = context.services.subscriptions
    if verb in MODES:
        return await desk.report(alert, MODES[verb])
    acts = {AlertVerb.PAUSE: desk.pause, AlertVerb.RESUME: desk.resume, AlertVerb.MUTE: desk.mute}
    return await acts[verb](alert) if verb in acts else alert


async def _deleted(alert: Alert, context: BotContext, texts: Texts) -> Screen:
    await context.services.subscriptions.store.delete(alert.id)
    return Screen(texts("alert-deleted", query=query_text(alert)), undo_keyboard(alert, texts))


async def _remember(alert: Alert, chat_id: int, message_id: int, context: BotContext) -> None:
    """Keep a deleted alert behind the Undo button of a message."""
    kept, services = Prompt(PromptKind.UNDO, alert_json(alert)), context.services
    await services.prompts.ask(kept, chat_id=chat_id, message_id=message_id, now=services.clock())


async def _ask_words(query: CallbackQuery, alert: Alert, context: BotContext, texts: Texts) -> None:
    if isinstance(query.message, Message):
        html = texts("reword-ask", query=query_text(alert))
        await ask_for(query.message, html, Prompt(PromptKind.REWORD, str(alert.id)), context)


async def _shared(alert: Alert, context: BotContext, texts: Texts, *, here: int) -> Screen:
    word = await context.services.subscriptions.shares.share(alert.id)
    link = f"https://t.me/{context.bot.username}?start=s_{word}"
    shared = texts("alert-share", link=f'<a href="{link}">{link}</a>')  # marks of direction stay out of it
    html = f"{await entry_html(alert, context, texts, here=here)}\n\n{shared}"
    return Screen(html, alert_keyboard(alert, texts))


async def _told_pressed(
    query: CallbackQuery, press: AlertPress, alert: Alert, context: BotContext, texts: Texts
) -> None:
    """A button under a told story: the story stays, its buttons change, a line says what was done."""
    assert query.message is not None
    chat_id, message_id = query.message.chat.id, query.message.message_id
    keyboard: InlineKeyboardMarkup | None
    story = story_under(query.message.reply_markup) if isinstance(query.message, Message) else None
    publisher = await context.services.report.publisher_told(chat_id=chat_id, telegram_id=message_id)
    match press.verb:
        case AlertVerb.FEWER:
            await query.answer()
            keyboard = fewer_keyboard(alert, publisher, texts, story)
        case AlertVerb.NO_PUBLISHER if publisher:
            await _mute_publisher(publisher, chat_id, context)
            await query.answer(texts("publisher-muted", publisher=publisher[:100]))
            keyboard = notice_keyboard([alert], texts, story)
        case AlertVerb.REWORD:
            await query.answer()
            await _ask_words(query, alert, context, texts)
            keyboard = notice_keyboard([alert], texts, story)
        case _:
            changed = await _changed(alert, press.verb, context)
            said = {
                AlertVerb.PAUSE: "told-paused",
                AlertVerb.MUTE: "told-muted",
                AlertVerb.DAILY: "told-daily",
            }
            await query.answer(texts(said[press.verb]) if press.verb in said else None)
            keyboard = notice_keyboard([changed], texts, story)
    try:
        await context.bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keyboard)
    except BadRequest as error:
        if "message is not modified" not in str(error).lower():
            raise


async def _mute_publisher(publisher: str, chat_id: int, context: BotContext) -> None:
    store = context.services.settings
    chosen = await store.of(chat_id)
    if chosen.wants(publisher, "und"):
        await store.put(replace(chosen, muted=(*chosen.muted, publisher)))


def thread_of(message: object) -> int | None:
    """Return the topic a message stands in, None for General or a chat without topics."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
