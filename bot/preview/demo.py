"""The chats that `newsbot preview` starts with: one with the bot, a group and a forum."""

import time

from bot.preview.telegram.state import TelegramState

CLAIMS = (
    "Did you see this? The River Oss rose over its embankments at Port Veyra in the night to Tuesday, "
    "killing four people and forcing about 2,300 to leave their homes.",
    "And somebody says the harbour has been closed since the spring by order of the king.",
)
"""What somebody writes in the group where the bot is a guest: sample articles carry the first."""


def demo_state() -> TelegramState:
    """Return a state with two people, their private chats, two groups, and a forum with three topics.

    The bot is no member of the second group, where it answers as a guest.

    Numbers of messages and updates start at the current time, because the bot's database may still hold those
    of earlier runs: an update with the number of another would be taken for its repetition.
    """
    state = TelegramState()
    state.updates.last = time.time_ns() // 1_000_000
    state.flood.on = True
    you, reader = state.add_person("You"), state.add_person("Reader")
    state.add_group("Newsroom", you, reader)
    forum = state.add_group("City desk", you, reader, forum=True)
    others = state.add_group("Somebody else’s group", reader, you, supergroup=True, bot_status="left")
    for chat in state.chats.values():
        chat.last_id = int(time.time())
    for topic in ("Markets", "Sport"):
        state.add_topic(forum, topic)
    for text in CLAIMS:
        state.post(others, reader.json(), {"text": text, "entities": []})
    return state
