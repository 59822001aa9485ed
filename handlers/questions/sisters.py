"""The list of stories of other languages about an event."""

from dataclasses import replace

from bot.chats.view import View
from bot.errors import ViewExpired, localizable
from bot.services import Services
from handlers.questions.card_keyboard import sisters_keyboard
from handlers.questions.sister_render import sisters_html
from handlers.telegram.screen import Screen
from handlers.texts import Texts


async def sisters_screen(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    """Return the message that lists the event of a view's article in other languages.

    Raises:
        ViewExpired: The view has no article.
    """
    if view.article is None:
        raise ViewExpired(localizable("expired"))
    found = await services.questions.sisters(view.article)
    shown = tuple(sister.article.id for sister in found.sisters)
    saved = replace(view, shown=shown, seen=await services.arrivals.seen())
    view_id = await services.chats.save_view(saved, chat_id=chat_id)
    return Screen(sisters_html(found, texts), sisters_keyboard(view_id, found, view, texts))
