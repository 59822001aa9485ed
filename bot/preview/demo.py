"""The world that `newsbot preview` starts with: you, your chat with the bot, a group, a forum."""

import time

from bot.preview.telegram.state import TelegramState


def starting_world() -> TelegramState:
    """Return a world with one person, a private chat, a group and a forum with three topics.

    Message ids go on rising from one start to the next, as what the bot stored of earlier ones may still be
    in its database.
    """
    world = TelegramState()
    world.flood.on = True
    you, reader = world.add_person("You"), world.add_person("Reader")
    world.add_group("Newsroom", you, reader)
    desk = world.add_group("City desk", you, reader, forum=True)
    for chat in world.chats.values():
        chat.last_id = int(time.time())
    for topic in ("Markets", "Sport"):
        world.add_topic(desk, topic)
    return world
