"""Presses of inline buttons: answer at once, then edit the message in place."""

from telegram import CallbackQuery, Update

from bot.chats.view import View, ViewKind
from bot.errors import UserError, ViewExpired, localizable
from bot.stories.story import StoryId
from handlers.context import BotContext
from handlers.questions.keyboard import STORY_DATA, Press, Verb, read_press
from handlers.questions.screens import follow, show
from handlers.telegram.localize import localize_error
from handlers.telegram.screen import Screen
from handlers.telegram.send import edit, send, topic_of
from handlers.texts import Texts


async def pressed(update: Update, context: BotContext) -> None:
    """Follow a button to its view and show it in the same message."""
    query, texts = update.callback_query, context.texts
    if query is None or query.message is None:
        return
    press = read_press(query.data or "")
    if press is not None and press.verb is Verb.LABEL:
        await query.answer()
        return
    view = await _view_behind(query, press, context, texts)
    if view is not None:
        await _turn_to(view, query, context, texts)


async def story_pressed(update: Update, context: BotContext) -> None:
    """Open the card of a story that an alert told, below its message."""
    query, services, texts = update.callback_query, context.services, context.texts
    found = STORY_DATA.fullmatch(query.data or "") if query else None
    if query is None or query.message is None or found is None:
        return
    story, chat_id = StoryId(found[1]), query.message.chat.id
    members = await services.questions.articles_of(story)
    if not members:
        await query.answer(texts("article-gone"), show_alert=True)
        return
    await query.answer()
    screen = await show(View(ViewKind.OUTLETS, article=members[0]), services, texts, chat_id=chat_id)
    await send(
        context.bot,
        screen,
        chat_id=chat_id,
        thread_id=topic_of(query.message),
        reply_to=query.message.message_id,
    )


async def _view_behind(
    query: CallbackQuery, press: Press | None, context: BotContext, texts: Texts
) -> View | None:
    """The view a press leads to; an old press is answered with "ask again"."""
    assert query.message is not None
    chat_id, services = query.message.chat.id, context.services
    try:
        if press is None:
            raise ViewExpired(localizable("expired"))
        view = await services.chats.load_view(press.view_id, chat_id=chat_id)
        target = await follow(press, view, services, chat_id=chat_id)
    except ViewExpired:
        await query.answer(texts("expired"), show_alert=True)
        return None
    await query.answer()
    return target


async def _turn_to(view: View, query: CallbackQuery, context: BotContext, texts: Texts) -> None:
    assert query.message is not None
    chat_id, thread_id = query.message.chat.id, topic_of(query.message)
    try:
        screen = await show(view, context.services, texts, chat_id=chat_id)
    except UserError as error:
        problem = Screen(localize_error(error, texts))
        await send(context.bot, problem, chat_id=chat_id, thread_id=thread_id)
        return
    message_id = query.message.message_id
    await edit(context.bot, screen, chat_id=chat_id, message_id=message_id, thread_id=thread_id)
