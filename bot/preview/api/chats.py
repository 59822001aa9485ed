"""Finding the chat a request means, and what the bot may know of chats."""

from bot.preview.telegram.api_error import bad, forbidden
from bot.preview.telegram.model import Chat, Json
from bot.preview.telegram.state import TelegramState

_GIFTS = {
    "unlimited_gifts": True, "limited_gifts": True, "unique_gifts": True, "premium_subscription": True,
    "gifts_from_channels": True,
}  # fmt: skip
_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories",
)  # fmt: skip


def known_chat(world: TelegramState, params: Json) -> Chat:
    """Return the chat a request names.

    Raises:
        Refusal: There is none, or it became a supergroup, or the bot is not in it.
    """
    chat = _named(world, params)
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    return chat


def writable_chat(world: TelegramState, params: Json) -> Chat:
    """Return the chat a message may go to, its topic too.

    Raises:
        Refusal: The bot may not write there now.
    """
    chat = known_chat(world, params)
    person = world.people.get(chat.id)
    if person is not None:
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocks_bot:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
    if not chat.may_write:
        raise bad("not enough rights to send text messages to the chat")
    thread = params.get("message_thread_id")
    if thread and int(thread) not in chat.topics:
        raise bad("message thread not found")
    if thread and int(thread) in chat.closed_topics:
        raise bad("TOPIC_CLOSED")
    return chat


def get_chat(world: TelegramState, params: Json) -> Json:
    """What the bot may know of a chat."""
    chat = known_chat(world, params)
    return {**chat.json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}


def get_chat_member(world: TelegramState, params: Json) -> Json:
    """What somebody is in a chat."""
    chat, user = known_chat(world, params), integer(params, "user_id")
    if user == world.bot["id"]:
        return _as(chat.bot_status, world.bot, may_write=chat.may_write)
    if user not in world.people:
        raise bad("PARTICIPANT_ID_INVALID")
    return _member(world, chat, user)


def get_chat_administrators(world: TelegramState, params: Json) -> list[Json]:
    """The people who look after a chat."""
    chat = known_chat(world, params)
    if chat.type == "private":
        raise bad("there are no administrators in the private chat")
    return [_member(world, chat, user) for user, status in chat.members.items() if status != "member"]


def get_chat_member_count(world: TelegramState, params: Json) -> int:
    """How many there are in a chat."""
    return len(known_chat(world, params).members) + 1


def leave_chat(world: TelegramState, params: Json) -> bool:
    """Leave a group."""
    known_chat(world, params).bot_status = "left"
    return True


def integer(params: Json, name: str, *, missing: str = "") -> int:
    try:
        return int(params[name])
    except (KeyError, TypeError, ValueError):
        raise bad(missing or f"invalid {name} specified") from None


def _named(world: TelegramState, params: Json) -> Chat | None:
    """The chat a request names by its number, or a public one by its name."""
    name = str(params.get("chat_id", ""))
    if not name.startswith("@"):
        return world.chats.get(integer(params, "chat_id", missing="chat_id is empty"))
    public = (each for each in world.chats.values() if each.username)
    return next((each for each in public if each.username.lower() == name[1:].lower()), None)


def _member(world: TelegramState, chat: Chat, user: int) -> Json:
    return _as(chat.members.get(user, "left"), world.people[user].json())


def _as(status: str, user: Json, *, may_write: bool = True) -> Json:
    member: Json = {"status": status, "user": user}
    if status == "creator":
        member["is_anonymous"] = False
    if status == "administrator":
        rights = dict.fromkeys(_RIGHTS, True) | {"can_post_messages": may_write}
        member |= rights | {"can_be_edited": False, "is_anonymous": False}
    if status == "kicked":
        member["until_date"] = 0
    return member
