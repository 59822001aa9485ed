"""The bot itself: its name, its command menus, how its updates reach it."""

import re
from urllib.parse import urlsplit

from bot.preview.telegram.api_error import bad
from bot.preview.telegram.model import Json
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.updates import ALL

MOST_COMMANDS = 100
MOST_SECRET = 256
WEBHOOK_PORTS = (443, 80, 88, 8443)


def get_me(world: TelegramState, _: Json) -> Json:
    """The bot itself."""
    return world.bot


def set_my_commands(world: TelegramState, params: Json) -> bool:
    """Set the command menu of a scope and a language."""
    commands = params.get("commands") or []
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(each.get("command", ""))):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(each.get("description", ""))) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(params)] = commands
    _tell(world, params, commands)
    return True


def get_my_commands(world: TelegramState, params: Json) -> list[Json]:
    """The command menu of a scope and a language."""
    return world.commands.get(_scope(params), [])


def delete_my_commands(world: TelegramState, params: Json) -> bool:
    """Take a command menu away."""
    world.commands.pop(_scope(params), None)
    _tell(world, params, None)
    return True


def set_webhook(world: TelegramState, params: Json) -> bool:
    """Have updates pushed to an address instead of fetched."""
    url = str(params.get("url", ""))
    place = urlsplit(url)
    if url and place.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if url and (place.port or 443) not in WEBHOOK_PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    secret = str(params.get("secret_token", ""))
    if len(secret) > MOST_SECRET:
        raise bad("secret token is too long")
    if re.search(r"[^A-Za-z0-9_-]", secret):
        raise bad("secret token contains unallowed characters")
    world.webhook = {"url": url, "secret_token": secret} if url else {}
    if "allowed_updates" in params:
        world.updates.allowed = tuple(params["allowed_updates"]) or ALL
    return True


def get_webhook_info(world: TelegramState, _: Json) -> Json:
    """Where updates are pushed to, and how many wait."""
    return {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": world.updates.pending,
        **{key: value for key, value in world.webhook.items() if key.startswith("last_error_")},
    }


def delete_webhook(world: TelegramState, params: Json) -> bool:
    """Go back to polling; forget waiting updates when asked to."""
    world.webhook = {}
    if params.get("drop_pending_updates"):
        world.updates.drop()
    return True


def done(world: TelegramState, params: Json) -> bool:
    """Say yes to what changes nothing a person sees here: names, descriptions, webhook removal."""
    return True


def _tell(world: TelegramState, params: Json, commands: list[Json] | None) -> None:
    """Tell the page of a menu for everybody, or for one chat; None when it was taken away."""
    chat_id = (params.get("scope") or {}).get("chat_id")
    if not params.get("language_code") and (chat_id or commands is not None):
        world.tell({"type": "commands", "commands": commands, "chat_id": chat_id})


def _scope(params: Json) -> tuple[str, str]:
    scope = params.get("scope") or {}
    kind, chat = str(scope.get("type", "default")), scope.get("chat_id")
    return f"{kind} {chat}" if chat else kind, str(params.get("language_code", ""))
