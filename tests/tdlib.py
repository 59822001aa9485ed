"""TDLib's text parser, offline: decides whether Telegram accepts a message."""

import json
from functools import cache
from typing import Any

import tdjson

from handlers.telegram.html import MOST_ENTITIES, units


def parse_html(html: str) -> dict[str, Any]:
    """Return what Telegram makes of HTML: a `formattedText` or an `error`."""
    _quiet()
    request = {"@type": "parseTextEntities", "text": html, "parse_mode": {"@type": "textParseModeHTML"}}
    return _execute(request)


def assert_sendable(html: str) -> str:
    """Assert that Telegram accepts HTML within its limits; return the visible text."""
    parsed = parse_html(html)
    assert parsed["@type"] == "formattedText", parsed
    assert 1 <= units(parsed["text"]) <= 4096
    assert len(parsed["entities"]) <= MOST_ENTITIES
    return str(parsed["text"])


@cache
def _quiet() -> None:
    _execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def _execute(request: dict[str, Any]) -> dict[str, Any]:
    answer = tdjson.td_execute(json.dumps(request).encode())
    assert answer is not None
    result: dict[str, Any] = json.loads(answer)
    return result
