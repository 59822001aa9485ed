"""From the environment and `.env` to one frozen Settings; nothing below `bot.app` reads the environment."""

import os
import re
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.app.default_folders import default_corpus, default_data
from bot.app.role import Role
from bot.errors import ConfigError
from bot.questions.visible_corpus import SamplePolicy

PREFIX = "NEWSBOT_"
OFF = "off"
WEBHOOK_PORTS = (443, 80, 88, 8443)
_FILE = ".env"


class Settings(BaseSettings):
    """All settings. The variable is `NEWSBOT_` and the name in capitals; `.env.example` describes each."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_token: SecretStr | None = None
    telegram_url: str = "https://api.telegram.org"
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    allowed_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    person_per_minute: int = Field(default=40, ge=0)
    group_per_minute: int = Field(default=60, ge=0)
    bots_per_hour: int = Field(default=0, ge=0)
    corpus: Path = Field(default_factory=default_corpus)
    data: Path = Field(default_factory=default_data)
    database_url: SecretStr | None = None
    engine_url: SecretStr | None = None
    engine_ca: Path | None = None
    engine_api_key: SecretStr | None = None
    engine_shards: int = Field(default=1, ge=1, le=64)
    role: Role = Role.ALL
    feeds: bool = True
    full_text: bool = True
    watch: bool = False
    webhook_url: str | None = None
    webhook_listen: str = "127.0.0.1:8079"
    monitor: str = "127.0.0.1:8078"
    api: str = OFF
    api_tokens: SecretStr | None = None
    api_public_url: str | None = None
    api_proxies: str = "127.0.0.1, ::1"
    judgements: bool = False
    samples: SamplePolicy = SamplePolicy.AUTO
    stale_after_days: float = Field(default=7.0, gt=0)
    half_life_days: float = Field(default=30.0, gt=0)
    alerts_per_person: int = Field(default=50, ge=0)
    analysis_processes: int | None = Field(default=None, ge=0)
    retention_days: float = Field(default=0.0, ge=0)
    retention_articles: int = Field(default=0, ge=0)
    reload_max_drop: float = Field(default=0.3, ge=0, le=1)
    reload_max_news: float = Field(default=0.2, ge=0, le=1)
    preview_port: int = Field(default=8077, ge=0, le=65_535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"

    @field_validator("admin_ids", "allowed_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("telegram_url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must start with http:// or https://")
        return value.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _is_public(cls, value: str | None) -> str | None:
        place = urlsplit(value or "https://example.org/")
        if place.scheme != "https" or not place.hostname:
            raise ValueError("must be an https:// address that Telegram can reach")
        if (place.port or 443) not in WEBHOOK_PORTS:
            raise ValueError("must use port 443, 80, 88 or 8443: Telegram pushes to no others")
        return value

    @field_validator("engine_url")
    @classmethod
    def _are_nodes(cls, value: SecretStr | None) -> SecretStr | None:
        for url in value.get_secret_value().split(",") if value else ():
            if not _is_node(url.strip()):
                raise ValueError(
                    "must be addresses such as https://user:password@host:9200, comma-separated, "
                    "with @ : / ? # , % in the password written as %40 %3A %2F %3F %23 %2C %25"
                )
        return value

    @field_validator("api_public_url")
    @classmethod
    def _is_root(cls, value: str | None) -> str | None:
        place = urlsplit(value or "https://example.org")
        if place.scheme not in ("http", "https") or not place.hostname or place.query or place.fragment:
            raise ValueError("must be an address such as https://news.example.org")
        return value.rstrip("/") if value else None

    @field_validator("api_proxies")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        for network in networks(value):
            ip_network(network)
        return value

    @field_validator("webhook_listen", "monitor", "api")
    @classmethod
    def _is_host_and_port(cls, value: str) -> str:
        if value != OFF:
            host_and_port(value)
        return value

    @property
    def follows(self) -> bool:
        """Whether this process brings an index up to date: its own, or that of a cluster if it imports."""
        return self.engine_url is None or self.role.ingests

    @property
    def store_url(self) -> str:
        """Address of the database, by default an SQLite file in the data folder."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite+aiosqlite:///{(self.data / 'newsbot.db').resolve().as_posix()}"


def _is_node(url: str) -> bool:
    """Return whether a text is the address of a node, with nothing unescaped in its password."""
    try:
        place = urlsplit(url)
        place.port  # noqa: B018  (raises)
    except ValueError:  # whose message may have a part of the password
        return False
    rest = f"{place.path}{place.query}{place.fragment}"
    return place.scheme in ("http", "https") and bool(place.hostname) and "@" not in rest


def host_and_port(text: str) -> tuple[str, int]:
    """Return host and port of `127.0.0.1:8080` or `[::1]:8080`."""
    host, colon, port = text.strip().rpartition(":")
    if not colon or not host or not port.isdecimal() or int(port) > 65_535:
        raise ValueError("must be a host and a port, such as 127.0.0.1:8079")
    return host.strip("[]"), int(port)


def networks(text: str) -> list[str]:
    """Return the addresses and networks in a list with commas, none for `off`."""
    return [] if text.strip().lower() == OFF else text.replace(",", " ").split()


_IN_WORDS = {
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_parsing": "must be a number",
    "bool_parsing": "must be on or off",
}
"""Kinds of pydantic's errors -> what to say instead of "unable to parse string as an integer"."""


def load_settings() -> Settings:
    """Return the settings from the environment and `.env`.

    Raises:
        ConfigError: A value is invalid; the text names the setting, never its value.
    """
    try:
        return Settings()
    except ValidationError as error:
        problems = error.errors(include_input=False)
        lines = [
            f"{PREFIX}{str(e['loc'][0]).upper()}: {_IN_WORDS.get(e['type'], e['msg'])}" for e in problems
        ]
        raise ConfigError("Invalid settings (see .env.example):\n  " + "\n  ".join(lines)) from None


def unknown_settings() -> dict[str, str]:
    """Return the unknown `NEWSBOT_` names in the environment and `.env`, with the nearest setting or ""."""
    known = [name.upper() for name in Settings.model_fields]
    file = Path(_FILE).read_text(encoding="utf-8", errors="replace") if Path(_FILE).is_file() else ""
    names = (*os.environ, *re.findall(r"^\s*(?:export\s+)?(\w+)\s*=", file, re.MULTILINE))
    ours = {name.upper().removeprefix(PREFIX) for name in names if name.upper().startswith(PREFIX)}
    nearest = {name: get_close_matches(name, known, n=1) for name in sorted(ours - set(known))}
    return {f"{PREFIX}{name}": f"{PREFIX}{near[0]}" if near else "" for name, near in nearest.items()}
