"""What the buttons under answers, cards, stories and previews of alerts carry."""

from enum import StrEnum
from typing import Annotated

from telegram import InlineKeyboardMarkup

from bot.chats.view import ViewId
from bot.stories.story import StoryId
from handlers.telegram.callback_data import OPTIONAL_NUMBER, VIEW_ID, CallbackData, Wire


class ViewVerb(StrEnum):
    """What a button does to its view."""

    PAGE = "p"
    ORDER = "o"
    PERIOD = "d"
    OPEN = "a"
    CONTEXT = "c"
    SIMILAR = "m"
    OUTLETS = "s"
    STORY = "t"
    SISTERS = "i"
    BACK = "b"
    INSTEAD = "w"
    LABEL = "l"
    ARRIVALS = "u"
    FILTER = "f"
    EXACT = "q"
    SPEAKER = "v"
    CHANGES = "h"


class ViewButton(CallbackData, form="{view_id}.{verb}{number}"):
    """Turns a message into another view.

    Args:
        number: A page, an article or a choice, as the verb needs it; None means 0.
    """

    view_id: Annotated[ViewId, VIEW_ID]
    verb: ViewVerb
    number: Annotated[int | None, OPTIONAL_NUMBER] = None


class DraftVerb(StrEnum):
    """What a button does with the words of its view."""

    ALERT = "n"
    SAVE = "y"
    CHANGE = "e"
    CANCEL = "x"


class DraftButton(CallbackData, form="{view_id}.{verb}"):
    """Makes an alert of a view's words."""

    view_id: Annotated[ViewId, VIEW_ID]
    verb: DraftVerb


class BriefingButton(CallbackData, form="{view_id}.k"):
    """Makes a daily briefing of a view of top stories."""

    view_id: Annotated[ViewId, VIEW_ID]


class FollowButton(CallbackData, form="{view_id}.g"):
    """Follows the story of a view's article."""

    view_id: Annotated[ViewId, VIEW_ID]


class ReportButton(CallbackData, form="{view_id}.r{reason}"):
    """Reports a wrong source of a story.

    Args:
        reason: Which reason, from 1; None asks for it.
    """

    view_id: Annotated[ViewId, VIEW_ID]
    reason: Annotated[int | None, Wire("[1-3]?")] = None


class StoryButton(CallbackData, form="O.{story_id}"):
    """Opens the card of a story below a notification."""

    story_id: Annotated[StoryId, Wire("[A-Za-z0-9-]{1,40}")]


def view_id_of(markup: InlineKeyboardMarkup | None) -> ViewId | None:
    """Return the view that a message's buttons belong to, None without such buttons."""
    rows = markup.inline_keyboard if markup else ()
    buttons = (ViewButton.unpack(str(button.callback_data)) for row in rows for button in row)
    return next((button.view_id for button in buttons if button), None)
