"""Following a story: /follow, and the buttons under cards, stories and notifications."""

from dataclasses import replace

from telegram import MaybeInaccessibleMessage, Message, Update

from bot.alerts.alert import Alert, AlertDraft, Mode
from bot.corpus.article import ArticleId
from bot.errors import UserError, ViewExpired
from bot.questions.model import Question
from bot.stories.story import StoryId
from handlers.alerts.button_data import FollowStoryButton
from handlers.alerts.entry import entry_screen
from handlers.alerts.subscribe import draft_screen
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.questions.button_data import FollowButton
from handlers.questions.examples import example_words
from handlers.telegram.html import visible
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, topic_of


@managers_only
async def follow(update: Update, context: BotContext) -> None:
    """Follow the story that a question is about; offer an alert if there is none."""
    message = update.message
    if message is None:
        return
    words = question_words(message, context.bot.username)
    if not words:
        html = context.texts("history-how", command="/follow", example=await example_words(context))
        await answer_message(message, Screen(html))
        return
    try:
        screen = await _follow_words(words, message, context)
    except UserError as error:
        screen = Screen(localize_error(error, context.texts))
    await answer_message(message, screen)


async def _follow_words(words: str, message: Message, context: BotContext) -> Screen:
    """Follow the best story for some words; return its entry, or the preview of an alert.

    Raises:
        UserError: The words can't be parsed, or the chat has too many alerts.
    """
    services, chat_id = context.services, message.chat_id
    answer = await services.questions.ask(
        Question(words, services.clock()), await services.chats.settings_of(chat_id)
    )
    covers = answer.entries and answer.about and not answer.unknown
    story = await services.delivery.story_of(answer.entries[0].article.id) if covers else None
    if story is None:
        offer = await draft_screen(words, message, context)
        return replace(offer, html=f"{context.texts('follow-no-story')}\n\n{offer.html}")
    user = message.from_user
    draft = await _draft(story, message, user.id if user else 0, context)
    alert = await services.alerts.save(draft)
    await _speak(chat_id, user.language_code if user else None, context)
    return await _followed(alert, context, here=chat_id)


@managers_only
@on_press(FollowButton)
async def follow_pressed(press: Press[FollowButton], context: BotContext) -> None:
    """Follow the story of a card."""
    services = context.services
    try:
        view = await services.chats.load_view(press.button.view_id, chat_id=press.chat_id)
    except ViewExpired:
        await press.alert(context.texts("expired"))
        return
    story = await services.delivery.story_of(view.article or ArticleId(""))
    await _follow(press, story or StoryId(""), context)


@managers_only
@on_press(FollowStoryButton)
async def follow_story_pressed(press: Press[FollowStoryButton], context: BotContext) -> None:
    """Follow the story of a notification."""
    await _follow(press, press.button.story_id, context)


async def _follow(
    press: Press[FollowButton] | Press[FollowStoryButton], story: StoryId, context: BotContext
) -> None:
    draft = await _draft(story, press.message, press.user_id, context)
    try:
        alert = await context.services.alerts.save(draft)
    except UserError as error:
        await press.alert(visible(localize_error(error, context.texts)))
        return
    await press.answer()
    await _speak(press.chat_id, press.query.from_user.language_code, context)
    await press.send(await _followed(alert, context, here=press.chat_id))


async def _draft(
    story: StoryId, message: MaybeInaccessibleMessage, user_id: int, context: BotContext
) -> AlertDraft:
    """Return a story to follow in the chat of a message."""
    services, chat_id = context.services, message.chat.id
    return AlertDraft(
        chat_id=chat_id,
        thread_id=topic_of(message),
        owner_id=user_id,
        text="",
        created_at=services.clock(),
        zone=(await services.chats.settings_of(chat_id)).zone or "UTC",
        mode=Mode.NOW,
        follows=story,
    )


async def _speak(chat_id: int, spoken: str | None, context: BotContext) -> None:
    """Remember the language in which a chat is written to."""
    await context.services.chats.change_settings(chat_id, lambda own: replace(own, spoken=spoken))


async def _followed(alert: Alert, context: BotContext, *, here: int) -> Screen:
    """Return the entry of a followed story below the words that it is followed."""
    entry = await entry_screen(alert, context, here=here)
    return replace(entry, html=f"{context.texts('follow-saved')}\n{entry.html}")
