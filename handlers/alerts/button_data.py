"""What the buttons of alerts carry. They name the alert itself, so they work for as long as it exists."""

from enum import StrEnum
from typing import Annotated

from bot.alerts.alert import AlertId
from bot.stories.story import StoryId
from handlers.telegram.callback_data import ID, NUMBER, CallbackData, Wire


class AlertVerb(StrEnum):
    """What a button does to its alert."""

    OPEN = "o"
    PAUSE = "p"
    RESUME = "r"
    MUTE = "m"
    REWORD = "e"
    SHARE = "s"
    DELETE = "d"
    UNDO = "u"
    MODES = "t"
    NOW = "n"
    HOURLY = "h"
    DAILY = "y"
    WEEKLY = "w"
    FEWER = "f"
    NO_PUBLISHER = "x"
    UPDATE = "g"
    SHOW_DIFFERENCES = "v"
    HIDE_DIFFERENCES = "q"


class AlertButton(CallbackData, form="A.{alert_id}.{verb}"):
    """A button under an alert's own entry."""

    alert_id: Annotated[AlertId, ID]
    verb: AlertVerb


class NotificationButton(CallbackData, form="N.{alert_id}.{verb}"):
    """A button under a notification of an alert."""

    alert_id: Annotated[AlertId, ID]
    verb: AlertVerb


class FollowStoryButton(CallbackData, form="W.{story_id}"):
    """Follows the story of a notification."""

    story_id: Annotated[StoryId, Wire("[A-Za-z0-9-]{1,40}")]


class AlertListButton(CallbackData, form="L.{page}"):
    """Opens a page of the list of alerts; page 0 opens the first one as a new message."""

    page: Annotated[int, NUMBER]


class Choice(StrEnum):
    """The answer to a yes-or-no question."""

    YES = "y"
    NO = "n"


class DeleteAllButton(CallbackData, form="U.{choice}"):
    """Answers whether to delete every alert of the chat."""

    choice: Choice
