"""Following a story: /follow, and the buttons under cards, stories and notifications."""

from dataclasses import replace

from telegram import MaybeInaccessibleMessage, Message, Update, User

from bot.alerts.alert import AlertDraft, Mode
from bot.chats.view import View, ViewKind
from bot.corpus.article import ArticleId
from bot.errors import UserError, ViewExpired
from bot.questions.model import Answer, Question
from bot.stories.story import StoryId
from handlers.alerts.button_data import FollowStoryButton
from handlers.alerts.entry import entry_screen
from handlers.alerts.subscribe import AlertTarget, draft_screen, remember_language
from handlers.context import BotContext
from handlers.questions.ask import question_words
from handlers.questions.button_data import FollowButton
from handlers.questions.examples import example_words
from handlers.questions.render import understood_html
from handlers.questions.screens import show
from handlers.telegram.html import fit, visible
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import managers_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, topic_of

_HERE = AlertTarget(channel=None, words="")


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
    services, target = context.services, AlertTarget.of(words, message)
    settings = await services.chats.settings_of(message.chat_id)
    answer = await services.questions.ask(Question(target.words, services.clock()), settings)
    if answer.pasted and not answer.covers_question:
        view = View(ViewKind.ANSWER, target.words)
        return await show(view, services, context.texts, chat_id=message.chat_id)
    article = answer.entries[0].article.id if answer.covers_question else None
    story = await services.delivery.story_of(article) if article else None
    if article is None or story is None:
        screen = await _alert_offer(answer, target, message, context)
    elif message.from_user is None or message.sender_chat:
        screen = await _follow_offer(article, target.words, message, context)
    else:
        screen = await _followed(story, message.from_user, message, context, target=target)
    lines = [line for line in understood_html(answer, context.texts) if line not in screen.html]
    return replace(screen, html=fit([*lines, screen.html]))


async def _alert_offer(answer: Answer, target: AlertTarget, message: Message, context: BotContext) -> Screen:
    """Return the preview of an alert below the words that there is no story, or why there is no preview."""
    proposal = await context.services.proposals.propose(answer, keep_unknown=True)
    text = f"{target.channel} {proposal.text}" if target.channel else proposal.text
    offer = await draft_screen(text, message, context)
    if offer.keyboard is None:
        return offer
    return replace(offer, html=f"{context.texts('follow-no-story')}\n\n{offer.html}")


async def _follow_offer(article: ArticleId, words: str, message: Message, context: BotContext) -> Screen:
    """Return an article's card, whose Follow button tells which admin of a group presses it."""
    view = View(ViewKind.CARD, words, article=article)
    card = await show(view, context.services, context.texts, chat_id=message.chat_id)
    return replace(card, html=f"{context.texts('follow-press')}\n\n{card.html}")


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
    try:
        screen = await _followed(story, press.query.from_user, press.message, context)
    except UserError as error:
        await press.alert(visible(localize_error(error, context.texts)))
        return
    await press.answer()
    await press.send(screen)


async def _followed(
    story: StoryId,
    user: User,
    message: MaybeInaccessibleMessage,
    context: BotContext,
    *,
    target: AlertTarget = _HERE,
) -> Screen:
    """Follow a story and return its entry, below a confirmation unless a channel follows it.

    Args:
        target: Where it reports.

    Raises:
        UserError: The chat has too many alerts.
    """
    services, here = context.services, message.chat.id
    chat_id = await target.chat_id(here, user.id, context)
    if chat_id is None:
        return Screen(context.texts("channel-not-yours", channel=target.channel or ""))
    settings = await services.chats.settings_of(here)
    thread_id = None if target.channel else topic_of(message)
    draft = AlertDraft(chat_id, thread_id, user.id, "", services.clock(), mode=Mode.NOW, follows=story)
    alert = await services.alerts.save(replace(draft, zone=settings.zone or "UTC"))
    await remember_language(chat_id, settings, user.language_code, context)
    entry = await entry_screen(alert, context, here=here)
    return entry if target.channel else replace(entry, html=f"{context.texts('follow-saved')}\n{entry.html}")
