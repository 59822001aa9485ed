"""The chats that `newsbot preview` starts with: one with the bot, a group and a forum."""

import time

from bot.preview.telegram.state import TelegramState


def demo_state() -> TelegramState:
    """Return a state with two people, their private chats, a group, and a forum with three topics.

    Message ids start at the current time, because the bot's database may still hold those of earlier runs.
    """
    state = TelegramState()
    state.flood.on = True
    you, reader = state.add_person("You"), state.add_person("Reader")
    state.add_group("Newsroom", you, reader)
    forum = state.add_group("City desk", you, reader, forum=True)
    for chat in state.chats.values():
        chat.last_id = int(time.time())
    for topic in ("Markets", "Sport"):
        state.add_topic(forum, topic)
    return state
