"""Messages about followed stories as Telegram HTML."""

from bot.delivery.composer import NotificationContent
from bot.delivery.follow import ENDS_AFTER
from handlers.questions.article_render import headline_html, italic
from handlers.questions.development_render import developments_html, short_html
from handlers.telegram.bidi import line, name
from handlers.telegram.html import fit, plain
from handlers.texts import Texts


def follow_html(content: NotificationContent, texts: Texts) -> str:
    """Return a message about a followed story: its newest article and what is new, or that it has ended."""
    story = texts("follow-why", title=_title(content, texts))
    if content.news is None or content.news.ended:
        return fit([texts("follow-ended", days=ENDS_AFTER.days), story])
    head = headline_html(content.article, texts) if content.article else f"<b>{_title(content, texts)}</b>"
    return fit(
        [line(head, texts), *developments_html(content.news.developments, texts), f"\n{italic(story)}"]
    )


def followed_in_digest(content: NotificationContent, texts: Texts) -> str:
    """Return what is new in a followed story for a digest, or that it has ended."""
    if content.news is None or content.news.ended:
        return texts("follow-ended", days=ENDS_AFTER.days)
    return short_html(content.news.developments, texts)


def _title(content: NotificationContent, texts: Texts) -> str:
    return name(plain(content.title, most=150), texts)
