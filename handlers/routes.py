"""Every command, one list; and the order in which updates are tried."""

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

from handlers.access import AccessMiddleware
from handlers.admin.feeds import feed_pressed, feeds
from handlers.admin.feeds_keyboard import FEED_DATA
from handlers.admin.rejects import rejects
from handlers.admin.reload import RELOAD_DATA, reload, reload_pressed
from handlers.admin.reports import FILE_DATA, REPORTS_DATA, report_pressed, reports, reports_pressed
from handlers.admin.stats import stats
from handlers.admin.status import outbox, status
from handlers.alerts.buttons import alert_pressed
from handlers.alerts.keyboard import ALERT_DATA, ALL_DATA, DRAFT_DATA, LIST_DATA
from handlers.alerts.list import list_pressed, subscriptions, unsubscribe
from handlers.alerts.subscribe import draft_pressed, subscribe
from handlers.context import BotContext, NewsApplication
from handlers.errors import failed
from handlers.language import LANGUAGE_DATA, choose_texts, lang, language_pressed
from handlers.privacy.membership import membership, migrated
from handlers.privacy.my_data import (
    FORGET_DATA,
    all_pressed,
    export_,
    forget_me,
    forget_pressed,
    import_,
    unsubscribe_all,
)
from handlers.privacy.notice import privacy
from handlers.questions.ask import ask, is_for_bot, latest
from handlers.questions.buttons import pressed, story_pressed
from handlers.questions.inline import inline
from handlers.questions.keyboard import STORY_DATA
from handlers.replies import replied
from handlers.settings.commands import located, mute, prefer, setting_pressed, settings
from handlers.settings.keyboard import SETTING_DATA
from handlers.start import about, help_, start
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.trends.commands import timeline, trends

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
"""Said at every start, because Telegram remembers the last list it was given."""

COMMANDS = {
    "start": start,
    "help": help_,
    "ask": ask,
    "latest": latest,
    "trends": trends,
    "timeline": timeline,
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
    "privacy": privacy,
    "forget_me": forget_me,
    "outbox": outbox,
    "reload": reload,
    "rejects": rejects,
    "feeds": feeds,
    "reports": reports,
    "stats": stats,
    "about": about,
}
_EDITABLE = frozenset({"ask", "latest"})
FOR_OPERATORS = frozenset({"outbox", "reload", "rejects", "feeds", "reports", "stats"})
"""Commands that no menu lists."""


def add_routes(application: NewsApplication) -> None:
    """Register every handler, the gate before all others."""
    application.add_handler(TypeHandler(Update, choose_texts), group=-3)
    application.add_handler(TypeHandler(Update, AccessMiddleware(COMMANDS)), group=-2)
    for name, handler in COMMANDS.items():
        kinds = filters.UpdateType.MESSAGES if name in _EDITABLE else filters.UpdateType.MESSAGE
        application.add_handler(CommandHandler(name, handler, filters=kinds))
    application.add_handler(CallbackQueryHandler(alert_pressed, pattern=rf"^{ALERT_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(list_pressed, pattern=rf"^{LIST_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(all_pressed, pattern=rf"^{ALL_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(setting_pressed, pattern=rf"^{SETTING_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(language_pressed, pattern=rf"^{LANGUAGE_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(forget_pressed, pattern=rf"^{FORGET_DATA}$"))
    application.add_handler(CallbackQueryHandler(draft_pressed, pattern=rf"^{DRAFT_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(reload_pressed, pattern=rf"^{RELOAD_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(feed_pressed, pattern=rf"^{FEED_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(story_pressed, pattern=rf"^{STORY_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(report_pressed, pattern=rf"^{FILE_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(reports_pressed, pattern=rf"^{REPORTS_DATA.pattern}$"))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(ChatMemberHandler(membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, migrated))
    application.add_handler(InlineQueryHandler(inline))
    private, group = filters.ChatType.PRIVATE, filters.ChatType.GROUPS
    own_card = filters.ViaBot(application.bot.id)  # an inline result of ours, posted to us
    said = filters.UpdateType.MESSAGES & ~filters.StatusUpdate.ALL & ~own_card
    reply = filters.REPLY & said & ~filters.COMMAND
    application.add_handler(MessageHandler(reply, replied), group=-1)
    application.add_handler(MessageHandler(filters.LOCATION & private & filters.UpdateType.MESSAGE, located))
    application.add_handler(MessageHandler(filters.COMMAND & private & said, unknown_command))
    application.add_handler(MessageHandler(private & said, ask))
    for_bot = _ForBot(application.bot.id, application.bot.username)
    application.add_handler(MessageHandler(group & said & ~filters.COMMAND & for_bot, ask))
    application.add_error_handler(failed)


async def unknown_command(update: Update, context: BotContext) -> None:
    """Point to /help."""
    if update.effective_message and not update.edited_message:
        await answer_message(update.effective_message, Screen(context.texts("unknown-command")))


class _ForBot(filters.MessageFilter):
    """A group's message that speaks to the bot."""

    def __init__(self, bot_id: int, username: str) -> None:
        super().__init__(name="for_bot")
        self._bot_id = bot_id
        self._username = username

    def filter(self, message: Message) -> bool:
        return is_for_bot(message, self._bot_id, self._username)
