"""Methods about chats and their members, and the lookup of the chat a request names."""

from bot.preview.telegram.api_error import bad_request, forbidden
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


def known_chat(state: TelegramState, params: Json) -> Chat:
    """Return the chat a request names.

    Raises:
        ApiError: It doesn't exist, became a supergroup, or the bot isn't in it.
    """
    chat = _named(state, params)
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    return chat


def writable_chat(state: TelegramState, params: Json) -> Chat:
    """Return the chat a request names, if the bot may write to it and to the topic named.

    Raises:
        ApiError: The bot may not write there.
    """
    chat = known_chat(state, params)
    person = state.people.get(chat.id)
    if person is not None:
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocks_bot:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
    if not chat.may_write:
        raise bad_request("not enough rights to send text messages to the chat")
    thread = params.get("message_thread_id")
    if thread and int(thread) not in chat.topics:
        raise bad_request("message thread not found")
    if thread and int(thread) in chat.closed_topics:
        raise bad_request("TOPIC_CLOSED")
    return chat


def get_chat(state: TelegramState, params: Json) -> Json:
    """Return a chat's full info."""
    chat = known_chat(state, params)
    return {**chat.json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}


def get_chat_member(state: TelegramState, params: Json) -> Json:
    """Return a user's membership in a chat."""
    chat, user = known_chat(state, params), integer(params, "user_id")
    if user == state.bot["id"]:
        return _member_json(chat.bot_status, state.bot, may_write=chat.may_write)
    if user not in state.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return _member(state, chat, user)


def get_chat_administrators(state: TelegramState, params: Json) -> list[Json]:
    """Return the administrators of a chat."""
    chat = known_chat(state, params)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [_member(state, chat, user) for user, status in chat.members.items() if status != "member"]


def get_chat_member_count(state: TelegramState, params: Json) -> int:
    """Return the number of members, the bot included."""
    return len(known_chat(state, params).members) + 1


def leave_chat(state: TelegramState, params: Json) -> bool:
    """Leave a group."""
    known_chat(state, params).bot_status = "left"
    return True


def integer(params: Json, name: str, *, missing: str = "") -> int:
    """Return a parameter as a number, or raise an ApiError that says `missing`."""
    try:
        return int(params[name])
    except (KeyError, TypeError, ValueError):
        raise bad_request(missing or f"invalid {name} specified") from None


def _named(state: TelegramState, params: Json) -> Chat | None:
    """Return the chat with a request's id, or the public one with its username."""
    name = str(params.get("chat_id", ""))
    if not name.startswith("@"):
        return state.chats.get(integer(params, "chat_id", missing="chat_id is empty"))
    username = name[1:].lower()
    return next(
        (chat for chat in state.chats.values() if username and chat.username.lower() == username), None
    )


def _member(state: TelegramState, chat: Chat, user: int) -> Json:
    return _member_json(chat.members.get(user, "left"), state.people[user].json())


def _member_json(status: str, user: Json, *, may_write: bool = True) -> Json:
    member: Json = {"status": status, "user": user}
    if status == "creator":
        member["is_anonymous"] = False
    if status == "administrator":
        rights = dict.fromkeys(_RIGHTS, True) | {"can_post_messages": may_write}
        member |= rights | {"can_be_edited": False, "is_anonymous": False}
    if status == "kicked":
        member["until_date"] = 0
    return member
