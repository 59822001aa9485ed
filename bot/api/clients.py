"""Who asks: clients with a token, and readers without; each at the rate of a person in a chat."""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from pathlib import Path

from starlette.requests import HTTPConnection

from bot.api.problems import Problem
from bot.chats.access import AccessControl
from bot.errors import ConfigError

SHORTEST_TOKEN = 16
FILE_MARK = "@"
_NAME = re.compile(r"[\w.-]{1,40}")
_FIRST_READER = 1 << 130
"""Number of the reader at address 0; those of clients count from 1."""
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="newsbot", Basic realm="newsbot"'}


@dataclass(frozen=True, slots=True)
class Client:
    """Who sent a request.

    Args:
        name: As the operator calls them; "" for a reader without a token.
        number: Counts their requests.
    """

    name: str
    number: int


def read_tokens(setting: str) -> dict[str, str]:
    """Return tokens by client, from `name=token` pairs, or from a file with them (`@/path`).

    Raises:
        ConfigError: A pair, name or token is not acceptable; the text never has a token in it.
    """
    tokens: dict[str, str] = {}
    for number, pair in enumerate(_pairs(setting), start=1):
        name, equals, token = pair.partition("=")
        if not equals or not _NAME.fullmatch(name):
            raise ConfigError(f"NEWSBOT_API_TOKENS: entry {number} is not name=token")
        if len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable():
            raise ConfigError(
                f"NEWSBOT_API_TOKENS: the token of {name} needs at least {SHORTEST_TOKEN} plain characters, "
                "for example from: openssl rand -hex 24"
            )
        if name in tokens or token in tokens.values():
            raise ConfigError(f"NEWSBOT_API_TOKENS: {name} has a name or token that another client has")
        tokens[name] = token
    return tokens


def _pairs(setting: str) -> list[str]:
    text = setting.strip()
    if text.startswith(FILE_MARK):
        path = Path(text.removeprefix(FILE_MARK))
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "not UTF-8"
            raise ConfigError(f"NEWSBOT_API_TOKENS: {path} can't be read: {reason}") from error
        text = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    return text.replace(",", " ").split()


class Clients:
    """Recognizes clients, and counts their requests.

    Args:
        tokens: By name.
        open_to_all: Whether feeds and pages need no token.
        per_minute: Requests of one client, or of one address without a token; 0 for any number.
    """

    def __init__(self, tokens: Mapping[str, str], *, open_to_all: bool, per_minute: int) -> None:
        self._digests = {name: _digest(token) for name, token in tokens.items()}
        self._numbers = {name: number for number, name in enumerate(tokens, start=1)}
        self._open = open_to_all
        self._rates = AccessControl(person_per_minute=per_minute)

    def admit(self, request: HTTPConnection, *, public: bool) -> Client:
        """Return who sent a request, and count it.

        Args:
            public: Whether it is for a feed or page, which may be open to all.

        Raises:
            Problem: 401 without a valid token where one is needed, 429 for too many requests.
        """
        token = _token(request.headers.get("Authorization", ""))
        client = self._client(token) if token is not None else None
        if client is None:
            reader = _reader(request)
            self._count(reader)
            if token is not None or not (public and self._open):
                raise Problem(401, "Send a client's token: Authorization: Bearer …", headers=_CHALLENGE)
            return reader
        self._count(client)
        return client

    def _client(self, token: str) -> Client | None:
        """Return the client with a token; takes as long for every token."""
        digest, found = _digest(token), None
        for name, known in self._digests.items():
            if hmac.compare_digest(digest, known):
                found = name
        return Client(found, self._numbers[found]) if found is not None else None

    def _count(self, client: Client) -> None:
        wait_s = self._rates.decide(client.number, client.number).wait_s
        if wait_s:
            detail = f"Too many requests. Try again in {wait_s} s."
            raise Problem(429, detail, headers={"Retry-After": str(wait_s)})


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="replace")).digest()


def _token(header: str) -> str | None:
    """Return the token of an Authorization header: Bearer, or the password of Basic, for feed readers."""
    scheme, _, value = header.strip().partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return "" if header else None


def _reader(request: HTTPConnection) -> Client:
    """Return a reader by address; the /64 of an IPv6 address is one reader."""
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return Client("", _FIRST_READER)
    address = getattr(address, "ipv4_mapped", None) or address
    number = int(address) >> 64 if isinstance(address, IPv6Address) else int(address)
    return Client("", _FIRST_READER + (number << 1) + (address.version == 6))
