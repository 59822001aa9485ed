"""Presses of the buttons under answers, cards and stories."""

from telegram import Update

from bot.chats.view import View, ViewKind
from bot.errors import UserError, ViewExpired
from handlers.context import BotContext
from handlers.questions.button_data import StoryButton, ViewButton, ViewVerb
from handlers.questions.screens import follow, show
from handlers.telegram.localize import localize_error
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen


@on_press(ViewButton)
async def view_pressed(press: Press[ViewButton], context: BotContext) -> None:
    """Replace a view with the one that the button leads to."""
    if press.button.verb is ViewVerb.LABEL:
        await press.answer()
        return
    services, texts, chat_id = context.services, context.texts, press.chat_id
    try:
        view = await services.chats.load_view(press.button.view_id, chat_id=chat_id)
        target = await follow(press.button, view, services, chat_id=chat_id)
    except ViewExpired:
        await press.alert(texts("expired"))
        return
    await press.answer()
    try:
        screen = await show(target, services, texts, chat_id=chat_id)
    except UserError as error:
        await press.send(Screen(localize_error(error, texts)))
        return
    await press.edit(screen)


@on_press(StoryButton)
async def story_pressed(press: Press[StoryButton], context: BotContext) -> None:
    """Open the card of a story below the notification about it."""
    services, texts = context.services, context.texts
    articles = await services.questions.articles_of(press.button.story_id)
    withdrawal = None if articles else await services.corrections.withdrawal_in(press.button.story_id)
    if not articles and withdrawal is None:
        await press.alert(texts("article-gone"))
        return
    await press.answer()
    view = View(ViewKind.OUTLETS, article=withdrawal.article_id if withdrawal else articles[0])
    await press.send(await show(view, services, texts, chat_id=press.chat_id), reply=True)


async def unknown_pressed(update: Update, context: BotContext) -> None:
    """Answer a press of a button that no version since 30 days ago has written, or of a game's button."""
    if update.callback_query:
        await update.callback_query.answer(context.texts("expired"), show_alert=True)
