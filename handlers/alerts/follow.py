"""Following a story: its buttons under cards, stories and notifications."""

from dataclasses import replace

from bot.alerts.alert import Alert, AlertDraft, Mode
from bot.corpus.article import ArticleId
from bot.errors import UserError, ViewExpired
from bot.stories.story import StoryId
from handlers.alerts.button_data import FollowStoryButton
from handlers.alerts.entry import entry_screen
from handlers.context import BotContext
from handlers.questions.button_data import FollowButton
from handlers.telegram.html import visible
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.telegram.send import topic_of


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
    services = context.services
    draft = AlertDraft(
        chat_id=press.chat_id,
        thread_id=topic_of(press.message),
        owner_id=press.user_id,
        text="",
        created_at=services.clock(),
        zone=(await services.chats.settings_of(press.chat_id)).zone or "UTC",
        mode=Mode.NOW,
        follows=story,
    )
    try:
        alert = await services.alerts.save(draft)
    except UserError as error:
        await press.alert(visible(localize_error(error, context.texts)))
        return
    await press.answer()
    spoken = press.query.from_user.language_code
    await services.chats.change_settings(press.chat_id, lambda own: replace(own, spoken=spoken))
    await press.send(await _followed(alert, context, here=press.chat_id))


async def _followed(alert: Alert, context: BotContext, *, here: int) -> Screen:
    """Return the entry of a followed story below the words that it is followed."""
    entry = await entry_screen(alert, context, here=here)
    return replace(entry, html=f"{context.texts('follow-saved')}\n{entry.html}")
