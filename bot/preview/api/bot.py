"""Methods about the bot itself: its profile, command menus and webhook."""

import re
from urllib.parse import urlsplit

from bot.preview.telegram.api_error import bad_request
from bot.preview.telegram.model import Json
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.updates import ALL_KINDS

MAX_COMMANDS = 100
MAX_DESCRIPTION, MAX_SHORT_DESCRIPTION = 512, 120
MAX_SECRET_LENGTH = 256
WEBHOOK_PORTS = (443, 80, 88, 8443)


def get_me(state: TelegramState, _: Json) -> Json:
    """Return the bot's user."""
    return state.bot


def set_my_commands(state: TelegramState, params: Json) -> bool:
    """Set the command menu for a scope and language."""
    commands = params.get("commands") or []
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    state.commands[_scope(params)] = commands
    _publish_menu(state, params, commands)
    return True


def get_my_commands(state: TelegramState, params: Json) -> list[Json]:
    """Return the command menu for a scope and language."""
    return state.commands.get(_scope(params), [])


def delete_my_commands(state: TelegramState, params: Json) -> bool:
    """Delete a command menu."""
    state.commands.pop(_scope(params), None)
    _publish_menu(state, params, None)
    return True


def set_my_description(state: TelegramState, params: Json) -> bool:
    """Set the description of a language, or delete it if empty."""
    return _set_description(state, params, "description", MAX_DESCRIPTION)


def get_my_description(state: TelegramState, params: Json) -> Json:
    """Return the description of a language, else the one for all."""
    return _description(state, params, "description")


def set_my_short_description(state: TelegramState, params: Json) -> bool:
    """Set the short description of a language, or delete it if empty."""
    return _set_description(state, params, "short_description", MAX_SHORT_DESCRIPTION)


def get_my_short_description(state: TelegramState, params: Json) -> Json:
    """Return the short description of a language, else the one for all."""
    return _description(state, params, "short_description")


def set_webhook(state: TelegramState, params: Json) -> bool:
    """Send updates to a URL instead of waiting for polls."""
    url = str(params.get("url", ""))
    parts = urlsplit(url)
    if url and parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if url and (parts.port or 443) not in WEBHOOK_PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    secret = str(params.get("secret_token", ""))
    if len(secret) > MAX_SECRET_LENGTH:
        raise bad_request("secret token is too long")
    if re.search(r"[^A-Za-z0-9_-]", secret):
        raise bad_request("secret token contains unallowed characters")
    state.webhook = {"url": url, "secret_token": secret} if url else {}
    if "allowed_updates" in params:
        state.updates.allowed = tuple(params["allowed_updates"]) or ALL_KINDS
    return True


def get_webhook_info(state: TelegramState, _: Json) -> Json:
    """Return the webhook's URL and the number of pending updates."""
    return {
        "url": state.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": state.updates.pending,
        **{key: value for key, value in state.webhook.items() if key.startswith("last_error_")},
    }


def delete_webhook(state: TelegramState, params: Json) -> bool:
    """Return to polling; discard pending updates if asked to."""
    state.webhook = {}
    if params.get("drop_pending_updates"):
        state.updates.drop()
    return True


def ignore(state: TelegramState, params: Json) -> bool:
    """Accept a call that changes nothing the page shows: names, the menu button."""
    return True


def _set_description(state: TelegramState, params: Json, kind: str, longest: int) -> bool:
    text = str(params.get(kind, ""))
    if len(text) > longest:
        raise bad_request(f"{kind} is too long")
    state.descriptions[kind, str(params.get("language_code", ""))] = text
    return True


def _description(state: TelegramState, params: Json, kind: str) -> Json:
    language = str(params.get("language_code", ""))
    return {kind: state.descriptions.get((kind, language)) or state.descriptions.get((kind, ""), "")}


def _publish_menu(state: TelegramState, params: Json, commands: list[Json] | None) -> None:
    """Tell the page about a new menu for everyone or for one chat; None if it was deleted."""
    chat_id = (params.get("scope") or {}).get("chat_id")
    if not params.get("language_code") and (chat_id or commands is not None):
        state.publish({"type": "commands", "commands": commands, "chat_id": chat_id})


def _scope(params: Json) -> tuple[str, str]:
    scope = params.get("scope") or {}
    kind, chat = str(scope.get("type", "default")), scope.get("chat_id")
    return f"{kind} {chat}" if chat else kind, str(params.get("language_code", ""))
