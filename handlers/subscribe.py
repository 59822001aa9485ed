"""/subscribe and "Alert me": what an alert would find, then Save, Change or Cancel."""

from telegram import CallbackQuery, Message, Update

from bot.alerts.alert import AlertDraft
from bot.alerts.subscriptions import TooManyAlerts
from bot.conversation.view import View, ViewId, ViewKind
from bot.errors import QueryError, UserError, ViewExpired
from handlers.alert_keyboard import alert_keyboard, draft_keyboard
from handlers.alert_render import preview_html, saved_html
from handlers.ask import question_words
from handlers.authority import may_manage
from handlers.context import BotContext, texts_of
from handlers.keyboard import Verb, read_press
from handlers.markup import plain
from handlers.screens import Screen
from handlers.sender import answer_message, edit, send
from handlers.texts import Texts


async def subscribe(update: Update, context: BotContext) -> None:
    """Show what an alert on the words would find."""
    message, texts = update.message, texts_of(update)
    if message is None:
        return
    words = question_words(message, context.bot.username)
    if not await may_manage(update, context):
        screen = Screen(texts("alert-admins-only"))
    elif not words:
        screen = Screen(texts("subscribe-how"))
    else:
        screen = await draft_screen(words, context, texts, chat_id=message.chat_id)
    await answer_message(message, screen)


async def draft_screen(words: str, context: BotContext, texts: Texts, *, chat_id: int) -> Screen:
    """Return the preview of an alert with its buttons, or what is wrong with the words."""
    services = context.services
    try:
        preview = await services.subscriptions.preview(words)
    except QueryError as error:
        return Screen(texts("query-error", position=error.position + 1, problem=plain(str(error))))
    except UserError:
        return Screen(texts("subscribe-how"))
    view = View(ViewKind.DRAFT, words)
    view_id = await services.conversation.save_view(view, chat_id=chat_id, now=services.clock())
    return Screen(preview_html(preview, texts), draft_keyboard(view_id, texts))


async def draft_pressed(update: Update, context: BotContext) -> None:
    """Follow a press of "Alert me", or of a preview's buttons."""
    query, texts = update.callback_query, texts_of(update)
    if query is None or query.message is None:
        return
    press = read_press(query.data or "")
    view = await _view_behind(query, context, press.view_id) if press else None
    if press is None or view is None:
        await query.answer(texts("expired"), show_alert=True)
        return
    if not await may_manage(update, context):
        await query.answer(texts("alert-admins-only"), show_alert=True)
        return
    await query.answer()
    match press.verb:
        case Verb.ALERT:
            await _offer(query, view, context, texts)
        case Verb.SAVE:
            await _save(query, view, context, texts)
        case _:
            await _put(query, Screen(texts("alert-cancelled")), context)


async def _view_behind(query: CallbackQuery, context: BotContext, view_id: ViewId) -> View | None:
    services = context.services
    assert query.message is not None
    try:
        return await services.conversation.load_view(
            view_id, chat_id=query.message.chat.id, now=services.clock()
        )
    except ViewExpired:
        return None


async def _offer(query: CallbackQuery, view: View, context: BotContext, texts: Texts) -> None:
    assert query.message is not None
    chat_id = query.message.chat.id
    screen = await draft_screen(view.question, context, texts, chat_id=chat_id)
    await send(context.bot, screen, chat_id=chat_id, thread_id=thread_of(query.message))


async def _save(query: CallbackQuery, view: View, context: BotContext, texts: Texts) -> None:
    assert query.message is not None
    services = context.services
    draft = AlertDraft(
        chat_id=query.message.chat.id,
        thread_id=thread_of(query.message),
        owner_id=query.from_user.id,
        text=view.question,
        created_at=services.clock(),
    )
    try:
        alert = await services.subscriptions.save(draft)
    except TooManyAlerts as error:
        await _put(query, Screen(texts("alert-too-many", most=error.most)), context)
        return
    await _put(query, Screen(saved_html(alert, texts), alert_keyboard(alert, texts)), context)


async def _put(query: CallbackQuery, screen: Screen, context: BotContext) -> None:
    assert query.message is not None
    await edit(context.bot, screen, chat_id=query.message.chat.id, message_id=query.message.message_id)


def thread_of(message: object) -> int | None:
    """Return the topic a message stands in, None for General or a chat without topics."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
