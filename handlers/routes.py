"""Every command and button in one list, and the order in which handlers see updates."""

from collections.abc import Callable, Coroutine

from telegram import Message, Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers.access import AccessMiddleware, first_command
from handlers.admin.feeds import feed_pressed, feeds
from handlers.admin.feeds_keyboard import FeedButton
from handlers.admin.outbox import outbox
from handlers.admin.rejects import rejects
from handlers.admin.reload import reload, reload_pressed
from handlers.admin.reload_render import ReloadButton
from handlers.admin.reports import reports, reports_pressed
from handlers.admin.reports_render import ReportsButton
from handlers.admin.stats import stats
from handlers.alerts.briefing import briefing_pressed
from handlers.alerts.button_data import (
    AlertButton,
    AlertListButton,
    DeleteAllButton,
    FollowStoryButton,
    NotificationButton,
)
from handlers.alerts.buttons import alert_pressed
from handlers.alerts.follow import follow, follow_pressed, follow_story_pressed
from handlers.alerts.list import list_pressed, subscriptions, unsubscribe
from handlers.alerts.notification_buttons import notification_pressed
from handlers.alerts.status import status
from handlers.alerts.subscribe import draft_pressed, subscribe
from handlers.context import BotContext, NewsApplication
from handlers.errors import failed
from handlers.language import LanguageButton, choose_texts, lang, language_pressed
from handlers.menu import OPERATOR_MENU
from handlers.privacy.membership import membership, migrated, resume_chat
from handlers.privacy.my_data import (
    ForgetMeButton,
    all_pressed,
    export_,
    forget_me,
    forget_pressed,
    import_,
    unsubscribe_all,
)
from handlers.privacy.notice import privacy
from handlers.questions.ask import ask, corrections, is_for_bot, latest, said, top
from handlers.questions.button_data import (
    BriefingButton,
    DraftButton,
    FollowButton,
    ReportButton,
    StoryButton,
    ViewButton,
)
from handlers.questions.buttons import story_pressed, unknown_pressed, view_pressed
from handlers.questions.guest import guest
from handlers.questions.inline import inline
from handlers.questions.judgement import judgement_pressed
from handlers.questions.report import report_pressed
from handlers.questions.verdict import JudgementButton
from handlers.replies import replied
from handlers.settings.commands import located, mute, prefer, setting_pressed, settings
from handlers.settings.keyboard import SettingButton
from handlers.start import about, help_, start
from handlers.suggestions.render import SuggestionButton
from handlers.suggestions.review import suggestion_pressed, suggestions
from handlers.suggestions.suggest import suggest
from handlers.telegram.callback_data import CallbackData
from handlers.telegram.content import is_written
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.trends.commands import timeline, trends

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.GUEST_MESSAGE,
)
"""Sent at every start, because Telegram remembers the last list."""

COMMANDS = {
    "start": start,
    "help": help_,
    "ask": ask,
    "latest": latest,
    "top": top,
    "trends": trends,
    "timeline": timeline,
    "said": said,
    "corrections": corrections,
    "follow": follow,
    "subscribe": subscribe,
    "subscriptions": subscriptions,
    "unsubscribe": unsubscribe,
    "unsubscribe_all": unsubscribe_all,
    "settings": settings,
    "lang": lang,
    "prefer": prefer,
    "mute": mute,
    "status": status,
    "export": export_,
    "import": import_,
    "suggest": suggest,
    "privacy": privacy,
    "forget_me": forget_me,
    "outbox": outbox,
    "reload": reload,
    "rejects": rejects,
    "feeds": feeds,
    "reports": reports,
    "suggestions": suggestions,
    "stats": stats,
    "about": about,
}
OTHER_NAMES = {"alert": subscribe, "alerts": subscriptions, "language": lang, "timezone": settings}
"""What people type for some commands; no menu lists these, and in groups they need the bot's name (@…)."""
_EDITABLE = frozenset({"ask", "latest", "top", "said", "corrections"})
FOR_OPERATORS = frozenset(OPERATOR_MENU)
"""Commands that no menu lists."""
_Handler = Callable[[Update, BotContext], Coroutine[None, None, None]]
BUTTONS: dict[type[CallbackData], _Handler] = {
    ViewButton: view_pressed,
    StoryButton: story_pressed,
    ReportButton: report_pressed,
    DraftButton: draft_pressed,
    BriefingButton: briefing_pressed,
    FollowButton: follow_pressed,
    FollowStoryButton: follow_story_pressed,
    JudgementButton: judgement_pressed,
    AlertButton: alert_pressed,
    NotificationButton: notification_pressed,
    AlertListButton: list_pressed,
    DeleteAllButton: all_pressed,
    SettingButton: setting_pressed,
    LanguageButton: language_pressed,
    ForgetMeButton: forget_pressed,
    FeedButton: feed_pressed,
    ReloadButton: reload_pressed,
    ReportsButton: reports_pressed,
    SuggestionButton: suggestion_pressed,
}
"""No data is of two kinds, so their order doesn't matter."""


def add_routes(application: NewsApplication) -> None:
    """Register every handler; the lowest group runs first."""
    application.add_handler(TypeHandler(Update, resume_chat), group=-4)
    application.add_handler(TypeHandler(Update, choose_texts), group=-3)
    application.add_handler(TypeHandler(Update, AccessMiddleware(COMMANDS, OTHER_NAMES)), group=-2)
    _add_commands(application)
    for kind, handler in BUTTONS.items():
        application.add_handler(CallbackQueryHandler(handler, pattern=kind.matches))
    application.add_handler(CallbackQueryHandler(unknown_pressed))
    application.add_handler(ChatMemberHandler(membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, migrated))
    application.add_handler(InlineQueryHandler(inline))
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, guest))
    _add_messages(application)
    application.add_error_handler(failed)


def _add_commands(application: NewsApplication) -> None:
    for name, handler in COMMANDS.items():
        kinds = filters.UpdateType.MESSAGES if name in _EDITABLE else filters.UpdateType.MESSAGE
        application.add_handler(CommandHandler(name, handler, filters=kinds))
    to_us = filters.UpdateType.MESSAGE & (filters.ChatType.PRIVATE | _NamesAddressee())
    for name, handler in OTHER_NAMES.items():
        application.add_handler(CommandHandler(name, handler, filters=to_us))


def _add_messages(application: NewsApplication) -> None:
    private, group = filters.ChatType.PRIVATE, filters.ChatType.GROUPS
    from_inline = filters.ViaBot(application.bot.id)  # one of the bot's inline results
    message = filters.UpdateType.MESSAGES & ~filters.StatusUpdate.ALL & _Written() & ~from_inline
    reply = filters.REPLY & message & ~filters.COMMAND
    application.add_handler(MessageHandler(reply, replied), group=-1)
    application.add_handler(MessageHandler(filters.LOCATION & private & filters.UpdateType.MESSAGE, located))
    application.add_handler(MessageHandler(filters.COMMAND & private & message, unknown_command))
    application.add_handler(MessageHandler(private & message, ask))
    for_bot = _ForBot(application.bot.id, application.bot.username)
    application.add_handler(MessageHandler(group & message & ~filters.COMMAND & for_bot, ask))


async def unknown_command(update: Update, context: BotContext) -> None:
    """Point to /help."""
    if update.effective_message and not update.edited_message:
        await answer_message(update.effective_message, Screen(context.texts("unknown-command")))


class _Written(filters.MessageFilter):
    """Passes what somebody wrote or sent, no service messages."""

    def filter(self, message: Message) -> bool:
        return is_written(message)


class _NamesAddressee(filters.MessageFilter):
    """Passes commands with the name of a bot: `/alert@some_bot`."""

    def filter(self, message: Message) -> bool:
        return "@" in first_command(message)


class _ForBot(filters.MessageFilter):
    """Passes messages in groups that are addressed to the bot."""

    def __init__(self, bot_id: int, username: str) -> None:
        super().__init__(name="for_bot")
        self._bot_id = bot_id
        self._username = username

    def filter(self, message: Message) -> bool:
        return is_for_bot(message, self._bot_id, self._username)
